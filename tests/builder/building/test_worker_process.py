from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import BuildFailed, ExitCode, OutOfMemory
from builder.base.events import BuildJob, Built, Event, Failed, Hello, InputFile, Logged, TimingsMeasured, Warned
from builder.base.files import sha256_of
from builder.base.program import WORKER, own_folder
from builder.base.settings import BuildSettings
from builder.base.text import say, verbatim
from builder.building import worker_process
from builder.building.worker_limits import MemoryBudget, TookTooMuchMemory, WorkerLimits
from builder.building.worker_process import (
    CancelLadder,
    CouldNotStart,
    Crashed,
    Finished,
    HasFailed,
    Outcome,
    WasCancelled,
    run_worker,
)
from installer.actions.runner import as_user_error
from tests.support.models import conv_net
from tests.support.unfit import in_time

HELLO = Hello(1, "test", "1").to_line().encode()
BUILT = Built(3, "ab", 0.1, "1", {}, {}, None).to_line().encode()


def job(folder: Path, model: Path | None = None) -> BuildJob:
    model = model or conv_net(folder / "net.onnx")
    return BuildJob(
        model="net",
        backend="tensorrt-rtx",
        onnx=InputFile(str(model), sha256_of(model)),
        external_data=(),
        output=str(folder / "net.engine"),
        settings=BuildSettings(),
        targets=(),
        load_on=None,
        gpu_uuid=None,
    )


def child(code: str) -> list[str]:
    """A child that speaks for itself; `out` writes bytes to its standard output."""
    return [sys.executable, "-c", f"import os, sys, signal, time\nout = lambda data: os.write(1, data)\n{code}"]


def run(order: BuildJob, cancel: CancelToken, tell: Callable[[Event], str | None], **more: Any) -> Outcome:
    """Run a stand-in, which never takes long."""
    with in_time(10):
        return run_worker(order, cancel, tell, **more)


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.mark.parametrize(
    "error", [MemoryError(), RuntimeError("can't start new thread"), OSError(12, "Cannot allocate memory")]
)
def test_no_memory_in_the_program_itself_is_no_internal_error(error: Exception) -> None:
    assert isinstance(as_user_error(error), OutOfMemory)
    assert as_user_error(RuntimeError("x")).exit_code is ExitCode.INTERNAL_ERROR


def test_a_polite_worker_is_only_asked(tmp_path: Path, events: list[Event]) -> None:
    code = "sys.stdin.readline()\nout(HELLO)\nassert sys.stdin.readline() == 'cancel\\n'\nos.write(2, b'asked')"
    cancel = CancelToken()

    def note_and_cancel(event: Event) -> None:
        events.append(event)
        cancel.cancel()

    outcome = run(
        job(tmp_path),
        cancel,
        note_and_cancel,
        command=child(f"HELLO = {HELLO!r}\n{code}"),
        ladder=CancelLadder(ask=60, terminate=60),
    )
    assert isinstance(outcome, WasCancelled)
    assert [event.message for event in events if isinstance(event, Logged)] == ["asked"]


