"""What the documentation states is what the code does."""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from types import ModuleType

import pytest
from pydantic import BaseModel

import builder.vendor.command_line
import installer.command_line.arguments
from builder.app_package.manifest import AppManifest, Checks, Library, RegistrationTable, Wheel
from builder.app_package.model_tables import Defaults, ModelSpec, VariantSpec
from builder.app_package.package import load_package
from builder.app_package.reference_table import ReferenceSpec, ToleranceTable
from builder.app_package.systems import Payloads
from builder.base.errors import ExitCode
from builder.timing.catalogue import CacheIndex
from tests.support.program import ROOT


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_table_of_exit_codes_is_the_enum() -> None:
    rows = re.findall(r"^\| .* \| `(\w+)` \| (\d+) \| (\d+) \|$", page("docs/command-line.md"), re.MULTILINE)
    assert [(name, int(windows), int(posix)) for name, windows, posix in rows] == [
        (code.label, code.windows, code.posix) for code in sorted(ExitCode, key=lambda code: _order(rows, code))
    ]
    assert len(rows) == len(ExitCode)


def _order(rows: list[tuple[str, str, str]], code: ExitCode) -> int:
    return [name for name, _, _ in rows].index(code.label)


def test_the_example_of_the_app_package_is_valid() -> None:
    example, *others = re.findall(r"```toml\n(.*?)```", page("docs/app-package.md"), re.DOTALL)
    manifest = tomllib.loads(example)
    assert [model.name for model in AppManifest.model_validate(manifest).model] == ["upscale-x2", "segment"]
    for tables in others:
        AppManifest.model_validate(manifest | tomllib.loads(tables))


@pytest.mark.parametrize(
    "table",
    [
        Defaults,
        ModelSpec,
        VariantSpec,
        ReferenceSpec,
        ToleranceTable,
        Checks,
        Library,
        Wheel,
        RegistrationTable,
        Payloads,
    ],
)
def test_every_key_of_the_manifest_is_explained(table: type[BaseModel]) -> None:
    text = page("docs/app-package.md")
    for name, field in table.model_fields.items():
        assert f"`{field.alias or name}`" in text or f"`{field.alias or name} = " in text, name


def options_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from options_of(command)


@pytest.mark.parametrize("program", [installer.command_line.arguments, builder.vendor.command_line])
def test_every_option_is_explained(program: ModuleType) -> None:
    pages = ["docs/command-line.md", *(f"docs/vendors/{path.name}" for path in (ROOT / "docs/vendors").glob("*.md"))]
    text = "".join(map(page, pages))
    for option in options_of(program.make_parser()):
        assert option in ("-h", "--help", "--version") or option in text, option


def test_the_example_of_a_catalogue_is_valid() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", page("docs/vendors/timing-caches.md"), re.DOTALL)
    index = CacheIndex.model_validate(tomllib.loads(example))
    assert [model.name for entry in index.cache for model in entry.model] == ["upscale-x2"]


def test_the_demo_package_is_intact_small_and_what_its_page_says() -> None:
    package = load_package(ROOT / "assets")
    assert sum(model.total_bytes for model in package.models) < 8_000_000
    text = page("docs/demo-models.md")
    for model in package.models:
        assert model.onnx.sha256 in text


def test_the_figures_of_the_demo_models_are_those_of_the_report() -> None:
    report = json.loads(page("tools/demo_models/report.json"))
    text = json.dumps(report)
    for path in sorted((ROOT / "assets/models").glob("*.onnx")):
        assert hashlib.sha256(path.read_bytes()).hexdigest() in text


def test_the_lock_files_name_no_host() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "--index" not in text


OUR_PATH = re.compile(r"(?:builder|docs|installer|launcher|requirements|tests|tools)/[\w./*-]*[\w/]")


def test_the_page_for_contributors_names_what_is_there() -> None:
    text = page("docs/contributing.md")
    for path in OUR_PATH.findall(text):
        assert list(ROOT.glob(path)), path
    for module in re.findall(r"python -m ([\w.]+)", text):
        assert (ROOT / module.replace(".", "/")).with_suffix(".py").is_file()
    for path, test in re.findall(r"([\w/]+\.py)::(\w+)", text):
        assert f"def {test}(" in page(path)
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / "docs" / link).is_file()


def test_whatever_is_added_takes_one_to_three_files() -> None:
    additions = re.findall(r"^### .*?(?=^##)", page("docs/contributing.md"), re.DOTALL | re.MULTILINE)
    assert len(additions) >= 5
    for addition in additions:
        steps = re.findall(r"^\d\. .*", addition, re.MULTILINE)
        assert 1 <= len(steps) <= 3
        assert all(OUR_PATH.search(step) for step in steps)
