"""Classic TensorRT on a real GPU, through the real programs: `pytest -m gpu`, which also writes a report.

The same tests run everywhere against the stand-ins for NVML and classic TensorRT, so that they are known to work. None
depends on speed: what was measured goes into the report only.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import platform
import shutil
import site
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import psutil
import pytest

from builder.base.errors import ExitCode
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from tests.support.cuda import with_cuda
from tests.support.nvml import RTX_4070, Machine, environment_of
from tests.support.program import ROOT, Ended, command, environment

NOT_ASKED_FOR = "needs minutes and the GPU for itself, so it runs only when asked for: pytest -m gpu"
CANCEL_MOMENTS = ("when the build begins", "inside the library")
OWN_PHASES = ("Loading the engine", "Reading the model", "Writing the engine")


@dataclass(frozen=True)
class Run:
    """A run of one of the programs."""

    ended: Ended
    seconds: float

    def check(self) -> None:
        assert self.ended.code == 0, f"{self.ended.out}\n{self.ended.err}"


@dataclass(frozen=True)
class Installed(Run):
    """An installation; `engines` are the records of engines.json by model, none after a failure."""

    engines: Mapping[str, dict[str, Any]]

    def check(self) -> None:
        super().check()
        assert self.engines

    @property
    def uses(self) -> list[dict[str, Any]]:
        """What timing caches did for each engine."""
        return [engine["timing_cache"] for engine in self.engines.values()]


class Results:
    """A pytest plugin: how each test of this page went."""

    def __init__(self, variant: str) -> None:
        self.variant = variant
        self.outcomes: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid.rpartition("::")[2].removeprefix("test_")
        title, _, parameters = name.removesuffix("]").partition("[")
        reported = report.when == "call" or report.outcome != "passed"
        if reported and "test_hardware.py" in report.nodeid and self.variant in parameters:
            where = parameters.replace(self.variant, "").strip("-")
            self.outcomes[f"{title.replace('_', ' ')}{', ' * bool(where)}{where}"] = report.outcome


@dataclass
class Bench:
    """One computer and the demo package, through all that is done to it; each step is done once, when it is asked for.

    Attributes:
        variant: `hardware` or `stand-in`.
        folder: for everything that is made.
        env: what the programs need in their environment.
        timeout: seconds for one command.
        report_path: where the report goes.
    """

    variant: str
    folder: Path
    env: Mapping[str, str]
    timeout: float
    report_path: Path
    cancel_seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.results = Results(self.variant)
        # Not under the name `assets`: then its catalogue would be the folder beside it.
        self.package = self.folder / "package"
        shutil.copytree(ROOT / "assets", self.package)

    @property
    def catalogue(self) -> Path:
        return self.package / "caches"

    def keep_models(self, number: int) -> None:
        """Leave only the first models in the package."""
        manifest = self.package / "app.toml"
        before, *models = manifest.read_text(encoding="utf-8").split("[[model]]")
        manifest.write_text("[[model]]".join([before, *models[:number]]), encoding="utf-8")

    def home(self, name: str) -> Path:
        home = self.folder / "homes" / name
        home.mkdir(parents=True, exist_ok=True)
        return home

    def environment(self, home: Path) -> dict[str, str]:
        # The user's data folder on Windows, as platformdirs lets it be replaced.
        return environment(home) | {"WIN_PD_OVERRIDE_LOCAL_APPDATA": str(home)} | dict(self.env)

    def _run(self, arguments: list[str], home: str) -> Run:
        started = time.monotonic()
        done = subprocess.run(
            arguments,
            cwd=ROOT,
            env=self.environment(self.home(home)),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=self.timeout,
            check=False,
        )
        ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
        return Run(ended, time.monotonic() - started)

    def _builder(self, *arguments: str | Path, home: str) -> Run:
        return self._run([sys.executable, "-m", "builder", *map(str, arguments)], home)

    def install_command(self, target: Path, *options: str) -> list[str]:
        places = ("--package", self.package, "--target", target)
        return command("install", "--quiet", *places, "--backend", "tensorrt", "--gpu", self.gpu["uuid"], *options)

    def _install(self, home: str, *options: str) -> Installed:
        """Install into an empty folder and remove it again: what an engine was before must not help."""
        target = self.folder / "target"
        run = self._run(self.install_command(target, *options), home)
        index = target / "engines/engines.json"
        engines: dict[str, dict[str, Any]] = {}
        if index.exists():
            engines = {engine["model"]: engine for engine in json.loads(index.read_bytes())["engines"]}
            assert all((index.parent / engine["file"]).stat().st_size == engine["size"] for engine in engines.values())
        shutil.rmtree(target, ignore_errors=True)
        return Installed(run.ended, run.seconds, engines)

    @cached_property
    def survey(self) -> dict[str, Any]:
        """What `engine-builder gpus --json` says."""
        run = self._builder("gpus", "--json", home="survey")
        run.check()
        return dict(json.loads(run.ended.out))

    @property
    def lacking(self) -> str | None:
        """What this computer lacks; None when it has all."""
        gpus, problem = self.survey["gpus"], self.survey["problem"]
        # Such as "TensorRT 11.4.0.106, TensorRT-RTX 1.7.1.116"; it is reported without a GPU, too.
        libraries = [check["message"] for check in self.survey["checks"] if check["name"] == "library"]
        missing = []
        if not gpus:
            missing.append(f"an NVIDIA GPU: {problem['message'] if problem else 'there is none'}")
        if not any(library.startswith("TensorRT ") for library in ", ".join(libraries).split(", ")):
            missing.append("classic TensorRT: the extra 'tensorrt' is not installed")
        supports = [gpu["backends"]["tensorrt"] for gpu in gpus]
        if not missing and not any(support["supported"] for support in supports):
            missing += ["a GPU that TensorRT can use: " + "; ".join(support["reason"] for support in supports)]
        return f"missing here: {'; '.join(missing)}" if missing else None

    @cached_property
    def gpu(self) -> dict[str, Any]:
        """The GPU that everything is built for: the first that TensorRT supports."""
        return next(dict(gpu) for gpu in self.survey["gpus"] if gpu["backends"]["tensorrt"]["supported"])

    @cached_property
    def cold(self) -> Installed:
        return self._install("one")

    @cached_property
    def warm(self) -> Installed:
        self.cold.check()
        return self._install("one")

    @cached_property
    def level_2(self) -> Installed:
        return self._install("level 2", "--heuristic")

    @cached_property
    def populated(self) -> Run:
        # All that went before is the same without a catalogue.
        _ = self.cold, self.warm, self.level_2
        # Our own process has just left the GPU.
        return self._builder(
            *("populate", "--package", self.package, "--gpu", self.gpu["uuid"], "--if-busy", "wait"), home="populate"
        )

    @cached_property
    def catalogue_entry(self) -> dict[str, Any]:
        """The only entry of the catalogue that was made."""
        self.populated.check()
        (entry,) = tomllib.loads((self.catalogue / "index.toml").read_text(encoding="utf-8"))["cache"]
        return dict(entry)

    @cached_property
    def shipped(self) -> Installed:
        self.populated.check()
        return self._install("another user")

    def done(self, step: str) -> Any:
        """The outcome of a step, None when it was not done: the report must not start anything."""
        return vars(self).get(step)

    def write_report(self) -> None:
        self.report_path.write_text("\n".join(report_lines(self)) + "\n", encoding="utf-8")


def report_lines(bench: Bench) -> Iterator[str]:
    """The report as Markdown, to be pasted into docs/verified.md."""
    gpu, survey = bench.gpu, bench.survey
    installed = [run for step in ("cold", "level_2") if (run := bench.done(step))]
    versions = sorted({engine["library_version"] for run in installed for engine in run.engines.values()})
    yield (
        f"On {datetime.datetime.now().astimezone().date()}, "
        f"{'stand-ins for ' if bench.variant == 'stand-in' else ''}{gpu['name']} (compute capability "
        f"{gpu['compute_capability']}, {gpu['memory_total_mib']} MiB, driver {survey['driver']}, CUDA "
        f"{survey['cuda_driver']}), TensorRT {', '.join(versions) or 'unknown'}, {system_name()}, "
        f"Python {platform.python_version()}, `pytest -m gpu`:"
    )
    yield from ("", "| what | result |", "|---|---|")
    for title, outcome in bench.results.outcomes.items():
        took = [f", {seconds:.1f} s" for moment, seconds in bench.cancel_seconds.items() if title.endswith(moment)]
        yield f"| {title} | {outcome}{''.join(took)} |"
    yield from ("", "| model | cold | warm | level 2 | with the shipped cache | populate | speed-up |")
    yield "|---|---|---|---|---|---|---|"
    steps = {step: bench.done(step) for step in ("cold", "warm", "level_2", "shipped")}
    entry = bench.done("catalogue_entry")
    covered = {model["name"]: model for model in entry["model"]} if entry else {}
    for name in dict.fromkeys(name for run in steps.values() if run for name in run.engines):
        cells = [figures(run.engines.get(name) if run else None) for run in steps.values()]
        yield f"| {' | '.join([name, *cells, *populate_figures(covered.get(name))])} |"
    wall = [run.seconds if run else None for run in (*steps.values(), bench.done("populated"))]
    cells = ["–" if seconds is None else f"{seconds:.1f} s" for seconds in wall]
    yield f"| {' | '.join(['the whole command', *cells, speed_up(wall[0], wall[1])])} |"
    yield ""
    yield (
        "Seconds of a model are those of engines.json. Where something was measured they have the second in them for "
        "which a build waits to see whether the GPU was in use; those of populate have not, so the speed-up of a model "
        "is that of populate. The whole command also starts, waits for an idle GPU and verifies; its speed-up is that "
        "of the warm over the cold install. Hits are unknown (–) where nothing says how many timings a build needs."
    )


def populate_figures(covered: Mapping[str, Any] | None) -> tuple[str, str]:
    """How long populate built a model cold and warm, and how much faster that is."""
    if covered is None:
        return "–", "–"
    cold, warm = covered["cold_seconds"], covered["warm_seconds"]
    return f"{cold:.2f} s cold, {warm:.2f} s warm", speed_up(cold, warm)


def figures(engine: Mapping[str, Any] | None) -> str:
    """How long a build took and what timing caches did for it."""
    if engine is None:
        return "–"
    use = engine["timing_cache"]
    hits = "–" if use["hits"] is None else use["hits"]
    timing = f"{use['timing_seconds']:.2f} s in timing phases"
    return f"{engine['seconds']:.1f} s ({timing}), {hits} hits, {use['misses']} misses"


def speed_up(before: float | None, after: float | None) -> str:
    return f"{before / after:.1f} ×" if before and after else "–"


def system_name() -> str:
    with contextlib.suppress(OSError):
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    return platform.platform()


def hardware_environment() -> dict[str, str]:
    """What lets the programs find what this process finds, though their user has another home."""
    kept = {"PYTHONUSERBASE": site.getuserbase()}
    return kept | ({"PYTHONPATH": os.environ["PYTHONPATH"]} if os.environ.get("PYTHONPATH") else {})


def hardware_bench(folder: Path) -> Bench:
    report = Path(os.environ.get("ENGINE_INSTALLER_REPORT") or "hardware-report.md").absolute()
    return Bench("hardware", folder, hardware_environment(), 3000, report)


def stand_in_bench(folder: Path) -> Bench:
    env = with_cuda(environment_of(Machine((RTX_4070,)))) | {
        "FAKE_TENSORRT_ANSWERS": "right",
        "PYTHONPATH": str(ROOT / "tests/doubles"),
        "FAKE_TENSORRT_TIMING_MS": "2",
    }
    bench = Bench("stand-in", folder, env, 120, folder / "hardware-report.md")
    # The fp32 and the fp16 model of a pair; each takes seconds, in which nothing but the GPU is watched.
    bench.keep_models(2)
    return bench


@pytest.fixture(
    scope="module",
    params=[pytest.param("hardware", marks=[pytest.mark.gpu, pytest.mark.timeout(7200)]), "stand-in"],
)
def bench(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("bench")
    if request.param == "stand-in":
        made = stand_in_bench(folder)
    else:
        made = hardware_bench(folder)
        if made.lacking:
            pytest.skip(made.lacking)
        if "gpu" not in request.config.option.markexpr:
            pytest.skip(NOT_ASKED_FOR)
    request.config.pluginmanager.register(made.results)
    yield made
    request.config.pluginmanager.unregister(made.results)
    made.write_report()


def test_a_supported_gpu_is_found(bench: Bench) -> None:
    assert bench.lacking is None
    assert bench.survey["problem"] is None
    assert bench.gpu["backends"]["tensorrt"]["installed"]
    assert bench.survey["driver"]
    assert bench.survey["cuda_driver"]


def test_the_gpu_is_idle_before(bench: Bench) -> None:
    assert bench.gpu["busy"]["verdict"] == "idle", bench.gpu["busy"]


def test_a_cold_install_measures_every_timing(bench: Bench) -> None:
    bench.cold.check()
    for use in bench.cold.uses:
        assert use["misses"] > 0
        assert (use["shipped"], use["refused"], use["kept"]) == (None, [], True)
    # The first build has nothing to begin with. The others have what was measured before them, which did not ship;
    # how much of that they need is not known.
    (first,) = [use for use in bench.cold.uses if use["entries"] == 0]
    assert (first["hits"], first["overlay"]) == (0, False)
    assert {use["hits"] for use in bench.cold.uses if use is not first} <= {None}


def test_every_engine_loads_and_was_timed_on_an_idle_gpu(bench: Bench) -> None:
    bench.cold.check()
    for engine in bench.cold.engines.values():
        assert engine["backend"] == "tensorrt"
        assert engine["gpu"]["uuid"] == bench.gpu["uuid"]
        assert engine["loaded_on"] == bench.gpu["name"]
        assert engine["gpu_busy"]["verdict"] == "idle", engine["gpu_busy"]


def test_every_engine_gives_the_results_of_its_references(bench: Bench) -> None:
    bench.cold.check()
    for engine in bench.cold.engines.values():
        assert engine["answers"]["state"] == "right", engine["answers"]
        assert engine["answers"]["gpu"] == bench.gpu["name"]
        assert all(output["fault"] is None for output in engine["answers"]["outputs"])


def test_a_warm_install_measures_nothing(bench: Bench) -> None:
    bench.warm.check()
    assert bench.warm.engines.keys() == bench.cold.engines.keys()
    for use in bench.warm.uses:
        assert use["misses"] == 0
        assert use["overlay"]
        assert use["entries"] >= max(cold["misses"] for cold in bench.cold.uses)
        assert (use["shipped"], use["refused"]) == (None, [])
    assert {engine["loaded_on"] for engine in bench.warm.engines.values()} == {bench.gpu["name"]}


def test_heuristic_tactic_selection_builds(bench: Bench) -> None:
    bench.level_2.check()
    for engine in bench.level_2.engines.values():
        assert engine["settings"]["optimization_level"] == HEURISTIC_OPTIMIZATION_LEVEL
        assert engine["loaded_on"] == bench.gpu["name"]
        assert engine["timing_cache"]["refused"] == []


def ask_to_cancel(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        process.terminate()
        return
    # There, terminating asks no question.
    assert process.stdin is not None
    process.stdin.write(b"cancel\n")
    process.stdin.flush()


def is_the_moment(event: Mapping[str, Any], moment: str) -> bool:
    if moment == CANCEL_MOMENTS[0]:
        return bool(event["event"] == "model_started")
    return event["event"] == "phase" and not event["title"].startswith(OWN_PHASES)


def processes_of(home: Path) -> list[psutil.Process]:
    """Processes that have this home in their environment."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get("HOME") == str(home) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