def test_a_worker_that_does_not_read_its_job_is_not_waited_for(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    long = replace(job(tmp_path), model="a job that does not fit into a pipe " * 10_000)
    outcome = run(long, cancel, lambda _: None, command=["sleep", "60"], ladder=CancelLadder(0.05, 0.05))
    assert isinstance(outcome, WasCancelled)


def test_a_stubborn_worker_is_killed(tmp_path: Path) -> None:
    cancel = CancelToken()
    code = f"signal.signal(signal.SIGTERM, signal.SIG_IGN)\nout({HELLO!r})\nwhile True: time.sleep(60)"
    outcome = run(
        job(tmp_path),
        cancel,
        lambda _event: cancel.cancel(),
        command=child(code),
        ladder=CancelLadder(ask=0.05, terminate=0.05),
    )
    assert isinstance(outcome, WasCancelled)


@dataclass
class Clock:
    """Takes the place of `time` in worker_process.py: each look at it is a moment later."""

    now: float = 0.0

    def monotonic(self) -> float:
        self.now += 0.1
        return self.now


def test_a_worker_that_hears_nothing_is_gone_within_two_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, cancel, steps = Clock(), CancelToken(), list[tuple[str, float]]()
    monkeypatch.setattr(worker_process, "time", clock)
    for name in ("terminate", "kill"):
        step = getattr(subprocess.Popen, name)

        def noted(self: Any, name: str = name, step: Any = step) -> None:
            steps.append((name, clock.now))
            step(self)

        monkeypatch.setattr(subprocess.Popen, name, noted)
    since: list[float] = []

    def cancel_now(_event: Event) -> None:
        since.append(clock.now)
        cancel.cancel()

    code = f"signal.signal(signal.SIGTERM, signal.SIG_IGN)\nout({HELLO!r})\ntime.sleep(60)"
    outcome = run(job(tmp_path), cancel, cancel_now, command=child(code))
    assert isinstance(outcome, WasCancelled)
    # One that is dead, but whose end has not been noticed yet, is killed once more.
    (terminated, first), (killed, second), *_ = steps
    assert (terminated, killed) == ("terminate", "kill")
    # Each step has the time to work, and the last one comes while there is time for the rest of the run to end.
    assert first - since[0] >= 0.3
    assert second - first >= 0.3
    assert second - since[0] <= 1.6


def test_a_worker_sees_the_gpu_of_its_job_alone(tmp_path: Path, events: list[Event]) -> None:
    code = "os.write(2, os.environ.get('CUDA_VISIBLE_DEVICES', 'whatever there is').encode())"
    for uuid, seen in (("GPU-2", "GPU-2"), (None, os.environ.get("CUDA_VISIBLE_DEVICES", "whatever there is"))):
        run(replace(job(tmp_path), gpu_uuid=uuid), NEVER, events.append, command=child(code))
        assert [event.message for event in events if isinstance(event, Logged)] == [seen]
        events.clear()


@pytest.mark.parametrize(
    ("code", "how"),
    [
        (f"out({HELLO!r})", "exit status 0 without saying why"),
        (f"out({HELLO!r}); sys.exit(7)", "exit status 7 without saying why"),
        (f"out({HELLO!r}); out({BUILT!r}); sys.exit(7)", "exit status 7 without saying why"),
        (f"out({HELLO!r}); os.kill(os.getpid(), signal.SIGSEGV)", "signal 11 (SIGSEGV)"),
        (f"out({HELLO!r}); out({BUILT!r}); os.kill(os.getpid(), signal.SIGSEGV)", "signal 11 (SIGSEGV)"),
        ("os.kill(os.getpid(), signal.SIGILL)", "signal 4 (SIGILL)"),
    ],
)
def test_a_worker_without_a_last_word_or_with_a_bad_end_has_crashed(
    tmp_path: Path, events: list[Event], code: str, how: str
) -> None:
    outcome = run(job(tmp_path), CancelToken(), events.append, command=child(code))
    assert outcome == Crashed(how, "")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (["/nonexistent/program"], "No such file"),
        ([sys.executable, "-c", "import nonexistent_module"], "No module named 'nonexistent_module'"),
        ([sys.executable, "-c", ""], "exit status 0"),
    ],
)
def test_a_worker_that_never_spoke_could_not_start(
    tmp_path: Path, events: list[Event], command: list[str], reason: str
) -> None:
    outcome = run(job(tmp_path), CancelToken(), events.append, command=command)
    assert isinstance(outcome, CouldNotStart)
    assert reason in outcome.reason


def test_noise_between_the_events_is_logged_and_lines_arrive_whole(tmp_path: Path, events: list[Event]) -> None:
    warned = Warned(verbatim("x" * 100_000)).to_line().encode()
    code = (
        f"out({HELLO!r}); out(b'not json\\n'); out(b'[1]\\n'); out(b'{{\"event\": \"phase\"}}\\n')\n"
        f"warned = {warned!r}\n"
        "for start in range(0, len(warned), 7001): out(warned[start:start + 7001])\n"
        f"os.write(2, b'native noise \\xff\\n'); out({BUILT!r})"
    )
    outcome = run(job(tmp_path), CancelToken(), events.append, command=child(code))
    assert isinstance(outcome, Finished)
    assert Warned(verbatim("x" * 100_000)) in events
    messages = [event.message for event in events if isinstance(event, Logged)]
    assert sum("The builder sent" in message for message in messages) == 3
    assert "native noise \ufffd" in messages


def test_an_error_in_the_listener_leaves_no_worker_behind(tmp_path: Path) -> None:
    def fail(_event: Event) -> None:
        raise RuntimeError("the listener failed")

    with pytest.raises(RuntimeError, match="the listener failed"):
        run(job(tmp_path), NEVER, fail, command=child(f"out({HELLO!r}); time.sleep(60)"))


def test_a_worker_starts_in_our_folder_with_what_its_job_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, events: list[Event]
) -> None:
    monkeypatch.setattr(worker_process, "child_command", lambda module: [*child(SAY_START), module])
    for reproducible in (False, True):
        run(replace(job(tmp_path), reproducible=reproducible), NEVER, events.append)
        started = [WORKER, *(["--reproducible"] if reproducible else [])]
        assert [event.message for event in events if isinstance(event, Logged)] == [f"{own_folder()} {started}"]
        events.clear()


def test_ctrl_c_in_the_terminal_does_not_reach_the_worker(tmp_path: Path, events: list[Event]) -> None:
    run(job(tmp_path), NEVER, events.append, command=child("os.write(2, str(os.getsid(0)).encode())"))
    assert str(os.getsid(0)) not in [event.message for event in events if isinstance(event, Logged)]


SAY_START = "os.write(2, f'{os.getcwd()} {sys.argv[1:]}'.encode())"


