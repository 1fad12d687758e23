"""A run with administrator rights, for a window without: what is asked for, what comes back, and how it is stopped."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.cancellation import CancelToken
from builder.base.errors import Remedy
from builder.base.events import Event, Hello, Logged, Result
from builder.base.options import declared_options
from builder.base.text import say
from builder.building.machine import survey_machine
from builder.engines.options import EngineOptions
from builder.operating_system import NotElevated
from builder.operating_system.elevated import MetChild, PkexecChild, StreamRelay, relay_at
from installer.actions import elevated, relay
from installer.actions.elevated import arguments_of, needs_elevation, run_elevated
from installer.actions.log import RunLog
from installer.command_line import relayed
from installer.command_line.arguments import make_parser
from installer.command_line.requests import given_options, make_request
from installer.target.request import Request
from tests.support.packages import small_package
from tests.support.payloads import NO_ENGINES

on_posix = pytest.mark.skipif(os.name == "nt", reason="pkexec")

# What the other process is asked for.

names = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12) | st.just("Faces, old")
OF_OPTION: dict[str, st.SearchStrategy[Any]] = {
    "timeout": st.floats(0.5, 9999).map(lambda value: round(value, 3)),
    "busy_timeout": st.floats(0, 9999999).map(lambda value: round(value, 3)),
    "jobs": st.integers(1, 999),
    "limit_memory": st.integers(512, 99_999_999),
    "gpu": names,
    "targets": st.just(("8.6", "12.0")),
    "optimization_level": st.integers(0, 5),
    "without": st.lists(names, min_size=1, max_size=3, unique=True).map(tuple),
    "wanted": st.lists(names.map(lambda name: f"{name} wanted"), min_size=1, max_size=3, unique=True).map(tuple),
}


@st.composite
def requests(draw: st.DrawFn) -> Request:
    values = []
    for table in (Request, EngineOptions):
        chosen: dict[str, Any] = {}
        for declared in declared_options(table):
            if declared.name in ("scope", "log", "rebuild", "remove_logs", "all_features") or draw(st.booleans()):
                continue
            if declared.kind is Path:
                chosen[declared.name] = Path("/opt") / draw(names.map(lambda name: name.replace("/", "_")))
            elif declared.choices:
                chosen[declared.name] = draw(st.sampled_from(declared.choices))
            else:
                chosen[declared.name] = True if declared.kind is bool else draw(OF_OPTION[declared.name])
        values.append(chosen)
    return Request(**values[0], scope="all-users", options=EngineOptions(**values[1]))


@given(requests())
def test_the_command_line_asks_for_what_was_chosen(request: Request) -> None:
    line = arguments_of("install", request)
    again = make_request("install", given_options(make_parser().parse_args(line)))
    assert again == request


def test_each_command_is_asked_for_with_its_own_options() -> None:
    request = Request(target=Path("/opt/x"), rebuild=True, remove_logs=True, options=EngineOptions(gpu="0"))
    assert arguments_of("uninstall", request) == ("uninstall", "--all-users", "--target=/opt/x", "--remove-logs")
    assert arguments_of("repair", request) == ("repair", "--all-users", "--target=/opt/x", "--rebuild", "--gpu=0")
    for command in ("add", "remove"):
        asked = make_request(command, {command: ("Sky", "-x", "Old faces, big"), "scope": "all-users", "jobs": None})
        line = arguments_of(command, replace(asked, options=EngineOptions(gpu="0")))
        assert line == (command, "--all-users", "--", "Sky", "-x", "Old faces, big")
        assert make_request(command, given_options(make_parser().parse_args(line))) == asked
    # What only a repair does becomes one.
    assert arguments_of("install", Request(retime=True))[0] == "repair"
    assert arguments_of("install", Request())[0] == "install"
    # That log is this process's own.
    assert "--log" not in " ".join(arguments_of("install", Request(log=Path("/tmp/l"))))


def test_rights_are_needed_for_all_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("installer.target.location.has_administrator_rights", lambda: False)
    assert needs_elevation("all-users", None)
    assert not needs_elevation("current-user", tmp_path)
    assert not needs_elevation(None, None)
    assert not needs_elevation(None, tmp_path)
    (tmp_path / ".engine-installer").mkdir()
    receipt = '{"schema": 1, "scope": "all-users", "app": {"id": "a.b", "name": "A", "publisher": "B", "version": "1"}}'
    (tmp_path / ".engine-installer/receipt.json").write_text(receipt)
    assert needs_elevation(None, tmp_path)
    monkeypatch.setattr("installer.target.location.has_administrator_rights", lambda: True)
    assert not needs_elevation("all-users", tmp_path)
    (tmp_path / ".engine-installer/receipt.json").write_text("{")
    assert not needs_elevation(None, tmp_path)


# Whole runs. The other process is a thread with pipes of its own, so that its folders are those of the test.


class Other:
    """The run with administrator rights."""

    def __init__(self, arguments: tuple[str, ...]) -> None:
        ours, theirs = os.pipe(), os.pipe()
        self._relay = StreamRelay(os.fdopen(theirs[0], "rb"), os.fdopen(ours[1], "wb"))
        self._there = there = StreamRelay(os.fdopen(ours[0], "rb"), os.fdopen(theirs[1], "wb"))
        self.code: int | None = None
        self.sent: list[bytes] = []
        self.cancel = CancelToken()

        def run() -> None:
            result = relayed._run(list(arguments), there, self.cancel)
            relayed._send(there, result)
            there._outgoing.close()
            self.code = result.code

        self._thread = threading.Thread(target=run)
        self._thread.start()

    def send(self, line: bytes) -> None:
        self.sent.append(line)
        self._relay.send(line)

    def receive(self) -> bytes:
        return self._relay.receive()

    def take_back(self) -> None:
        self.sent.append(b"taken back")

    def exit_code(self) -> int:
        self._thread.join(60)
        assert self.code is not None
        return self.code

    def end(self) -> None:
        self._relay._outgoing.close()
        self._thread.join(60)
        for thread in threading.enumerate():
            if thread.name in ("window", "elevated"):
                thread.join(60)
        self._relay._incoming.close()
        self._there._incoming.close()


@pytest.fixture
def others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Other]]:
    """The runs that were started; they install nothing outside of the test's folder."""
    from builder.operating_system.kinds import MachineFolders

    folders = MachineFolders(tmp_path / "programs", tmp_path / "logs")
    for module in ("installer.actions.log", "installer.target.location"):
        monkeypatch.setattr(f"{module}.machine_folders", lambda: folders)
    monkeypatch.setattr("installer.target.installation.lacks_rights", lambda _scope: False)
    started: list[Other] = []
    yield started
    for other in started:
        other.end()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[RunLog]:
    made = RunLog(tmp_path / "window.log", ["test"], "current-user")
    yield made
    made.close(Result(0, "ok", say("Done.")))


