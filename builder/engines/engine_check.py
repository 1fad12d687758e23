"""What an application asks about its engines: whether they still fit this computer, and the verified bytes of one.

Copy this one file into your application: it needs only Python's standard library, and no GPU library.
docs/engines-json.md has the same rules for other languages.

    checked = engine_check.check("C:/Program Files/Photo Studio", library_version=tensorrt_rtx.__version__)
    if checked.state != "current":
        ...  # run 'engine-installer repair --quiet --target …', and show the user the reason: checked.reason
    opened = engine_check.open_engine("C:/Program Files/Photo Studio", "upscale-x2")
    engine = runtime.deserialize_cuda_engine(opened.data)

`check` takes a few milliseconds and does not read the engines; `open_engine` reads one and hashes what it read.

From a shell, `python engine_check.py TARGET` prints the state and the reason, and exits with 0 (current), 1
(stale) or 2 (missing).
"""

from __future__ import annotations

import errno
import json
import os
import platform
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCHEMA = 1
_MOST_BYTES = 16 << 20
TENSORRT_RTX = "tensorrt-rtx"
_NO_OTHERS_UP_TO = (12, 0)
"""Up to this compute capability, TensorRT-RTX has no other GPUs than those that targets can name."""
_MOST_INSTALLATIONS = 5
"""More than this many in the time that it takes to read one engine are no accident."""
_MOST_LINKS = 40
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}-[0-9a-f]{12}\.engine")


@dataclass(frozen=True)
class Checked:
    """The result of the check.

    Attributes:
        state: "current", "stale" (the engines exist, but need a repair) or "missing".
        reason: the first thing that is wrong, in words.
        files: the full path of each model's engine; of several, the one for this GPU. Empty if engines are missing.
        answers: what engines.json notes of each model whose engine's results were checked, or could not be. It decides
            nothing here, and is empty where an engine is missing or does not fit.
    """

    state: str
    reason: str
    files: dict[str, Path]
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)


def check(
    target: str | os.PathLike[str],
    *,
    library_version: str | None = None,
    compute_capability: str | None = None,
    gpu_name: str | None = None,
) -> Checked:
    """Compare engines.json with this computer.

    What the application passes about its GPU and library is compared; what it leaves out is not. If it does not name
    its GPU, the names known to the operating system are used.

    Args:
        target: the application's folder, which contains `engines`.
        library_version: version of the engine library that the application loads, such as "1.7.1.116".
        compute_capability: compute capability of the GPU that the application uses, such as "8.9".
        gpu_name: name of that GPU as NVIDIA's driver gives it, such as "NVIDIA GeForce RTX 4070".
    """
    folder = Path(target) / "engines"
    names = {gpu_name} if gpu_name else gpu_names()
    try:
        index = json.loads(_read(folder / "engines.json", _MOST_BYTES))
        if _is_newer(index):
            return Checked("stale", _NEWER, {})
        engines = _chosen(index["engines"], compute_capability, names)
        failed = {str(absent["model"]) for absent in index.get("failed", ())}
        files = {model: folder / _file_of(engine) for model, engine in engines.items()}
        answers = {model: note for model, engine in engines.items() if isinstance(note := engine.get("answers"), dict)}
        for model, engine in engines.items():
            if verdict := _verdict(model, engine, files, library_version, compute_capability, names):
                return verdict
    except FileNotFoundError:
        return Checked("missing", f"there is no {folder / 'engines.json'}", {})
    # The application should start nevertheless.
    except (OSError, *_EDITED) as error:
        return Checked("missing", f"engines.json cannot be read ({type(error).__name__}: {error})", {})
    if os.access(Path(target) / ".engine-installer" / "journal.json", os.F_OK):
        return Checked("stale", "an installation was interrupted, or is being completed", files, answers)
    for model in sorted(failed - set(files)):
        return Checked("missing", f"the engine of {model} could not be built", files, answers)
    for model in sorted(failed):
        return Checked("stale", f"the engine of {model} is an older one: the last build failed", files, answers)
    return Checked("current", "every engine fits", files, answers)


