"""The PC that is looked at: its programs, what they leave on it, and the person in front of it."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = (sys.executable, "-m", "installer")
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
BUILDER = (sys.executable, "-m", "builder")
_SECONDS = 900.0
_GONE_SECONDS = 60.0


@dataclass(frozen=True)
class Ended:
    """How a program ended.

    Attributes:
        code: as Windows counts them, from 0 to 2^32 - 1.
        text: what it wrote, to both of its outputs.
        seconds: it took.
    """

    code: int
    text: str
    seconds: float

    @property
    def last(self) -> str:
        """The last line that it wrote, for reports."""
        return next((line.strip() for line in reversed(self.text.splitlines()) if line.strip()), "it said nothing")


@dataclass
class Pc:
    """This PC, with a folder in which everything that is tried happens.

    Attributes:
        folder: it is new, below the user's own data, and goes at the end.
        package: an app package that is listed by Windows; nobody has it installed.
        program: the packaged program; None until it is packaged, and to run from source.
        is_packaging: it is packaged first.
        is_watched: somebody answers questions.
    """

    folder: Path
    package: Path
    program: Path | None
    is_packaging: bool
    is_watched: bool

    @property
    def mine(self) -> Path:
        """Where it is installed for this user."""
        return self.folder / "mine"

    @property
    def _manifest(self) -> dict[str, Any]:
        return tomllib.loads((self.package / "app.toml").read_text("utf-8"))

    @property
    def app(self) -> dict[str, Any]:
        """The table `[app]` of the package."""
        found: dict[str, Any] = self._manifest["app"]
        return found

    @property
    def with_few_models(self) -> tuple[str, ...]:
        """Options that leave out what looks at other things than engines need not wait for."""
        _, *others = dict.fromkeys(model.get("feature") for model in self._manifest["model"])
        return ("--without", ",".join(others)) if others else ()

    @property
    def setup(self) -> Path | None:
        """The program that opens the wizard."""
        return next(self.program.glob("*-setup.exe"), None) if self.program else None

    def run(self, *arguments: str | Path, seconds: float = _SECONDS) -> Ended:
        """Run `engine-installer`."""
        program = (str(self.program / "engine-installer.exe"),) if self.program else SOURCE
        return self.execute([*program, *map(str, arguments)], seconds)

    def install(self, target: Path, *options: str) -> Ended:
        """Install the package quietly for this user."""
        return self.run("install", "--quiet", *self.from_package, "--target", target, *options)

    @property
    def from_package(self) -> tuple[str, ...]:
        """The option that names the package: the packaged program has its own."""
        return () if self.program else ("--package", str(self.package))

    def execute(self, command: Sequence[str] | str, seconds: float = _SECONDS) -> Ended:
        """Run any program to its end, with NUL as its input."""
        began = time.monotonic()
        with tempfile.TemporaryFile() as output:
            try:
                code = subprocess.run(
                    command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                    timeout=seconds, check=False,
                ).returncode  # fmt: skip
            except OSError as error:
                return Ended(getattr(error, "winerror", None) or 1, str(error), 0.0)
            output.seek(0)
            text = output.read().decode("utf-8", "backslashreplace")
        return Ended(code & 0xFFFFFFFF, text, time.monotonic() - began)

    def registered(self, hive: str) -> dict[str, Any]:
        """What Windows' list of applications says of the application; empty if it is not in it.

        Args:
            hive: `HKEY_CURRENT_USER` or `HKEY_LOCAL_MACHINE`.
        """
        winreg = _winreg()
        found: dict[str, Any] = {}
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with (
            suppress(FileNotFoundError),
            winreg.OpenKeyEx(getattr(winreg, hive), rf"{UNINSTALL_KEY}\{self.app['id']}", 0, access) as key,
        ):
            for index in range(winreg.QueryInfoKey(key)[1]):
                name, value, _ = winreg.EnumValue(key, index)
                found[name] = value
        return found

    def powershell(self, script: str) -> Any:
        """What a script of PowerShell returns; None if there is no answer."""
        program = Path(os.environ["SYSTEMROOT"], r"System32\WindowsPowerShell\v1.0\powershell.exe")
        ended = self.execute([str(program), "-NoProfile", "-Command", f"ConvertTo-Json -Compress ({script})"], 60)
        with suppress(ValueError):
            return json.loads(ended.text)
        return None

    def ask(self, question: str) -> bool | None:
        """Ask the person; None if nobody is there, or who is there cannot say."""
        if not self.is_watched:
            return None
        while (answer := input(f"\n  {question} [y/n, or s to skip] ").strip().lower()) not in ("y", "n", "s"):
            pass
        return {"y": True, "n": False}.get(answer)

    def tell(self, what: str) -> None:
        """Tell the person what comes."""
        if self.is_watched:
            print(f"\n  {what}")


def open_as_user(what: str | Path) -> None:
    """Open something as a double click does."""
    system: Any = os
    system.startfile(what)


def is_gone(path: Path) -> bool:
    """Whether something goes within a minute: a program that was removed cannot remove its own folder."""
    until = time.monotonic() + _GONE_SECONDS
    while path.exists() and time.monotonic() < until:
        time.sleep(0.2)
    return not path.exists()


def make_junction(at: Path, to: Path) -> bool:
    """Make a junction, which takes no rights; says whether it is one."""
    cmd = Path(os.environ["SYSTEMROOT"], "System32", "cmd.exe")
    done = subprocess.run(
        f'"{cmd}" /d /c mklink /J "{at}" "{to}"',
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return done.returncode == 0 and at.is_dir() and is_junction(at)


def is_junction(path: Path) -> bool:
    """Whether it leads elsewhere."""
    return bool(getattr(path.lstat(), "st_reparse_tag", 0))


def setting(hive: str, path: str, name: str) -> Any:
    """A value of the registry, which belongs to the facts in a report; None if there is none."""
    winreg = _winreg()
    with suppress(OSError), winreg.OpenKey(getattr(winreg, hive), path) as key:
        return winreg.QueryValueEx(key, name)[0]
    return None


def access_list(path: Path) -> str:
    """The text form (SDDL) of the access control list of a file or folder.

    Raises:
        OSError: Windows does not tell.
    """
    from ctypes import wintypes

    windows: Any = ctypes
    advapi32, kernel32 = windows.WinDLL("advapi32"), windows.WinDLL("kernel32")
    kernel32.LocalFree.argtypes = [ctypes.c_void_p]
    descriptor, text = ctypes.c_void_p(), wintypes.LPWSTR()
    # SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, SDDL_REVISION_1
    failed = advapi32.GetNamedSecurityInfoW(str(path), 1, 4, None, None, None, None, ctypes.byref(descriptor))
    if failed:
        raise windows.WinError(failed)
    try:
        done = advapi32.ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, 1, 4, ctypes.byref(text), None)
        if not done:
            raise windows.WinError()
        return text.value or ""
    finally:
        kernel32.LocalFree(ctypes.cast(text, ctypes.c_void_p))
        kernel32.LocalFree(descriptor)


def wine_version() -> str | None:
    """The version of Wine, if this is not Windows."""
    windows: Any = ctypes
    with suppress(AttributeError):
        tell = windows.WinDLL("ntdll").wine_get_version
        tell.restype = ctypes.c_char_p
        return bytes(tell()).decode()
    return None


@contextmanager
def this_pc(program: Path | None, *, is_packaging: bool, is_watched: bool) -> Iterator[Pc]:
    """Give this PC, with a folder that goes afterwards.

    Args:
        program: a packaged program; None for one of the demo under another name.
        is_packaging: it is packaged first; False to run from source.
        is_watched: somebody answers questions.
    """
    folder = Path(tempfile.mkdtemp(prefix="engine-installer-check-", dir=os.environ["LOCALAPPDATA"]))
    try:
        package = program / "_internal/assets" if program else _demo(folder / "package")
        yield Pc(folder, package, program, is_packaging, is_watched)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _demo(folder: Path) -> Path:
    shutil.copytree(ROOT / "assets", folder)
    manifest = folder / "app.toml"
    document = tomlkit.parse(manifest.read_text("utf-8"))
    app: Any = document["app"]
    app["id"], app["name"] = "io.github.engine-installer.check", "engine-installer check"
    document["registration"] = {"comment": "Made by tools/windows_check.ps1"}
    manifest.write_text(tomlkit.dumps(document), "utf-8")
    return folder


def _winreg() -> Any:
    import winreg

    return winreg
