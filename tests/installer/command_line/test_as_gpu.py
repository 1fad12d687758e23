"""Plans for GPUs that nobody has here: those that NVML's stand-in gives with the same facts, and nothing is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import NEVER
from builder.building.imagined_machine import IMAGINED_UUID
from builder.building.machine import survey_machine
from builder.gpu.known_drivers import cuda_of_driver
from builder.gpu.known_gpus import KnownGpu, find_known_gpu, known_gpus
from installer.actions.imagined_plan import Elsewhere, survey_gpus
from installer.command_line.imagined_text import survey_text
from installer.target.request import Request
from tests.support import in_process
from tests.support.models import bf16_net, conv_net, matmul_net
from tests.support.nvml import FakeGpu, Machine, stand_in
from tests.support.packages import model_entry, write_manifest
from tests.support.program import Ended, run
from tests.support.runs import DOUBLES
from tests.support.variants import CHOICES, package_with_variants
from tests.support.wheels import wheel_entry, write_wheel

DRIVER = "580.159.04"
# Every compute capability of the table, the least memory, and names that several GPUs have.
TWENTY = (
    "GTX 750 Ti",
    "GTX 1080 Ti",
    "Tesla P100-PCIE-16GB",
    "Tesla V100-SXM2-16GB",
    "GTX 1650",
    "RTX 2060",
    "RTX 2060 laptop",
    "Tesla T4",
    "MX570",
    "A100-PCIE-40GB",
    "RTX 3050 6 GB",
    "RTX 3090",
    "RTX A2000 12GB",
    "RTX 4060 Laptop GPU",
    "RTX 4060 Ti 16 GB",
    "L40S",
    "H200 NVL",
    "B200",
    "RTX 5090",
    "GB10",
)


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[Machine], None]]:
    yield from stand_in(monkeypatch, tmp_path)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Models that any GPU runs, that Turing refuses, and that Turing lacks a data type for."""
    folder = tmp_path_factory.mktemp("package")
    files = [conv_net(folder / "conv.onnx"), matmul_net(folder / "mm.onnx"), bf16_net(folder / "bf16.onnx")]
    models = [model_entry(folder, file) for file in files]
    models[1]["no_gpu"] = "skip"
    models[2]["no_gpu"] = "skip"
    return write_manifest(folder, *models)


def machine_of(gpu: KnownGpu, driver: str = DRIVER) -> Machine:
    """A computer with that GPU, as NVML tells it."""
    major, minor = map(int, gpu.compute_capability.split("."))
    size = gpu.memory_mib << 20
    fake = FakeGpu(gpu.name, IMAGINED_UUID, (major, minor), (size, size, 0), None, gpu.cores, gpu.boost_mhz)
    cuda_major, cuda_minor = map(int, cuda_of_driver(driver).split("."))
    return Machine((fake,), driver, 1000 * cuda_major + 10 * cuda_minor)


def planned(home: Path, package: Path, *options: str) -> tuple[dict[str, Any], int]:
    """What `install --plan --json` prints, and its exit status."""
    ended = in_process.main("install", "--plan", "--json", "--package", package, "--target", home / "app", *options)
    return json.loads(ended.out), ended.code


def test_the_plan_is_that_of_a_computer_with_such_a_gpu(
    tmp_path: Path, package: Path, use: Callable[[Machine], None]
) -> None:
    verdicts = set()
    with in_process.user(tmp_path):
        for name in TWENTY:
            gpu = find_known_gpu(name)
            use(machine_of(gpu))
            real = planned(tmp_path, package)
            use(Machine())
            imagined, code = planned(tmp_path, package, "--as-gpu", name, "--as-driver", DRIVER)
            assert imagined.pop("imagined")["gpu"]["name"] == gpu.name
            assert (imagined, code) == real
            verdicts.add(tuple(model["action"] for model in imagined["models"]))
    assert verdicts == {("build", "build", "build"), ("build", "skip", "skip")}