def test_a_question_of_the_worker_is_answered(tmp_path: Path) -> None:
    heard: list[str] = []

    def answer(event: Event) -> str | None:
        if isinstance(event, Logged):
            heard.append(event.message)
        return "keep timings" if isinstance(event, TimingsMeasured) else None

    asked = TimingsMeasured("net", 3).to_line().encode()
    code = f"sys.stdin.readline()\nout({HELLO!r})\nout({asked!r})\nos.write(2, sys.stdin.readline().encode())"
    run(job(tmp_path), NEVER, answer, command=child(code))
    assert heard == ["keep timings"]


def test_what_a_worker_writes_is_logged_with_its_engine(tmp_path: Path, events: list[Event]) -> None:
    code = f"out({HELLO!r}); os.write(2, b'native\\n'); sys.stdin.readline(); out({BUILT!r})"
    outcome = run(replace(job(tmp_path), engine_set="a"), NEVER, events.append, command=child(code))
    # What it ends with is the outcome, and no event.
    assert isinstance(outcome, Finished)
    assert sorted(events, key=repr) == [Hello(1, "test", "1"), Logged("debug", "native", "net", "a")]
    events.clear()
    run(replace(job(tmp_path), engine_set="a"), NEVER, events.append, command=child("out(b'x\\n')"))
    (noise,) = events
    assert isinstance(noise, Logged)
    assert (noise.severity, noise.model, noise.gpu) == ("warning", "net", "a")


def test_a_crash_keeps_the_end_of_what_was_written(tmp_path: Path) -> None:
    code = f"out({HELLO!r})\nfor number in range(500): os.write(2, f'{{number}}\\n'.encode())\nsys.exit(7)"
    outcome = run(job(tmp_path), NEVER, lambda _: None, command=child(code))
    assert isinstance(outcome, Crashed)
    assert outcome.stack.splitlines() == [str(number) for number in range(300, 500)]


FAILED = Failed.of(BuildFailed(say("No kernel."))).to_line().encode()
CRASH = "os.kill(os.getpid(), signal.SIGSEGV)"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        # Noise of something else that was started is no word of a worker.
        ("out(b'hello\\n'); sys.exit(1)", CouldNotStart),
        (f"out({FAILED!r})", HasFailed),
        (f"out({FAILED!r}); sys.exit(1)", HasFailed),
        (f"out({FAILED!r}); {CRASH}", HasFailed),
        (f"out({FAILED!r}); out({BUILT!r})", Finished),
        (f"out({BUILT!r}); out({FAILED!r})", HasFailed),
    ],
)
def test_the_last_word_of_a_worker_counts(tmp_path: Path, code: str, kind: type[object]) -> None:
    outcome = run(job(tmp_path), NEVER, lambda _: None, command=child(code))
    assert isinstance(outcome, kind), outcome
    if isinstance(outcome, HasFailed):
        assert outcome.error.message == "No kernel."


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (f"out({BUILT!r})", Finished),
        (f"out({FAILED!r})", WasCancelled),
        (f"out({BUILT!r}); sys.exit(1)", WasCancelled),
        (CRASH, WasCancelled),
    ],
)
def test_how_a_worker_ends_after_a_stop_is_its_answer_to_that_unless_it_was_done(
    tmp_path: Path, code: str, kind: type[object]
) -> None:
    cancel = CancelToken()
    code = f"out({HELLO!r})\nsys.stdin.readline(); sys.stdin.readline()\n{code}"
    outcome = run(job(tmp_path), cancel, lambda _: cancel.cancel(), command=child(code), ladder=CancelLadder(60, 60))
    assert isinstance(outcome, kind), outcome


def test_a_worker_has_no_limits_of_memory_unless_they_are_given_and_gives_back_what_it_had(tmp_path: Path) -> None:
    code = f"out({HELLO!r}); time.sleep(0.4); out({BUILT!r})"
    assert isinstance(run(job(tmp_path), NEVER, lambda _: None, command=child(code)), Finished)
    budget = MemoryBudget(1 << 30)
    limits = WorkerLimits(budget)
    assert isinstance(run(job(tmp_path), NEVER, lambda _: None, command=child(code), limits=limits), Finished)
    assert not budget.is_exceeded_by(1, 1 << 30, 0)


def test_a_worker_that_takes_too_much_is_ended_whatever_it_said_before(tmp_path: Path) -> None:
    code = f"os.write(2, b'growing')\nout({HELLO!r}); out({FAILED!r})\nkept = bytes([1]) * (200 << 20); time.sleep(60)"
    limits = WorkerLimits(MemoryBudget(100 << 20))
    outcome = run(job(tmp_path), NEVER, lambda _: None, command=child(code), limits=limits)
    assert isinstance(outcome, TookTooMuchMemory)
    assert (outcome.limit_bytes, outcome.stack) == (100 << 20, "growing")
