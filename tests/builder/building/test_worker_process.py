from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from onnx import TensorProto, helper

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import BuildFailed, ExitCode, OutOfMemory, PackageInvalid
from builder.base.events import BuildJob, Built, Event, Hello, InputFile, Logged, Phase, Warned
from builder.base.files import sha256_of
from builder.base.program import WORKER, child_command, own_folder
from builder.base.settings import BuildSettings
from builder.base.text import verbatim
from builder.building import worker_process
from builder.building.worker_process import (
    CancelLadder,
    CouldNotStart,
    Crashed,
    Finished,
    HasFailed,
    WasCancelled,
    run_worker,
)
from installer.actions.runner import as_user_error
from tests.support.models import conv_net, deep_net, unsupported_net
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


@pytest.fixture
def events() -> list[Event]:
    return []


def test_a_real_worker_builds_an_engine(tmp_path: Path, events: list[Event]) -> None:
    outcome = run_worker(job(tmp_path), CancelToken(), events.append)
    assert isinstance(outcome, Finished)
    content = (tmp_path / "net.engine").read_bytes()
    assert content[:4] == b"vtrt"
    assert outcome.built.size == len(content)
    assert outcome.built.inputs == {"image": "fp32 1x3x32x32"}
    assert any(isinstance(event, Hello) and event.program == "tensorrt-rtx" for event in events)
    templates = {str(event.title): event.title.template for event in events if isinstance(event, Phase)}
    assert templates["Building engine"] is None
    assert templates["Reading the model"] == "Reading the model"
    assert any(isinstance(event, Logged) and event.severity == "info" for event in events)


def test_a_real_worker_says_why_it_failed(tmp_path: Path, events: list[Event]) -> None:
    outcome = run_worker(job(tmp_path, unsupported_net(tmp_path / "bad.onnx")), CancelToken(), events.append)
    assert isinstance(outcome, HasFailed)
    assert isinstance(outcome.error, BuildFailed)
    assert "Frobnicate (node '/head/Frobnicate')" in outcome.error.message
    # With what it was made of, also within: a window says it in another language.
    message, hint = outcome.error.message, outcome.error.hint
    assert message.template == ("The model {model!r} uses operators that the engine library does not support: {nodes}.")
    assert message.arguments["model"] == "net"
    (node,) = message.arguments["nodes"].parts
    assert (node.template, node.arguments["operator"]) == ("{operator} (node {node})", "Frobnicate")
    assert hint.window == "Ask the application's vendor for a corrected package."


def test_a_model_that_changed_after_it_was_hashed_is_refused(tmp_path: Path, events: list[Event]) -> None:
    order = job(tmp_path)
    conv_net(tmp_path / "net.onnx", channels=9)
    outcome = run_worker(order, CancelToken(), events.append)
    assert isinstance(outcome, HasFailed)
    assert isinstance(outcome.error, PackageInvalid)
    assert "was changed while" in outcome.error.message


@pytest.mark.parametrize(
    ("number", "crash"),
    [
        (signal.SIGKILL, "os.kill(os.getpid(), 9)"),
        (signal.SIGSEGV, "faulthandler._sigsegv()"),
        (signal.SIGABRT, "os.abort()"),
    ],
)
@pytest.mark.parametrize("moment", ["Loading the engine library", "Reading the model", "Determining refit engines"])
def test_a_crash_of_a_real_worker_is_an_outcome_with_its_signal(
    tmp_path: Path, moment: str, number: signal.Signals, crash: str
) -> None:
    # From within, as a library that is at fault crashes. A signal from outside may come while Python changes the very
    # stack that it is to write down, which is another crash at times.
    code = (
        "import faulthandler, os, sys\n"
        "from builder.base.events import Phase\n"
        "from builder.worker import __main__ as worker, channel\n"
        "send = channel.Channel.send\n"
        "def send_or_crash(self, event):\n"
        "    send(self, event)\n"
        f"    if isinstance(event, Phase) and event.title == {moment!r}:\n"
        f"        {crash}\n"
        "channel.Channel.send = send_or_crash\n"
        "sys.exit(worker.main())"
    )
    order = job(tmp_path, deep_net(tmp_path / "deep.onnx"))
    outcome = run_worker(order, NEVER, lambda _: None, command=[sys.executable, "-c", code])
    assert isinstance(outcome, Crashed)
    assert outcome.how == f"signal {int(number)} ({number.name})"
    if number is signal.SIGSEGV:
        assert "Fatal Python error: Segmentation fault" in outcome.stack
        assert "builder/worker" in outcome.stack


