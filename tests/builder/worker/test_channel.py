"""The worker's line to its parent: events arrive whole, words of the parent are heard, and its end is ours."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from builder.base.events import BuildJob, Event, Hello, InputFile, Phase, TimingsMeasured, Warned, read_worker_event
from builder.base.program import own_folder
from builder.base.settings import BuildSettings
from builder.base.text import say, verbatim
from builder.worker import channel
from builder.worker.channel import Channel
from tests.support.unfit import in_time


class Pipe:
    """A line from one end to the other; the reader's end is closed with the test."""

    def __init__(self) -> None:
        reader, self.writer = os.pipe()
        self.reader = os.fdopen(reader, "rb")

    def say(self, text: bytes) -> None:
        os.write(self.writer, text)

    def hang_up(self) -> None:
        os.close(self.writer)


@dataclass
class Ended(Exception):
    """In the place of the end of the process."""

    status: int


@dataclass
class Ends:
    """How the process would have ended."""

    statuses: list[int] = field(default_factory=list)
    came: threading.Event = field(default_factory=threading.Event)

    def __call__(self, status: int) -> None:
        self.statuses.append(status)
        self.came.set()
        if threading.current_thread() is threading.main_thread():
            raise Ended(status)


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Ends:
    ends = Ends()
    monkeypatch.setattr(os, "_exit", ends)
    return ends


@pytest.fixture
def parent(ends: Ends) -> Iterator[Pipe]:
    """What the parent says; in the end it goes away."""
    pipe = Pipe()
    yield pipe
    if not ends.statuses:
        pipe.hang_up()
    pipe.reader.close()


class Dribble(io.RawIOBase):
    """Takes a few bytes at a time, as a pipe that is nearly full."""

    def __init__(self) -> None:
        self.taken = bytearray()

    def write(self, data: Any) -> int:
        self.taken += bytes(data[:3])
        return len(data[:3])


def line_to(events: io.RawIOBase, commands: BinaryIO | None = None) -> Channel:
    return Channel(events, commands or io.BytesIO())  # type: ignore[arg-type]


def test_an_event_arrives_whole_however_little_is_taken_at_once() -> None:
    taken = Dribble()
    event = Warned(say("The file {file} is missing.", file="x" * 100))
    line_to(taken).send(event)
    assert taken.taken.endswith(b"\n")
    assert read_worker_event(bytes(taken.taken)) == event