def starting(others: list[Other]) -> Callable[..., Any]:
    def start(_command: list[str], *arguments: str) -> Other:
        others.append(Other(arguments))
        return others[-1]

    return start


def test_an_installation_is_shown_and_logged_as_if_it_were_ours(
    tmp_path: Path, others: list[Other], log: RunLog
) -> None:
    package = small_package(tmp_path / "package", "alpha", defaults=NO_ENGINES)
    shown: list[Event] = []
    request = Request(package, tmp_path / "target", "all-users")
    result = run_elevated("install", request, log, shown.append, CancelToken(), starting(others))
    assert (result.label, others[0].exit_code()) == ("ok", 0)
    # In the language of the window, whatever the other one speaks.
    assert result.detail.parts or result.detail.template
    assert "plan" in [event.name for event in shown]
    assert "commit" in [event.name for event in shown]
    assert "hello" not in [event.name for event in shown]
    assert (tmp_path / "target/engines/engines.json").exists()
    assert "everything is ready" in (tmp_path / "window.log").read_text()
    (own,) = (tmp_path / "logs").iterdir()
    assert "--all-users" in own.read_text()
    assert (tmp_path / "target").stat().st_mode & stat.S_IROTH


def test_what_is_refused_there_is_an_error_here(tmp_path: Path, others: list[Other], log: RunLog) -> None:
    request = Request(tmp_path / "nothing", tmp_path / "target", "all-users")
    result = run_elevated("install", request, log, lambda _event: None, CancelToken(), starting(others))
    assert result.label == "package_missing"
    assert result.plain


class Silent:
    """A run that says hello, and then only what it is told to."""

    def __init__(self, *events: Event, code: int | NotElevated = 0, until: bytes = b"") -> None:
        self._lines = iter([*map(relay.to_line, events), b""])
        self._code, self._until = code, until
        self.heard: list[bytes] = []
        self._came = threading.Event()

    def send(self, line: bytes) -> None:
        self.heard.append(line)
        if line == self._until:
            self._came.set()

    def take_back(self) -> None:
        self.send(b"taken back")

    def receive(self) -> bytes:
        line = next(self._lines)
        if not line and self._until:
            assert self._came.wait(20)
        return line

    def exit_code(self) -> int | NotElevated:
        return self._code


HELLO = Hello(1, "engine-installer", "1")


def ending(child: Silent | NotElevated, log: RunLog, cancel: CancelToken | None = None, **values: Any) -> Result:
    shown: list[Event] = []
    request = Request(scope="all-users", **values)
    return run_elevated("install", request, log, shown.append, cancel or CancelToken(), lambda *_: child)


