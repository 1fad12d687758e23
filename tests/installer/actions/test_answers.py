"""Engines are asked for right outputs before they are published: the program with stand-ins for driver and library."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import onnx
import pytest

from builder.references.file import to_bytes
from tests.support import graphs
from tests.support.answers import references_of, rows, two_outputs_net
from tests.support.cuda import with_cuda
from tests.support.packages import model_entry, write_manifest
from tests.support.program import Ended
from tests.support.runs import IDLE, Computer, warnings

TOLERANCE = {"y": {"max_abs": 0.05}, "z": {"max_abs": 0.05}}
ONE_GPU = {"compute_capabilities": ["8.9"], "precision": "fp16"}


def narrow(model: Path, to: Path) -> Path:
    """The same network with weights in fp16, and inputs and outputs as they were."""
    whole = onnx.load(model)
    half = [
        graphs.weight(it.name, onnx.numpy_helper.to_array(it).astype(numpy.float16)) for it in whole.graph.initializer
    ]
    nodes = [graphs.node("Cast", ["x"], ["x16"], to=onnx.TensorProto.FLOAT16)]
    for node in whole.graph.node:
        node.input[:] = ["x16" if name == "x" else f"{name}16" if name == "y" else name for name in node.input]
        node.output[:] = [f"{name}16" if name in ("y", "z") else name for name in node.output]
        nodes.append(node)
    nodes += [graphs.node("Cast", [f"{name}16"], [name], to=onnx.TensorProto.FLOAT) for name in ("y", "z")]
    narrowed = graphs.model(nodes, whole.graph.input, whole.graph.output, half)
    to.write_bytes(narrowed.SerializeToString())
    return to


class Checked(Computer):
    """A computer whose package has references."""

    def __init__(self, home: Path) -> None:
        super().__init__(home, IDLE)
        self.env = with_cuda(self.env)
        models = self.package / "models"
        self._whole = two_outputs_net(models / "net.onnx", (2, 4))
        self._half = narrow(self._whole, models / "half.onnx")
        self._npz = self.package / "references/net.npz"
        self._npz.parent.mkdir()
        self.describe()

    def describe(self, seed: int = 0, *, with_variant: bool = True, **top: Any) -> None:
        """Write references of other inputs, and app.toml."""
        self._npz.write_bytes(to_bytes(references_of(self._whole, rows(2, seed))))
        reference = {
            "file": "references/net.npz",
            "sha256": hashlib.sha256(self._npz.read_bytes()).hexdigest(),
            "tolerance": TOLERANCE,
        }
        variant = {key: it for key, it in model_entry(self.package, self._half, **ONE_GPU).items() if key != "name"}
        entry = model_entry(self.package, self._whole, precision="fp32", reference=reference, backend="tensorrt")
        write_manifest(self.package, entry | ({"variant": [variant]} if with_variant else {}), **top)

    def answer(self, how: str) -> None:
        """Decide what engines will answer, as of doubles/engine_answers.py."""
        self.env["FAKE_TENSORRT_ANSWERS"] = how

    @property
    def engine(self) -> dict[str, Any]:
        (engine,) = self.engines
        return engine

    @property
    def file(self) -> Path:
        return self.target / "engines" / str(self.engine["file"])

    def files(self) -> dict[str, bytes]:
        """Everything below the target."""
        return {
            str(path.relative_to(self.target)): path.read_bytes() for path in self.target.rglob("*") if path.is_file()
        }


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    return Checked(tmp_path)


def finished(ended: Ended) -> dict[str, Any]:
    (event,) = [event for event in ended.events if event["event"] == "model_finished"]
    return event


def ways(ended: Ended) -> list[str]:
    """How an engine was built after one that was wrong, in order."""
    return [line.partition(" and ")[2].partition(":")[0] for line in warnings(ended).splitlines() if "wrong" in line]


def test_an_engine_that_is_right_is_published_with_the_numbers_and_asked_again_only_after_a_change(
    checked: Checked,
) -> None:
    checked.answer("right")
    plan = checked.run("install", "--plan").out
    assert "results       checked on NVIDIA GeForce RTX 4070: with what the vendor knows to be right" in plan
    ended = checked.run("install", "--json")
    assert (ended.code, warnings(ended), finished(ended)["answers"], finished(ended)["tried"]) == (0, "", "right", [])
    phases = [event["title"] for event in ended.events if event["event"] == "phase"]
    assert phases[-1] == "Checking the results on NVIDIA GeForce RTX 4070"
    note = checked.engine["answers"]
    assert (note["state"], note["gpu"], note["driver_version"]) == ("right", "NVIDIA GeForce RTX 4070", IDLE.driver)
    assert note["tolerances"] == TOLERANCE
    assert [it["output"] for it in note["outputs"]] == ["y", "z"]
    assert all(it["max_abs"] < 0.05 and it["fault"] is None for it in note["outputs"])
    before = checked.files()
    assert "nothing was changed" in checked.run("install").out
    assert checked.files() == before
    # A newer driver: asked again, not built again.
    checked.use(replace(IDLE, driver="591.20"))
    assert "the driver has changed from" in checked.run("install", "--plan").out
    ended = checked.run("repair", "--json")
    assert (ended.code, finished(ended)["outcome"], finished(ended)["answers"]) == (0, "kept", "right")
    (started,) = [event for event in ended.events if event["event"] == "model_started"]
    assert started["source"] == "check"
    assert checked.engine["answers"]["driver_version"] == "591.20"
    assert checked.engine["sha256"] == hashlib.sha256(checked.file.read_bytes()).hexdigest()
    assert {name for name in before if "/net-" in name} <= checked.files().keys()
    # Other references, in a new version of the package.
    checked.describe(seed=1)
    ended = checked.run("install", "--json")
    assert (ended.code, finished(ended)["outcome"]) == (0, "kept")
    assert checked.engine["answers"]["reference_sha256"] != note["reference_sha256"]
    assert "nothing was changed" in checked.run("install").out


@pytest.mark.parametrize(
    "fault", ["crash", *(pytest.param(it, marks=pytest.mark.exhaustive) for it in ("zeros", "nan"))]
)
def test_a_wrong_engine_is_got_in_other_ways_until_one_is_right(checked: Checked, fault: str) -> None:
    checked.answer(f"{fault}@fp16")
    ended = checked.run("install", "--json")
    assert ended.code == 0, ended.err
    assert ways(ended) == ["is built again with optimization level 2", "is built again from net, which is in fp32"]
    assert len(finished(ended)["tried"]) == 2
    engine = checked.engine
    assert engine["variant"] is None
    assert (engine["answers"]["state"], len(engine["answers"]["tried"])) == ("right", 2)
    assert [path.name for path in (checked.target / "engines").iterdir() if path.suffix == ".engine"] == [
        engine["file"]
    ]
    log = next((checked.home / ".local/state/engine-installer").rglob("*.log"), None)
    assert log is None or "is built again with optimization level 2" in log.read_text()
    # It stays, is current for everybody who asks, and is asked again after a change like any other.
    assert "nothing was changed" in checked.run("install").out
    assert checked.run("status", "--detect").code == 0
    checked.use(replace(IDLE, driver="591.20"))
    ended = checked.run("repair", "--json")
    assert (ended.code, finished(ended)["outcome"]) == (0, "kept")
    assert checked.engine["answers"]["tried"] == engine["answers"]["tried"]


def test_timings_from_elsewhere_are_the_first_that_is_done_without(checked: Checked) -> None:
    checked.answer("right")
    assert checked.run("install").code == 0  # and keeps its timings for other builds
    checked.answer("noise@timings")
    ended = checked.run("repair", "--rebuild", "--json")
    assert ended.code == 0, ended.err
    assert ways(ended) == ["is built again without timings from elsewhere"]
    assert checked.engine["timing_cache"] is None or not checked.engine["timing_cache"]["entries"]
    assert checked.engine["answers"]["state"] == "right"
    assert "nothing was changed" in checked.run("install").out


@pytest.mark.parametrize(
    "fault", ["zeros", *(pytest.param(it, marks=pytest.mark.exhaustive) for it in ("swapped", "crash"))]
)
def test_where_every_way_is_wrong_nothing_is_published_and_what_was_there_stays(checked: Checked, fault: str) -> None:
    checked.describe(with_variant=False)
    checked.answer(fault)
    ended = checked.run("install", "--json")
    result = ended.events[-1]
    assert (ended.code, result["name"]) == (1, "build_failed")
    assert "gives wrong results on NVIDIA GeForce RTX 4070 in every way to build it" in result["detail"]
    assert result["detail"].count("\n  - ") == 2
    assert not checked.target.exists() or checked.files() == {}
    checked.answer("right")
    assert checked.run("install").code == 0
    before = checked.files()
    checked.answer(fault)
    ended = checked.run("repair", "--rebuild", "--json")
    assert ended.code == 1
    assert "The engine that was there before stays." in ended.events[-1]["detail"]
    assert checked.files() == before


def test_an_engine_that_a_new_driver_makes_wrong_is_replaced_or_stays_with_a_note(checked: Checked) -> None:
    checked.describe(with_variant=False)
    checked.answer("right")
    assert checked.run("install").code == 0
    first, content = checked.engine, checked.file.read_bytes()
    checked.use(replace(IDLE, driver="591.20"))
    checked.answer("zeros")
    ended = checked.run("repair", "--json")
    assert ended.code == 1
    assert "as installed: The output" in ended.events[-1]["detail"]
    assert (checked.engine["sha256"], checked.file.read_bytes()) == (first["sha256"], content)
    assert (checked.engine["answers"]["state"], checked.engine["answers"]["driver_version"]) == ("wrong", "591.20")
    (failed,) = json.loads((checked.target / "engines/engines.json").read_text())["failed"]
    assert failed["model"] == "net"
    assert checked.run("status", "--detect").code != 0
    assert "it gives wrong results" in checked.run("status").out
    # The next repair finds another way.
    checked.answer("zeros@level=3")
    ended = checked.run("repair", "--json")
    assert ended.code == 0, ended.err
    assert (checked.engine["answers"]["state"], checked.engine["settings"]["optimization_level"]) == ("right", 2)
    assert not checked.target.joinpath("engines", first["file"]).exists()


def test_an_administrator_and_the_vendor_can_leave_the_check_out(checked: Checked) -> None:
    checked.answer("zeros")
    ended = checked.run("install", "--no-answer-check", "--json")
    assert ended.code == 0
    assert (checked.engine["answers"]["state"], checked.engine["answers"]["gpu"]) == ("unchecked", None)
    assert "not checked" in finished(ended)["message"]
    assert checked.run("repair").code == 0  # which keeps that choice
    checked.describe(checks={"answers": False})
    assert checked.run("install").code == 0
    assert checked.engine["answers"]["state"] == "unchecked"


def test_cancelling_a_check_ends_it_at_once_and_leaves_all_as_it_was(checked: Checked) -> None:
    checked.answer("right")
    assert checked.run("install").code == 0
    before = checked.files()
    checked.use(replace(IDLE, driver="591.20"))
    checked.answer("hang")
    with checked.start("repair", hold=False) as process:
        for event in iter_events(process):
            if event["event"] == "phase" and event["title"].startswith("Checking"):
                process.terminate()
                break
        rest = list(iter_events(process))
        process.wait(10)
    assert rest[-1]["name"] == "cancelled"
    assert checked.files() == before


def test_a_run_that_is_cut_off_in_a_check_leaves_the_engine_to_the_next_one(checked: Checked) -> None:
    checked.answer("right")
    assert checked.run("install").code == 0
    before = checked.files()
    checked.use(replace(IDLE, driver="591.20"))
    checked.answer("hang")
    with checked.start("repair", hold=False) as process:
        for event in iter_events(process):
            if event["event"] == "phase" and event["title"].startswith("Checking"):
                process.kill()
    # The worker, which holds the other end, has ended as well by now.
    assert {name: content for name, content in checked.files().items() if name in before} == before
    checked.answer("right")
    ended = checked.run("repair", "--json")
    assert (ended.code, finished(ended)["outcome"]) == (0, "kept")
    assert checked.engine["answers"]["driver_version"] == "591.20"
    assert not any("staging" in name or ".lock" in name for name in checked.files())


def iter_events(process: Any) -> Iterator[dict[str, Any]]:
    for line in process.stdout:
        yield json.loads(line)
