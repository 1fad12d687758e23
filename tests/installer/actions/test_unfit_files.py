"""A pipe, a device or an endless file in the place of one that is read: a clear end at once, whatever the command."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.base.json_file import Damaged, read_json
from builder.engines import engine_check
from builder.engines.index import EngineIndex
from installer.target.journal import Journal
from installer.target.receipt import Receipt
from tests.support.in_process import main, user
from tests.support.packages import small_package
from tests.support.program import Ended, run
from tests.support.unfit import NOT_FILES, anything_else, in_time

SECONDS = 10.0
"""The whole command on a busy computer: it imports, and asks for the GPUs."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package and a target with its engine, to be copied."""
    folder = tmp_path_factory.mktemp("installed")
    small_package(folder / "package", "alpha", payload={"folder": "payload"}, verify=False)
    (folder / "package/payload").mkdir()
    (folder / "package/payload/tool").write_text("tool")
    options = ("--quiet", "--package", folder / "package", "--target", folder / "target")
    assert run("install", *options, home=folder).code == 0
    return folder


@pytest.fixture
def home(tmp_path: Path, installed: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    shutil.copytree(installed / "package", home / "package")
    shutil.copytree(installed / "target", home / "target")
    with user(home):
        yield home


def replaced(path: Path, put: Callable[[Path], None]) -> None:
    path.unlink(missing_ok=True)
    put(path)


def ends(*arguments: str | Path) -> Ended:
    with in_time(SECONDS):
        return main(*arguments)


@anything_else
def test_engines_json(home: Path, put: Callable[[Path], None]) -> None:
    index = home / "target/engines/engines.json"
    replaced(index, put)
    shown = ends("status", "--json", "--target", home / "target")
    assert shown.code == 0
    assert "engines.json is damaged and counts as missing: it is " in shown.out
    assert ends("status", "--detect", "--target", home / "target") == Ended(1, "", "")
    assert ends("repair", "--quiet", "--plan", "--package", home / "package", "--target", home / "target").code == 0


@anything_else
def test_engines_json_in_the_check_of_applications(home: Path, put: Callable[[Path], None]) -> None:
    replaced(home / "target/engines/engines.json", put)
    with in_time():
        assert engine_check.check(home / "target").state == "missing"


@pytest.mark.parametrize("put", NOT_FILES.values(), ids=NOT_FILES)
def test_an_engine(home: Path, put: Callable[[Path], None]) -> None:
    (engine,) = (home / "target/engines").glob("*.engine")
    replaced(engine, put)
    with in_time():
        assert engine_check.check(home / "target").state == "missing"
    assert ends("status", "--detect", "--target", home / "target").code == 1
    shown = json.loads(ends("status", "--json", "--target", home / "target").out)
    assert shown["state"] == "incomplete"


@anything_else
@pytest.mark.parametrize("name", ["receipt.json", "journal.json"])
@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_a_receipt_or_journal(home: Path, put: Callable[[Path], None], name: str, command: str) -> None:
    replaced(home / "target/.engine-installer" / name, put)
    package = ("--package", home / "package") if command == "install" else ()
    ended = ends(command, "--quiet", *package, "--target", home / "target")
    assert ended.code == 77
    assert f"{name} is not as engine-installer wrote it: it is " in ended.err


@anything_else
def test_an_answers_file(home: Path, put: Callable[[Path], None]) -> None:
    put(home / "answers.toml")
    ended = ends("install", "--quiet", "--answers", home / "answers.toml")
    assert ended.code == 64
    assert "found 'answers.toml', which is " in ended.err


@anything_else
def test_a_manifest(home: Path, put: Callable[[Path], None]) -> None:
    replaced(home / "package/app.toml", put)
    ended = ends("install", "--quiet", "--package", home / "package", "--target", home / "target")
    assert ended.code in (65, 66)
    assert "has no app.toml" in ended.err or "found 'app.toml', which is larger than 4 MiB" in ended.err


@pytest.mark.parametrize("put", NOT_FILES.values(), ids=NOT_FILES)
@pytest.mark.parametrize("file", ["payload/tool", "models/alpha.onnx"])
def test_a_file_of_a_package(home: Path, put: Callable[[Path], None], file: str) -> None:
    replaced(home / "package" / file, put)
    ended = ends("install", "--quiet", "--package", home / "package", "--target", home / "target")
    if (put, file) == (Path.mkdir, "payload/tool"):
        return  # an empty folder is nothing to install
    assert ended.code == 65
    assert "which is " in ended.err or "a link to a folder" in ended.err or "leaves the package" in ended.err


@pytest.mark.parametrize("put", NOT_FILES.values(), ids=NOT_FILES)
def test_the_note_of_a_finished_engine(home: Path, put: Callable[[Path], None]) -> None:
    (home / "target/engines/.staging").mkdir()
    put(home / "target/engines/.staging/finished.jsonl")
    (home / "target/engines/engines.json").unlink()
    options = ("--quiet", "--package", home / "package", "--target", home / "target")
    with in_time(60):
        assert main("install", *options).code == 0


SLOW = {
    "a long comment": "#" + "x" * (4 << 20),
    "a deep key": "a." * 20_000 + "b = 1",
    "a deep table": f"[{'a . ' * 20_000}b]",
    "deep arrays": "x = " + "[" * 20_000,
    "millions of faults": "model = [" + "1," * 2_000_000 + "]",
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
@pytest.mark.parametrize("what", ["answers", "manifest"])
def test_a_table_that_would_take_long_to_understand(home: Path, text: str, what: str) -> None:
    if what == "answers":
        (home / "answers.toml").write_text(text)
        ended = ends("install", "--quiet", "--answers", home / "answers.toml")
        assert ended.code == 64
    else:
        (home / "package/app.toml").write_text(text)
        ended = ends("install", "--quiet", "--package", home / "package")
        assert ended.code == 65
    assert len(ended.err) < 2000


HEAD = '"app": {"id": "com.example.test", "name": "n", "publisher": "p", "version": "1"}, "scope": "current-user"'


@pytest.mark.parametrize(
    ("kind", "start", "item"),
    [
        (EngineIndex, '{"schema": 1, "engines": [', "0,"),
        (EngineIndex, '{"schema": 1, "superseded": [', "0,"),
        (Receipt, f'{{"schema": 1, {HEAD}, "files": [', "0,"),
        (Receipt, f'{{"schema": 1, {HEAD}, "made": [', "0,"),
        (Journal, '{"schema": 1, "action": "install", "operations": [', "{},"),
    ],
)
def test_a_file_of_millions_of_faults_is_told_the_first(tmp_path: Path, kind: type, start: str, item: str) -> None:
    path = tmp_path / "file.json"
    path.write_text(start + item * ((4 << 20) // len(item)) + "0]}")
    with in_time(SECONDS), pytest.raises(Damaged):
        read_json(path, kind, 1)


def test_a_receipt_of_too_many_entries_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    folders = ", ".join(['"a"'] * 200_001)
    path.write_text(f'{{"schema": 1, {HEAD}, "folders": [{folders}]}}')
    with in_time(SECONDS), pytest.raises(Damaged, match="it has more than 200000 entries"):
        read_json(path, Receipt, 1)
