"""What happens on the Windows side while programs run there: a command line of functions that print JSON.

python scenes.py NAME ARGUMENTS...
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

_INSTALLER = [sys.executable, "-X", "utf8", "-m", "installer"]
_GENERIC_READ, _OPEN_EXISTING, _INVALID_HANDLE = 0x80000000, 3, (1 << 64) - 1


def programs() -> list[str]:
    """Everything that is neither a part of Wine, nor the runner and what it runs just now."""
    return [path for path, _ in _programs()]


def end() -> None:
    """Kill all of them."""
    for _, process in _programs():
        with contextlib.suppress(psutil.Error):
            process.kill()


def _programs() -> list[tuple[str, psutil.Process]]:
    me = psutil.Process()
    mine = {me.pid, *(parent.pid for parent in me.parents())}
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            path = process.exe()
            if process.pid not in mine and not path.lower().startswith("c:\\windows\\"):
                found.append((path, process))
    return found


def cancel(package: str, target: str) -> dict[str, Any]:
    """Write `cancel` to an installation that has begun."""
    with _installing(package, target) as process:
        _until(process, "phase")
        began = time.monotonic()
        assert process.stdin
        process.stdin.write("cancel\n")
        process.stdin.flush()
        last = _until(process, "result")
        return {"code": process.wait(30), "seconds": time.monotonic() - began, "event": last}


def killed(package: str, target: str) -> dict[str, Any]:
    """Kill an installation that builds, and see what becomes of its children."""
    with _installing(package, target) as process:
        _until(process, "phase")
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        # A child that is still being started notices only then; on a busy computer that takes long.
        began = time.monotonic()
        _, alive = psutil.wait_procs(children, timeout=60)
        return {"children": len(children), "alive": len(alive), "seconds": time.monotonic() - began}


def beside(package: str, target: str, *options: str) -> dict[str, Any]:
    """Run installations beside one that has begun and then stands still, until that goes on.

    Args:
        package, target: of all of them.
        options: a text for each of the others; with "--wait" it waits for the first one.
    """
    more = ["install", "--quiet", "--package", package, "--target", target]
    with _installing(package, target) as process:
        _until(process, "phase")
        first = psutil.Process(process.pid)
        first.suspend()
        others = [_started([*_INSTALLER, *more, *filter(None, [option])]) for option in options]
        refused = [other.wait(60) for other, option in zip(others, options, strict=True) if not option]
        first.resume()
        last = _until(process, "result")
        waited = [other.wait(60) for other, option in zip(others, options, strict=True) if option]
        return {"first": last["code"], "refused": refused, "waited": waited}


def together(package: str, target: str, number: str) -> list[int]:
    """Start as many installations at one moment; gives their exit codes."""
    command = [*_INSTALLER, "install", "--quiet", "--package", package, "--target", target]
    return [process.wait(120) for process in [_started(command) for _ in range(int(number))]]


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def held(file: str, sharing: str, *commands: str) -> list[int]:
    """Hold a file open, sharing it or not (FILE_SHARE_…), and run command lines (in JSON) meanwhile: exit codes."""
    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel32.CreateFileW.restype = ctypes.c_void_p
    handle = kernel32.CreateFileW(file, _GENERIC_READ, int(sharing), None, _OPEN_EXISTING, 0, None)
    assert handle not in (None, _INVALID_HANDLE), ctypes.get_last_error()  # type: ignore[attr-defined,unused-ignore]
    return [
        subprocess.run(
            [*_INSTALLER, *json.loads(command)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT, check=False,
        ).returncode
        for command in commands
    ]  # fmt: skip


def registered(app: str) -> dict[str, Any]:
    """What Windows' list of applications says about one, in both hives: values as pairs of type and content."""
    winreg: Any = importlib.import_module("winreg")
    found = {}
    for hive in ("HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE"):
        path = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{app}"
        with contextlib.suppress(FileNotFoundError), winreg.OpenKey(getattr(winreg, hive), path) as key:
            (_, number, _) = winreg.QueryInfoKey(key)
            values = [winreg.EnumValue(key, index) for index in range(number)]
            found[hive] = {name: [kind, content] for name, content, kind in values}
    return found