_NEWER = "engines.json was written by a newer version"
_EDITED = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What goes wrong with an engines.json that somebody has edited."""


def _is_newer(index: dict[str, Any]) -> bool:
    return not isinstance(index["schema"], int) or index["schema"] > SCHEMA


class EngineUnavailable(Exception):
    """There is no engine that can be used; the text says why. 'engine-installer repair' usually makes one."""


class EngineNotTrusted(EngineUnavailable):
    """There is one, but it is not the one that was installed, or others could replace it."""


@dataclass(frozen=True)
class OpenedEngine:
    """A verified engine.

    Attributes:
        data: the engine, in memory: exactly the bytes that were hashed, whatever happens to the file.
        sha256: of these bytes.
        record: the engine's entry in engines.json.
    """

    data: bytes
    sha256: str
    record: dict[str, Any]


def open_engine(
    target: str | os.PathLike[str],
    model: str,
    *,
    library_version: str | None = None,
    compute_capability: str | None = None,
    gpu_name: str | None = None,
    refuse_shared: bool = False,
) -> OpenedEngine:
    """Read a model's engine into memory, once, and return those bytes if they are the ones that were installed.

    engines.json says which ones: whoever can write to it decides. `refuse_shared` is for that.

    Args:
        target: as of `check`, like the next ones; what is passed must fit, or the engine is refused.
        model: its name.
        library_version: as of `check`.
        compute_capability: as of `check`.
        gpu_name: as of `check`.
        refuse_shared: also refuse if others than this user and the administrator could change the engine, engines.json
            or a folder that leads to them. On Windows this file cannot tell, and always refuses.

    Raises:
        EngineNotTrusted: the file is not what was installed, or others could change it.
        EngineUnavailable: there is no engine of this model that fits.
    """
    folder, names = Path(target).absolute() / "engines", {gpu_name} if gpu_name else gpu_names()
    index = _whole(folder / "engines.json", None, refuse_shared=refuse_shared)
    for _ in range(_MOST_INSTALLATIONS):
        try:
            engine = _engine_in(index, model, library_version, compute_capability, names)
            file, size, sha256 = _file_of(engine), int(engine["size"]), str(engine["sha256"])
        except _EDITED as error:
            raise EngineUnavailable(f"engines.json cannot be read ({type(error).__name__}: {error})") from error
        try:
            data = _whole(folder / file, size, refuse_shared=refuse_shared)
            import hashlib

            if hashlib.sha256(data).hexdigest() == sha256:
                return OpenedEngine(data, sha256, engine)
            raise EngineNotTrusted(f"the engine of {model} is not the one that was installed: its SHA-256 differs")
        except EngineUnavailable:
            # An installation that has ended meanwhile has removed the old engines, after it replaced engines.json.
            before, index = index, _whole(folder / "engines.json", None, refuse_shared=refuse_shared)
            if index == before:
                raise
    raise EngineUnavailable("engines.json changes all the time")


def _engine_in(
    content: bytes, model: str, library_version: str | None, compute_capability: str | None, names: set[str]
) -> dict[str, Any]:
    """Find a model's engine in an engines.json; it may raise what is in `_EDITED` as well."""
    index = json.loads(content)
    if _is_newer(index):
        raise EngineUnavailable(_NEWER)
    engine = _chosen(index["engines"], compute_capability, names).get(model)
    if engine is None:
        raise EngineUnavailable(f"engines.json has no engine of {model}")
    if reason := _misfit(engine, library_version, compute_capability, names):
        raise EngineUnavailable(f"{model}: {reason}")
    return engine


