"""What a drafted `app.toml` says, with comments for whoever edits it next."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.base.names import one_line
from builder.vendor.drafting.finding import Placed
from builder.vendor.drafting.profiles import Proposal
from builder.vendor.manifest_editing import toml_value

DECIDE = "# decide: "
"""Begins every comment about what could not be known."""


@dataclass(frozen=True, slots=True)
class AppFacts:
    """What is said of the application; None where nothing is known."""

    name: str | None
    publisher: str | None
    id: str | None
    version: str | None


def head(app: AppFacts, folder: str) -> str:
    """The beginning of a new `app.toml`.

    Args:
        app: what is known of the application.
        folder: the name of the package's folder, of which a name is made where none is given.
    """
    title = folder.replace("-", " ").replace("_", " ").strip()
    name = app.name or (title[:1].upper() + title[1:]) or "Application"
    without_accents = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", without_accents).strip("-")
    lines = [
        f"# The app package of {_comment(name)}. `engine-builder hash` brings every sha256 up to date after a change,",
        "# and `engine-builder check` shows on which GPUs the models can be built.",
        "schema = 1",
        "",
        "[app]",
        _known("id", app.id, f"com.example.{slug or 'app'}", "your domain backwards; it must stay the same for ever"),
        _known("name", app.name, name, "as users know it"),
        _known("publisher", app.publisher, "Example Ltd", "who you are"),
        f"version = {toml_value(app.version or '1.0.0')}",
        "",
        "# [defaults]",
        '# no_gpu = "skip"      # a PC without a supported GPU gets "portable" engines, or none ("skip"), or "stop"',
    ]
    return "\n".join(lines) + "\n"


def _known(key: str, value: str | None, otherwise: str, decide: str) -> str:
    return f"{key} = {toml_value(value or otherwise)}" + ("" if value else f"  {DECIDE}{decide}")


def model_block(
    placed: Placed,
    hashes: Mapping[str, str],
    proposal: Proposal,
    plugins: Mapping[str, str] | None = None,
    *,
    is_first: bool = True,
) -> str:
    """A `[[model]]` with its profile.

    Args:
        placed: the model.
        hashes: by path in the package.
        proposal: of its profile.
        plugins: the names of plugins that app.toml has, by their operators.
        is_first: whether no model before it has its feature: what is decided once is marked once.
    """
    lines = [
        "[[model]]",
        f"name = {toml_value(placed.name)}",
        f"onnx = {toml_value(placed.onnx)}",
        f"sha256 = {toml_value(hashes[placed.onnx])}",
    ]
    if placed.external_data:
        entries = [{"file": file, "sha256": hashes[file]} for file in placed.external_data]
        lines.append(f"external_data = {toml_value(entries)}")
    if placed.facts.precision:
        lines.append(f"precision = {toml_value(placed.facts.precision)}")
    if placed.feature:
        decide = f"  {DECIDE}users read this and can leave it out; delete it if it is no feature of its own"
        lines.append(f"feature = {toml_value(placed.feature)}{decide if is_first else ''}")
    lines += [
        f"{DECIDE}the file does not say how many dimensions {_quoted(tensor.name)} has; export it again with shapes"
        for tensor in placed.facts.inputs
        if tensor.shape is None
    ]
    lines += _plugin_lines(placed, plugins or {})
    lines += profile_lines(proposal)
    return "\n".join(lines) + "\n"


def _plugin_lines(placed: Placed, plugins: Mapping[str, str]) -> Iterator[str]:
    """Name the plugins that a model needs, and operators that neither ONNX nor NVIDIA nor a plugin has."""
    domains = [operator.rpartition(".") for operator in placed.facts.operators]
    if needed := sorted({plugins[name] for _, _, name in domains if name in plugins}):
        yield f"plugins = {toml_value(needed)}"
    own = [f"{domain}.{name}" for domain, _, name in domains if name not in plugins and _is_vendors(domain, name)]
    if own:
        yield f"{DECIDE}name a [[plugin]] that has {_comment(', '.join(own))}, unless the engine library does"


def _is_vendors(domain: str, operator: str) -> bool:
    return not (domain in ("", "com.microsoft") or domain.startswith("ai.onnx") or operator.endswith("_TRT"))


def profile_lines(proposal: Proposal) -> Iterator[str]:
    """The lines of a `[[model.profile]]`; none for a model that needs no profile."""
    inputs = proposal.lines()
    if not inputs:
        return
    yield ""
    yield "[[model.profile]]    # any size from min to max can be used; engines are fastest at opt"
    for line in inputs:
        yield f"# {_comment(line.input)}: {_comment(line.about)}"
        yield from (f"{DECIDE}{_comment(text)}" for text in line.decide)
        yield toml_value({line.input: line.shapes})[2:-2]


def _comment(text: str) -> str:
    return one_line(text)


def _quoted(text: str) -> str:
    return repr(one_line(text))