def shell_link(path: str) -> dict[str, str]:
    """What a shortcut says when Windows reads it (IShellLinkW, IPersistFile)."""
    from installer.target.registration import shell_link as written

    ole32 = ctypes.WinDLL("ole32")  # type: ignore[attr-defined,unused-ignore]
    ole32.CoInitializeEx(None, 2)
    link, file, found = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.create_unicode_buffer(1024)
    made = ole32.CoCreateInstance(written._SHELL_LINK, None, 1, written._ISHELL_LINK, ctypes.byref(link))
    assert made >= 0
    asked = (ctypes.c_char_p(written._IPERSIST_FILE), ctypes.c_void_p(ctypes.addressof(file)))
    assert written._call(link, 0, *asked) >= 0
    assert written._call(file, 5, ctypes.c_wchar_p(path), ctypes.c_int(0)) >= 0

    def ask(place: int, *more: Any) -> str:
        assert written._call(link, place, found, ctypes.c_int(1024), *more) >= 0
        return found.value

    told = {"description": ask(6), "folder": ask(8), "icon": ask(16, ctypes.c_void_p(ctypes.addressof(ctypes.c_int())))}
    return told | {"program": ask(3, ctypes.c_void_p(), ctypes.c_uint32(0))}


def by_command_line(line: str) -> dict[str, Any]:
    """Run a command line as it is in the registry, without arguments taken apart."""
    done = subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return {"code": done.returncode, "text": done.stdout.decode("utf-8", "backslashreplace")}


def resources(path: str) -> dict[str, Any]:
    """What an executable tells Windows about itself."""
    pefile: Any = importlib.import_module("pefile")
    found: dict[str, Any] = {"icons": [], "strings": {}}
    with pefile.PE(path) as program:
        found["subsystem"] = program.OPTIONAL_HEADER.Subsystem
        for kind in program.DIRECTORY_ENTRY_RESOURCE.entries:
            for item in kind.directory.entries:
                place = item.directory.entries[0].data.struct
                content = program.get_data(place.OffsetToData, place.Size)
                if kind.id == pefile.RESOURCE_TYPE["RT_MANIFEST"]:
                    found["manifest"] = content.decode()
                elif kind.id == pefile.RESOURCE_TYPE["RT_GROUP_ICON"]:
                    # GRPICONDIR: 6 bytes, then 14 for each size, of which 0 stands for 256.
                    found["icons"] = [content[at] or 256 for at in range(6, len(content), 14)]
        for part in (part for info in program.FileInfo for part in info if part.Key == b"StringFileInfo"):
            for table in part.StringTable:
                found["strings"] |= {key.decode(): value.decode() for key, value in table.entries.items()}
    return found


def removed_after_exit(folder: str) -> dict[str, Any]:
    """Let a folder be removed by the command that waits until a process has ended, here until its input ends."""
    from builder.operating_system import windows

    base, kept = Path(folder), Path(folder, ".engine-installer")
    (kept / "program/sub").mkdir(parents=True)
    (kept / "program/sub/file").write_text("x")
    command, names, system = windows.removal_command(kept / "program", [kept, base])
    process = subprocess.Popen(
        command, cwd=system, env=os.environ | names,
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    with process:
        until = time.monotonic() + 10
        while time.monotonic() < until and not psutil.Process(process.pid).children():
            time.sleep(0.01)
        waits = (kept / "program/sub/file").exists()
    return {"waits": waits, "left": [str(path) for path in (base, *base.rglob("*")) if path.exists()]}


def settle() -> None:
    """Wait until nothing runs any more but Wine, the runner and what it runs just now."""
    end = time.monotonic() + 30
    while programs() and time.monotonic() < end:
        time.sleep(0.1)


@contextlib.contextmanager
def _installing(package: str, target: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*_INSTALLER, "install", "--quiet", "--progress", "jsonl", "--package", package, "--target", target],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.kill()


def _until(process: subprocess.Popen[str], name: str) -> dict[str, Any]:
    assert process.stdout
    for line in process.stdout:
        event: dict[str, Any] = json.loads(line)
        if event["event"] == name:
            return event
    raise AssertionError(f"{name} never came")


if __name__ == "__main__":
    scene: Callable[..., Any] = globals()[sys.argv[1]]
    print(json.dumps(scene(*sys.argv[2:])))  # noqa: T201
