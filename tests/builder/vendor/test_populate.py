"""`engine-builder populate` and `caches`, in processes of their own on stand-ins for NVML and classic TensorRT."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from builder.base.files import sha256_of
from builder.timing.catalogue import CacheEntry, CacheFlags
from builder.vendor.catalogue_editing import keys_path, read_entries, read_keys, write_entries
from builder.vendor.catalogue_report import explain
from tests.support.models import conv_net, unsupported_net
from tests.support.nvml import NO_GPU, TWO_DIFFERENT, UNSUPPORTED_OLD, Machine
from tests.support.packages import model_entry, small_package, write_manifest
from tests.support.program import ROOT, Ended, builder_process, environment, run_builder
from tests.support.runs import DOUBLES, IDLE, IN_USE, Computer

NAME = "trt-11.4.0.106-cu13-linux-sm89-rtx4070.cache"
NEXT_NAME = NAME.replace(".cache", "-2.cache")
NO_TF32 = NAME.replace(".cache", "-tf32false.cache")
LAYERS = 3
"""What a small network needs to be timed."""
RTX_4070 = "NVIDIA GeForce RTX 4070"


class Vendor(Computer):
    """A computer on which a vendor makes timing caches."""

    def __init__(self, home: Path, machine: Machine = IDLE) -> None:
        super().__init__(home, machine)
        self.caches = self.package / "caches"
        self.work = home / "work"
        self.work.mkdir()

    def start_builder(self, *arguments: str | Path, **env: str) -> subprocess.Popen[str]:
        return builder_process(
            *arguments,
            env=environment(self.home) | self.env | {"TMPDIR": str(self.work)} | env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self, process: subprocess.Popen[str]) -> Ended:
        with process:
            out, err = process.communicate(timeout=60)
        assert list(self.work.iterdir()) == [], "temporary files are left"
        return Ended(process.returncode, out, err)

    def start_populate(self, *options: str, **env: str) -> subprocess.Popen[str]:
        return self.start_builder("populate", "--package", self.package, *options, **env)

    def populate(self, *options: str, **env: str) -> Ended:
        return self.end(self.start_populate(*options, **env))

    def tend(self, *arguments: str | Path) -> Ended:
        return self.end(self.start_builder("caches", *arguments))

    @property
    def entries(self) -> dict[str, CacheEntry]:
        return {entry.file: entry for entry in read_entries(self.caches)}

    @property
    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.caches.glob("*"))}

    def package_of(self, **models: Mapping[str, Any]) -> None:
        """A package of small networks with settings of their own."""
        folder = self.package
        write_manifest(
            folder,
            *(
                model_entry(folder, conv_net(folder / f"models/{name}.onnx", channels=8 + number), **values)
                for number, (name, values) in enumerate(models.items())
            ),
        )

    def library(self, code: str) -> None:
        """Another library: the stand-in with changes of its own."""
        folder = self.home / "library"
        folder.mkdir()
        stand_in = ROOT / "tests/doubles/tensorrt.py"
        shutil.copy(stand_in.with_name("engine_answers.py"), folder)
        (folder / "tensorrt.py").write_text(
            f"exec(compile(open({str(stand_in)!r}).read(), 'tensorrt', 'exec'))\n{code}"
        )
        self.env["PYTHONPATH"] = f"{folder}{os.pathsep}{DOUBLES['PYTHONPATH']}"


@pytest.fixture
def vendor(tmp_path: Path) -> Vendor:
    return Vendor(tmp_path)


LIES = {
    "times everything again and finds other tactics": (
        "def _time_layers(self, network, config):\n"
        "    keys = [_key_of(network.get_layer(index), config) for index in range(network.num_layers)]\n"
        "    os.environ['FAKE_TENSORRT_NOISE'] = str(os.getpid())\n"
        "    return self._time(config.get_timing_cache()._entries, keys, config)\n"
        "Builder._time_layers = _time_layers\n",
        f"still timed 0 kernels and changed {LAYERS}.",
    ),
    "lets misses pass": (
        "key_of = _key_of\n"
        "def _key_of(layer, config):\n"
        "    return '0x' + hashlib.sha256(f'{key_of(layer, config)}{os.getpid()}'.encode()).hexdigest()[:32]\n"
        "os.environ['FAKE_TENSORRT_MISSES_PASS'] = '1'\n",
        f"still timed {LAYERS} kernels and changed 0.",
    ),
    "takes nothing and says it did": (
        "ITimingCache.combine = lambda self, other, ignore: True\nos.environ['FAKE_TENSORRT_MISSES_PASS'] = '1'\n",
        "The cache does not serve 'alpha'",
    ),
    "stops at a miss": ("ITimingCache.combine = lambda self, other, ignore: True\n", "kERROR_ON_TIMING_CACHE_MISS"),
    "refuses its own cache": (
        "ITimingCache.combine = lambda self, other, ignore: False\nos.environ['FAKE_TENSORRT_MISSES_PASS'] = '1'\n",
        "refused: alpha-0.cache (the library gave no reason)",
    ),
}


# The first run takes longest, the third is in the middle; the fourth is the warm one. Each would find other tactics.
UNEVEN_RUNS = """
runs = Path(os.environ["HOME"]) / "runs"
def _build(self, network, config, build=Builder._build):
    run = len(runs.read_text()) if runs.exists() else 0
    runs.write_text("x" * (run + 1))
    os.environ |= {"FAKE_TENSORRT_TIMING_MS": ["600", "1", "250", "1"][run], "FAKE_TENSORRT_NOISE": str(run)}
    return build(self, network, config)
