"""An app package made of ONNX files, and models added to one: read, placed, copied, and written in the end."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.app_package.manifest import MANIFEST_NAME, AppManifest, AppTable, find_manifest, package_invalid, table_at
from builder.app_package.package_files import PackageFile, read_files
from builder.app_package.plugin_table import operators_of_plugins
from builder.base.cancellation import CancelToken
from builder.base.errors import Fault, FileInUse, InvalidParameter, ModelInvalid
from builder.base.files import hash_stream, make_directory_noting_new, os_errors_as, write_durably
from builder.base.paths import entry_exists, is_folder
from builder.base.small_files import open_regular
from builder.base.text import say, verbatim
from builder.base.toml_file import parse_toml, validate
from builder.vendor.drafting.asking import Ask, ask_about_app, ask_about_profile
from builder.vendor.drafting.finding import Placed, Source, find_models, place_models
from builder.vendor.drafting.manifest_text import DECIDE, AppFacts, head, model_block
from builder.vendor.drafting.profiles import Proposal, propose
from builder.vendor.manifest_editing import ManifestEditing
from builder.vendor.models.facts import ModelFacts, read_models
from builder.vendor.models.shape_trial import ShapeTrial


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was made.

    Attributes:
        manifest: the `app.toml`.
        models: those that are new in it.
        decisions: how many things are left to decide in what was written.
    """

    manifest: Path
    models: tuple[Placed, ...]
    decisions: int


def proposal_for(facts: ModelFacts, cancel: CancelToken) -> Proposal:
    """Propose the profile of a model."""
    trial = ShapeTrial(facts.path, cancel)
    return propose(facts.inputs, trial.shape_inputs, trial.fault)


def new_package(root: Path, paths: Sequence[Path], app: AppFacts, ask: Ask | None, cancel: CancelToken) -> Drafted:
    """Make an app package of models, which are copied into it unless they are there.

    Args:
        root: its folder, which need not exist.
        paths: ONNX files and folders of them; none for those that are in the package's folder.
        app: what is known of the application.
        ask: asks for what is not; None where nobody can answer.
        cancel: stops it; nothing is left behind then.

    Raises:
        InvalidParameter: there is an `app.toml` already, or what is known of the application is not valid.
        FileInUse: another program has put a file where a model was to go.
        ModelInvalid: with everything that is wrong with the models.
    """
    for manifest in (root / MANIFEST_NAME, root / "assets" / MANIFEST_NAME):
        if entry_exists(manifest):
            raise _exists_already(manifest)
    if not paths and not is_folder(root):
        raise InvalidParameter(
            verbatim(f"{root} is no folder with models."),
            hint=verbatim("Name the ONNX files, or folders of them: engine-builder new DIR MODEL…"),
        )
    _check_app(app, root.name)
    sources = find_models(paths or [root])
    facts = read_models([source.path for source in sources], cancel)
    placed = place_models(root, sources, facts, ())
    app = ask_about_app(app, ask)
    _check_app(app, root.name)
    proposals = _proposals(placed, ask, cancel)
    manifest = root / MANIFEST_NAME
    with _undone_on_failure() as undo:
        undo += make_directory_noting_new(root)
        hashes = _bring(root, placed, undo, cancel)
        text = "\n".join([head(app, root.name), *_blocks(placed, hashes, proposals)])
        _check_text(manifest, text)
        cancel.check()
        staged = root / f".{MANIFEST_NAME}.{os.getpid()}.new"
        undo.append(staged)
        write_durably(staged, text.encode(), known_as=manifest)
        if not _place_new(staged, manifest):
            raise _exists_already(manifest)
    return Drafted(manifest, placed, text.count(DECIDE))


def _exists_already(manifest: Path) -> InvalidParameter:
    return InvalidParameter(
        verbatim(f"{manifest} exists already."),
        hint=verbatim("Use 'engine-builder add' to add models to it, or remove it to begin again."),
    )


def add_models(package: Path, paths: Sequence[Path], ask: Ask | None, cancel: CancelToken) -> Drafted:
    """Add models to an app package; the arguments and errors are those of `new_package`."""
    editing = ManifestEditing(find_manifest(package))
    root = editing.path.parent
    models = editing.data.get("model")
    listed = [model for model in models if isinstance(model, dict)] if isinstance(models, list) else []
    sources = find_models(paths)
    _refuse_listed(root, sources, {str(model.get("onnx")) for model in listed})
    facts = read_models([source.path for source in sources], cancel)
    placed = place_models(root, sources, facts, [str(model.get("name")) for model in listed])
    proposals = _proposals(placed, ask, cancel)
    with _undone_on_failure() as undo:
        hashes = _bring(root, placed, undo, cancel)
        blocks = _blocks(placed, hashes, proposals, operators_of_plugins(editing.data))
        for block in blocks:
            editing.append_model(block)
        cancel.check()
        editing.save()
    return Drafted(editing.path, placed, "".join(blocks).count(DECIDE))


