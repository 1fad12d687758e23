"""Which models TensorRT-RTX is asked about, what follows from its answers, and what is remembered of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import AppPackage, PackagedPlugin
from builder.app_package.package_files import PackageFile
from builder.backend import Installation
from builder.base.cancellation import CancelToken
from builder.base.errors import BuildFailed, Cancelled
from builder.base.events import BuildJob, Built, Event
from builder.base.text import say
from builder.building.inputs import Inputs
from builder.building.machine import Machine
from builder.building.plan import BuildPlan, InstalledEngine
from builder.building.planner import make_plan
from builder.building.target_questions import AnswerMemory, AsksLibrary, plan_with_answers
from builder.building.worker_limits import WorkerLimits
from builder.building.worker_process import Crashed, Finished, HasFailed, Outcome, WasCancelled
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Driver, Gpu
from tests.support.plans import CLASSIC, FUTURE, GTX_1080, RTX, RTX_4070, RTX_5090, machine, package, record_of

RTX_2080 = Gpu(5, "NVIDIA GeForce RTX 2080", "GPU-6", "7.5", 8192)
RTX_3060 = Gpu(7, "NVIDIA GeForce RTX 3060", "GPU-8", "8.6", 12288)
FP8 = frozenset({"fp8"})
REFUSAL = "it has no time"


@dataclass
class Library:
    """Stands in for the worker that asks the library: what it answers, and what it was asked to do."""

    refused: dict[str, str] = field(default_factory=dict)
    ends: Outcome | None = None
    jobs: list[BuildJob] = field(default_factory=list)
    limits: list[WorkerLimits] = field(default_factory=list)

    def __call__(
        self, job: BuildJob, cancel: CancelToken, on_event: Callable[[Event], str | None], *, limits: WorkerLimits
    ) -> Outcome:
        assert on_event(Built(0, "", 0.0, "", {}, {}, None)) is None
        self.jobs.append(job)
        self.limits.append(limits)
        return self.ends or Finished(Built(0, "", 0.0, "1.7.1", {}, {}, None, refused=self.refused))

    @property
    def asked(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(job.model, job.ask_for) for job in self.jobs]


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    library = Library()
    monkeypatch.setattr("builder.building.target_questions.run_worker", library)
    return library


def having(data_types: frozenset[str], *models: dict[str, Any], **changes: Any) -> AppPackage:
    """A package whose models use these data types."""
    made = package(*models or [{}])
    return replace(made, models=tuple(replace(model, data_types=data_types, **changes) for model in made.models))


def planned(
    app: AppPackage,
    here: Machine,
    options: EngineOptions | None = None,
    *,
    installed: Sequence[InstalledEngine] = (),
    memory: AnswerMemory | None = None,
    asks: bool = True,
    inputs: Inputs | None = None,
) -> BuildPlan:
    return plan_with_answers(
        lambda answers: make_plan(app, here, installed, options or EngineOptions(), answers=answers),
        here,
        AsksLibrary(here, inputs or Inputs(), CancelToken()) if asks else None,
        memory,
    )


@pytest.mark.parametrize(
    ("gpus", "options", "model", "data_types", "asked"),
    [
        pytest.param([RTX_2080], {}, {}, [], ["7.5"], id="Turing is always in doubt"),
        pytest.param([RTX_4070], {}, {}, [], None, id="newer GPUs compute what every model has"),
        pytest.param([RTX_3060], {}, {}, ["fp8"], ["8.6"], id="a GPU without the model's data type"),
        pytest.param([RTX_4070], {}, {}, ["fp8"], None, id="a GPU with it"),
        pytest.param([RTX_2080, RTX_3060], {}, {}, ["fp8"], ["7.5", "8.6"], id="every GPU that is here"),
        pytest.param([FUTURE], {}, {}, ["fp8"], ["8.0", "8.6"], id="a GPU that no target names"),
        pytest.param([GTX_1080], {}, {}, ["fp8"], ["8.0", "8.6"], id="a GPU that nothing is built for"),
        pytest.param([], {}, {}, ["fp8"], ["8.0", "8.6"], id="no GPU, so a portable engine"),
        pytest.param([RTX_4070], {"portable": True}, {}, ["fp8"], ["8.0", "8.6"], id="a portable engine"),
        pytest.param([RTX_4070], {"targets": ("7.5", "8.9")}, {}, [], ["7.5"], id="what the user names"),
        pytest.param([RTX_4070], {"targets": ("6.1",)}, {}, ["fp8"], None, id="what no engine can be built for"),
        pytest.param(
            [RTX_4070], {}, {"compute_capabilities": ["7.5", "8.9"]}, [], ["7.5"], id="what the app package names"
        ),
        pytest.param([RTX_3060], {"without": ("f",)}, {"feature": "f"}, ["fp8"], None, id="a feature that is left out"),
        pytest.param([RTX_3060], {}, {"feature": "f", "strategy": "on-demand"}, ["fp8"], None, id="not asked for yet"),
        pytest.param(
            [RTX_3060],
            {"wanted": ("f",)},
            {"feature": "f", "strategy": "on-demand"},
            ["fp8"],
            ["8.6"],
            id="a feature that was asked for",
        ),
    ],
)
def test_the_library_is_asked_for_every_gpu_that_is_in_doubt_and_for_no_other(
    library: Library,
    gpus: list[Gpu],
    options: dict[str, Any],
    model: dict[str, Any],
    data_types: list[str],
    asked: list[str] | None,
) -> None:
    planned(having(frozenset(data_types), model), machine(*gpus), EngineOptions(**options))
    assert library.asked == ([("m0", tuple(asked))] if asked else [])


def test_a_feature_that_is_left_out_says_nothing_of_the_next_model(library: Library) -> None:
    planned(package({"feature": "f"}, {}), machine(RTX_2080), EngineOptions(without=("f",)))
    (job,) = library.jobs
    assert (job.model, job.library_folder) == ("m1", None)


def test_a_gpu_that_cannot_be_used_raises_no_question(library: Library) -> None:
    planned(package({}), replace(machine(RTX_2080), driver=Driver("550.54", "12.4")))
    assert library.asked == []


def test_a_library_that_is_not_there_is_not_asked(library: Library) -> None:
    for libraries in ({}, CLASSIC):
        planned(having(FP8), machine(RTX_3060, libraries=libraries))
    # Nor is one that another goes before.
    assert planned(having(FP8), machine(RTX_3060, libraries=CLASSIC | RTX)).to_build[0].backend.name == "tensorrt"
    assert library.asked == []


def test_each_model_is_asked_for_that_is_not_there_already(library: Library) -> None:
    app, here = package({}, {}), machine(RTX_2080)
    kept, new = app.models
    app = replace(app, models=(kept, replace(new, onnx=replace(new.onnx, sha256="ff" * 32))))
    record = record_of(make_plan(app, here, [], EngineOptions()))
    plan = planned(app, here, installed=[InstalledEngine(record, "intact")])
    assert [item.action for item in plan.models] == ["keep", "build"]
    assert library.asked == [("m1", ("7.5",))]


def test_models_that_are_made_of_the_same_file_alike_are_one_question(library: Library) -> None:
    library.refused = {"7.5": REFUSAL}
    plan = planned(package({}, {}), machine(RTX_2080))
    assert [item.action for item in plan.models] == ["refuse", "refuse"]
    assert library.asked == [("m0", ("7.5",))]


def test_a_model_whose_file_is_not_here_is_not_asked_for(library: Library) -> None:
    file = package({}).models[0].onnx
    planned(having(FP8, onnx=replace(file, in_feed=True)), machine(RTX_3060))
    planned(having(FP8, onnx=replace(file, sha256="")), machine(RTX_3060))
    assert library.asked == []


def test_what_the_library_refuses_is_not_built_and_the_user_reads_why(library: Library) -> None:
    library.refused = {"8.6": REFUSAL}
    plan = planned(having(FP8), machine(RTX_3060))
    assert plan.refusal is not None
    assert REFUSAL in plan.refusal.message


def test_what_the_library_does_not_refuse_is_built_whatever_the_data_type(library: Library) -> None:
    without = planned(having(FP8), machine(RTX_3060), asks=False)
    assert without.refusal is not None
    (build,) = planned(having(FP8), machine(RTX_3060)).to_build
    assert build.wanted.targets == ("8.6",)


@pytest.mark.parametrize("ends", [Crashed("signal 11", ""), HasFailed(BuildFailed(say("No.")))])
def test_where_the_worker_does_not_answer_the_plan_is_as_without_and_it_is_asked_again(
    library: Library, ends: Outcome
) -> None:
    library.ends, memory = ends, AnswerMemory(None, {})
    for _ in range(2):
        (build,) = planned(having(frozenset()), machine(RTX_2080), memory=memory).to_build
        assert build.wanted.targets == ("7.5",)
    assert library.asked == [("m0", ("7.5",))] * 2
    assert memory.answers == {}


def test_a_cancelled_question_is_no_answer(library: Library) -> None:
    library.ends, cancel, here = WasCancelled(), CancelToken(), machine(RTX_2080)
    cancel.cancel()
    with pytest.raises(Cancelled):
        plan_with_answers(
            lambda answers: make_plan(package({}), here, [], EngineOptions(), answers=answers),
            here,
            AsksLibrary(here, Inputs(), cancel),
        )


def test_the_worker_gets_the_very_files_and_settings_and_writes_nothing(library: Library, tmp_path: Path) -> None:
    model = tmp_path / "a.onnx"
    file = PackageFile(model, "a.onnx", "ab" * 32, 1000)
    weights = PackageFile(tmp_path / "a.bin", "a.bin", "cd" * 32, 10)
    app = having(FP8, {"tf32": False}, onnx=file, external_data=(weights,))
    library_folder = tmp_path / "library"
    plan = planned(app, machine(RTX_3060), inputs=Inputs(library_folder, kept={model: tmp_path / "copy"}))
    (job,) = library.jobs
    assert (job.onnx.path, job.onnx.sha256, job.onnx.copy) == (str(model), "ab" * 32, str(tmp_path / "copy"))
    assert [item.path for item in job.external_data] == [str(weights.path)]
    assert (job.backend, job.library_folder, job.settings.tf32) == ("tensorrt-rtx", str(library_folder), False)
    assert (job.gpu_uuid, job.load_on, job.targets) == (None, None, ())
    assert not Path(job.output).exists()
    # And no more memory than a build may take.
    (limits,) = library.limits
    assert limits.memory is not None
    assert limits.memory.limit_bytes == plan.memory_limit_bytes


def test_a_model_with_plugins_is_not_asked_for_because_nothing_is_written(library: Library) -> None:
    plugin = PackagedPlugin("ours", ("Op",), PackageFile(Path("/p/a.so"), "a.so", "ef" * 32, 10))
    assert planned(having(frozenset(), plugins=(plugin,)), machine(RTX_2080)).to_build
    assert library.asked == []


def test_an_answer_is_remembered_and_only_what_is_not_known_is_asked(library: Library) -> None:
    library.refused, memory = {"7.5": REFUSAL}, AnswerMemory(None, {})
    for _ in range(2):
        assert planned(having(FP8), machine(RTX_2080), memory=memory).refusal
    assert library.asked == [("m0", ("7.5",))]
    plan = planned(having(FP8), machine(RTX_2080, RTX_3060), EngineOptions(gpu="all"), memory=memory)
    assert library.asked[1:] == [("m0", ("8.6",))]
    # Both answers count: one GPU is refused, the other not.
    assert [item.wanted.targets for item in plan.engines] == [("8.6",)]
    assert [item.wanted.targets for item in planned(having(FP8), machine(RTX_3060), memory=memory).engines] == [
        ("8.6",)
    ]
    assert len(library.asked) == 2


def test_without_leave_to_ask_what_is_remembered_counts(library: Library) -> None:
    memory = AnswerMemory(None, {})
    planned(having(FP8), machine(RTX_3060), memory=memory)
    assert planned(having(FP8), machine(RTX_3060), memory=memory, asks=False).to_build
    assert not planned(having(FP8), machine(RTX_3060), memory=AnswerMemory(None, {}), asks=False).to_build
    assert len(library.jobs) == 1


def test_the_order_in_which_app_toml_names_settings_is_no_other_question(library: Library) -> None:
    memory, formats = AnswerMemory(None, {}), {"a": "fp16:chw", "b": "fp16:chw"}
    for names in ("ab", "ba"):
        model = {"input_formats": {name: formats[name] for name in names}}
        planned(having(FP8, model), machine(RTX_3060), memory=memory)
    assert len(library.jobs) == 1


@pytest.mark.parametrize("what", ["model", "weights", "settings", "library"])
def test_an_answer_is_for_this_model_with_its_settings_and_this_library(library: Library, what: str) -> None:
    memory, here = AnswerMemory(None, {}), machine(RTX_3060)
    weights = PackageFile(Path("/p/a.bin"), "a.bin", "cd" * 32, 10)
    planned(having(FP8, external_data=(weights,)), here, memory=memory)
    file = package({}).models[0].onnx
    changed = {
        "model": having(FP8, onnx=replace(file, sha256="ff" * 32), external_data=(weights,)),
        "weights": having(FP8, external_data=(replace(weights, sha256="ff" * 32),)),
        "settings": having(FP8, {"tf32": False}, external_data=(weights,)),
        "library": having(FP8, external_data=(weights,)),
    }
    if what == "library":
        here = machine(RTX_3060, libraries={"tensorrt-rtx": Installation("1.8.0.1", "13")})
    planned(changed[what], here, memory=memory)
    assert len(library.jobs) == 2


def test_a_plan_without_doubt_is_made_once_and_reads_no_file(tmp_path: Path) -> None:
    made = []

    def make(answers: object) -> BuildPlan:
        made.append(answers)
        return make_plan(package({}), machine(RTX_5090), [], EngineOptions())

    here = replace(machine(RTX_5090), overlay_folder=tmp_path / "caches")
    assert plan_with_answers(make, here).to_build
    assert made == [{}]


def of(folder: Path) -> AnswerMemory:
    return AnswerMemory.of(replace(machine(RTX_3060), overlay_folder=folder / "caches"))


def test_answers_outlive_the_run(library: Library, tmp_path: Path) -> None:
    here = replace(machine(RTX_3060), overlay_folder=tmp_path / "new" / "ours" / "caches")
    for _ in range(2):
        assert planned(having(FP8), here).to_build
    assert len(library.jobs) == 1
    ours = tmp_path / "new" / "ours"
    assert of(ours).answers.popitem()[1] == {"8.6": ""}
    assert [path.name for path in ours.iterdir()] == ["served-gpus.json"]


def test_where_nothing_is_remembered_nothing_is_written(library: Library, tmp_path: Path) -> None:
    memory = AnswerMemory.of(replace(machine(), overlay_folder=None))
    memory.remember("a", {"8.6": ""})
    assert (memory.path, memory.answers) == (None, {"a": {"8.6": ""}})


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "null",
        "[" * 100_000,
        "\ud800",
        '{"schema": 1}',
        '{"schema": 1, "answers": []}',
        '{"schema": 1, "answers": {"a": "8.6"}}',
        '{"schema": 2, "answers": {"a": {"8.6": ""}}}',
        '{"answers": {"a": {"8.6": ""}}}',
        '{"schema": 1, "answers": {"a": {"8.6": ""}}}' + " " * (4 << 20),
    ],
)
def test_a_file_that_cannot_be_understood_is_as_none_and_is_replaced(tmp_path: Path, content: str) -> None:
    file = tmp_path / "served-gpus.json"
    file.write_text(content, errors="surrogatepass")
    memory = of(tmp_path)
    assert memory.answers == {}
    memory.remember("b", {"7.5": REFUSAL})
    assert of(tmp_path).answers == {"b": {"7.5": REFUSAL}}


def test_whatever_a_file_says_answers_are_text(tmp_path: Path) -> None:
    (tmp_path / "served-gpus.json").write_text(json.dumps({"schema": 1, "answers": {"a": {"8.6": 5}}}))
    assert of(tmp_path).answers == {"a": {"8.6": "5"}}


def test_a_folder_that_cannot_be_written_is_no_loss(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = of(tmp_path / "file")
    memory.remember("a", {"8.6": ""})
    assert memory.answers == {"a": {"8.6": ""}}
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_oldest_answers_are_forgotten_when_there_are_too_many(tmp_path: Path) -> None:
    memory = AnswerMemory(None, {str(number): {"8.6": ""} for number in range(500)})
    memory.remember("0", {"8.6": REFUSAL})
    assert len(memory.answers) == 500
    memory.remember("new", {})
    assert len(memory.answers) == 500
    assert "1" not in memory.answers
    assert memory.answers["0"] == {"8.6": REFUSAL}
    assert "new" in memory.answers
