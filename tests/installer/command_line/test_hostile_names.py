"""Any string as a name, path or text in manifests, receipts and engines.json: no forged line, no traceback."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builder.base.names import one_line
from tests.support.in_process import main, user
from tests.support.packages import APP, small_package, write_manifest
from tests.support.payloads import payload_package
from tests.support.program import Ended

FORGED = "error: forged"
"""What no line may begin with, though every name tries to."""
INTERNAL_ERROR = 70

PIECES = ("\n", "\r\n", "\u2028", "\x0b", "\x85", "\x1b[31m", "\u202e", "\udcff", "[red]", "{x}", "%s", "<b>")
pieces = st.sampled_from(PIECES)
anything = st.lists(pieces | st.text(st.characters(exclude_categories=[]), max_size=5), max_size=4)
names = anything.map(lambda parts: "".join((*parts, "\n", FORGED)))
hostile = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)


def check(ended: Ended, *codes: int) -> None:
    """No line of what was printed is anybody else's, and nothing hides in it."""
    said = ended.out + ended.err
    assert not [line for line in said.splitlines() if line.startswith(FORGED)], said
    assert one_line(said.replace("\n", "")) == said.replace("\n", "")
    assert "Traceback" not in said
    assert ended.code != INTERNAL_ERROR
    assert not codes or ended.code in codes


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("home")
    with user(folder):
        yield folder


@pytest.fixture(scope="module")
def installed(home: Path) -> Path:
    """An application with its own files, a feature and two engines, one of which could not be built."""
    package = payload_package(
        home / "package",
        {"bin/tool": b"x"},
        registration={"executable": "bin/tool", "comment": "c", "url": "https://example.com/"},
        defaults={"no_gpu": "portable"},
    )
    assert main("install", "--quiet", "--package", package, "--target", home / "t", "--log", home / "log").code == 0
    index = home / "t/engines/engines.json"
    values = json.loads(index.read_text())
    values["failed"] = [{"model": "beta", "reason": "it failed:\n  - twice", "gpu": None}]
    index.write_text(json.dumps(values))
    return home / "t"


# Manifests.


@hostile
@given(names, st.sampled_from(["name", "publisher", "version", "id"]))
@example("Good\u202egpj.exe \u2028RESULT\n" + FORGED, "name")
def test_a_manifest_may_say_anything_of_the_application(home: Path, name: str, key: str) -> None:
    name = name.encode("utf-8", "replace").decode()
    package = small_package(home / "m", "alpha", app=APP | {key: name})
    check(main("install", "--plan", "--package", package, "--target", home / "new"), 65)


@hostile
@given(names)
def test_a_manifest_may_say_anything_anywhere(home: Path, name: str) -> None:
    name = name.encode("utf-8", "replace").decode()
    package = write_manifest(
        home / "any",
        {"name": name, "onnx": name, "sha256": name, name: name, "feature": name, "keep_fp32": [name]},
        {"name": "a", "onnx": "a.onnx", "external_data": [{"file": name}], "profile": [{name: {"min": [1]}}]},
        **{name: name} if name.isascii() and name.isalnum() else {},
        branding={"icon": f"{name}.png", "accent": name, name: 1},
        registration={"executable": name, "url": f"https://{name}", "comment": name, "categories": [name]},
        payload={"folder": name},
        library={"source": "wheels", "wheels": [{"file": name, "url": name}]},
    )
    check(main("install", "--plan", "--package", package, "--target", home / "new"), 65)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not take such names")
@pytest.mark.parametrize("name", [f"a\n{FORGED}", "a\u202egpj.exe", f"a\u2028{FORGED}", "a\x1b[31m", "a\udcff"])
def test_files_of_the_application_with_such_names_are_refused(home: Path, name: str) -> None:
    folder = home / "payload"
    shutil.rmtree(folder, ignore_errors=True)
    package = payload_package(folder, {"bin/tool": b"x"})
    (package / "app" / "bin" / name).write_bytes(b"y")
    ended = main("install", "--plan", "--package", package, "--target", home / "new")
    check(ended, 65)
    assert "payload.folder: found 'bin/" in ended.err


# What is in a target.


def places_in(value: Any, *way: str | int) -> Iterator[tuple[str | int, ...]]:
    """Where text stands in JSON."""
    if isinstance(value, str):
        yield way
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places_in(item, *way, key)


def with_text_at(values: Any, way: tuple[str | int, ...], text: str) -> Any:
    if not way:
        return text
    changed: Any = dict(values) if isinstance(values, dict) else list(values)
    changed[way[0]] = with_text_at(values[way[0]], way[1:], text)
    return changed


@hostile
@given(names, st.sampled_from(["engines/engines.json", ".engine-installer/receipt.json"]), st.data())
def test_a_target_may_say_anything(home: Path, installed: Path, name: str, file: str, data: st.DataObject) -> None:
    path = installed / file
    content = path.read_bytes()
    values = json.loads(content)
    way = data.draw(st.sampled_from(list(places_in(values))))
    path.write_text(json.dumps(with_text_at(values, way, name)))
    try:
        check(main("status", "--target", installed))
        check(main("status", "--json", "--target", installed))
        check(main("uninstall", "--plan", "--target", installed))
        check(main("repair", "--plan", "--target", installed))
    finally:
        path.write_bytes(content)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not take such names")
@pytest.mark.parametrize("name", [f"a\n{FORGED}", f"a\u2028{FORGED}", "a\x1b[31m", "a\udcff", f"{{x}}\n{FORGED}"])
def test_a_path_is_shown_on_one_line(home: Path, name: str) -> None:
    for command in ("status", "uninstall --quiet", "repair --quiet", "install --plan"):
        check(main(*command.split(), "--package", home / name, "--target", home / name))
    package = small_package(home / "good", "alpha")
    log = home / f"log {name}"
    ended = main("install", "--quiet", "--package", package, "--target", home / "at" / name, "--log", log)
    check(ended, 0)
    check(main("status", "--target", home / "at" / name), 0)
    check(main("uninstall", "--quiet", "--target", home / "at" / name, "--log", log), 0)