def test_a_stop_and_the_end_of_waiting_reach_it_once(log: RunLog) -> None:
    stopped = CancelToken()
    stopped.cancel()
    child = Silent(HELLO, until=relay.CANCEL)
    ending(child, log, stopped, skip_wait=lambda: True)
    assert child.heard.count(relay.CANCEL) == 1
    assert child.heard.count(relay.DO_NOT_WAIT) <= 1
    child = Silent(HELLO, until=relay.DO_NOT_WAIT)
    ending(child, log, skip_wait=lambda: True)
    assert child.heard == [relay.DO_NOT_WAIT]


def test_a_stop_before_it_has_begun_takes_the_question_back(log: RunLog) -> None:
    stopped = CancelToken()
    stopped.cancel()
    child = Silent(code=NotElevated.REFUSED, until=b"taken back")
    assert ending(child, log, stopped).label == "access_denied"
    assert child.heard == [b"taken back"]


def test_a_time_limit_is_left_to_the_other_side(log: RunLog) -> None:
    cancel = CancelToken()
    cancel.time_out()
    child = Silent(HELLO, Logged("info", "x"), Result(75, "suspended", say("Later.")))
    assert ending(child, log, cancel).label == "suspended"
    assert child.heard == []


@pytest.mark.parametrize(
    ("child", "label", "remedy"),
    [
        (NotElevated.NO_PROMPT, "access_denied", Remedy.NONE),
        (Silent(code=NotElevated.REFUSED), "access_denied", Remedy.TRY_AGAIN),
        (Silent(code=NotElevated.NO_PROMPT), "access_denied", Remedy.NONE),
        (Silent(HELLO, code=-9), "internal_error", Remedy.TRY_AGAIN),
        (Silent(HELLO, code=130), "internal_error", Remedy.TRY_AGAIN),
    ],
)
def test_without_a_result_it_is_said_what_happened(
    log: RunLog, child: Silent | NotElevated, label: str, remedy: Remedy
) -> None:
    result = ending(child, log)
    assert (result.label, result.remedy) == (label, remedy)
    assert result.plain


def test_what_cannot_be_understood_is_logged_and_nothing_else(log: RunLog, tmp_path: Path) -> None:
    child = Silent(HELLO, Result(0, "ok", say("Done.")))
    child._lines = iter([b"garbage\n", *child._lines])
    assert ending(child, log).label == "ok"
    assert "not an event" in (tmp_path / "window.log").read_text()


def test_the_run_stops_when_the_window_is_gone(tmp_path: Path) -> None:
    here, there = os.pipe()
    cancel = CancelToken()
    line = StreamRelay(os.fdopen(here, "rb"), None)
    os.write(there, relay.DO_NOT_WAIT)
    skips = threading.Event()
    os.close(there)
    relayed._listen(line, cancel, skips)
    line._incoming.close()
    assert skips.is_set()
    assert cancel.is_set


@pytest.mark.parametrize("in_window", [True, False])
def test_a_window_opens_without_the_rights_that_a_console_asks_for_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_window: bool
) -> None:
    from installer.command_line import run
    from tests.support.in_process import main, user

    logs: list[Path] = []
    with user(tmp_path) as patch:
        patch.setattr("installer.target.location.has_administrator_rights", lambda: False)
        patch.setattr(run, "has_administrator_rights", lambda: False)
        patch.setattr(run, "opens_window", lambda *_: in_window)
        patch.setattr("installer.command_line.elevation.run_elevated", lambda *_: 55)

        def wizard(_options: object, _given: object, request: Request, log: RunLog, _cancel: object) -> Any:
            assert request.scope == "all-users"
            logs.append(log.path)
            return Result(0, "ok", say("Done.")), request

        patch.setattr(run, "_run_in_wizard", wizard)
        package = small_package(tmp_path / "package", "alpha", defaults=NO_ENGINES)
        ended = main("install", "--all-users", "--package", package, "--target", tmp_path / "target")
    assert ended.code == (0 if in_window else 55)
    # The machine's log folder is closed to this user.
    assert all(not path.is_relative_to(tmp_path / "logs") for path in logs)
    assert len(logs) == in_window