def _refuse_listed(root: Path, sources: Sequence[Source], listed: set[str]) -> None:
    inside = [source.path.relative_to(root).as_posix() for source in sources if source.path.is_relative_to(root)]
    if twice := [path for path in inside if path in listed]:
        raise InvalidParameter(
            verbatim(f"{', '.join(twice)} is in {MANIFEST_NAME} already."),
            hint=verbatim("Name only models that are new; 'engine-builder hash' follows changes of the others."),
        )


def _proposals(placed: Sequence[Placed], ask: Ask | None, cancel: CancelToken) -> list[Proposal]:
    return [ask_about_profile(model.name, proposal_for(model.facts, cancel), ask) for model in placed]


def _blocks(
    placed: Sequence[Placed],
    hashes: dict[str, str],
    proposals: Sequence[Proposal],
    plugins: Mapping[str, str] | None = None,
) -> list[str]:
    first = {model.feature: model for model in reversed(placed)}
    return [
        model_block(model, hashes, proposal, plugins, is_first=first[model.feature] is model)
        for model, proposal in zip(placed, proposals, strict=True)
    ]


def _check_app(app: AppFacts, folder: str) -> None:
    """Refuse what app.toml would refuse, before anything is copied."""
    written = parse_toml(Path(MANIFEST_NAME), head(app, folder).encode())
    _, faults = validate(AppTable, written["app"], MANIFEST_NAME, 1, table_at)
    if faults:
        lines = "; ".join(f"{fault.key}: found {fault.found}, expected {fault.expected}" for fault in faults)
        raise InvalidParameter(
            verbatim(f"This cannot stand in app.toml: {lines}."), hint=verbatim("Give another --name, --id and so on.")
        )


def _check_text(path: Path, text: str) -> None:
    """Refuse to write what the installer would refuse to read, such as an input with an invisible character."""
    _, faults = validate(AppManifest, parse_toml(path, text.encode()), path.name, 1, table_at)
    if faults:
        raise package_invalid(path, faults)


@contextlib.contextmanager
def _undone_on_failure() -> Iterator[list[Path]]:
    """Give a list of files and folders, the last made first, that are removed unless the block succeeds."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in sorted(made, key=lambda path: len(path.parts), reverse=True):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def _bring(root: Path, placed: Sequence[Placed], undo: list[Path], cancel: CancelToken) -> dict[str, str]:
    """Copy what is not in the package, and hash everything; gives hashes by path in the package."""
    # In one order, so that of two runs at once the one that is ahead at the first common file is so at all of them.
    copies = sorted((target, source) for model in placed for source, target in model.copies)
    copied = {target: _copy(source, root / target, undo, cancel) for target, source in copies}
    there = {path for model in placed for path in (model.onnx, *model.external_data)} - copied.keys()
    read = read_files(root, there, cancel)
    faults = [
        Fault(path, "", file.found, file.expected) for path, file in read.items() if not isinstance(file, PackageFile)
    ]
    if faults:
        raise ModelInvalid(verbatim("Not every model can be part of a package:"), faults=tuple(faults))
    return copied | {path: file.sha256 for path, file in read.items() if isinstance(file, PackageFile)}


def _copy(source: Path, target: Path, undo: list[Path], cancel: CancelToken) -> str:
    """Copy a file, visible only when it is whole; gives its hash."""
    undo += make_directory_noting_new(target.parent)
    partial = target.with_name(f".{target.name[:40]}.{os.getpid()}.new")
    undo.append(partial)
    with os_errors_as(source, say("read")), open_regular(source) as stream:
        size = os.fstat(stream.fileno()).st_size
        with os_errors_as(target, say("write")), partial.open("xb") as copy:
            sha256 = hash_stream(stream, size, cancel.check, copy)
            copy.flush()
            os.fsync(copy.fileno())
    if not _place_new(partial, target):
        raise FileInUse(
            verbatim(f"{target} was made by another program in the meantime, so it was left as it is."),
            hint=verbatim("Wait until that program has ended, then run the command again."),
        )
    undo.append(target)
    return sha256


def _place_new(staged: Path, final: Path) -> bool:
    """Give a finished file its name in one step; gives whether the name was free."""
    with os_errors_as(final, say("write")):
        try:
            if os.name == "nt":
                staged.rename(final)  # which replaces nothing there
                return True
            final.hardlink_to(staged)
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if entry_exists(final):
                return False
            staged.rename(final)
            return True
        staged.unlink()
    return True


Show = Callable[[str], None]


def report(drafted: Drafted, show: Show) -> None:
    """Say what was made, and what is left to do."""
    width = max(len(model.name) for model in drafted.models)
    for model in drafted.models:
        how = "copied" if model.copies else "as it is"
        precision = model.facts.precision or "no floating point"
        show(f"  {model.name:{width}}  {model.onnx}  {precision}, {how}")
    count = "one model" if len(drafted.models) == 1 else f"{len(drafted.models)} models"
    if drafted.decisions:
        things = "one thing" if drafted.decisions == 1 else f"{drafted.decisions} things"
        show(f"{drafted.manifest}: {count}; {things} to decide, marked with '{DECIDE.strip()}'.")
    else:
        show(f"{drafted.manifest}: {count}; nothing left to decide.")