Builder._build = _build
"""


def lay_side_by_side(vendor: Vendor) -> None:
    """The cache for `alpha` under another name, and that of another GPU under its own."""
    entries = vendor.entries
    vendor.package_of(alpha={}, gamma={})
    other = entries[NO_TF32].model_copy(update={"file": NAME, "gpu": "other"})
    aside = entries[NAME].model_copy(update={"file": "z.cache"})
    for suffix in (".cache", ".json"):
        shutil.copyfile((vendor.caches / NAME).with_suffix(suffix), vendor.caches / f"z{suffix}")
        (vendor.caches / NO_TF32).with_suffix(suffix).rename((vendor.caches / NAME).with_suffix(suffix))
    write_entries(vendor.caches, [other, aside])


def add_unsupported(vendor: Vendor) -> None:
    folder = vendor.package
    bad = model_entry(folder, unsupported_net(folder / "models/bad.onnx"))
    with (folder / "app.toml").open("a") as stream:
        stream.write("\n[[model]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in bad.items()))


EXTENDED: dict[str, Callable[[Vendor], object]] = {
    "damaged": lambda vendor: (vendor.caches / NAME).write_bytes(b"damaged"),
    "without keys": lambda vendor: keys_path(vendor.caches / NAME).unlink(),
    "new model": lambda vendor: vendor.package_of(alpha={}, beta={"tf32": False}, gamma={}),
    "side by side": lay_side_by_side,
    "unsupported": add_unsupported,
}
"""What happens to a copy of a catalogue before its package is populated again."""

Scenarios = dict[str, tuple[Vendor, Ended]]


@pytest.fixture(scope="module")
def scenarios(tmp_path_factory: pytest.TempPathFactory) -> Scenarios:
    """What only takes time, all at once: before every build the GPU is watched for a second."""
    started: dict[str, tuple[Vendor, subprocess.Popen[str]]] = {}

    def vendor_of(name: str, machine: Machine = IDLE) -> Vendor:
        return Vendor(tmp_path_factory.mktemp(name.replace(" ", "-")), machine)

    made = vendor_of("made")
    made.package_of(alpha={}, beta={"tf32": False})
    making = made.start_populate(FAKE_TENSORRT_TIMING_MS="60")
    for lie, (code, _) in LIES.items():
        vendor = vendor_of(lie)
        vendor.library(code)
        started[lie] = vendor, vendor.start_populate()
    vendor = vendor_of("three runs")
    vendor.library(UNEVEN_RUNS)
    started["three runs"] = vendor, vendor.start_populate("--fresh", "--runs", "3")
    vendor = vendor_of("busy", IN_USE)
    started["busy"] = vendor, vendor.start_populate("--if-busy", "build", "--optimization-level", "2")
    vendor = vendor_of("all", TWO_DIFFERENT)
    started["all"] = vendor, vendor.start_populate("--gpu", "all", "--output", str(vendor.home / "out"))
    ended = {"made": (made, made.end(making))}
    for name, prepare in EXTENDED.items():
        vendor = vendor_of(name)
        copy_of(made, vendor)
        prepare(vendor)
        started[name] = vendor, vendor.start_populate()
    return ended | {name: (vendor, vendor.end(process)) for name, (vendor, process) in started.items()}


@pytest.fixture(scope="module")
def made(scenarios: Scenarios) -> tuple[Vendor, Ended]:
    """A catalogue for one model as usual and one without TF32."""
    return scenarios["made"]


def copy_of(made: Vendor, vendor: Vendor) -> None:
    shutil.rmtree(vendor.package)
    shutil.copytree(made.package, vendor.package)


@pytest.fixture
def populated(made: tuple[Vendor, Ended], vendor: Vendor) -> Vendor:
    """A computer of the test's own with that catalogue."""
    copy_of(made[0], vendor)
    return vendor