def test_a_computer_is_judged_by_the_rights_that_will_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from installer.actions.install import InstallRun
    from installer.target.installation import Installation

    seen: list[bool] = []

    def survey(_store: object, *, probe: bool) -> Any:
        seen.append(probe)
        raise InterruptedError

    monkeypatch.setattr("installer.actions.install.survey_target", survey)
    package = small_package(tmp_path / "package", "alpha", defaults=NO_ENGINES)
    for scope, rights in (("current-user", False), ("all-users", False), ("all-users", True)):
        monkeypatch.setattr("installer.target.location.has_administrator_rights", lambda rights=rights: rights)
        installation = Installation(Request(package, tmp_path / "target", scope))  # type: ignore[arg-type]
        run = InstallRun(installation, survey_machine(), CancelToken())
        with pytest.raises(InterruptedError):
            run.preflight(run.plan())
    assert seen == [True, False, True]


# Real processes.

ECHO = """\
import os, sys
from builder.operating_system.elevated import relay_at
line = relay_at(sys.argv[1])
print("noise of a library"); sys.stdout.flush(); os.write(1, b"more noise\\n")
line.send(" ".join(sys.argv[2:]).encode() + b"\\n")
line.send(line.receive())
line.send(str(os.environ.get("PKEXEC_UID")).encode() + b"\\n")
sys.exit(7)
"""


@on_posix
def test_pkexec_starts_it_with_our_streams(tmp_path: Path) -> None:
    pkexec = tmp_path / "pkexec"
    pkexec.write_text('#!/bin/sh\nexport PKEXEC_UID=1000\nexec "$@"\n')
    pkexec.chmod(0o755)
    child = PkexecChild([sys.executable, "-c", ECHO, "-", "install", "--all-users"], str(pkexec))
    assert child.receive() == b"install --all-users\n"
    child.send(b"cancel\n")
    assert [child.receive(), child.receive(), child.receive()] == [b"cancel\n", b"1000\n", b""]
    assert child.exit_code() == 7
    child.send(b"late\n")


@on_posix
@pytest.mark.parametrize(("code", "reason"), [(126, NotElevated.REFUSED), (127, NotElevated.NO_PROMPT)])
def test_pkexec_may_refuse(tmp_path: Path, code: int, reason: NotElevated) -> None:
    pkexec = tmp_path / "pkexec"
    pkexec.write_text(f"#!/bin/sh\nexit {code}\n")
    pkexec.chmod(0o755)
    child = PkexecChild(["true"], str(pkexec))
    assert child.receive() == b""
    assert child.exit_code() is reason


@on_posix
def test_the_question_of_pkexec_can_be_taken_back(tmp_path: Path) -> None:
    pkexec = tmp_path / "pkexec"
    pkexec.write_text("#!/bin/sh\nexec sleep 100\n")
    pkexec.chmod(0o755)
    child = PkexecChild(["true"], str(pkexec))
    child.take_back()
    assert child.receive() == b""
    assert child.exit_code() is NotElevated.REFUSED


MEET = ECHO.replace(
    "line = relay_at(sys.argv[1])",
    """\
from multiprocessing.connection import Client
from builder.operating_system.elevated import PipeRelay
line = PipeRelay(Client(sys.argv[1], "AF_UNIX"))""",
)


def waiting(process: subprocess.Popen[bytes], seconds: float) -> int | None:
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None


@on_posix
def test_on_windows_both_meet_at_a_pipe(tmp_path: Path) -> None:
    """Here at a socket: all but the kind of the address is the same."""

    def start(address: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", MEET, address, "install"], stdout=subprocess.DEVNULL)

    child = MetChild(start, str(tmp_path / "s"), "AF_UNIX", waiting)
    child.send(b"cancel\n")
    assert [child.receive() for _ in range(4)] == [b"install\n", b"cancel\n", b"None\n", b""]
    assert child.exit_code() == 7
    child.send(b"late\n")
    child.take_back()


@on_posix
def test_one_that_never_comes_is_not_waited_for(tmp_path: Path) -> None:
    child = MetChild(
        lambda _address: subprocess.Popen(["/bin/sh", "-c", "exit 3"]), str(tmp_path / "s"), "AF_UNIX", waiting
    )
    assert child.receive() == b""
    child.send(b"cancel\n")
    assert child.exit_code() == 3
    refused = MetChild(lambda _address: NotElevated.REFUSED, str(tmp_path / "t"), "AF_UNIX", waiting)
    assert refused.receive() == b""
    assert refused.exit_code() is NotElevated.REFUSED


@pytest.mark.parametrize(
    "address", ["", "/tmp/x", r"C:\x", r"\\.\pipe\other", r"\\server\pipe\engine-installer-" + "0" * 32]
)
def test_nothing_else_is_opened_with_administrator_rights(address: str) -> None:
    with pytest.raises(OSError, match="is not the name of a pipe"):
        relay_at(address)


def test_the_frozen_program_may_start_it() -> None:
    from installer.frozen import CHILDREN

    assert elevated._MODULE in CHILDREN
    assert relayed.__name__ == elevated._MODULE
