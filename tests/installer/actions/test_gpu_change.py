"""Other GPUs, drivers, libraries and models than at installation: what status says, and what repair builds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.models import conv_net
from tests.support.nvml import NO_GPU, FakeGpu, Machine, environment_of
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.program import ROOT, Ended
from tests.support.runs import Computer, events_of, verdict_and_reason
from tests.support.waiting import wait_until

# NVIDIA's public specifications: cores, boost clock in MHz; memory as nvidia-smi shows it.
RTX_3060 = FakeGpu(
    "NVIDIA GeForce RTX 3060", "GPU-3060", (8, 6), (12288 << 20, 12288 << 20, 0), "00000000:01:00.0", 3584, 1777
)
RTX_3050 = FakeGpu(
    "NVIDIA GeForce RTX 3050", "GPU-3050", (8, 6), (8192 << 20, 8192 << 20, 0), "00000000:02:00.0", 2560, 1777
)
RTX_5070 = FakeGpu(
    "NVIDIA GeForce RTX 5070", "GPU-5070", (12, 0), (12227 << 20, 12227 << 20, 0), "00000000:03:00.0", 6144, 2512
)
CHANGED = "the GPU has changed from NVIDIA GeForce RTX 3060 to NVIDIA GeForce RTX 5070"


# The stand-in's engines are the same for every GPU; real ones are not.
OF_THIS_GPU = """
def _build_for_this_gpu(self, network, config, writer, _build=Builder.build_serialized_network_to_stream):
    if not _build(self, network, config, writer):
        return False
    writer.write(Path(os.environ["FAKE_NVML"]).read_bytes())
    return True


Builder.build_serialized_network_to_stream = _build_for_this_gpu
"""


def computer_with(home: Path, *gpus: FakeGpu) -> Computer:
    """A computer whose classic TensorRT builds other engines for other GPUs."""
    computer = Computer(home, Machine(gpus))
    if not (home / "doubles").exists():
        shutil.copytree(ROOT / "tests/doubles", home / "doubles")
        with (home / "doubles/tensorrt.py").open("a") as double:
            double.write(OF_THIS_GPU)
    computer.env["PYTHONPATH"] = str(home / "doubles")
    return computer


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with engines for an RTX 3060; building them takes seconds, copying them none."""
    home = tmp_path_factory.mktemp("installed")
    ended = computer_with(home, RTX_3060).run("install", "--quiet")
    assert ended.code == 0, ended.err
    return home


@pytest.fixture
def computer(installed: Path, tmp_path: Path) -> Computer:
    """A computer with an RTX 3060 and engines for it."""
    shutil.copytree(installed, tmp_path, dirs_exist_ok=True)
    return computer_with(tmp_path, RTX_3060)


def status(computer: Computer, *options: str) -> dict[str, Any]:
    ended = computer.run("status", "--json", *options)
    assert ended.code == 0, ended.err
    report: dict[str, Any] = json.loads(ended.out)
    return report


def causes(computer: Computer, *options: str) -> list[tuple[str, str, str | None]]:
    return [(each["model"], each["verdict"], each["cause"]) for each in status(computer, *options)["engines"]]


def row(text: str, label: str) -> list[str]:
    """The cells of one line of the verdict table."""
    (line,) = [line for line in text.splitlines() if line.startswith((f"{label}  ", f"{label} for "))]
    return [cell.strip() for cell in line.split("  ") if cell]


def built(ended: Ended) -> list[str]:
    """What a run built, according to its events."""
    return [event["gpu"] or event["model"] for event in ended.events if event.get("outcome") == "built"]


def complete_engines(computer: Computer) -> list[dict[str, Any]]:
    """What engines.json lists, every one of them intact and alone in the folder."""
    engines = computer.engines
    folder = computer.target / "engines"
    assert {path.name for path in folder.glob("*.engine")} == {engine["file"] for engine in engines}
    assert all((folder / engine["file"]).stat().st_size == engine["size"] for engine in engines)
    return engines


def begin_repair(computer: Computer, events: Iterator[dict[str, Any]]) -> None:
    """Until the repair is in the middle of its build."""
    for event in events:
        if event["event"] == "busy" and event["verdict"] == "idle":
            break
    wait_until(computer.marker.exists)


