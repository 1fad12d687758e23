"""Mutated ONNX files: each is built or ends with a reason, and nothing but its own worker can die of it.

`FUZZ_SEED=7 FUZZ_FILES=6000 pytest tests/test_fuzzed_models.py` tries others.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.app_package.onnx_data_types import data_types_of
from builder.app_package.onnx_nodes import count_nodes
from builder.base.errors import ModelInvalid
from builder.base.file_kinds import foreign_file
from builder.vendor.drafting.report import facts_text
from builder.vendor.models.facts import read_model
from tests.support.forked_worker import Ending, job, run_jobs
from tests.support.mutated_models import WEIGHTS, base_models, mutated_models
from tests.support.packages import write_manifest
from tests.support.runs import install

_INSTALLED = 100
"""How many go through the whole program; a worker for each of them would take many minutes."""

_CRASHES = (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE)
_MOST_MIB = 2048
_OF_OURS = re.compile(r"internal error|Traceback|[Ee]ngine-installer")

pytestmark = pytest.mark.timeout(7200)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The files, named by their seeds."""
    folder = tmp_path_factory.mktemp("package")
    bases = base_models(folder)
    for file in folder.glob("*.onnx"):
        file.unlink()
    written = []
    for seed, content in mutated_models(bases):
        written.append(folder / f"{seed.replace(' ', '-')}.onnx")
        written[-1].write_bytes(content)
    return written


@pytest.fixture(scope="module")
def endings(models: list[Path]) -> Mapping[str, Ending]:
    """How the worker ended with each."""
    return {ending.model: ending for ending in run_jobs([job(file, [file.with_name(WEIGHTS)]) for file in models])}


def test_what_the_parent_reads_itself_never_fails(models: list[Path]) -> None:
    for file in models:
        foreign_file(file, "model")
        assert count_nodes(file) >= 0
        assert data_types_of(file) <= {"bf16", "fp8", "int4", "fp4"}


def test_what_the_vendors_tool_reads_ends_with_facts_or_with_what_is_wrong(models: list[Path]) -> None:
    endings = set()
    for file in models[::4]:
        try:
            facts_text(read_model(file))
            endings.add("facts")
        except ModelInvalid as error:
            endings.add("faults" if error.faults else "nothing")
    assert endings == {"facts", "faults"}


def test_every_model_is_built_or_refused_with_a_reason(models: list[Path], endings: Mapping[str, Ending]) -> None:
    assert endings.keys() == {file.stem for file in models}
    wrong = {
        name: ending
        for name, ending in endings.items()
        if (ending.signal not in _CRASHES if ending.signal else not _is_answer(ending)) or ending.mib > _MOST_MIB
    }
    assert wrong == {}


def _is_answer(ending: Ending) -> bool:
    if ending.event.get("event") == "built":
        return True
    message = (ending.event.get("message") or {}).get("text", "")
    return len(message) > 20 and not _OF_OURS.search(message) and ending.event["code"] != "internal_error"


def test_a_run_goes_on_whatever_its_models_do(
    tmp_path: Path, models: list[Path], endings: Mapping[str, Ending]
) -> None:
    """With those on which the library crashes first."""
    by_seed = sorted(models, key=lambda file: not endings[file.stem].signal)
    taken = [file for file in by_seed if not foreign_file(file, "model")][:_INSTALLED]
    names = {file.stem for file in taken}
    entries = [{"name": name, "onnx": f"{name}.onnx", "external_data": [{"file": WEIGHTS}]} for name in sorted(names)]
    package, temporary = write_manifest(taken[0].parent, *entries, verify=False), tmp_path / "temporary"
    temporary.mkdir()
    ended = install(tmp_path, package, env={"TMPDIR": str(temporary)})
    finished = {event["model"]: event for event in ended.events if event["event"] == "model_finished"}
    assert finished.keys() == names
    assert ended.code == 1
    assert "Traceback" not in ended.out + ended.err
    # The library may read where it has written nothing, so the same file may end in another way.
    assert {event["outcome"] for event in finished.values()} == {"built", "failed", "crashed"}
    for name, event in finished.items():
        assert event["outcome"] == "built" or repr(name) in event["message"], event
        assert not _OF_OURS.search(event["message"] or ""), event
    assert list(temporary.iterdir()) == []
    built = sum(event["outcome"] == "built" for event in finished.values())
    assert len(list((tmp_path / "target").rglob("*.engine"))) == built
    assert not list((tmp_path / "target").rglob("*staging*"))