# --- populate ---------------------------------------------------------------------------------------------------------


def test_every_model_is_timed_once_and_each_set_of_flags_gets_a_cache(made: tuple[Vendor, Ended]) -> None:
    vendor, ended = made
    assert (ended.code, ended.err) == (0, "")
    entries = vendor.entries
    assert entries.keys() == {NAME, NO_TF32}
    assert entries[NO_TF32].flags == CacheFlags(tf32=False)
    for file, model in ((NAME, "alpha"), (NO_TF32, "beta")):
        entry = entries[file]
        assert (entry.tensorrt, entry.cuda, entry.os) == ("11.4.0.106", "13", "linux")
        assert (entry.gpu, entry.compute_capability, entry.cores) == (RTX_4070, "8.9", 5888)
        assert entry.sha256 == sha256_of(vendor.caches / file)
        (covered,) = entry.model
        assert (covered.name, covered.tactics) == (model, LAYERS)
        assert covered.sha256 == sha256_of(vendor.package / f"models/{model}.onnx")
        assert covered.cold_seconds >= LAYERS * 0.06
        assert covered.phases
        assert len(read_keys(vendor.caches / file) or ()) == LAYERS
        assert f"{vendor.caches / file}\n  {model} {LAYERS:7,} timings  cold " in ended.out
    assert vendor.files.keys() == {"index.toml", *entries, *(keys_path(Path(file)).name for file in entries)}


def test_what_is_covered_is_not_timed_again(populated: Vendor) -> None:
    files = populated.files
    ended = populated.populate()
    assert (ended.code, ended.out) == (
        0,
        f"{populated.caches} covers every model already; measure again with --fresh.\n",
    )
    assert populated.files == files


def test_a_new_model_is_added_and_leaves_the_others_as_they_were(scenarios: Scenarios) -> None:
    before, files = scenarios["made"][0].entries, scenarios["made"][0].files
    vendor, ended = scenarios["new model"]
    assert ended.code == 0, ended.err
    assert ended.out.count(": building") == ended.out.count("gamma: building") == 2
    after = vendor.entries
    assert after[NO_TF32] == before[NO_TF32]
    assert after[NEXT_NAME].model[0] == before[NAME].model[0]
    assert [model.name for model in after[NEXT_NAME].model] == ["alpha", "gamma"]
    assert not (vendor.caches / NAME).exists()
    old = json.loads(files[keys_path(Path(NAME)).name])
    new = read_keys(vendor.caches / NEXT_NAME) or {}
    assert len(new) == 2 * LAYERS
    assert old.items() <= new.items()


def test_caches_that_lie_side_by_side_become_one_with_a_new_model_and_no_other_file_is_overwritten(
    scenarios: Scenarios,
) -> None:
    vendor, ended = scenarios["side by side"]
    assert ended.code == 0, ended.err
    new = NAME.replace(".cache", "-2.cache")
    assert vendor.entries.keys() == {NAME, new}
    assert vendor.entries[NAME].gpu == "other"
    assert [model.name for model in vendor.entries[new].model] == ["alpha", "gamma"]
    assert vendor.tend("verify", vendor.caches).code == 0


def test_a_damaged_cache_is_made_again(scenarios: Scenarios) -> None:
    vendor, ended = scenarios["damaged"]
    assert ended.code == 0, ended.err
    assert ended.out.count(": building") == 2
    assert len(vendor.files) == 5
    assert vendor.tend("verify", vendor.caches).code == 0