@pytest.mark.parametrize("moment", CANCEL_MOMENTS)
def test_a_cancelled_build_leaves_nothing(bench: Bench, moment: str) -> None:
    home, target = bench.home(f"cancel {moment}"), bench.folder / "cancelled"
    # For the stand-in, as long as no catalogue has been made.
    slow = {"FAKE_TENSORRT_TIMING_MS": "500"}
    with subprocess.Popen(
        bench.install_command(target, "--progress", "jsonl"),
        cwd=ROOT,
        env=bench.environment(home) | slow,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout is not None
            assert any(is_the_moment(json.loads(line), moment) for line in process.stdout)
            asked = time.monotonic()
            ask_to_cancel(process)
            out, err = process.communicate(timeout=bench.timeout)
        except BaseException:
            process.kill()
            raise
    bench.cancel_seconds[moment] = time.monotonic() - asked
    assert process.returncode == ExitCode.CANCELLED.number, err
    result = json.loads(out.splitlines()[-1])
    assert (result["event"], result["name"]) == ("result", "cancelled")
    assert processes_of(home) == []
    assert not target.exists()
    assert list(home.rglob("*.timings")) == []


def test_another_user_needs_no_timing_with_the_shipped_cache(bench: Bench) -> None:
    bench.shipped.check()
    entry = bench.catalogue_entry
    assert entry["gpu"] == bench.gpu["name"]
    assert {entry["tensorrt"]} == {engine["library_version"] for engine in bench.shipped.engines.values()}
    tactics = {model["name"]: model["tactics"] for model in entry["model"]}
    assert tactics.keys() == bench.shipped.engines.keys()
    for name, engine in bench.shipped.engines.items():
        use = engine["timing_cache"]
        assert use["shipped"] == entry["file"]
        assert (use["hits"], use["misses"]) == (tactics[name], 0)
        assert tactics[name] > 0
        assert (use["overlay"], use["refused"]) == (False, [])
        assert engine["loaded_on"] == bench.gpu["name"]


def test_the_report_has_the_figures(bench: Bench) -> None:
    steps = bench.cold, bench.warm, bench.level_2, bench.shipped
    for step in steps:
        step.check()
    bench.write_report()
    text = bench.report_path.read_text(encoding="utf-8")
    (version,) = {engine["library_version"] for engine in bench.cold.engines.values()}
    facts = (bench.gpu["name"], bench.survey["driver"], f"TensorRT {version}", f"Python {platform.python_version()}")
    for fact in (*facts, str(datetime.datetime.now().astimezone().year)):
        assert fact in text.splitlines()[0]
    for name in bench.cold.engines:
        (row,) = [line for line in text.splitlines() if line.startswith(f"| {name} |")]
        for step in steps:
            assert figures(step.engines[name]) in row
        (covered,) = [model for model in bench.catalogue_entry["model"] if model["name"] == name]
        assert row.endswith(" | ".join(("", *populate_figures(covered))) + " |")
    assert f"| {speed_up(bench.cold.seconds, bench.warm.seconds)} |" in text
    for title, outcome in bench.results.outcomes.items():
        assert f"| {title} | {outcome}" in text
