"""Runs of the program as root while another user changes what they work with (tests/doubles/attacker.c).

A run is a fork of this process, which has loaded the program already: ten times as many in the same time.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib
import io
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import onnx

from builder.operating_system.kinds import MachineFolders
from installer.command_line import main as cli
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest
from tests.support.payloads import folder_sha256, write_files
from tests.support.program import Ended
from tests.support.rights import ANOTHER_USER
from tests.support.system import require
from tests.support.wheels import wheel_entry, write_wheel

SOURCE = Path(__file__).resolve().parent.parent / "doubles" / "attacker.c"
MODULES = ("installer.actions.install", "installer.actions.uninstall", "installer.actions.status")
SUDO = {"SUDO_UID": str(ANOTHER_USER), "SUDO_GID": str(ANOTHER_USER), "SUDO_USER": "nobody"}
MOST_SECONDS = 60.0
"""For a run, on a busy computer."""

_WHEEL = "tensorrt_rtx_cu13_bindings-1.7.1.116-py3-none-any.whl"
_PASSES_ON = "from tensorrt_rtx_bindings import *\nfrom tensorrt_rtx_bindings import __version__\n"
_NOT_COMPARED = ("engines/engines.json", "engines/.lock", ".engine-installer/receipt.json")


@functools.cache
def compiled(folder: Path) -> Path:
    """The attacker, where another user may execute it."""
    require("cc")
    program = folder / "attacker"
    subprocess.run(["cc", "-O1", "-Wall", "-Wextra", "-Werror", "-o", program, SOURCE], check=True)
    return program


def state_of(folder: Path) -> dict[str, tuple[Any, ...]]:
    """Everything in a folder, and itself: kind and mode, owner, and the content or where a link leads."""
    found: dict[str, tuple[Any, ...]] = {}
    for path in (folder, *folder.rglob("*")):
        status = path.lstat()
        content: object = None
        if stat.S_ISLNK(status.st_mode):
            content = path.readlink()
        elif stat.S_ISREG(status.st_mode):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        found[str(path.relative_to(folder))] = (status.st_mode, status.st_uid, status.st_gid, content)
    return found


def files_of(target: Path) -> dict[str, str]:
    """The hashes of the files of an installation that are the same wherever and whenever it was made."""
    return {
        path.relative_to(target).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in target.rglob("*")
        if path.is_file() and path.relative_to(target).as_posix() not in _NOT_COMPARED
    }


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Attributes:
        ended: exit status, and what it printed.
        name: of the result, or of the error.
        changes: what was changed while it ran.
    """

    ended: Ended
    name: str
    changes: int