def test_what_cannot_be_compared_for_lack_of_keys_is_made_again(scenarios: Scenarios) -> None:
    vendor, ended = scenarios["without keys"]
    assert ended.code == 0, ended.err
    assert ended.out.count(": building") == 2
    assert len(read_keys(vendor.caches / NEXT_NAME) or ()) == LAYERS


def test_of_several_runs_the_one_of_median_time_is_kept(scenarios: Scenarios) -> None:
    vendor, ended = scenarios["three runs"]
    assert ended.code == 0, ended.err
    (covered,) = vendor.entries[NAME].model
    assert LAYERS * 0.25 <= covered.cold_seconds < LAYERS * 0.6
    assert covered.warm_seconds < covered.cold_seconds
    assert len((vendor.home / "runs").read_text()) == 4


@pytest.mark.parametrize("lie", LIES)
def test_a_library_that_does_not_keep_to_the_cache_is_caught_and_nothing_is_written(
    scenarios: Scenarios, lie: str
) -> None:
    vendor, ended = scenarios[lie]
    assert ended.code == 1
    assert LIES[lie][1] in ended.err
    assert not vendor.caches.exists()


def test_a_gpu_in_use_is_accepted_where_that_was_asked_for(scenarios: Scenarios) -> None:
    vendor, ended = scenarios["busy"]
    assert ended.code == 0, ended.err
    assert f"{RTX_4070} is in use by " in ended.out
    (entry,) = vendor.entries.values()
    assert entry.flags == CacheFlags(optimization_level=2)
    assert entry.file == NAME.replace(".cache", "-optimizationlevel2.cache")


def test_all_makes_a_cache_for_each_gpu(scenarios: Scenarios) -> None:
    vendor, ended = scenarios["all"]
    assert ended.code == 0, ended.err
    found = {(entry.gpu, entry.compute_capability, len(entry.model)) for entry in read_entries(vendor.home / "out")}
    assert found == {("NVIDIA GeForce RTX 4090", "8.9", 1), ("NVIDIA GeForce RTX 5060", "12.0", 1)}
    assert not vendor.caches.exists()


# --- What is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("during", [False, True])
def test_a_gpu_in_use_before_or_during_the_build_is_refused_and_nothing_is_written(
    vendor: Vendor, during: bool
) -> None:
    if not during:
        vendor.use(IN_USE)
        ended = vendor.populate()
        assert ended.err.startswith(f"error: {RTX_4070} is in use by ")
    else:
        process = vendor.start_populate(FAKE_TENSORRT_BUILDING=str(vendor.marker))
        vendor.wait_for_build(process)
        vendor.use(IN_USE)
        assert process.stdout is not None
        while "is in use by" not in process.stdout.readline():
            assert process.poll() is None
        vendor.marker.unlink()
        ended = vendor.end(process)
        assert "error: The GPU was used by others while 'alpha' was timed: it is in use by " in ended.err
    assert ended.code == 75
    assert "hint: Close those programs and " in ended.err
    assert "--if-busy" in ended.err
    assert not vendor.caches.exists()


def test_ctrl_c_ends_it_and_nothing_is_written(vendor: Vendor) -> None:
    process = vendor.start_populate(FAKE_TENSORRT_BUILDING=str(vendor.marker))
    vendor.wait_for_build(process)
    process.send_signal(signal.SIGINT)
    assert vendor.end(process).code == 130
    assert not vendor.caches.exists()


def test_a_model_that_cannot_be_built_ends_it_and_nothing_is_written(scenarios: Scenarios) -> None:
    vendor, ended = scenarios["unsupported"]
    assert ended.code == 1
    assert re.search(r"error: .*'bad'.*Frobnicate", ended.err, re.DOTALL)
    assert vendor.files == scenarios["made"][0].files