def test_a_new_gpu_makes_every_engine_stale_and_repair_builds_them_again(computer: Computer) -> None:
    before = computer.engines
    computer.use(Machine((RTX_5070,)))
    text = computer.run("status").out
    assert "stale: run 'engine-installer repair'" in text
    engine, built_for, this_pc, verdict, rebuild = row(text, "alpha")
    assert (engine, built_for, this_pc, verdict) == ("alpha", RTX_3060.name, RTX_5070.name, "stale")
    assert " s, " in rebuild
    assert verdict_and_reason(text, "alpha") == ("stale", CHANGED)
    assert text.count("alpha ") == 1
    report = status(computer)
    assert report["state"] == "stale"
    (found,) = report["engines"]
    assert (found["cause"], found["built_for"], found["this_pc"]) == ("gpu", RTX_3060.name, RTX_5070.name)
    assert found["reason"] == CHANGED
    assert found["rebuild_seconds"] > 0
    assert found["rebuild_mib"] > 0
    detected = computer.run("status", "--detect")
    assert (detected.code, detected.out, detected.err) == (1, "", "")
    plan = json.loads(computer.run("repair", "--plan", "--json").out)
    assert [(model["action"], model["gpu"], model["targets"]) for model in plan["models"]] == [
        ("build", RTX_5070.name, [])
    ]
    assert computer.engines == before
    with computer.start("repair", "--quiet") as process:
        events = events_of(process)
        begin_repair(computer, events)
        # An application that runs at the same time has its old set, complete.
        assert complete_engines(computer) == before
        computer.marker.unlink()
        assert list(events)[-1]["name"] == "ok"
    (after,) = complete_engines(computer)
    assert (after["gpu"]["name"], after["targets"]) == (RTX_5070.name, ["12.0"])
    assert after["file"] != before[0]["file"]
    detected = computer.run("status", "--detect")
    assert (detected.code, detected.out.split()[0]) == (0, "ready")
    assert causes(computer) == [("alpha", "current", None)]
    assert computer.run("status", "--detect").out != f"ready {report['fingerprint']}\n"


def test_a_repair_for_a_new_gpu_that_is_cancelled_leaves_the_old_set(computer: Computer) -> None:
    before = complete_engines(computer)
    computer.use(Machine((RTX_5070,)))
    with computer.start("repair", "--quiet") as process:
        events = events_of(process)
        begin_repair(computer, events)
        process.terminate()
        assert list(events)[-1]["name"] == "cancelled"
    assert process.returncode == 130
    computer.marker.unlink(missing_ok=True)
    assert complete_engines(computer) == before
    assert not (computer.target / "engines/.staging").exists()
    assert causes(computer) == [("alpha", "stale", "gpu")]
    # The old card is put back: there was never anything wrong with its engine.
    computer.use(Machine((RTX_3060,)))
    assert computer.run("status", "--detect").code == 0


def test_a_new_driver_is_reported_and_nothing_is_built(computer: Computer) -> None:
    before = computer.engines
    computer.use(Machine((RTX_3060,), driver="591.44"))
    (found,) = status(computer)["engines"]
    assert (found["verdict"], found["cause"], found["rebuild_seconds"]) == ("current", "driver", None)
    assert "; the driver has changed from 580.159 to 591.44, which engines survive" in found["reason"]
    text = computer.run("status").out
    assert "ready: every engine is current" in text
    assert row(text, "alpha")[3:] == ["current", "-"]
    assert computer.run("status", "--detect").code == 0
    ended = computer.run("repair", "--quiet", "--json")
    assert (ended.code, built(ended)) == (0, [])
    assert computer.engines == before


