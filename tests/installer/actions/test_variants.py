"""Variants really built and installed: for computers without a GPU, for others, and after the GPU was changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from builder.backend import Installation
from builder.backend.tensorrt_rtx import TARGETS
from builder.base.cancellation import NEVER
from builder.engines import engine_check
from installer.actions.status import status
from installer.target.request import Request
from tests.builder.building.test_variant_choice import gpu
from tests.support.plans import machine
from tests.support.program import Ended, run
from tests.support.runs import install
from tests.support.variants import CHOICES, LIBRARY_THAT_LOADS, computer_with, package_with_variants

SHARES = {None: ["8.0", "8.6"], "blackwell": ["12.0", "12.1"], "fp8": ["8.9"], "turing": ["7.5"]}


def index_of(target: Path) -> dict[str, Any]:
    index: dict[str, Any] = json.loads((target / "engines/engines.json").read_text())
    return index


@pytest.fixture(scope="module")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with engines for every GPU."""
    home = tmp_path_factory.mktemp("portable")
    ended = install(home, package_with_variants(home / "package"), "--portable")
    assert ended.code == 0, ended.err
    return home


def test_there_is_one_engine_for_each_variant_for_gpus_of_its_own(portable: Path) -> None:
    engines = index_of(portable / "target")["engines"]
    assert {engine["variant"]: engine["targets"] for engine in engines} == SHARES
    assert {engine["model"] for engine in engines} == {"net"}
    assert len({engine["file"] for engine in engines} | {engine["onnx_sha256"] for engine in engines}) == 8
    assert not any(engine["portable"] for engine in engines)


def by_the_documented_rules(engines: list[dict[str, Any]], capability: str) -> dict[str, Any]:
    """Choose an engine as docs/engines-json.md tells those who write in other languages."""
    named = [engine for engine in engines if capability in engine["targets"]]
    return (named or engines)[0]


@pytest.mark.parametrize("capability", [*TARGETS, "6.1", "9.0"])
def test_an_application_finds_the_engine_for_its_gpu(portable: Path, capability: str) -> None:
    target = portable / "target"
    checked = engine_check.check(target, compute_capability=capability)
    assert checked.state == ("current" if capability in TARGETS else "stale")
    engine = by_the_documented_rules(index_of(target)["engines"], capability)
    assert checked.files == {"net": target / "engines" / engine["file"]}
    if capability in CHOICES:
        assert engine["variant"] == (None if CHOICES[capability][0] == "none" else CHOICES[capability][0])


@pytest.mark.parametrize("capability", ["7.5", "8.9"])
def test_status_is_ready_wherever_one_of_them_runs(portable: Path, capability: str) -> None:
    env = computer_with(capability)
    ended = run("status", "--json", "--target", portable / "target", home=portable, env=env)
    found = json.loads(ended.out)
    assert found["state"] == "ready"
    assert [(each["variant"], each["verdict"]) for each in found["engines"]] == [(name, "current") for name in SHARES]
    ended = run("repair", "--plan", "--json", "--target", portable / "target", home=portable, env=env)
    assert [model["action"] for model in json.loads(ended.out)["models"]] == ["keep"] * 4


@pytest.mark.parametrize("libraries", [None, {}], ids=["gone", "without the library"])
@pytest.mark.parametrize("capability", ["7.5", "8.6", "13.0"])
def test_status_judges_them_together_without_package_or_library(
    portable: Path, tmp_path: Path, capability: str, libraries: dict[str, Installation] | None
) -> None:
    target = shutil.copytree(portable / "target", tmp_path / "target")
    index = index_of(target) | {"options": {}}
    if libraries is None:
        index["app"]["package"] = str(tmp_path / "gone")
        shutil.rmtree(target / ".engine-installer")
    (target / "engines/engines.json").write_text(json.dumps(index))
    here = machine(gpu(capability), libraries=libraries)
    found = status(Request(target=target), here, NEVER, quick=False)
    served = capability in TARGETS
    assert [engine.verdict.state for engine in found.engines] == ["current" if served else "stale"] * 4
    assert found.state == ("ready" if served else "stale")


def test_a_driver_that_comes_and_goes_changes_nothing(portable: Path, tmp_path: Path) -> None:
    shutil.copytree(portable / "target", tmp_path / "target")
    before = index_of(tmp_path / "target") | {"options": {}}
    (tmp_path / "target/engines/engines.json").write_text(json.dumps(before))
    for env in (computer_with("8.6"), computer_with("12.0"), {}):
        assert run("status", "--detect", "--target", tmp_path / "target", home=tmp_path, env=env).code == 0
        assert run("repair", "--quiet", "--target", tmp_path / "target", home=tmp_path, env=env).code == 0
        assert index_of(tmp_path / "target")["engines"] == before["engines"]


class Pc:
    """A computer whose GPU can be changed, and which has the installed application but not its package."""

    def __init__(self, home: Path) -> None:
        self.home, self.target = home, home / "target"

    def run(self, capability: str, action: str, *options: str | Path) -> Ended:
        env = {**computer_with(capability), **LIBRARY_THAT_LOADS}
        return run(action, "--target", self.target, *options, home=self.home, env=env)


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    pc = Pc(tmp_path)
    package = package_with_variants(tmp_path / "package")
    ended = pc.run("8.6", "install", "--quiet", "--package", package)
    assert ended.code == 0, ended.err
    shutil.rmtree(package)
    return pc


def test_another_gpu_gets_its_variant_by_a_repair_from_the_kept_copy(pc: Pc) -> None:
    before, built_from = "8.6", "the model's own file"
    for capability in ("8.9", "12.0", "7.5"):
        name = CHOICES[capability][0]
        found = json.loads(pc.run(capability, "status", "--json").out)
        (engine,) = found["engines"]
        assert (found["state"], engine["verdict"], engine["cause"]) == ("stale", "stale", "gpu")
        assert engine["reason"] == (
            f"the GPU is now NVIDIA GPU {capability}: built from {built_from}, but the variant {name!r} is for it"
        )
        assert pc.run(capability, "status", "--detect").code == 1
        assert engine_check.check(pc.target, compute_capability=capability).state == "stale"
        assert engine_check.check(pc.target, compute_capability=before).state == "current"
        ended = pc.run(capability, "repair", "--quiet")
        assert ended.code == 0, ended.err
        (record,) = index_of(pc.target)["engines"]
        assert (record["variant"], record["targets"]) == (name, [capability])
        assert record["gpu"]["compute_capability"] == capability
        assert [path.name for path in (pc.target / "engines").glob("*.engine")] == [record["file"]]
        assert engine_check.check(pc.target, compute_capability=capability).state == "current"
        before, built_from = capability, f"the variant {name!r}"
    assert pc.run("7.5", "status", "--detect").code == 0


def test_a_kept_variant_that_was_changed_is_not_built(pc: Pc) -> None:
    kept = pc.target / ".engine-installer/package/fp8.onnx"
    kept.write_bytes(kept.read_bytes() + b"\0")
    before = index_of(pc.target)
    ended = pc.run("8.9", "repair", "--quiet")
    assert ended.code != 0
    assert "variant 'fp8'" in ended.err
    assert "sha256" in ended.err
    assert index_of(pc.target) == before