def _whole(path: Path, size: int | None, *, refuse_shared: bool) -> bytes:
    """Read a file in one piece, if it has the size that it must have."""
    try:
        status = _unshared(path) if refuse_shared else path.lstat()
        # Where O_NOFOLLOW is unknown, this is what refuses a link.
        if not stat.S_ISREG(status.st_mode):
            raise EngineNotTrusted(f"{path} is not a file")
        with open(_descriptor(path), "rb") as stream:
            opened = os.fstat(stream.fileno())
            if not stat.S_ISREG(opened.st_mode) or (refuse_shared and not os.path.samestat(status, opened)):
                raise EngineNotTrusted(f"{path} was replaced while it was opened")
            if size is not None and opened.st_size != size:
                raise EngineNotTrusted(f"{path} has {opened.st_size} bytes, and {size} were installed")
            return stream.read(_MOST_BYTES if size is None else size)
    except (OSError, MemoryError) as error:
        raise EngineUnavailable(f"{path} cannot be read ({getattr(error, 'strerror', None) or 'no memory'})") from error


def _unshared(path: Path) -> os.stat_result:
    """Refuse a path that others could lead elsewhere or whose end they could change; returns the end's status.

    Every link on the way is judged as well: whoever may change it decides where the path ends.
    """
    if os.name == "nt":
        raise EngineNotTrusted("whether other users can write there cannot be told on Windows")
    for part, status in _parts(path):
        is_link = stat.S_ISLNK(status.st_mode)
        if status.st_uid not in (0, os.geteuid()):
            raise EngineNotTrusted(f"{part} belongs to another user (number {status.st_uid})")
        # Where lists of further rights are set, the bits of the group are the most that any of them grants.
        writable = not is_link and status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        # In a sticky folder such as /tmp, others may add files, but not replace those that are not theirs.
        if writable and not (stat.S_ISDIR(status.st_mode) and status.st_mode & stat.S_ISVTX):
            raise EngineNotTrusted(f"{part} can be written by other users")
    return status