def test_a_driver_that_is_too_old(tmp_path: Path, package: Path, use: Callable[[Machine], None]) -> None:
    with in_process.user(tmp_path):
        use(machine_of(find_known_gpu("rtx 4070"), "551.61"))
        real = planned(tmp_path, package)
        use(Machine())
        imagined, code = planned(tmp_path, package, "--as-gpu", "rtx 4070", "--as-driver", "551.61")
    assert imagined.pop("imagined")["driver"] == "551.61"
    assert (imagined, code) == real
    reasons = [item["reason"] for item in imagined["models"][0]["decisions"] if item["what"] == "gpu"]
    assert "the NVIDIA driver is too old: it runs CUDA up to 12.4" in reasons[0]


def test_memory_and_guesses_are_stated(tmp_path: Path, package: Path) -> None:
    with in_process.user(tmp_path):
        plan, code = planned(tmp_path, package, "--as-gpu", "rtx 2070 super mobile", "--as-memory", "8")
        text = in_process.main("install", "--plan", "--package", package, "--as-gpu", "rtx 2070 super mobile").out
    assert code == 0
    assert plan["imagined"]["memory_mib"] == 8192
    assert plan["memory_mib"]["choice"] == 6144
    assert plan["imagined"]["gpu"]["guessed"] == ["clock", "memory"]
    assert "Guessed: 8192 MiB of GPU memory, as it is sold" in text
    assert "Guessed: the driver gives the same name to NVIDIA GeForce RTX 2070 SUPER." in text
    assert "Assumed: a driver that is new enough (580 or newer)." in text
    assert text.startswith("On a computer with NVIDIA GeForce RTX 2070 Super (laptop):\n")


def test_the_table_has_each_gpu_once_and_says_what_its_own_plan_says(tmp_path: Path, package: Path) -> None:
    with in_process.user(tmp_path):
        request = Request(package=package, target=tmp_path / "app")
        found = survey_gpus(request, Elsewhere(), survey_machine(), NEVER)
        plans = {name: planned(tmp_path, package, "--as-gpu", name)[0] for name in ("gtx 1080", "t4", "rtx 3060")}
    survey, text = found.to_json(), survey_text(found)
    rows = [(gpu["name"], gpu["variant"] or "") for group in survey["groups"] for gpu in group["gpus"]]
    assert sorted(rows) == sorted((gpu.name, gpu.variant) for gpu in known_gpus())
    for plan in plans.values():
        (group,) = [group for group in survey["groups"] if plan["imagined"]["gpu"] in group["gpus"]]
        for model, outcome in zip(plan["models"], group["models"], strict=True):
            assert (outcome["model"], outcome["action"]) == (model["model"], model["action"])
            assert outcome["targets"] == (model["targets"] or [])
    verdicts = {tuple(group["compute_capabilities"]): group["verdict"] for group in survey["groups"]}
    runs = {(capability,): "runs" for capability in ("8.0", "8.6", "8.9", "12.0", "12.1")}
    other = {("5.0", "5.2", "6.0", "6.1", "7.0", "9.0", "10.0"): "does not run", ("7.5",): "runs in part"}
    assert verdicts == runs | other
    (turing,) = [group for group in survey["groups"] if group["compute_capabilities"] == ["7.5"]]
    assert [bool(model["reason"]) for model in turing["models"]] == [False, True, True]
    assert "does not support a matrix product in fp32 on Turing GPUs" in turing["models"][1]["reason"]
    assert "Myelin" not in text
    assert "\nSome of it runs\n\n  Compute capability 7.5 (52 GPUs)\n    conv: an engine for 7.5\n" in text
    assert max(map(len, text.splitlines())) <= 130


def state_of(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder with its size and the time of its last change."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.stat().st_size)
        for path in (folder, *folder.rglob("*"))
    }