def chain(path: Path, nodes: int) -> Path:
    """A network of elementwise operators, which the library walks over by recursion."""
    names = ["x", *(f"t{number}" for number in range(1, nodes)), "y"]
    operators = [
        helper.make_node(("Abs", "Neg", "Tanh")[number % 3], [names[number]], [names[number + 1]])
        for number in range(nodes)
    ]
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [2, 3]) for name in ("x", "y")]
    graph = helper.make_graph(operators, "chain", values[:1], values[1:])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    path.write_bytes(model.SerializeToString())
    return path


@pytest.mark.parametrize(("stack_kib", "nodes"), [(500, 600), (2000, 1000)])
def test_a_deep_network_is_built_whatever_stack_the_system_gives(
    tmp_path: Path, events: list[Event], stack_kib: int, nodes: int
) -> None:
    command = ["bash", "-c", f'ulimit -s {stack_kib} && exec "$@"', "bash", *child_command(WORKER)]
    outcome = run_worker(job(tmp_path, chain(tmp_path / "deep.onnx", nodes)), NEVER, events.append, command=command)
    assert isinstance(outcome, Finished), outcome


def test_a_build_finds_less_stack_where_address_space_is_limited(tmp_path: Path, events: list[Event]) -> None:
    command = ["bash", "-c", 'ulimit -v 1500000 && exec "$@"', "bash", *child_command(WORKER)]
    outcome = run_worker(job(tmp_path), NEVER, events.append, command=command)
    assert isinstance(outcome, Finished), outcome


@pytest.mark.parametrize("limit_kib", [300_000, 420_000, 550_000])
def test_too_little_address_space_is_too_little_memory(tmp_path: Path, events: list[Event], limit_kib: int) -> None:
    command = ["bash", "-c", f'ulimit -v {limit_kib} && exec "$@"', "bash", *child_command(WORKER)]
    outcome = run_worker(job(tmp_path), NEVER, events.append, command=command)
    assert isinstance(outcome, HasFailed), outcome
    assert isinstance(outcome.error, OutOfMemory)
    assert "pip install" not in outcome.error.hint


@pytest.mark.parametrize(
    "error", [MemoryError(), RuntimeError("can't start new thread"), OSError(12, "Cannot allocate memory")]
)
def test_no_memory_in_the_program_itself_is_no_internal_error(error: Exception) -> None:
    assert isinstance(as_user_error(error), OutOfMemory)
    assert as_user_error(RuntimeError("x")).exit_code is ExitCode.INTERNAL_ERROR


def test_a_stack_that_is_exhausted_leaves_a_trace_in_the_worker_too(tmp_path: Path) -> None:
    code = (
        "import faulthandler\n"
        "from builder.worker import deep_stack\n"
        "deep_stack._STACK_SIZES = (1 << 20,)\n"
        "deep_stack.run_with_deep_stack(lambda: faulthandler._stack_overflow())"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=own_folder())
    assert ended.returncode == -signal.SIGSEGV
    assert b"Fatal Python error: Segmentation fault" in ended.stderr
    assert b"deep_stack.py" in ended.stderr


@pytest.mark.parametrize("moment", ["Loading the engine library", "Reading the model", "Determining refit engines"])
def test_a_cancel_ends_a_real_worker_in_any_phase(tmp_path: Path, moment: str) -> None:
    cancel = CancelToken()

    def cancel_then(event: Event) -> None:
        if isinstance(event, Phase) and event.title == moment:
            cancel.cancel()

    outcome = run_worker(job(tmp_path, deep_net(tmp_path / "deep.onnx")), cancel, cancel_then)
    assert isinstance(outcome, WasCancelled)