@pytest.mark.parametrize(
    ("machine", "env", "message"),
    [
        (NO_GPU, {}, "needs a supported NVIDIA GPU"),
        (UNSUPPORTED_OLD, {}, "TensorRT does not support NVIDIA GeForce GTX 1080 Ti (compute capability 6.1)"),
        (IDLE, {"PYTHONPATH": ""}, "Timing caches are made with classic TensorRT, which is not installed"),
    ],
)
@pytest.mark.parametrize("no_gpu", ["portable", "skip"])
def test_a_computer_that_cannot_time_is_refused_with_the_reason(
    vendor: Vendor, machine: Machine, env: dict[str, str], message: str, no_gpu: str
) -> None:
    vendor.use(machine)
    small_package(vendor.package, "alpha", defaults={"no_gpu": no_gpu})
    ended = vendor.populate(**env)
    assert ended.code == 69
    assert message in ended.err or (no_gpu == "skip" and "The model 'alpha' cannot be timed: " in ended.err)
    assert not vendor.caches.exists()


@pytest.mark.parametrize(
    ("values", "options", "code", "message"),
    [
        (
            {"optimization_level": 0},
            (),
            65,
            "optimization level 0, which ignores timing caches.\nhint: Use level 1 or 2",
        ),
        ({"backend": "tensorrt-rtx"}, (), 65, "wants every model built with TensorRT-RTX"),
        ({}, ("--optimization-level", "0"), 64, "invalid choice"),
        ({}, ("--runs", "0"), 64, "invalid choice"),
        ({}, ("--gpu", "7"), 64, "This computer has no GPU 7."),
    ],
)
def test_what_cannot_be_done_is_refused(
    vendor: Vendor, values: dict[str, Any], options: tuple[str, ...], code: int, message: str
) -> None:
    vendor.package_of(alpha={}, beta=values) if "optimization_level" in values else vendor.package_of(alpha=values)
    ended = vendor.populate(*options)
    assert ended.code == code
    assert message in ended.err
    assert not vendor.caches.exists()


def test_a_damaged_index_is_refused_everywhere_and_left_as_it_is(vendor: Vendor) -> None:
    vendor.caches.mkdir()
    (vendor.caches / "index.toml").write_text("schema = 1\n[[cache]]\nfile = 3\n")
    before = vendor.files
    for ended in (vendor.populate(), *(vendor.tend(action, vendor.caches) for action in ("list", "verify", "prune"))):
        assert ended.code == 65
        assert "index.toml: cache[0].file: found 3; expected a valid string" in ended.err
    assert vendor.files == before
    assert vendor.tend("list", vendor.home).code == 66


# --- caches -----------------------------------------------------------------------------------------------------------


def test_list_shows_what_each_cache_is_for_and_covers(populated: Vendor) -> None:
    ended = populated.tend("list", populated.caches)
    assert ended.code == 0
    reported = re.sub(r"\d+\.\d s|\d+\.\d times", "N", re.sub(" +", " ", ended.out))
    about = f" TensorRT 11.4.0.106, CUDA 13, linux, {RTX_4070} (compute capability 8.9)\n"
    assert reported == (
        f"{NO_TF32}\n{about} tf32 = False\n beta 3 timings cold N warm N, N as fast\n"
        f"{NAME}\n{about} alpha 3 timings cold N warm N, N as fast\n"
    )
    write_entries(populated.caches, [])
    assert populated.tend("list", populated.caches).out == "The catalogue is empty.\n"


def test_verify_reports_everything_that_is_wrong(populated: Vendor) -> None:
    ended = populated.tend("verify", populated.caches)
    assert (ended.code, ended.out) == (0, "2 caches, all intact.\n")
    (populated.caches / NAME).write_bytes(b"x")
    (populated.caches / NO_TF32).unlink()
    (populated.caches / "stray.cache").touch()
    ended = populated.tend("verify", populated.caches)
    assert ended.code == 65
    assert ended.err.count("\n  - ") == 3
    assert "hint: Populate again, or let 'engine-builder caches prune'" in ended.err


