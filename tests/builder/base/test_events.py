from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.errors import DiskFull, ExitCode, InternalError, PackageInvalid, Remedy, error_from_label
from builder.base.events import (
    Answers,
    BuildJob,
    Built,
    Event,
    Failed,
    Hello,
    InputFile,
    Logged,
    ModelFinished,
    Phase,
    ProtocolError,
    ReferenceJob,
    Result,
    TimingJob,
    Warned,
    read_worker_event,
)
from builder.base.settings import BuildSettings
from builder.base.text import Text, say, verbatim

text = st.text(max_size=30)
said = text.map(verbatim)
events = st.one_of(
    st.builds(Hello, pid=st.integers(), program=text, version=text),
    st.builds(Phase, model=text, title=said),
    st.builds(Warned, message=said, model=st.none() | text),
    st.builds(Logged, severity=text, message=said, model=st.none() | text),
    st.builds(
        Built,
        size=st.integers(),
        sha256=text,
        seconds=st.floats(allow_nan=False, allow_infinity=False),
        library_version=text,
        inputs=st.dictionaries(text, text, max_size=2),
        outputs=st.dictionaries(text, text, max_size=2),
        loaded_on=st.none() | text,
    ),
    st.builds(Failed, code=text, message=said, hint=said, detail=text),
)


@given(events)
def test_an_event_survives_the_way_as_one_line(event: Event) -> None:
    for line in (event.to_line().encode(), event.to_parent_line().encode()):
        assert line.count(b"\n") == 1
        assert list(json.loads(line))[:2] == ["event", "v"]
        assert read_worker_event(line) == event


def test_what_a_worker_says_keeps_its_template_on_the_private_line_only() -> None:
    message = say("{file} has changed: {reason}.", file="/a. B/{x}", reason=say("it is shorter"))
    failed = Failed("package_invalid", message, say("Try again."), "detail")
    read = read_worker_event(failed.to_parent_line().encode())
    assert read == failed
    assert isinstance(read, Failed)
    assert isinstance(read.message, Text)
    assert read.message.to_json() == message.to_json()
    assert json.loads(failed.to_line())["message"] == "/a. B/{x} has changed: it is shorter."


def test_what_an_engine_answered_keeps_its_template_and_its_numbers() -> None:
    reason = say("{output} is not finite", output="y")
    answers = Answers("wrong", reason, "GeForce RTX 4070", 0.25, ({"output": "y", "max_abs": None, "fault": "x"},))
    built = Built(3, "ab", 0.1, "1", {}, {}, None, answers=answers)
    read = read_worker_event(built.to_parent_line().encode())
    assert read == built
    assert isinstance(read, Built)
    assert read.answers
    assert read.answers.reason.to_json() == reason.to_json()
    assert json.loads(built.to_line())["answers"]["reason"] == "y is not finite"


@pytest.mark.parametrize("message", ["5", "{}", '{"text": "a", "arguments": [], "parts": []}'])
def test_a_text_that_is_none_is_a_protocol_error(message: str) -> None:
    with pytest.raises(ProtocolError):
        read_worker_event(b'{"event": "phase", "v": 1, "model": "a", "title": %b}' % message.encode())


@given(st.binary(max_size=60) | st.text(max_size=20).map(lambda word: json.dumps({"event": word}).encode()))
def test_any_other_line_is_a_protocol_error(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        read_worker_event(line)


def test_unknown_fields_are_ignored() -> None:
    assert read_worker_event(b'{"event": "phase", "v": 9, "model": "a", "title": "b", "new": 1}') == Phase(
        "a", say("b")
    )


def test_a_job_survives_the_way() -> None:
    shapes = {"image": {"min": [1], "opt": [2], "max": [3]}}
    settings = BuildSettings(optimization_level=2, profiles=[shapes], input_formats={"image": "fp16:hwc"})
    job = BuildJob(
        "模型",
        "tensorrt-rtx",
        InputFile("/a ü", "ab" * 32, "/b"),
        (InputFile("/w", None, changeable=True),),
        "/out",
        settings,
        ("8.6",),
        "GPU",
        "GPU-1",
        TimingJob(InputFile("/c", "cd" * 32), also=(InputFile("/d", "ef" * 32),), identity={"gpu_uuid": "GPU-1"}),
        reference=ReferenceJob(InputFile("/r.npz", "12" * 32, "/s"), {"y": {"max_abs": 0.5}}, equal_rows=True),
        check_only="0" * 64,
    )
    assert BuildJob.from_line(job.to_line().encode()) == job


def test_the_result_has_the_exit_code_and_its_name() -> None:
    values = json.loads(Result(74, "disk_full", say("No room."), files=("a.engine",)).to_line())
    assert values == {
        "event": "result", "v": 1, "code": 74, "detail": "No room.", "hint": "", "files": ["a.engine"],
        "name": "disk_full",
    }  # fmt: skip


def test_what_only_windows_say_is_not_printed() -> None:
    plain = say("The disk became full.")
    for event in (
        Result(74, "disk_full", say("No room."), plain=plain, remedy=Remedy.FREE_SPACE),
        ModelFinished("a", "failed", 1.0, message=say("No room."), plain=plain),
    ):
        assert not {"plain", "remedy"} & json.loads(event.to_line()).keys()


@given(st.sampled_from(Remedy))
def test_an_error_of_a_worker_keeps_its_plain_sentence_and_its_remedy(remedy: Remedy) -> None:
    plain = say("{feature} has a fault.", feature="Portraits")
    failed = Failed.of(PackageInvalid(say("m"), plain=plain, remedy=remedy))
    read = read_worker_event(failed.to_parent_line().encode())
    assert isinstance(read, Failed)
    error = read.error
    assert isinstance(error, PackageInvalid)
    assert (error.plain.to_json(), error.remedy) == (plain.to_json(), remedy)


def test_an_older_worker_says_nothing_of_it_and_the_class_does() -> None:
    line = b'{"event": "failed", "v": 1, "code": "disk_full", "message": "m", "hint": "", "detail": ""}'
    read = read_worker_event(line)
    assert isinstance(read, Failed)
    assert (read.error.plain, read.error.remedy) == (DiskFull.plain, DiskFull.remedy)


def test_every_outcome_has_its_own_windows_number_or_is_a_failed_build() -> None:
    numbers = [code.windows for code in ExitCode if code is not ExitCode.INTERNAL_ERROR]
    assert len(set(numbers)) == len(numbers)
    assert all(0 <= code.posix < 256 for code in ExitCode)


def test_an_error_of_a_worker_keeps_its_kind() -> None:
    error = error_from_label("package_invalid", say("m"), say("h"), "d")
    assert isinstance(error, PackageInvalid)
    assert (error.message, error.hint, error.detail) == ("m", "h", "d")
    assert isinstance(error_from_label("nonsense", say("m"), say("h"), "d"), InternalError)