class World:
    """A computer with two users.

    Attributes:
        ours: root's own folder. `canary` is nobody's business, `marks` shows what was executed, `good` has the
            packages, `targets` the installations.
        theirs: a folder of the other user, which has all that the administrator was given: the package, its wheels,
            the answers. `pool` has what comes into their places.
        shared: a folder that everybody may write to, as /tmp is.
        installed: what is in an installation of each version, without the files that differ between installations.
    """

    def __init__(self, root: Path) -> None:
        self.root, self.ours, self.theirs, self.shared = root, root / "ours", root / "theirs", root / "shared"
        self.canary, self.target = self.ours / "canary", self.ours / "targets/app"
        self._attacker = compiled(root)
        for folder in (self.ours, self.ours / "marks", self.ours / "home"):
            folder.mkdir(mode=0o755)
        self._make_canary()
        self._make_packages()
        self.installed: dict[str, dict[str, str]] = {}
        for module in MODULES:
            importlib.import_module(module)
        for name, version, source in (("kept", "1.0", "package"), ("not kept", "1.0", "lean"), ("2.0", "2.0", "other")):
            self.reset()
            package = self.theirs / source
            run = self.run("install", "--package", package, "--all-users", "--wheels", self.theirs / "wheels")
            assert run.name == "ok", run
            shutil.copytree(self.target, self.ours / "templates" / name, symlinks=True)
            if name != "not kept":
                self.installed[version] = files_of(self.target)

    def _make_canary(self) -> None:
        """Files of several owners and modes, and links to them."""
        files = {"precious": b"root's own", "deep/other": b"other", "deep/engines.json": b"{}", "public": b"public"}
        write_files(self.canary, files)
        (self.canary / "precious").chmod(0o600)
        (self.canary / "deep").chmod(0o750)
        os.chown(self.canary / "public", 1000, 1000)
        (self.canary / "link").symlink_to("precious")

    def _make_packages(self) -> None:
        """Two versions of an application with one library, and what is wrong with each of their files."""
        good, evil = self.ours / "good", self.ours / "evil"
        wheels = good / "wheels"
        leaves_mark = f"open({str(self.ours / 'marks/mark')!r}, 'w')\n"
        write_wheel(wheels / _WHEEL, {"tensorrt_rtx/__init__.py": _PASSES_ON.encode()})
        write_wheel(evil / _WHEEL, {"tensorrt_rtx/__init__.py": (leaves_mark + _PASSES_ON).encode()})
        size = max((folder / _WHEEL).stat().st_size for folder in (wheels, evil))
        for folder in (wheels, evil):
            _pad(folder / _WHEEL, size)
        self._package(good / "package", wheels, "1.0")
        self._package(good / "lean", wheels, "1.0", maintenance={"keep_package": False})
        self._package(good / "other", wheels, "2.0")
        # What the recorded package can become: the same application, with a library of their own.
        shutil.copytree(evil, evil / "wheels")
        self._package(good / "hostile", evil / "wheels", "1.0", maintenance={"keep_package": False})
        (good / "hostile/wheels").mkdir()
        shutil.copy(evil / _WHEEL, good / "hostile/wheels")

    @staticmethod
    def _package(folder: Path, wheels: Path, version: str, **top: Any) -> None:
        model = conv_net(folder / "models/alpha.onnx")
        if version != "1.0":
            # Of the same size: nothing but its content tells it from the other.
            other = onnx.load(model)
            weights = other.graph.initializer[0]
            weights.raw_data = weights.raw_data[4:] + weights.raw_data[:4]
            onnx.save(other, model)
        application = write_files(folder / "app", {"studio": version.encode() * 10_000, "data/one.txt": b"one"})
        app = {"id": "com.example.test", "name": "Test App", "publisher": "Example Ltd", "version": version}
        library = {"source": "wheels", "wheels": [wheel_entry(path) for path in wheels.glob("*.whl")]}
        payload = {"folder": "app", "sha256": folder_sha256(application)}
        write_manifest(folder, model_entry(folder, model), app=app, library=library, payload=payload, **top)

    def reset(self, template: str | None = None, *, damaged: Sequence[str] = ()) -> None:
        """Put everything in its place again.

        Args:
            template: what is installed.
            damaged: what is missing of it, as patterns.
        """
        for folder in (self.theirs, self.shared, self.target.parent):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o755)
        self.shared.chmod(0o1777)
        good, pool = self.ours / "good", self.theirs / "pool"
        for name in ("package", "lean", "other", "hostile", "wheels"):
            shutil.copytree(good / name, self.theirs / name)
        shutil.copytree(good / "other", pool / "other")
        shutil.copytree(good / "hostile", pool / "hostile")
        shutil.copy(self.ours / "evil" / _WHEEL, pool)
        (self.theirs / "answers.toml").write_text("schema = 1\njobs = 1\n")
        for name in ("log", "out", "home", "parent"):
            (self.theirs / name).mkdir()
        (self.theirs / "hop").symlink_to(self.target.parent)
        (self.target.parent / "link").symlink_to(self.theirs / "hop")
        if template:
            shutil.copytree(self.ours / "templates" / template, self.target, symlinks=True)
        for pattern in damaged:
            for path in self.target.glob(pattern):
                path.unlink()

    def copy_template(self, template: str, to: Path) -> None:
        shutil.copytree(self.ours / "templates" / template, to, symlinks=True)

    def write_hostile_lists(self, folder: Path) -> None:
        """A receipt, a journal and an engines.json that name what is not the installation's own."""
        folder.mkdir()
        template = self.ours / "templates/kept"
        to_canary = os.path.relpath(self.canary / "precious", self.target)
        receipt = json.loads((template / ".engine-installer/receipt.json").read_text())
        receipt["files"].append(receipt["files"][0] | {"file": to_canary})
        receipt["made"] = [str(self.canary / "deep")]
        (folder / "receipt.json").write_text(json.dumps(receipt))
        index = json.loads((template / "engines/engines.json").read_text())
        index["engines"][0]["file"] = to_canary
        (folder / "engines.json").write_text(json.dumps(index))
        removal = {"op": "remove", "file": to_canary, "sha256": None}
        journal = {"schema": 1, "action": "uninstall", "operations": [removal], "made": [str(self.canary)]}
        (folder / "journal.json").write_text(json.dumps(journal))

    def give_away(self) -> None:
        """Make everything in the other user's folder that user's own."""
        for path in (self.theirs, *self.theirs.rglob("*")):
            if path.lstat().st_uid == 0 and not (path.is_file() and path.lstat().st_nlink > 1):
                os.chown(path, ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)

    def run(
        self,
        *arguments: str | Path,
        target: Path | None = None,
        env: Mapping[str, str] = SUDO,
        plan: Sequence[str] = (),
        seed: int = 0,
        speed: tuple[int, int] = (1000, 1000),
    ) -> Outcome:
        """Run a command as root, under attack.

        Args:
            arguments: the command and its options.
            target: where; by default the target of `ours`.
            env: what is added to root's environment.
            plan: the attacker's.
            seed: of the attacker's choices.
            speed: the longest pauses of the attacker, in microseconds: before a change, and before it is undone.
        """
        options = [*arguments[:1], "--quiet", "--json", "--target", target or self.target, *arguments[1:]]
        self.give_away()
        with self._attack(plan, seed, speed) as changes:
            ended = self._run([str(option) for option in options], env)
        lines = [line for line in ended.out.splitlines() if line.startswith("{")]
        last = json.loads(lines[-1]) if lines else {}
        return Outcome(ended, str(last.get("name", "none")), sum(changes))

    @contextlib.contextmanager
    def _attack(self, plan: Sequence[str], seed: int, speed: tuple[int, int]) -> Iterator[list[int]]:
        changes: list[int] = []
        if not plan:
            yield changes
            return
        file = self.root / "plan"
        file.write_text("".join(f"{line}\n" for line in plan))
        command = [str(part) for part in (self._attacker, file, seed, *speed)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, user=ANOTHER_USER, group=ANOTHER_USER, extra_groups=[]
        ) as process:
            try:
                yield changes
            finally:
                process.terminate()
                out, _ = process.communicate(timeout=30)
                changes.append(int(out))

    def _run(self, arguments: list[str], env: Mapping[str, str]) -> Ended:
        out, err = self.root / "out", self.root / "err"
        child = os.fork()
        if child == 0:
            self._work(arguments, env, out, err)
        until = time.monotonic() + MOST_SECONDS
        while not (ended := os.waitpid(child, os.WNOHANG))[0]:
            if time.monotonic() > until:
                os.killpg(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return Ended(-signal.SIGKILL, out.read_text(), err.read_text() + "\nit did not end")
            time.sleep(0.005)
        return Ended(os.waitstatus_to_exitcode(ended[1]), out.read_text(), err.read_text())

    def _work(self, arguments: list[str], env: Mapping[str, str], out: Path, err: Path) -> NoReturn:
        code = 99
        try:
            os.setsid()
            os.nice(5)  # so that the attacker comes in between
            for number, path in ((1, out), (2, err)):
                os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            sys.stdout = io.TextIOWrapper(open(1, "wb", buffering=0, closefd=False), write_through=True)  # noqa: SIM115
            sys.stderr = io.TextIOWrapper(open(2, "wb", buffering=0, closefd=False), write_through=True)  # noqa: SIM115
            sys.stdin = None
            home = self.ours / "home"
            for name in [name for name in os.environ if name.startswith("XDG_")]:
                del os.environ[name]
            os.environ.update({"HOME": str(home)} | dict(env))
            os.umask(0o022)
            os.chdir(home)
            folders = MachineFolders(home / "programs", home / "logs")
            for module in list(sys.modules.values()):
                if getattr(module, "__name__", "").startswith("installer.") and hasattr(module, "machine_folders"):
                    setattr(module, "machine_folders", lambda: folders)  # noqa: B010 - mypy knows of no such name
            code = cli.main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)

    def faults_after(self, outcome: Outcome, target: Path, before: Mapping[str, Any]) -> Iterator[str]:
        """What a run must not have done.

        Args:
            outcome: of the run.
            target: of it.
            before: `state_of(self.canary)`, and of the target if something was there.
        """
        ended = outcome.ended
        if outcome.name in ("internal_error", "out_of_memory", "none"):
            yield f"ended with {outcome.name}"
        if ended.code < 0 or ended.code == 99 or "Traceback" in ended.out + ended.err:
            yield f"ended with status {ended.code}"
        if list((self.ours / "marks").iterdir()):
            yield "executed what nobody has verified"
        if changed := state_of(self.canary).items() ^ before["canary"].items():
            yield f"changed what is not its own: {sorted(changed, key=str)}"
        left = [path for path in self.theirs.rglob("*") if _is_roots(path)]
        if outcome.name != "ok":
            left += [path for path in self.shared.rglob("*") if _is_roots(path)]
        left += set(self.target.parent.iterdir()) - {self.target, self.target.parent / "link"}
        if left:
            yield f"left {left}"
        if outcome.name != "ok" and files_of(self.target) != before["target"]:
            yield "changed an installation although it failed"
        if outcome.name == "ok" and target.exists():
            yield from self._not_verified(target)

    def _not_verified(self, target: Path) -> Iterator[str]:
        receipt = json.loads((target / ".engine-installer/receipt.json").read_text())
        index = json.loads((target / "engines/engines.json").read_text())
        expected, found = self.installed[receipt["app"]["version"]], files_of(target)
        if not receipt.get("files") or any(
            found.get(item["file"]) != item["sha256"] for item in receipt["files"] if item["file"] not in _NOT_COMPARED
        ):
            yield "installed what the receipt does not say"
        if {f"engines/{item['file']}": item["sha256"] for item in index["engines"]}.items() - found.items():
            yield "published engines that engines.json does not describe"
        kept = {name for name in expected if not name.startswith(".engine-installer/package/")}
        for name in sorted({*found, *kept}):
            if found.get(name) != expected.get(name):
                yield f"installed another {name} than version {receipt['app']['version']} has"


def _is_roots(path: Path) -> bool:
    status = path.lstat()
    return status.st_uid == 0 and not (stat.S_ISREG(status.st_mode) and status.st_nlink > 1)


def _pad(path: Path, size: int) -> None:
    """Make a wheel longer by a comment of its archive."""
    content = path.read_bytes()
    missing = size - len(content) + 64
    path.write_bytes(content[:-2] + missing.to_bytes(2, "little") + b"x" * missing)
