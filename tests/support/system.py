"""What some tests need of the system and pip cannot install. A test whose need is not met is skipped, in CI it fails.

As a script, which tools/check runs before anything is installed, it prints what is missing: one need on each line, as
Debian's packages, a tab, and what they are for.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """Something that tests need.

    Attributes:
        is_met: finds out; it may take some time.
        purpose: what the tests do with it.
        packages: Debian's, separated by spaces; empty where it is a right that the system grants or not.
    """

    is_met: Callable[[], bool]
    purpose: str
    packages: str = ""


def _succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


def _libraries_load(*names: str) -> bool:
    # In a process of its own: a second libpython in this one would do it no good.
    return _succeeds(sys.executable, "-S", "-c", "import ctypes, sys; [*map(ctypes.CDLL, sys.argv[1:])]", *names)


def _qt_loads() -> bool:
    if importlib.util.find_spec("PySide6") is None:
        libraries = ("libEGL.so.1", "libGL.so.1", "libdbus-1.so.3", "libfontconfig.so.1", "libglib-2.0.so.0")
        return _libraries_load(*libraries, "libxkbcommon.so.0")
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError:
        return False
    return True


def _screen_works() -> bool:
    """Whether there is all of tools/walkthrough/desktop.py, and what Qt needs to draw on it."""
    libraries = ["X11-xcb.so.1", "xkbcommon-x11.so.0", "xcb-cursor.so.0", "xcb-icccm.so.4", "xcb-image.so.0"]
    libraries += ["xcb-keysyms.so.1", "xcb-randr.so.0", "xcb-render-util.so.0", "xcb-shape.so.0", "xcb-shm.so.0"]
    libraries += ["xcb-sync.so.1", "xcb-xfixes.so.0", "xcb-xkb.so.1"]
    accessible = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return (
        all(map(shutil.which, ("Xvfb", "openbox", "xdotool", "dbus-daemon")))
        and Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists()
        and _libraries_load(*(f"lib{name}" for name in libraries))
        and _succeeds("/usr/bin/python3", "-E", "-s", "-c", accessible)
    )


NEEDS = {
    "Qt": Need(
        _qt_loads,
        "runs the wizard, without a screen",
        "libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0",
    ),
    "cc": Need(_program("cc"), "compiles the stand-in for NVIDIA's driver", "gcc libc6-dev"),
    "debootstrap": Need(_program("debootstrap"), "makes the bare Debian for the packaged program", "debootstrap"),
    "libpython": Need(
        lambda: _libraries_load(str(sysconfig.get_config_var("INSTSONAME"))),
        "becomes part of the packaged program",
        f"libpython3.{sys.version_info.minor}",
    ),
    "makensis": Need(_program("makensis"), "compiles a setup of NSIS with the packaged program in it", "nsis"),
    "mingw": Need(
        _program("x86_64-w64-mingw32-gcc"), "compiles a library that Wine lacks", "gcc-mingw-w64-x86-64-win32"
    ),
    "namespaces": Need(
        lambda: _succeeds("unshare", "--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
        "hold the stand-in for Windows together",
    ),
    "nginx": Need(_program("nginx"), "serves a feed of engines", "nginx-light"),
    "objdump": Need(_program("objdump"), "shows PyInstaller which libraries a library needs", "binutils"),
    "openssl": Need(_program("openssl"), "makes the certificates of web servers", "openssl"),
    "screen": Need(
        _screen_works,
        "shows the wizard to a mouse, a keyboard and a screen reader",
        "xvfb openbox xdotool dbus at-spi2-core python3-gi gir1.2-atspi-2.0 libx11-xcb1 libxkbcommon-x11-0 "
        "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 "
        "libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1",
    ),
    "setpriv": Need(_program("setpriv"), "takes root's powers from the program", "util-linux"),
    "small disk": Need(
        lambda: _succeeds("unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
        "is mounted in a namespace and filled",
    ),
    "wixl": Need(
        lambda: all(map(shutil.which, ("wixl", "msibuild", "msiinfo"))),
        "compiles a set-up for Windows Installer and looks into it",
        "wixl msitools",
    ),
    "strace": Need(
        lambda: _succeeds("strace", "-qq", "-o", os.devnull, "true"),
        "kills runs and makes their system calls fail",
        "strace",
    ),
}


@functools.cache
def is_missing(name: str) -> bool:
    return not NEEDS[name].is_met()


def require(*names: str) -> None:
    """Skip the test, or a file as a whole, unless these needs are met."""
    import pytest

    for name in filter(is_missing, names):
        if "CI" in os.environ:
            pytest.fail(reason_of(name))
        pytest.skip(reason_of(name), allow_module_level=True)


def reason_of(name: str) -> str:
    """Why tests with this need are skipped."""
    packages = NEEDS[name].packages
    return f"{name} is missing" + (f" (on Debian: {packages})" if packages else "")


def without_capabilities() -> list[str]:
    """The beginning of a command line whose process may do no more than file permissions allow, even root's."""
    if os.geteuid() != 0:
        return []
    require("setpriv")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


if __name__ == "__main__":
    for missing, need in NEEDS.items():
        if need.packages and is_missing(missing):
            print(f"{need.packages}\t{missing}, which {need.purpose}")  # noqa: T201
