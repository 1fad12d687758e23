"""The actions in the test's own process on a made-up computer, with workers that write the beginning of an engine.

A run takes milliseconds, so that what the actions decide can be asked in many ways. What real workers, processes and
front ends do is for the tests that start the program.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest

from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, EngineInstallerError
from builder.base.events import BuildJob, Built, Event, Hello, ModelFinished, Result
from builder.base.files import sha256_of
from builder.building import local_build, target_questions
from builder.building.machine import Machine
from builder.building.worker_process import Finished, HasFailed, Outcome, WasCancelled
from installer.actions.install import plan
from installer.actions.install_plan import InstallPlan
from installer.actions.runner import action_of
from installer.actions.status import Status, status
from installer.target.request import Request
from tests.support.headers import rtx_header
from tests.support.in_process import user
from tests.support.installed import RTX_4070, machine
from tests.support.payloads import tree
from tests.support.waiting import wait_until

_E = TypeVar("_E", bound=Event)
_VERSION = (1, 7, 1, 116)


@dataclass
class QuickWorkers:
    """Builds what it is asked for at once.

    Attributes:
        built: the models, in this order.
        failing: why models fail, by name.
        salt: part of every engine, so that another one comes of the same model.
        meanwhile: called with the job before each engine is written.
        endless: writes none, but waits until it is to stop.
        says: changes what is reported of each engine.
    """

    built: list[str] = field(default_factory=list)
    failing: dict[str, EngineInstallerError] = field(default_factory=dict)
    salt: str = ""
    meanwhile: Callable[[BuildJob], object] = lambda _job: None
    endless: bool = False
    says: Callable[[Built], Built] = lambda built: built

    def __call__(
        self, job: BuildJob, cancel: CancelToken, on_event: Callable[[Event], str | None], **_how: object
    ) -> Outcome:
        on_event(Hello(0, "worker", "1"))
        self.meanwhile(job)
        if self.endless:
            wait_until(lambda: cancel.is_set)
        if cancel.is_set:
            return WasCancelled()
        if error := self.failing.get(job.model):
            return HasFailed(error)
        targets = job.targets or DEFAULT_TARGETS
        body = f"{sha256_of(source_of(job))} {job.settings} {targets} {self.salt}".encode()
        Path(job.output).write_bytes(_header(64 + len(body), targets) + body)
        self.built.append(job.model)
        version = ".".join(map(str, _VERSION))
        seconds = float(len(self.built))  # which no other build of this computer took
        size, digest = 64 + len(body), sha256_of(Path(job.output))
        return Finished(self.says(Built(size, digest, seconds, version, {}, {}, job.load_on)))


def source_of(job: BuildJob) -> Path:
    """Where a worker reads the model that it is to build."""
    return Path(job.onnx.copy or job.onnx.path)


def _header(size: int, targets: tuple[str, ...]) -> bytes:
    return rtx_header(size, sum(1 << TARGETS.index(target) for target in targets), bytes(_VERSION))


@dataclass(frozen=True)
class Ran:
    """What a run has said; its last event is the result."""

    events: list[Event]

    @property
    def result(self) -> Result:
        result = self.events[-1]
        assert isinstance(result, Result)
        return result

    def of(self, kind: type[_E]) -> list[_E]:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def said(self) -> str:
        """Every message, a line each."""
        return "\n".join(filter(None, (getattr(event, "message", None) for event in self.events)))


@dataclass
class Pc:
    """A computer with a user, an app package in `package`, and a folder for the application.

    Attributes:
        home: the user's.
        machine: what its hardware is.
        workers: what builds on it.
        patch: replaces parts of the program on it.
    """

    home: Path
    workers: QuickWorkers
    patch: pytest.MonkeyPatch
    machine: Machine = field(default_factory=lambda: machine(RTX_4070))

    @property
    def target(self) -> Path:
        return self.home / "target"

    @property
    def package(self) -> Path:
        return self.home / "package"

    def request(self, command: str = "install", **asked: Any) -> Request:
        changes_features = asked.keys() & {"add", "remove"}
        package = {"package": self.package} if command == "install" and not changes_features else {}
        return Request(**{"target": self.target} | package | asked)

    def run(
        self,
        command: str = "install",
        cancel: CancelToken | None = None,
        show: Callable[[Event], object] = lambda _event: None,
        **asked: Any,
    ) -> Ran:
        """Run an action to its end; its errors are raised.

        Args:
            command: of the command line.
            cancel: stops it.
            show: called with each event as soon as it is there.
            asked: fields of the request.
        """
        events = []
        for event in action_of(command)(self.request(command, **asked), self.machine, cancel or CancelToken()):
            events.append(event)
            show(event)
        return Ran(events)

    def cut_off_after(self, model: str) -> Path:
        """Install until the engine of a model is finished, and end as a run that is killed does; gives its file."""
        cancel, staging, copy = CancelToken(), self.target / "engines/.staging", self.home / "as it was"

        def stop(event: Event) -> None:
            if isinstance(event, ModelFinished) and event.model == model:
                shutil.copytree(self.target, copy, symlinks=True)
                cancel.cancel()

        with pytest.raises(Cancelled):
            self.run("install", cancel, stop, jobs=1)
        shutil.rmtree(self.target, ignore_errors=True)
        copy.rename(self.target)
        (engine,) = (path for path in staging.iterdir() if path.suffix == ".engine" and path.stem == model)
        return engine

    def plan(self, *, repairing: bool = False, **asked: Any) -> InstallPlan:
        """Find out what an installation, or a repair, would do."""
        request = self.request("repair" if repairing else "install", **asked)
        return plan(request, self.machine, CancelToken(), repairing=repairing)

    def status(self, *, quick: bool = False, **asked: Any) -> Status:
        """Judge what is installed, on the computer as `machine` is now."""
        return status(self.request("status", **asked), self.machine, CancelToken(), quick=quick)

    @property
    def index(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.target / "engines/engines.json").read_text())
        return read

    @property
    def models(self) -> list[str]:
        return [engine["model"] for engine in self.index["engines"]]

    @property
    def receipt(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.target / ".engine-installer/receipt.json").read_text())
        return read

    def files(self) -> dict[str, bytes | str | None]:
        """Everything in the application's folder; nothing where that does not exist."""
        return tree(self.target)


def let_build(workers: QuickWorkers, patch: pytest.MonkeyPatch) -> None:
    """Put them in the place of workers in processes of their own."""
    for module in (local_build, target_questions):
        patch.setattr(module, "run_worker", workers)


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[Pc]:
    """A computer with one graphics card, on which nothing is installed."""
    workers = QuickWorkers()
    with user(tmp_path) as patch:
        let_build(workers, patch)
        yield Pc(tmp_path, workers, patch)
