"""How programs run inside the stand-in for Windows: in namespaces of their own, so that nothing of them can stay."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WINE_ENVIRONMENT = {
    "HOME": "/session",
    "LC_ALL": "C.UTF-8",
    # Debian keeps wine64 in /usr/lib/wine. There is no 32-bit part, neither .NET nor a browser, and no desktop with
    # menus.
    "PATH": "/usr/lib/wine:/usr/sbin:/usr/bin:/sbin:/bin",
    "WINEARCH": "win64",
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=d",
    "WINEPREFIX": "/session/prefix",
    "XDG_RUNTIME_DIR": "/tmp",
}

_SMALL_DISK = "400k"
_SCREENS = "/tmp/.X11-unix"
"""Where X servers listen: Wine's windows can be on one of this side."""

# Whoever starts it may be killed: then it must not go on, and nothing that it has mounted may stay.
APART = ("setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child")


@dataclass(frozen=True)
class StandIn:
    """The finished stand-in; only folders below `sessions` and Python's compiled files are ever written to it.

    Attributes:
        folder: with `debian`, `windows` (Python and site-packages) and `prefix`, Wine's drive C as it begins.
    """

    folder: Path

    @property
    def sessions(self) -> Path:
        """On the same disk, so that a new drive C is made of links."""
        return self.folder / "sessions"

    def command(self, session: Path, *command: str) -> list[str]:
        """Run a Linux command line inside, with namespaces of its own: what is mounted and started goes with it.

        Args:
            session: becomes /session, with Wine's prefix, a disk that is soon full in `full` and one in `read-only`.
            command: found by the PATH inside.
        """
        debian = self.folder / "debian"
        full, read_only = debian / "session/full", debian / "session/read-only"
        mounts = (
            f"mount -t proc proc '{debian}/proc' && mount --bind /dev '{debian}/dev'"
            f" && mount -t tmpfs tmpfs '{debian}/tmp' && mount --bind '{self.folder}/windows' '{debian}/windows'"
            f" && mkdir '{debian}{_SCREENS}' && {{ test ! -d {_SCREENS}"
            f" || mount --bind {_SCREENS} '{debian}{_SCREENS}'; }}"
            f" && mount --bind '{session}' '{debian}/session'"
            f" && mkdir -p '{full}' '{read_only}' && mount -t tmpfs -o size={_SMALL_DISK} tmpfs '{full}'"
            f" && mount -t tmpfs -o ro tmpfs '{read_only}'"
        )
        inside = ["chroot", str(debian), "env", "-i", *(f"{key}={value}" for key, value in WINE_ENVIRONMENT.items())]
        # The shell stays as the first process of its namespace, and waits for what its children leave behind.
        shell = ["sh", "-c", f'{mounts} && {{ "$@" & wait $!; }}', "sh", *inside, *command]
        return [*APART, *shell]

    def python(self, session: Path, *arguments: str, display: str = "") -> list[str]:
        """Run Windows' Python.

        Args:
            session: becomes /session.
            arguments: Python's.
            display: the X server of this side for windows; Wine asks for it only once, when its first program starts.
        """
        python = ("wine64", "/windows/python/python.exe", "-X", "utf8")
        return self.command(session, "env", f"DISPLAY={display}", *python, *arguments)