def _parts(path: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Every folder and link on the way to a file, as the system resolves it, and the file.

    Raises:
        OSError: one of them is missing, or may not be looked at.
    """
    here, ahead, links = Path(path.anchor), list(reversed(path.parts[1:])), 0
    yield here, here.lstat()
    while ahead:
        name = ahead.pop()
        part = here.parent if name == ".." else here / name
        status = part.lstat()
        yield part, status
        if not stat.S_ISLNK(status.st_mode):
            here = part
            continue
        links += 1
        if links > _MOST_LINKS:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(part))
        to = part.readlink()
        ahead += reversed(to.parts[1:] if to.is_absolute() else to.parts)
        here = Path(to.anchor) if to.is_absolute() else here


def _read(path: Path, limit: int) -> bytes:
    """Read the beginning of a file; anything that is not a file is refused instead of waited for."""
    with open(_descriptor(path), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        return stream.read(limit)


def _descriptor(path: Path) -> int:
    """Open a file for reading. A pipe would keep the application waiting for ever."""
    # Not every system has these.
    flags = [getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")]
    return os.open(path, os.O_RDONLY | sum(flags))


def _chosen(
    engines: list[dict[str, Any]], compute_capability: str | None, names: set[str]
) -> dict[str, dict[str, Any]]:
    """Choose one engine of each model; if there are several, for different GPUs, the one for a GPU in this computer."""
    chosen: dict[str, dict[str, Any]] = {}
    fits: dict[str, tuple[bool, ...]] = {}
    for engine in engines:
        gpu = engine.get("gpu") or {}
        targets, own = [str(target) for target in engine.get("targets") or ()], compute_capability
        fit = (
            gpu.get("compute_capability") == own is not None,
            own in targets,
            own is not None and serves(targets, own, portable=engine.get("portable") is True),
            gpu.get("name") in names,
        )
        if engine["model"] not in chosen or fit > fits[engine["model"]]:
            chosen[engine["model"]], fits[engine["model"]] = engine, fit
    return chosen


def _file_of(engine: dict[str, Any]) -> str:
    """The name of an engine's file, checked: engines.json may have been edited, and no other file may be touched."""
    if not isinstance(engine["model"], str) or not _FILE_NAME.fullmatch(engine["file"]):
        raise ValueError(f"{engine['file']!r} is not the name of an engine file")
    return str(engine["file"])


def _verdict(
    model: str,
    engine: dict[str, Any],
    files: dict[str, Path],
    library_version: str | None,
    compute_capability: str | None,
    names: set[str],
) -> Checked | None:
    """Say what is wrong with an engine; None if nothing is known to be."""
    try:
        status = files[model].lstat()
    except OSError as error:
        what = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        return Checked("missing", f"the engine of {model} {what}", {})
    if not stat.S_ISREG(status.st_mode):
        return Checked("missing", f"the engine of {model} is not a file", {})
    try:
        _read(files[model], 0)
    except OSError as error:
        return Checked("missing", f"the engine of {model} cannot be read ({error.strerror})", {})
    if status.st_size != engine.get("size"):
        return Checked("stale", f"the engine of {model} is damaged", files)
    reason = _misfit(engine, library_version, compute_capability, names)
    return Checked("stale", f"{model}: {reason}", files) if reason else None


def _misfit(
    engine: dict[str, Any], library_version: str | None, compute_capability: str | None, names: set[str]
) -> str | None:
    """Say why an engine does not fit; None if it does, as far as is known."""
    version = engine.get("library_version")
    if library_version is not None and version != library_version:
        return f"built with version {version} of the library, but {library_version} will be loaded"
    gpu = engine.get("gpu") or {}
    if engine.get("backend") == TENSORRT_RTX:
        if compute_capability is None:
            return None
        targets, portable = [str(target) for target in engine["targets"]], engine.get("portable") is True
        fits = serves(targets, compute_capability, portable=portable)
        return None if fits else f"not built for compute capability {compute_capability}"
    if engine.get("system") not in (None, platform.system().lower()):
        return f"built on {engine['system']}, but this is {platform.system().lower()}"
    if compute_capability is not None and gpu.get("compute_capability") not in (None, compute_capability):
        return f"built for compute capability {gpu['compute_capability']}, but the GPU has {compute_capability}"
    if names and gpu.get("name") not in (None, *names):
        return f"built for {gpu['name']}, but this computer has {', '.join(sorted(names))}"
    return None


def serves(targets: Sequence[str], compute_capability: str, *, portable: bool) -> bool:
    """Decide whether a TensorRT-RTX engine runs on a GPU; engine-installer itself has no other rule.

    Args:
        targets: as of engines.json.
        compute_capability: the GPU's.
        portable: as of engines.json. Such an engine also runs on GPUs that are newer than all of these targets,
            but not on those below 12.0 that no target names, such as 9.0 and 10.0.
    """
    if compute_capability in targets:
        return True
    own, named = _parsed(compute_capability), [_parsed(target) for target in targets]
    return portable and own is not None and own > max([_NO_OTHERS_UP_TO, *(target or () for target in named)])


def _parsed(compute_capability: str) -> tuple[int, ...] | None:
    """Turn `"12.1"` into `(12, 1)`, because it is newer than `"8.9"`; None if it is something else."""
    match = re.fullmatch(r"([0-9]{1,4})\.([0-9]{1,4})", compute_capability)
    return (int(match[1]), int(match[2])) if match else None


def gpu_names() -> set[str]:
    """The names that the driver gives to this computer's NVIDIA GPUs; empty if they cannot be found without NVML."""
    if os.name == "nt":
        return _gpu_names_of_windows()
    names = set()
    for information in Path("/proc/driver/nvidia/gpus").glob("*/information"):
        try:
            lines = information.read_text(errors="replace").splitlines()
        except OSError:
            continue
        names |= {line.partition(":")[2].strip() for line in lines if line.startswith("Model:")}
    return names


def _gpu_names_of_windows(registry: Any = None) -> set[str]:
    """Read the device class of display adapters (learn.microsoft.com, "System-Defined Device Setup Classes")."""
    if registry is None:
        import winreg as registry
    names: set[str] = set()
    display = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}"
    for number in range(64):
        # There may be gaps, and keys that this user may not read.
        try:
            with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, rf"{display}\{number:04}") as key:
                device = str(registry.QueryValueEx(key, "MatchingDeviceId")[0])
                name = str(registry.QueryValueEx(key, "DriverDesc")[0])
        except OSError:
            continue
        if "ven_10de" in device.lower():
            names.add(name)
    return names