def test_a_polite_worker_is_only_asked(tmp_path: Path, events: list[Event]) -> None:
    code = "sys.stdin.readline()\nout(HELLO)\nassert sys.stdin.readline() == 'cancel\\n'\nos.write(2, b'asked')"
    cancel = CancelToken()

    def note_and_cancel(event: Event) -> None:
        events.append(event)
        cancel.cancel()

    outcome = run_worker(
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
    with in_time():
        outcome = run_worker(long, cancel, lambda _: None, command=["sleep", "60"], ladder=CancelLadder(0.05, 0.05))
    assert isinstance(outcome, WasCancelled)


def test_a_stubborn_worker_is_killed(tmp_path: Path) -> None:
    cancel = CancelToken()
    code = f"signal.signal(signal.SIGTERM, signal.SIG_IGN)\nout({HELLO!r})\nwhile True: time.sleep(60)"
    outcome = run_worker(
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
    outcome = run_worker(job(tmp_path), cancel, cancel_now, command=child(code))
    assert isinstance(outcome, WasCancelled)
    (terminated, first), (killed, second) = steps
    assert (terminated, killed) == ("terminate", "kill")
    # Each step has the time to work, and the last one comes while there is time for the rest of the run to end.
    assert first - since[0] >= 0.3
    assert second - first >= 0.3
    assert second - since[0] <= 1.6


def test_a_worker_sees_the_gpu_of_its_job_alone(tmp_path: Path, events: list[Event]) -> None:
    code = "os.write(2, os.environ.get('CUDA_VISIBLE_DEVICES', 'whatever there is').encode())"
    for uuid, seen in (("GPU-2", "GPU-2"), (None, os.environ.get("CUDA_VISIBLE_DEVICES", "whatever there is"))):
        run_worker(replace(job(tmp_path), gpu_uuid=uuid), NEVER, events.append, command=child(code))
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
    outcome = run_worker(job(tmp_path), CancelToken(), events.append, command=child(code))
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
    outcome = run_worker(job(tmp_path), CancelToken(), events.append, command=command)
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
    outcome = run_worker(job(tmp_path), CancelToken(), events.append, command=child(code))
    assert isinstance(outcome, Finished)
    assert Warned(verbatim("x" * 100_000)) in events
    messages = [event.message for event in events if isinstance(event, Logged)]
    assert sum("The builder sent" in message for message in messages) == 3
    assert "native noise \ufffd" in messages


def test_native_prints_of_the_worker_land_in_the_log_and_not_between_the_events(
    tmp_path: Path, events: list[Event]
) -> None:
    start = "import os, sys; sys.path.insert(0, sys.argv[1])\nfrom builder.worker import channel\n"
    noise = (
        "opened = channel.Channel.open\n"
        "def noisy():\n    line = opened()\n    os.system('echo from native code'); print('from python')\n"
        "    return line\n"
        "channel.Channel.open = noisy\n"
        "from builder.worker.__main__ import main; sys.exit(main())"
    )
    *options, _, folder, _ = child_command(WORKER)
    command = [*options, start + noise, folder]
    assert isinstance(run_worker(job(tmp_path), CancelToken(), events.append, command=command), Finished)
    messages = [event.message for event in events if isinstance(event, Logged)]
    assert {"from native code", "from python"} <= set(messages)


def test_a_worker_whose_parent_is_gone_stops_and_removes_its_file(tmp_path: Path) -> None:
    import subprocess

    order = job(tmp_path, deep_net(tmp_path / "deep.onnx"))
    with subprocess.Popen(
        child_command(WORKER), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(order.to_line().encode())
        while b"Determining refit engines" not in process.stdout.readline():
            assert process.poll() is None
        process.stdin.close()
        assert process.wait(timeout=5) == 3
    assert not Path(order.output).exists()


def test_an_error_in_the_listener_leaves_no_worker_behind(tmp_path: Path) -> None:
    def fail(_event: Event) -> None:
        raise RuntimeError("the listener failed")

    with pytest.raises(RuntimeError, match="the listener failed"):
        run_worker(job(tmp_path, deep_net(tmp_path / "deep.onnx")), CancelToken(), fail)


def test_a_token_notifies_everyone(tmp_path: Path) -> None:
    from builder.base.errors import Cancelled

    token = CancelToken()
    token.check()
    token.cancel()
    assert token.is_set
    with pytest.raises(Cancelled):
        token.check()


def test_what_never_stops_cannot_be_stopped() -> None:
    for stop in (NEVER.cancel, NEVER.time_out):
        with pytest.raises(AssertionError):
            stop()
    assert not NEVER.is_set