def test_prune_removes_other_versions_and_strangers_after_a_rehearsal(populated: Vendor) -> None:
    entries = populated.entries
    old = entries[NO_TF32].model_copy(update={"tensorrt": "11.3.0.1"})
    write_entries(populated.caches, [entries[NAME], old])
    (populated.caches / "stray.cache").touch()
    before = populated.files
    keep = ("--keep", "11.4.0.106")
    ended = populated.tend("prune", populated.caches, *keep, "--dry-run")
    assert (ended.code, ended.out) == (0, f"stray.cache: would be removed\n{NO_TF32}: would be removed\n")
    ended = populated.tend("prune", populated.caches, "--keep", "11.4")
    assert ended.code == 64
    assert "hint: The catalogue has 11.3.0.1, 11.4.0.106." in ended.err
    assert populated.files == before
    assert populated.tend("prune", populated.caches).out == "stray.cache: removed\n"
    assert populated.entries.keys() == {NAME, NO_TF32}
    # What is only in the index also goes, and is reported.
    (populated.caches / NO_TF32).unlink()
    assert populated.tend("prune", populated.caches, *keep).out == f"{NO_TF32}: removed\n"
    assert populated.entries == {NAME: entries[NAME]}
    assert populated.tend("prune", populated.caches, *keep).out == "Nothing to remove.\n"


def test_merge_brings_other_catalogues_in(populated: Vendor) -> None:
    into = populated.home / "into"
    ended = populated.tend("merge", into, populated.caches, populated.caches)
    assert ended.code == 0
    files = [populated.caches / NO_TF32, populated.caches / NAME]
    reported = [*(f"{file}: added" for file in files), *(f"{file}: already there" for file in files)]
    assert ended.out.splitlines() == reported
    assert {path.name: path.read_bytes() for path in into.iterdir()} == populated.files
    keys_path(into / NAME).write_text("{}")
    ended = populated.tend("merge", into, populated.caches)
    assert ended.code == 65
    assert "json: found 0 keys; expected at least the 3" in ended.err
    assert populated.tend("merge", into, populated.home).code == 66


def test_the_recipe_for_a_lab_makes_one_catalogue_of_those_of_several_computers(tmp_path: Path) -> None:
    page = (ROOT / "docs/vendors/timing-caches.md").read_text(encoding="utf-8")
    recipe = page[page.index("## A lab, or CI") : page.index("## Where they are")]
    measure, *together, _package = re.findall(r"^engine-builder (.*)$", recipe, re.MULTILINE)
    computers = {"one": IDLE, "two": Machine((TWO_DIFFERENT.gpus[1],))}
    for name, machine in computers.items():
        vendor = Vendor(tmp_path / name, machine)
        command = measure.replace("assets", str(vendor.package)).replace("measured/NAME", str(tmp_path / name / "out"))
        ended = vendor.end(vendor.start_builder(*command.split()))
        assert ended.code == 0, ended.err
    measured = " ".join(str(tmp_path / name / "out") for name in computers)
    for command in together:
        words = command.replace("measured/*", measured).replace("11.5.0.20", "11.4.0.106").split()
        ended = vendor.tend(*(str(vendor.caches) if word == "caches" else word for word in words[1:]))
        assert ended.code == 0, ended.err
    assert ended.out == "2 caches, all intact.\n"
    # What is there already is not measured again.
    assert "covers every model already" in vendor.populate().out


@pytest.mark.parametrize(
    ("options", "alpha", "beta"),
    [
        (
            "--gpu NAME --compute-capability 8.9 --tensorrt 11.4.0.106",
            f"{NAME}: made on an {RTX_4070} with the same compute capability 8.9;",
            f"{NO_TF32}: made on an",
        ),
        (
            "--gpu 4060 --tensorrt 11.4.0.106",
            f"{NAME}: made on an {RTX_4070} with the same compute capability 8.9;",
            f"{NO_TF32}: made on an",
        ),
        ("--gpu rtx-2060 --tensorrt 11.4.0.106", "none: the caches are for compute capability 8.9", "none: "),
        ("--compute-capability 8.6 --tensorrt 11.4.0.106", "none: the caches are for compute capability 8.9", "none: "),
        ("--compute-capability 8.9 --tensorrt 11.5", "none: the caches are for TensorRT 11.4.0.106", "none: "),
        ("--compute-capability 8.9 --tensorrt 11.4.0.106 --cuda 12.9", "none: the caches are for CUDA 13", "none: "),
        ("--compute-capability 8.9 --tensorrt 11.4.0.106 --os windows", "none: the caches were made on linux", "none"),
    ],
)
def test_explain_says_for_any_computer_on_one_without_gpu_and_library(
    made: tuple[Vendor, Ended], options: str, alpha: str, beta: str
) -> None:
    bare = made[0].env | {"PYTHONPATH": "", "FAKE_NVML": os.devnull}
    words = [RTX_4070.replace("4070", "4060") if word == "NAME" else word for word in options.split()]
    ended = made[0].end(made[0].start_builder("caches", "explain", "--package", made[0].package, *words, **bare))
    assert ended.code == 0, ended.err
    first, second = ended.out.splitlines()
    assert first.startswith(f"alpha: {alpha}")
    assert second.startswith(f"beta: {beta}")