def test_events_of_several_threads_do_not_mix() -> None:
    taken = Dribble()
    line, together = line_to(taken), threading.Barrier(4, timeout=20)

    def send(number: int) -> None:
        together.wait()
        for _ in range(20):
            line.send(Phase(f"m{number}", verbatim("a phase of a build " * 20)))

    threads = [threading.Thread(target=send, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = bytes(taken.taken).splitlines()
    assert len(lines) == 80
    for text in lines:
        assert isinstance(read_worker_event(text), Phase)


class Gone(io.RawIOBase):
    def write(self, _data: Any) -> int:
        raise BrokenPipeError


def test_a_parent_that_no_longer_reads_wants_no_engine() -> None:
    line = line_to(Gone())
    assert not line.cancelled.is_set()
    line.send(Hello(1, "test", "1"))
    assert line.cancelled.is_set()


JOB = BuildJob("net", "tensorrt", InputFile("a.onnx", "ab"), (), "net.engine", BuildSettings(), ("8.9",), None, None)


@pytest.mark.parametrize(
    ("sent", "job"), [(JOB.to_line().encode(), JOB), (JOB.to_line().encode()[:-1], None), (b"", None)]
)
def test_only_a_job_that_came_whole_is_one(sent: bytes, job: BuildJob | None) -> None:
    assert line_to(Dribble(), io.BytesIO(sent)).read_job() == job


def test_the_job_and_what_is_said_later_come_on_one_line(parent: Pipe, ends: Ends) -> None:
    line = line_to(Dribble(), parent.reader)
    parent.say(JOB.to_line().encode() + b"keep timings\n")
    assert line.read_job() == JOB
    line.listen(None)
    with in_time(10):
        assert line.ask(TimingsMeasured("net", 3)) == "keep timings"
    assert not line.cancelled.is_set()
    parent.hang_up()
    assert ends.came.wait(10)


def test_a_question_is_sent_and_its_answer_waited_for(parent: Pipe, ends: Ends) -> None:
    taken = Dribble()
    line = line_to(taken, parent.reader)
    line.listen(None)
    threading.Timer(0.2, parent.say, [b"drop timings\n"]).start()
    with in_time(10):
        assert line.ask(TimingsMeasured("net", 3)) == "drop timings"
    assert read_worker_event(bytes(taken.taken)) == TimingsMeasured("net", 3)
    parent.hang_up()
    assert ends.came.wait(10)


def test_a_question_has_no_answer_once_a_stop_was_asked_for(parent: Pipe, ends: Ends) -> None:
    line = line_to(Dribble(), parent.reader)
    line.listen(None)
    parent.say(b"cancel\n")
    with in_time(10):
        assert line.ask(TimingsMeasured("net", 3)) is None
    assert line.cancelled.is_set()
    parent.hang_up()
    assert ends.came.wait(10)


@pytest.mark.parametrize("there", ["a file", "nothing", "a folder that stays", "no file is written"])
def test_where_the_parent_is_gone_the_worker_ends_and_leaves_no_half_engine(
    tmp_path: Path, parent: Pipe, ends: Ends, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    output = tmp_path / "net.engine"
    if there == "a file":
        output.write_bytes(b"half")
    elif there == "a folder that stays":
        output.mkdir()
    line_to(Dribble(), parent.reader).listen(None if there == "no file is written" else output)
    parent.hang_up()
    assert ends.came.wait(10)
    assert ends.statuses == [3]
    assert output.exists() == (there == "a folder that stays")


def test_the_last_event_is_the_end_of_the_process(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    taken, written = Dribble(), io.StringIO()
    flushed: list[bool] = []
    monkeypatch.setattr(written, "flush", lambda: flushed.append(True))
    monkeypatch.setattr(sys, "stderr", written)
    with pytest.raises(Ended):
        line_to(taken).end_with(Hello(1, "test", "1"))
    assert (ends.statuses, flushed) == ([0], [True])
    assert read_worker_event(bytes(taken.taken)) == Hello(1, "test", "1")


def test_stray_prints_land_in_the_log_and_never_between_the_events(monkeypatch: pytest.MonkeyPatch) -> None:
    events, log, commands = Pipe(), Pipe(), Pipe()
    output = os.dup(events.writer)  # in the place of descriptor 1
    monkeypatch.setattr(channel, "_STDOUT", output)
    monkeypatch.setattr(channel, "_STDERR", log.writer)
    monkeypatch.setattr(channel, "take_standard_input", lambda: io.FileIO(commands.reader.fileno(), closefd=False))
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    line = Channel.open()
    assert sys.stdout is sys.stderr
    os.write(output, b"native print\n")
    line.send(Hello(1, "test", "1"))
    commands.say(JOB.to_line().encode())
    assert line.read_job() == JOB
    close: list[Callable[[], object]] = [line._events.close, events.hang_up, lambda: os.close(output), log.hang_up]
    for it in close:
        it()
    assert log.reader.read() == b"native print\n"
    (sent,) = events.reader.read().splitlines()
    assert read_worker_event(sent) == Hello(1, "test", "1")
    commands.hang_up()
    for pipe in (events, log, commands):
        pipe.reader.close()


def test_every_event_tells_its_parent_the_template_of_its_text() -> None:
    taken = Dribble()
    event: Event = Phase("net", say("Reading the model"))
    line_to(taken).send(event)
    heard = read_worker_event(bytes(taken.taken))
    assert isinstance(heard, Phase)
    assert heard.title.template == "Reading the model"


def test_a_process_ends_although_its_parent_is_there_and_its_prints_are_in_the_log() -> None:
    code = (
        "import os\n"
        "from builder.base.events import Hello\n"
        "from builder.worker.channel import Channel\n"
        "line = Channel.open()\n"
        "line.listen(None)\n"
        "os.write(1, b'native print\\n')\n"
        "print('print of Python', flush=True)\n"
        "line.send(Hello(1, 'test', '1'))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=own_folder(),
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.wait(20) == 0
        assert read_worker_event(process.stdout.read()) == Hello(1, "test", "1")
        assert process.stderr.read().splitlines() == [b"native print", b"print of Python"]
