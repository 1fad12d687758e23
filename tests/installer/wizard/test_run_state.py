"""What a run has come to, event by event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.base.events import (
    Busy,
    Committing,
    Downloading,
    Event,
    Heartbeat,
    Logged,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    Progress,
    Result,
    Warned,
    checking_the_results,
)
from builder.base.quantities import Bytes
from builder.base.text import say
from installer.wizard.run_lines import line_of
from installer.wizard.run_state import Engine, Patience, RunState, State, engines_of
from tests.support.assessments import assessed
from tests.support.plans import CLASSIC, RTX_4070, RTX_5090, machine

RETOUCH, SKY = "Portrait retouch", "Sky replacement"
ENGINES = (
    Engine("Upscaling", "upscale", state="kept"),
    Engine(RETOUCH, "faces", times_kernels=True),
    Engine(SKY, "sky", times_kernels=True),
    Engine(RETOUCH, "skin", times_kernels=True),
    Engine("", "denoise"),
)
BEGUN = RunState.begin("install", ENGINES, has_files=True, card="GeForce RTX 4070")
OK = Result(0, "ok", say("Done."))


def started(model: str) -> ModelStarted:
    return ModelStarted(model, 1, 4, "tensorrt")


def phase(model: str) -> Phase:
    return Phase(model, say("Reading the model"))


def trying(model: str) -> Phase:
    return Phase(model, checking_the_results("NVIDIA GeForce RTX 4070"))


def busy(model: str, left: float | None = 60.0, names: Sequence[str] = ("Blender",), verdict: str = "in use") -> Busy:
    return Busy(model, verdict, ("87 % used",), ("blender (process 7)",), say("in use"), left, None, tuple(names), 87)


def built(model: str, *, disturbed: bool = False, tried: tuple[str, ...] = ()) -> ModelFinished:
    return ModelFinished(model, "built", 3.0, f"{model}.engine", 10, timed_while_busy=disturbed, tried=tried)


def broken(model: str, outcome: str = "failed") -> ModelFinished:
    return ModelFinished(model, outcome, 3.0, message=say("Odd."), plain=say("There was too little memory."))


def after(*events: Event, state: RunState = BEGUN) -> RunState:
    return reduce(RunState.after, events, state)


def states(state: RunState) -> dict[str, State]:
    return {str(row.name): row.state for row in state.rows}


def test_a_run_begins_with_the_files_and_lists_features_in_the_order_in_which_they_are_built() -> None:
    assert states(BEGUN) == {
        "Application files": "working", "Upscaling": "kept", RETOUCH: "next", SKY: "next", "AI features": "next",
    }  # fmt: skip
    assert (BEGUN.stage, BEGUN.sentence) == ("copying", "Copying files")
    assert RunState.begin("uninstall").sentence == "Removing files"
    assert RunState.begin("repair", ENGINES).stage == "optimizing"


def test_a_feature_is_done_when_its_last_model_is() -> None:
    state = after(started("faces"), phase("faces"))
    assert states(state)["Application files"] == "done"
    assert state.sentence == "Optimizing the AI features for your GeForce RTX 4070"
    assert (states(state)[RETOUCH], states(state)[SKY]) == ("working", "next")
    state = after(built("faces"), started("sky"), state=state)
    assert (states(state)[RETOUCH], states(state)[SKY]) == ("next", "working")
    state = after(built("sky"), started("skin"), built("skin"), state=state)
    assert (states(state)[RETOUCH], states(state)[SKY]) == ("done", "done")
    state = after(Committing(), state=state)
    assert (state.stage, state.sentence) == ("finishing", "Finishing… this takes a few seconds and cannot be stopped")


@pytest.mark.parametrize("outcome", ["failed", "crashed"])
def test_a_feature_has_failed_as_soon_as_one_model_has(outcome: str) -> None:
    state = after(started("faces"), broken("faces", outcome), started("skin"))
    assert states(state)[RETOUCH] == "failed"
    assert [(row.name, row.reason) for row in state.failed] == [(RETOUCH, "There was too little memory.")]
    assert after(built("skin"), state=state).failed == state.failed


def test_later_events_of_a_batch_are_not_overwritten_by_earlier_ones() -> None:
    batch: list[Event] = [started("faces"), phase("faces"), busy("faces")]
    state = after(*batch)
    assert state.is_waiting
    assert states(state)[RETOUCH] == "waiting"
    assert not after(*batch, busy("faces", None)).is_waiting
    assert not after(*batch, phase("faces")).is_waiting


def test_while_the_card_is_awaited_only_what_needs_it_waits() -> None:
    state = after(started("faces"), busy("faces"))
    assert (state.waiting, state.percent, state.is_disturbed) == (("Blender",), 87, True)
    assert states(state) | {"Application files": "done"} == {
        "Application files": "done", "Upscaling": "kept", RETOUCH: "waiting", SKY: "waiting", "AI features": "next",
    }  # fmt: skip
    # The page says it a little later than the run.
    assert [row.state for row in state.rows_as(is_waiting=False)] == ["done", "kept", "working", "next", "next"]
    assert [(row.name, row.state) for row in state.compact_rows(is_waiting=True)] == [
        ("Application files, Upscaling", "done"), (f"{RETOUCH}, {SKY}", "waiting"), ("AI features", "next"),
    ]  # fmt: skip
    quiet = after(busy("faces", 50.0, (), "idle"), state=state)
    assert (quiet.is_waiting, quiet.is_disturbed) == (True, False)
    assert not after(busy("faces", None, (), "idle"), state=quiet).is_waiting


def test_what_disturbed_the_measuring_is_kept_for_the_end() -> None:
    state = after(
        started("faces"), busy("faces", None), busy("faces", None, ["Steam", "Blender"]),
        built("faces", disturbed=True),
        started("sky"), busy("sky", 60.0, ["Krita"]), busy("sky", None, (), "idle"), built("sky"), Committing(), OK,
    )  # fmt: skip
    assert state.timed_while_busy == (RETOUCH,)
    assert state.disturbed_by == ("Blender", "Steam")
    assert state.caveats == {"busy"}
    assert after(started("faces"), built("faces"), OK).caveats == frozenset()


def test_the_end_stops_waiting_and_says_what_became_of_the_files() -> None:
    waiting = after(started("faces"), busy("faces"), OK)
    assert not waiting.is_waiting
    assert not waiting.is_disturbed
    assert states(after(Result(112, "disk_full", say("Full."))))["Application files"] == "failed"
    assert states(after(OK))["Application files"] == "done"


def test_a_download_is_said_until_it_is_there() -> None:
    coming = after(Downloading("tensorrt.whl", 400_000_000, 1_400_000_000))
    assert coming.sentence == "Downloading the AI software: 400 MB of 1.4 GB"
    assert after(Downloading("tensorrt.whl", 1_400_000_000, 1_400_000_000), state=coming).sentence == "Copying files"


def test_without_an_assessment_the_plan_has_the_models() -> None:
    plan = {
        "models": [
            {"model": "a", "action": "build"},
            {"model": "b", "action": "keep"},
            {"model": "c", "action": "skip"},
        ]
    }
    state = after(PlanMade(plan), state=RunState.begin("install"))
    assert [engine.model for engine in state.engines] == ["a", "b"]
    assert states(state) == {"AI features": "next"}
    # The plan of a run that has an assessment says nothing new.
    assert after(PlanMade(plan)) == BEGUN
    # Of a model for several cards, the first is the one that was planned.
    two = after(ModelStarted("a", 1, 2, "tensorrt", "RTX A"), ModelStarted("a", 2, 2, "tensorrt", "RTX B"), state=state)
    assert [(engine.model, engine.gpu) for engine in two.engines] == [("a", "RTX A"), ("b", None), ("a", "RTX B")]
    assert after(ModelFinished("c", "skipped", 0.0), state=state) == state


def test_engines_are_in_the_order_of_the_scheduler() -> None:
    models = [{"name": "small"}, {"name": "large", "feature": SKY}]
    found = assessed(machine(RTX_4070, RTX_5090, libraries=CLASSIC), models)
    assert found.plan is not None
    large = found.plan.build.to_build[1]
    longer = replace(large, source=replace(large.source, expected=replace(large.expected, seconds=9e9)))
    build = replace(found.plan.build, models=(found.plan.build.models[0], longer))
    found = replace(found, plan=replace(found.plan, build=build))
    engines = engines_of(found)
    assert [(engine.feature, engine.model, engine.times_kernels) for engine in engines] == [
        (SKY, "large", True), ("", "small", True),
    ]  # fmt: skip


MODELS = [engine.model for engine in ENGINES]
EVENTS = st.one_of(
    st.builds(started, st.sampled_from(MODELS)),
    st.builds(phase, st.sampled_from(MODELS)),
    st.builds(trying, st.sampled_from(MODELS)),
    st.builds(
        busy,
        st.sampled_from(MODELS),
        st.sampled_from([None, 5.0]),
        st.just(["Blender"]),
        st.sampled_from(["idle", "in use"]),
    ),
    st.builds(built, st.sampled_from(MODELS), disturbed=st.booleans()),
    st.builds(broken, st.sampled_from(MODELS)),
    st.sampled_from([Committing(), Heartbeat(1.0), Warned(say("Odd.")), Logged("info", "x"), Progress(0.5, 1.0, None)]),
)


def last_of(model: str, events: Iterable[Event]) -> Event | None:
    """The last event that says where a model stands."""
    kinds = (ModelStarted, Phase, Busy, ModelFinished)
    return next((event for event in reversed(list(events)) if isinstance(event, kinds) and event.model == model), None)


@example(events=[busy("upscale", 5.0, ["Blender"], "in use"), started("upscale")])
@given(st.lists(EVENTS, max_size=12))
def test_the_last_word_on_each_model_counts(events: list[Event]) -> None:
    state = after(*events)
    for engine in state.engines:
        match last_of(engine.model, events):
            case ModelFinished(outcome=outcome):
                assert engine.state == ("done" if outcome == "built" else "failed")
            case Busy(seconds_left=left) if left is not None:
                assert engine.state == "waiting"
            case None:
                assert engine == next(item for item in ENGINES if item.model == engine.model)
            case last:
                assert engine.state == "working"
                assert engine.is_tried == (last == trying(engine.model))
    assert state.is_waiting == any(engine.state == "waiting" for engine in state.engines)
    assert state.is_waiting or not state.is_disturbed
    assert [row.name for row in state.rows] == ["Application files", "Upscaling", RETOUCH, SKY, "AI features"]
    for row, feature in zip(state.rows[1:], state.features, strict=True):
        own = {engine.state for engine in state.engines if engine.feature == feature}
        assert (row.state == "failed") == ("failed" in own)
        assert (row.state in ("done", "kept")) == (own <= {"done", "kept"})


# --- not for every moment


@given(st.lists(st.tuples(st.floats(0.1, 2.0), st.booleans()), max_size=40))
def test_waiting_is_said_after_three_seconds_of_use_and_until_five_of_quiet(looks: list[tuple[float, bool]]) -> None:
    patience, now, run_began, was = Patience(), 0.0, 0.0, False
    for pause, is_disturbed in looks:
        now += pause
        if is_disturbed != was:
            run_began, was = now, is_disturbed
        before = patience.is_shown
        patience = patience.at(now, is_disturbed=is_disturbed)
        lasted = now - run_began
        if patience.is_shown and not before:
            assert is_disturbed
            assert lasted >= 3.0 - 1e-9
        if before and not patience.is_shown:
            assert not is_disturbed
            assert lasted >= 5.0 - 1e-9
        if is_disturbed and lasted >= 3.0 + 1e-9:
            assert patience.is_shown
        if not is_disturbed and lasted >= 5.0 + 1e-9:
            assert not patience.is_shown


def test_a_moment_of_use_shows_nothing_and_a_moment_of_quiet_hides_nothing() -> None:
    patience = Patience()
    for now, is_disturbed, is_shown in [
        (0.0, True, False), (2.9, True, False), (3.0, True, True), (4.0, False, True), (8.9, False, True),
        (9.0, False, False), (9.5, True, False), (10.0, False, False), (12.6, True, False),
    ]:  # fmt: skip
        patience = patience.at(now, is_disturbed=is_disturbed)
        assert patience.is_shown == is_shown


def test_what_the_plan_keeps_is_ready_from_the_start() -> None:
    """As when the rest is tried again after a run that did most of it."""
    state = RunState.begin("install", [Engine("Upscaling", "x2"), Engine("Sky replacement", "sky")])
    models = [{"model": "x2", "action": "keep"}, {"model": "sky", "action": "build"}]
    assert [row.state for row in state.after(PlanMade({"models": models})).rows] == ["kept", "next"]


# Downloads.


def planned(**sizes: float | None) -> PlanMade:
    """A plan in which what has a size in MiB is downloaded, and the rest is made here."""
    models = [
        {"model": name, "action": "build", "source": "download" if size else "build", "download_mib": size or 0.0}
        for name, size in sizes.items()
    ]
    return PlanMade({"models": models})


def coming(model: str, received: int, size: int = 2 << 20) -> Downloading:
    return Downloading(f"{model}.engine", received, size, model)


def test_what_is_downloaded_says_how_far_it_is_and_waits_for_no_card() -> None:
    plan = planned(upscale=None, faces=2.0, sky=2.0, skin=2.0, denoise=2.0)
    state = after(plan, started("faces"), coming("faces", 1 << 20))
    rows = {str(row.name): row for row in state.rows}
    assert rows[RETOUCH].download == (1 << 20, 2 << 20)
    assert rows[SKY].download is None
    assert state.sentence == f"Downloading the AI features: {Bytes(1 << 20)} of {Bytes(8 << 20)}"
    state = after(coming("faces", 2 << 20), built("faces"), state=state)
    assert state.sentence == f"Downloading the AI features: {Bytes(2 << 20)} of {Bytes(8 << 20)}"
    assert not any(engine.times_kernels for engine in state.engines)
    assert (state.is_waiting, state.is_disturbed) == (False, False)


def test_while_something_is_optimized_as_well_the_run_is_not_only_a_download() -> None:
    plan = planned(upscale=None, faces=None, sky=2.0, skin=2.0, denoise=None)
    state = after(plan, started("faces"), phase("faces"), started("skin"), coming("skin", 1))
    assert state.sentence == "Optimizing the AI features for your GeForce RTX 4070"
    (retouch,) = [row for row in state.rows if row.name == RETOUCH]
    assert (retouch.state, retouch.download) == ("working", None)
    state = after(built("faces"), state=state)
    (retouch,) = [row for row in state.rows if row.name == RETOUCH]
    assert (retouch.state, retouch.download) == ("working", (1, 2 << 20))
    assert state.sentence.startswith("Downloading the AI features")
    waiting = after(started("denoise"), busy("denoise"), state=state)
    assert states(waiting)[SKY] == "next"  # its download waits for nobody


def test_what_was_downloaded_and_what_was_not_is_known_at_the_end() -> None:
    plan = planned(upscale=None, faces=2.0, sky=2.0, skin=None, denoise=2.0)
    state = after(
        plan, started("faces"), coming("faces", 2 << 20), built("faces"), started("skin"), phase("skin"), built("skin"),
        started("sky"), coming("sky", 5), phase("sky"), built("sky"), started("denoise"), broken("denoise"), OK,
    )  # fmt: skip
    assert state.downloaded == ((RETOUCH,), 2 << 20)
    assert state.made_here == (RETOUCH,)
    assert state.made_instead == (SKY,)


def test_a_run_without_questions_knows_of_downloads_from_its_plan() -> None:
    state = after(planned(faces=2.0, sky=None), state=RunState.begin("install"))
    assert [engine.download for engine in state.engines] == [(0, 2 << 20), None]
    known = after(coming("sky", 1), state=state)  # the other way round: it could not be built
    assert [engine.download for engine in known.engines] == [(0, 2 << 20), (1, 2 << 20)]


def test_the_engine_library_is_no_feature() -> None:
    state = after(planned(faces=None), Downloading("library.whl", 1, 5))
    assert state.sentence == "Downloading the AI software: 1 byte of 5 bytes"
    assert not any(engine.download for engine in state.engines)


def test_the_details_say_of_each_model_whether_it_is_downloaded() -> None:
    assert line_of(planned(faces=2.0, sky=None), {}) == "Started: 1 of 2 models to optimize, 1 to download"
    features = {"faces": RETOUCH}
    assert line_of(started("faces"), features, ["faces"]) == f"{RETOUCH} (faces): downloading"
    arrived = replace(built("faces"), outcome="downloaded")
    assert line_of(arrived, features, ["faces"]) == f"{RETOUCH} (faces): downloaded in 3 s"
    assert line_of(started("sky"), features, ["faces"]) == "sky: optimizing with tensorrt"
    assert line_of(built("sky"), features, ["faces"]) == "sky: built in 3 s"


# Results that are checked.


def test_while_results_are_checked_that_is_said_and_nothing_of_optimizing() -> None:
    state = after(started("faces"), phase("faces"), trying("faces"))
    (retouch,) = [row for row in state.rows if row.name == RETOUCH]
    assert (retouch.state, retouch.is_tried, state.sentence) == ("working", True, "Checking the results")
    # A second one is still being optimized, and a first one that gave wrong results is once more.
    for event in (started("denoise"), phase("faces")):
        assert after(event, state=state).sentence == "Optimizing the AI features for your GeForce RTX 4070"
    assert [row for row in after(phase("faces"), state=state).rows if row.is_tried] == []
    assert not after(built("faces"), state=state).engines[1].is_tried


def test_what_was_downloaded_and_is_checked_was_not_made_here() -> None:
    begun = after(planned(faces=2.0, sky=2.0), started("faces"), coming("faces", 2 << 20))
    loading = Phase("faces", say("Loading the engine on {gpu}", gpu="NVIDIA GeForce RTX 4070"))
    state = after(Phase("faces", say("Loading the engine library")), loading, trying("faces"), state=begun)
    (retouch,) = [row for row in state.rows if row.name == RETOUCH]
    assert (retouch.is_tried, retouch.download, state.sentence) == (True, None, "Checking the results")
    assert after(built("faces"), state=state).downloaded == ((RETOUCH,), 2 << 20)
    # Its results were wrong, so it is made here.
    made = after(phase("faces"), built("faces", tried=("downloaded",)), state=state)
    assert (made.downloaded, made.made_instead, made.made_otherwise) == (((), 0), (), (RETOUCH,))


def test_what_was_made_in_another_way_is_known_at_the_end() -> None:
    state = after(started("faces"), built("faces", tried=("with shipped timings",)), started("sky"), built("sky"), OK)
    assert (state.made_otherwise, state.made_here) == ((RETOUCH,), (SKY,))