def test_explain_asks_for_what_this_computer_does_not_know(populated: Vendor) -> None:
    bare = {"PYTHONPATH": "", "FAKE_NVML": os.devnull}
    ended = populated.end(populated.start_builder("caches", "explain", "--package", populated.package, **bare))
    assert ended.code == 64
    assert "does not tell --compute-capability and --tensorrt" in ended.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--gpu", "rtx 4061"), "No GPU named 'rtx 4061' is known."),
        (("--gpu", "rtx 4060", "--compute-capability", "8.6"), "has compute capability 8.9, not 8.6."),
    ],
)
def test_explain_refuses_a_gpu_that_there_is_not(populated: Vendor, options: tuple[str, ...], message: str) -> None:
    ended = populated.tend("explain", "--package", populated.package, *options)
    assert ended.code == 64
    assert message in ended.err


def test_explain_uses_this_computer_and_reports_damage(populated: Vendor) -> None:
    (populated.caches / NO_TF32).write_bytes(b"damaged")
    ended = populated.tend("explain", "--package", populated.package)
    assert ended.code == 0
    problem, alpha, beta = ended.out.splitlines()
    assert problem.startswith("problem: index.toml: cache[0].sha256: found ")
    assert alpha == f"alpha: {NAME}: made on an {RTX_4070}, as in this computer"
    assert beta.startswith("beta: none: the caches were made with other settings")
    # Of several GPUs the one that an installation would choose.
    populated.use(Machine((*UNSUPPORTED_OLD.gpus, *IDLE.gpus)))
    assert alpha in populated.tend("explain", "--package", populated.package).out


def test_folders_may_be_relative_and_other_files_are_left_alone(tmp_path: Path) -> None:
    computer = Computer(tmp_path, IDLE)
    output = tmp_path / "out"
    output.mkdir()
    (output / "precious.cache").write_bytes(b"mine")
    for models, new in ((["alpha"], "alpha"), (["alpha", "beta"], "beta")):
        small_package(computer.package, *models)
        done = subprocess.run(
            [sys.executable, "-P", "-m", "builder", "populate", "--package", "package", "--output", "out"],
            cwd=tmp_path,
            env=environment(tmp_path) | computer.env | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests/doubles'}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert f"{new}: building" in done.stdout
    assert (output / "precious.cache").read_bytes() == b"mine"


def test_a_model_whose_settings_have_changed_is_measured_again_and_explain_says_so(tmp_path: Path) -> None:
    computer = Computer(tmp_path, IDLE)
    computer_of_the_user: dict[str, Any] = {
        "gpu_name": RTX_4070, "compute_capability": "8.9", "cores": 5888,
        "tensorrt": "11.4.0.106", "cuda": "13", "system": "linux",
    }  # fmt: skip
    changes: list[dict[str, Any]] = [{}, {"workspace_mib": 64}, {"workspace_mib": 64, "name": "renamed"}]
    for entry, explained, measured in zip(
        changes,
        (
            "alpha: none: the application ships none",
            f"alpha: {NAME}: made on an {RTX_4070}, as in this computer; it covers this model only with other settings",
            f"renamed: {NEXT_NAME}: made on an {RTX_4070}, as in this computer",
        ),
        (2, 2, 0),
        strict=True,
    ):
        model = model_entry(computer.package, computer.package / "models/alpha.onnx", **entry)
        write_manifest(computer.package, model)
        said = explain(computer.package, **computer_of_the_user)
        done = run_builder("populate", "--package", computer.package, env=environment(tmp_path) | computer.env)
        assert done.code == 0, done.err
        assert said == explained or (said.startswith(explained) and "only with other settings" in explained)
        assert done.out.count("alpha: building") == measured
        assert ("covers every model already" in done.out) is (measured == 0)
        assert explain(computer.package, **computer_of_the_user).endswith("as in this computer")
