"""Workers as they are: they load the library, build, fail, crash and end."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from onnx import TensorProto, helper

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import BuildFailed, OutOfMemory, PackageInvalid
from builder.base.events import Event, Hello, Logged, Phase
from builder.base.program import WORKER, child_command, own_folder
from builder.building import worker_process
from builder.building.worker_process import Crashed, Finished, HasFailed, WasCancelled, run_worker
from tests.builder.building.test_worker_process import events, job
from tests.support.models import conv_net, deep_net, unsupported_net

__all__ = ["events"]


@pytest.fixture(autouse=True)
def _started_as_users_have_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_process, "subprocess", subprocess)


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
