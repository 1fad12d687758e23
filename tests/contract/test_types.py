"""The worker uses only what the engine libraries have: mypy holds it against NVIDIA's real bindings."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.backend.tensorrt_rtx import TARGETS
from builder.base.settings import DATA_TYPES, TENSOR_FORMATS
from tests.contract.mistakes import MISTAKES, Mistake
from tests.contract.names import ENUMERATIONS, unknown_names
from tests.contract.stubs import members_of, write_stubs
from tests.support.bindings import LIBRARIES, generated_stub
from tests.support.program import ROOT

WORKER = ROOT / "builder/worker"
MYPY = (
    sys.executable,
    "-m",
    "mypy",
    "--no-warn-unreachable",
    "--no-warn-unused-ignores",
    "--follow-imports=silent",
    f"--cache-dir={os.devnull}",
)


class Found:
    """What was found in the worker, and in a copy of it with every mistake, for each library.

    Attributes:
        types: what mypy reports, as (library, "worker", "mistaken" or "" for the stub, file, line, text).
        names: what is wrong with names that are strings, as (file, line, text).
        mistaken_names: the same of the copy.
        members: what each class has in some library.
        sources: the files of the copy.
    """

    def __init__(self, folder: Path) -> None:
        self.members: dict[str, set[str]] = {}
        for library in LIBRARIES:
            package = folder / library.replace("-", "_")
            package.mkdir()
            write_stubs(generated_stub(library), package)
            for name, names in members_of(package / "engine_bindings.pyi").items():
                self.members[name] = self.members.get(name, set()) | names
            copy_worker(package / "worker")
            copy_worker(package / "mistaken", MISTAKES)
        self.names = [*unknown_names(WORKER, self.members)]
        self.mistaken_names = [*unknown_names(package / "mistaken", self.members)]
        self.sources = {path.name: path.read_text(encoding="utf-8") for path in (package / "mistaken").iterdir()}
        self.types = [*reported_by_mypy(folder)]

    def line_of(self, mistake: Mistake) -> int:
        """Where in the copy it is reported."""
        source, text = self.sources[mistake.file], mistake.reported or mistake.wrong
        assert source.count(text) == 1
        return source[: source.index(text)].count("\n") + 1


def reported_by_mypy(folder: Path) -> Iterator[tuple[str, str, str, int, str]]:
    """Run mypy once over all copies, so that what they share is read once."""
    command = [*MYPY, *(f"-p{library.replace('-', '_')}" for library in LIBRARIES)]
    environment = {**os.environ, "MYPYPATH": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stdout + done.stderr
    place = re.compile(r"(tensorrt_\w+)/(?:(\w+)/)?(\w+\.pyi?):(\d+): error: (.*)")
    for match in place.finditer(done.stdout.replace("\\", "/")):
        library, which, file, line, text = match.groups("")
        yield library.replace("_", "-"), which, file, int(line), text


def copy_worker(folder: Path, mistakes: tuple[Mistake, ...] = ()) -> None:
    """Copy the worker to where its `trt` is the stub beside that folder, and make the mistakes."""
    folder.mkdir()
    for path in WORKER.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        for mistake in mistakes:
            if mistake.file == path.name:
                assert text.count(mistake.right) == 1, mistake
                text = text.replace(mistake.right, mistake.wrong)
        text = text.replace("builder.worker", f"{folder.parent.name}.{folder.name}")
        (folder / path.name).write_text(text, encoding="utf-8")
    shutil.copy(folder.parent / "trt.pyi", folder)


@functools.cache
def found() -> Found:
    with tempfile.TemporaryDirectory() as folder:
        return Found(Path(folder))


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_library_has_and_accepts_what_the_worker_does(library: str) -> None:
    problems = [
        f"builder/worker/{file}:{line}: {text}" if which else f"the stub: {text}"
        for its, which, file, line, text in found().types
        if its == library and which != "mistaken"
    ]
    assert not problems, "\n".join([f"with {library}", *problems])


def test_what_the_worker_names_by_strings_exists_in_some_version() -> None:
    assert found().names == []
    assert set(TENSOR_FORMATS.values()) <= found().members["TensorFormat"]
    assert set(DATA_TYPES.values()) <= found().members["DataType"]
    assert {"SM" + target.replace(".", "") for target in TARGETS} <= found().members["ComputeCapability"]


def test_no_enumeration_is_listed_for_nothing() -> None:
    functions = "".join(path.read_text(encoding="utf-8") for path in WORKER.glob("*.py"))
    assert [place for place in ENUMERATIONS if not re.search(rf"^(?:def )?{place}\b", functions, re.MULTILINE)] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.file}: {mistake.name}")
def test_a_mistake_is_found(mistake: Mistake) -> None:
    line = found().line_of(mistake)
    place = "mistaken", mistake.file, line
    libraries = {library for library, *where, _ in found().types if tuple(where) == place}
    assert libraries >= set(mistake.libraries)
    if not mistake.libraries:
        assert (mistake.file, line) in {(file, line) for file, line, _ in found().mistaken_names}