@pytest.mark.parametrize("asked", ["rtx 2060", "all"])
def test_nothing_is_written(tmp_path: Path, package: Path, asked: str) -> None:
    (tmp_path / "tmp").mkdir()
    before, shipped = state_of(tmp_path), state_of(package)
    ended = run(
        *("install", "--plan", "--package", package, "--as-gpu", asked),
        home=tmp_path,
        env={"TMPDIR": str(tmp_path / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert ended.code == 0, ended.err
    assert (state_of(tmp_path), state_of(package)) == (before, shipped)


def test_what_this_users_runs_were_told_is_not_added_to(
    tmp_path: Path, package: Path, use: Callable[[Machine], None]
) -> None:
    with in_process.user(tmp_path):
        use(Machine())
        planned(tmp_path, package, "--as-gpu", "rtx 2060")
        assert not list(tmp_path.rglob("served-gpus.json"))
        use(machine_of(find_known_gpu("rtx 2060")))
        planned(tmp_path, package)
        (remembered,) = tmp_path.rglob("served-gpus.json")
        before = remembered.read_bytes()
        planned(tmp_path, package, "--as-gpu", "gtx 1650")
        assert remembered.read_bytes() == before


def test_what_is_installed_in_the_target_counts(tmp_path: Path, package: Path, use: Callable[[Machine], None]) -> None:
    with in_process.user(tmp_path):
        use(Machine())
        places = ("--package", package, "--target", tmp_path / "app", "--log", tmp_path / "log")
        assert in_process.main("install", "--quiet", *places).code == 0
        before = state_of(tmp_path / "app")
        old, _ = planned(tmp_path, package, "--as-gpu", "gtx 1080")
        new, _ = planned(tmp_path, package, "--as-gpu", "rtx 5070")
        survey, _ = planned(tmp_path, package, "--as-gpu", "all")
        assert state_of(tmp_path / "app") == before
    assert [model["action"] for model in old["models"]] == ["keep", "skip", "skip"]
    assert [model["action"] for model in new["models"]] == ["keep", "build", "build"]
    # The table is of computers on which nothing is installed.
    assert {model["action"] for group in survey["groups"] for model in group["models"]} == {"build", "skip"}


def windows_package(folder: Path) -> Path:
    """A package whose engine library comes from wheels, and only from such for Windows."""
    names = (
        "tensorrt_rtx_cu13_libs-1.7.1.116-py3-none-win_amd64",
        "tensorrt_rtx_cu13_bindings-1.7.1.116-py3-none-win_amd64",
    )
    wheels = [write_wheel(folder / "wheels" / f"{name}.whl", {"a.py": b""}) for name in names]
    model = model_entry(folder, conv_net(folder / "conv.onnx"))
    return write_manifest(folder, model, library={"source": "wheels", "wheels": [wheel_entry(path) for path in wheels]})


def test_wheels_are_chosen_for_the_other_system(tmp_path: Path) -> None:
    package = windows_package(tmp_path / "package")
    with in_process.user(tmp_path):
        here, refused = planned(tmp_path, package, "--as-gpu", "rtx 4070")
        there, code = planned(tmp_path, package, "--as-gpu", "rtx 4070", "--as-os", "windows")
        survey, _ = planned(tmp_path, package, "--as-gpu", "all", "--as-os", "windows")
    assert "names no wheel for" in here["library"]["problem"]
    assert refused != 0
    assert code == 0
    assert [model["action"] for model in there["models"]] == ["build"]
    assert there["imagined"]["system"] == survey["system"] == "windows"
    guesses = " ".join(there["imagined"]["guesses"])
    assert "was not asked which models it refuses" in guesses
    assert "of the same version as the one here" not in guesses
    assert survey["libraries"] == ["TensorRT-RTX 1.7.1.116"]


def test_a_bundled_library_for_another_system_is_a_guess(tmp_path: Path, package: Path) -> None:
    with in_process.user(tmp_path):
        plan, _ = planned(tmp_path, package, "--as-gpu", "rtx 4070", "--as-os", "windows")
    assert "the engine library for windows is of the same version as the one here" in " ".join(
        plan["imagined"]["guesses"]
    )


EXAMPLE = "hint: To see the plan for another GPU: engine-installer install --plan --as-gpu 'rtx 4070'"


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("install", "--as-gpu", "2060"), "nothing can be built for a GPU by pretending to have it", EXAMPLE),
        (("install", "--quiet", "--as-os", "linux"), "--as-os goes with 'install --plan' only", EXAMPLE),
        (("repair", "--plan", "--as-gpu", "2060"), "has nothing installed that could be repaired", EXAMPLE),
        (("uninstall", "--plan", "--as-gpu", "2060"), "'uninstall' is about this computer", EXAMPLE),
        (("status", "--as-memory", "8"), "'status' is about this computer", EXAMPLE),
        (("self-test", "--as-gpu", "all"), "'self-test' is about this computer", EXAMPLE),
        (("install", "--plan", "--as-driver", "580"), "there is no --as-gpu", EXAMPLE),
        (("install", "--plan", "--as-gpu", "2060", "--gpu", "0"), "--gpu chooses among", "hint: Leave out --gpu."),
        (("install", "--plan", "--as-gpu", "rtx 2061"), "No GPU named 'rtx 2061'", "Did you mean 'GeForce RTX 2060'"),
        (("install", "--plan", "--as-gpu", ""), "No GPU named ''", "as nvidia-smi shows it"),
        (("install", "--plan", "--as-gpu", "all", "--as-driver", "new"), "'new' is no version", "such as 551.61"),
        (("install", "--plan", "--as-gpu", "all", "--as-driver", ""), "'' is no version", "such as 551.61"),
        (("install", "--plan", "--as-gpu", "all", "--as-memory", "0"), "'0' is not a number from 1", "--help"),
        (("install", "--plan", "--as-gpu", "all", "--as-os", "mac"), "invalid choice: 'mac'", "--help"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_makes_no_sense_is_refused_with_the_reason(
    tmp_path: Path, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    with in_process.user(tmp_path):
        ended: Ended = in_process.main(*arguments)
    assert ended.code == 64
    assert message in ended.err
    assert hint in ended.err


def test_help_tells_of_it_where_it_can_be_used(tmp_path: Path) -> None:
    with in_process.user(tmp_path):
        pages = {name: in_process.main(name, "--help").out for name in ("install", "repair", "uninstall", "status")}
    assert {name for name, page in pages.items() if "--as-gpu" in page} == {"install"}


def test_a_deployment_tools_spelling(tmp_path: Path, package: Path) -> None:
    with in_process.user(tmp_path):
        ended = in_process.main("install", "/plan", "/as-gpu=rtx 4070", "--package", package)
    assert ended.code == 0, ended.err
    assert "NVIDIA GeForce RTX 4070" in ended.out


def test_each_gpu_gets_its_variant(tmp_path: Path) -> None:
    package = package_with_variants(tmp_path / "package")
    with in_process.user(tmp_path):
        plan, _ = planned(tmp_path, package, "--as-gpu", "rtx 4070")
        survey, _ = planned(tmp_path, package, "--as-gpu", "all")
    assert [item["choice"] for item in plan["models"][0]["decisions"] if item["what"] == "variant"] == ["fp8"]
    chosen = {
        capability: [model["variant"] or "none" for model in group["models"]]
        for group in survey["groups"]
        for capability in group["compute_capabilities"]
    }
    for capability, (variant, _) in CHOICES.items():
        assert chosen[capability] == [variant]


def test_classic_tensorrt_builds_on_the_gpu_itself(tmp_path: Path, package: Path) -> None:
    ended = run(
        *("install", "--plan", "--package", package, "--backend", "tensorrt", "--as-gpu", "all"),
        home=tmp_path,
        env=DOUBLES,
    )
    assert ended.code == 0, ended.err
    assert "every model: an engine that TensorRT builds on the GPU itself\n" in ended.out


def test_a_gpu_with_too_little_memory(tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = replace(find_known_gpu("mx550"), memory_mib=256)
    monkeypatch.setattr("installer.actions.imagined_plan.known_gpus", lambda: (small,))
    with in_process.user(tmp_path):
        survey, _ = planned(tmp_path, package, "--as-gpu", "all")
    (group,) = survey["groups"]
    assert group["verdict"] == "does not run"
    assert group["models"][0]["reason"].startswith("this GPU has 256 MiB of memory, and at least")