class ProgramFailed(Exception):
    """engine-installer could not do what it was asked for; the text is what it says about it.

    Attributes:
        code: its exit status; None where it could not be started.
        name: of its exit status, such as "access_denied"; docs/command-line.md has them all.
    """

    def __init__(self, message: str, code: int | None = None, name: str = "") -> None:
        super().__init__(message)
        self.code, self.name = code, name


def available_features(
    target: str | os.PathLike[str], program: str | os.PathLike[str] | None = None
) -> list[dict[str, Any]]:
    """Ask which features the application has, installed or not, with the time and room that each takes.

    Args:
        target: the application's folder.
        program: engine-installer; None for the copy that an installation keeps in its target, or else the one on PATH.

    Returns:
        As `available` of `status --json`, which docs/command-line.md describes.

    Raises:
        ProgramFailed: it does not tell.
    """
    code, lines = _run(program, "status", "--json", target=target)
    try:
        answer = json.loads("".join(lines))
        if "error" not in answer:
            return list(answer["available"])
        message, name = str(answer["error"]["detail"]), str(answer["error"]["name"])
    except _EDITED as error:
        raise ProgramFailed(f"it gave no answer that can be read, and ended with {code}", code) from error
    raise ProgramFailed(message, code, name)


def change_features(
    target: str | os.PathLike[str],
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    program: str | os.PathLike[str] | None = None,
) -> str:
    """Add features to an installation, or remove some; returns what engine-installer says in the end.

    Each of the two is done as a whole or not at all, and first what is added. It may take minutes. Others' targets need
    the rights of an administrator, which this does not ask for.

    Args:
        target: as of `available_features`, like `program`.
        add: names of features.
        remove: names of features.
        program: as there.

    Raises:
        ProgramFailed: what was asked for is not done.
    """
    said = "nothing was asked for"
    for command, features in (("add", add), ("remove", remove)):
        if features:
            code, lines = _run(program, command, *features, "--quiet", "--progress", "jsonl", target=target)
            try:
                result = json.loads(lines[-1])
                said, name = str(result["detail"]), str(result["name"])
            except (IndexError, *_EDITED) as error:
                raise ProgramFailed(f"it gave no result that can be read, and ended with {code}", code) from error
            if code != 0:
                raise ProgramFailed(said, code, name)
    return said


def _run(
    program: str | os.PathLike[str] | None, *arguments: str, target: str | os.PathLike[str]
) -> tuple[int, list[str]]:
    """Run engine-installer to its end; gives its exit status and the lines that it has printed."""
    import shutil
    import subprocess

    name = "engine-installer.exe" if os.name == "nt" else "engine-installer"
    kept = Path(target) / ".engine-installer" / "program" / name
    found = program or (kept if os.access(kept, os.X_OK) else shutil.which(name))
    if found is None:
        raise ProgramFailed(f"there is no {kept}, and no {name} on PATH")
    try:
        done = subprocess.run(
            [os.fspath(found), *arguments, "--target", os.fspath(target)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ProgramFailed(f"{os.fspath(found)} cannot be started ({error.strerror})") from error
    return done.returncode, done.stdout.decode("utf-8", "replace").splitlines()


def main() -> int:
    """Run the check from a shell."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: engine_check.py TARGET\n")
        return 64
    checked = check(sys.argv[1])
    sys.stdout.write(f"{checked.state}: {checked.reason}\n")
    return {"current": 0, "stale": 1, "missing": 2}[checked.state]


if __name__ == "__main__":
    sys.exit(main())