def test_a_weaker_second_gpu_changes_nothing_and_a_stronger_one_makes_engines_stale(computer: Computer) -> None:
    (first,) = computer.engines
    computer.use(Machine((RTX_3060, RTX_3050)))
    assert causes(computer) == [("alpha", "current", None)]
    assert computer.run("status", "--detect").code == 0
    computer.use(Machine((RTX_3060, RTX_5070)))
    (found,) = status(computer)["engines"]
    assert (found["cause"], found["reason"]) == ("gpu", CHANGED)
    # With both GPUs wanted, what is there is kept.
    ended = computer.run("repair", "--quiet", "--json", "--gpu", "all")
    assert (ended.code, built(ended)) == (0, [RTX_5070.name])
    assert [engine["gpu"]["name"] for engine in complete_engines(computer)] == [RTX_5070.name, RTX_3060.name]
    assert first in computer.engines
    assert computer.run("status", "--detect").code == 0
    # The stronger one of the two is taken out again.
    computer.use(Machine((RTX_3060,)))
    text = computer.run("status").out
    assert row(text, f"alpha for {RTX_5070.name}")[1:] == [RTX_5070.name, "-", "stale", "-"]
    assert ("alpha", "stale", "unwanted") in causes(computer)
    ended = computer.run("repair", "--quiet", "--json")
    assert (ended.code, built(ended)) == (0, [])
    assert complete_engines(computer) == [first]
    assert computer.run("status", "--detect").code == 0


def test_without_its_only_gpu_an_engine_is_stale_for_that_reason(computer: Computer) -> None:
    before = complete_engines(computer)
    write_manifest(
        computer.package,
        model_entry(computer.package, computer.package / "models/alpha.onnx", backend="tensorrt"),
    )
    # Without the package, and with one that insists on classic TensorRT.
    computer.use(NO_GPU)
    (found,) = status(computer, "--package", str(computer.package))["engines"]
    assert (found["verdict"], found["file"]) == ("stale", before[0]["file"])
    assert "needs a supported NVIDIA GPU, but the NVIDIA driver finds no GPU" in found["reason"]
    assert found["cause"] == "gpu"
    shutil.rmtree(computer.target / ".engine-installer/package")
    index = computer.target / "engines/engines.json"
    values = json.loads(index.read_text())
    index.write_text(json.dumps(values | {"app": values["app"] | {"package": "/nowhere"}}))
    (found,) = status(computer)["engines"]
    assert (found["verdict"], found["cause"]) == ("stale", "gpu")
    assert found["reason"] == "there is no supported GPU in this computer now"
    assert computer.run("status", "--detect").code == 1
    assert complete_engines(computer) == before


def test_a_gpu_that_is_gone_is_the_cause_also_where_the_other_library_takes_over(computer: Computer) -> None:
    computer.use(NO_GPU)
    (found,) = status(computer)["engines"]
    assert (found["verdict"], found["this_pc"]) == ("stale", "every supported GPU")
    assert found["reason"] == "built with TensorRT, but TensorRT-RTX must be used"
    assert found["cause"] in ("gpu", "library")


def use_library(computer: Computer, version: str) -> None:
    """Install another version of the stand-in for classic TensorRT."""
    doubles = computer.home / f"doubles-{version}"
    shutil.copytree(computer.home / "doubles", doubles)
    (info,) = doubles.glob("*.dist-info")
    metadata = (info / "METADATA").read_text()
    (info / "METADATA").write_text(metadata.replace("11.4.0.106", version))
    info.rename(doubles / info.name.replace("11.4.0.106", version))
    computer.env |= {"PYTHONPATH": str(doubles), "FAKE_TENSORRT_VERSION": version}


def test_another_version_of_the_library_makes_engines_stale(computer: Computer) -> None:
    use_library(computer, "11.5.0.12")
    (found,) = status(computer)["engines"]
    assert (found["verdict"], found["cause"]) == ("stale", "library")
    assert found["reason"] == "TensorRT has changed from 11.4.0.106 to 11.5.0.12"
    assert found["this_pc"] == RTX_3060.name
    ended = computer.run("repair", "--quiet", "--json")
    assert (ended.code, built(ended)) == (0, ["alpha"])
    (engine,) = complete_engines(computer)
    assert engine["library_version"] == "11.5.0.12"
    assert computer.run("status", "--detect").code == 0


def test_every_cause_has_its_own_row_in_one_table(tmp_path: Path) -> None:
    computer = Computer(tmp_path, Machine((RTX_3060,)))
    package = small_package(computer.package, "alpha", "beta", "gamma", "delta", "omega")
    assert computer.run("install", "--quiet", "--optimization-level", "0").code == 0
    files = {engine["model"]: computer.target / "engines" / engine["file"] for engine in computer.engines}
    files["beta"].write_bytes(files["beta"].read_bytes()[:-1])
    files["gamma"].unlink()
    models = package / "models"
    entries = [model_entry(package, models / f"{name}.onnx") for name in ("beta", "gamma")]
    entries.append(model_entry(package, conv_net(models / "alpha.onnx", channels=30)))
    entries.append(model_entry(package, models / "delta.onnx", tf32=False))
    write_manifest(package, *entries)
    computer.use(Machine((RTX_5070,)))
    found = causes(computer, "--package", str(package))
    assert sorted(found) == [
        ("alpha", "stale", "model"),
        ("beta", "damaged", "damaged"),
        ("delta", "stale", "settings"),
        ("gamma", "missing", "missing"),
        ("omega", "stale", "unwanted"),
    ]
    text = computer.run("status", "--package", str(package)).out
    assert "incomplete: run 'engine-installer repair'" in text
    assert [row(text, name)[3] for name in sorted(files)] == ["stale", "damaged", "stale", "missing", "stale"]
    assert verdict_and_reason(text, "delta") == ("stale", "the settings have changed: tf32 false, was true")
    assert verdict_and_reason(text, "alpha") == ("stale", "the model has changed")
    assert verdict_and_reason(text, "omega") == ("stale", "the model is no longer in the app package")
    # The copy of the package that was kept has none of these changes: there it is the GPU.
    assert {name: cause for name, _, cause in causes(computer)} == {
        "alpha": "gpu", "beta": "damaged", "gamma": "missing", "delta": "gpu", "omega": "gpu",
    }  # fmt: skip


def test_a_changed_model_is_built_again(computer: Computer) -> None:
    alpha = conv_net(computer.package / "models/alpha.onnx", channels=30)
    package_of(computer.package, alpha)
    options = ("--package", str(computer.package))
    assert causes(computer) == [("alpha", "current", None)]
    assert causes(computer, *options) == [("alpha", "stale", "model")]
    ended = computer.run("repair", "--quiet", "--json")
    assert (ended.code, built(ended)) == (0, ["alpha"])
    assert len(complete_engines(computer)) == 1
    assert causes(computer, *options) == [("alpha", "current", None)]


RTX_THAT_LOADS = """
from tensorrt_rtx_bindings import *
from tensorrt_rtx_bindings import __version__


class Runtime:
    def __init__(self, logger):
        self.engine_host_code_allowed = False

    def deserialize_cuda_engine(self, engine):
        return object() if bytes(engine[:4]) == b"vtrt" else None
"""


def test_an_engine_of_tensorrt_rtx_for_one_gpu_is_stale_on_another(tmp_path: Path) -> None:
    computer = Computer(tmp_path, Machine((RTX_3060,)))
    # TensorRT-RTX itself, but for the loading, which needs a real GPU.
    (tmp_path / "rtx").mkdir()
    (tmp_path / "rtx/tensorrt_rtx.py").write_text(RTX_THAT_LOADS)
    computer.env = environment_of(Machine((RTX_3060,))) | {"PYTHONPATH": str(tmp_path / "rtx")}
    ended = computer.run("install", "--quiet", "--json")
    assert ended.code == 0, ended.out
    (engine,) = computer.engines
    assert (engine["backend"], engine["targets"], engine["portable"]) == ("tensorrt-rtx", ["8.6"], False)
    assert computer.run("status", "--detect").code == 0
    computer.use(Machine((RTX_5070,)))
    (found,) = status(computer)["engines"]
    assert (found["verdict"], found["cause"], found["this_pc"]) == ("stale", "gpu", RTX_5070.name)
    assert found["reason"] == (f"the GPU is now {RTX_5070.name}: built for compute capability 8.6, but 12.0 is needed")
    assert computer.run("status", "--detect").code == 1
    ended = computer.run("repair", "--quiet", "--json")
    assert (ended.code, built(ended)) == (0, ["alpha"])
    (engine,) = complete_engines(computer)
    assert (engine["targets"], engine["gpu"]["name"]) == (["12.0"], RTX_5070.name)
    # Another card of the same compute capability runs it just as well.
    again = FakeGpu("NVIDIA GeForce RTX 5060", "GPU-x", (12, 0), (8151 << 20, 8151 << 20, 0), None, 3840, 2497)
    computer.use(Machine((again,)))
    assert causes(computer) == [("alpha", "current", None)]
