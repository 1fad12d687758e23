"""The page for administrators that lies in a kit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from builder.base import kit
from builder.base.files import folder_name
from builder.base.names import one_line
from builder.base.program import SUMS_NAME

if TYPE_CHECKING:
    from builder.app_package.app import App
    from builder.vendor.kits.programs import Program

_COMPARE = {
    "windows": (
        f"Get-Content {SUMS_NAME} -Encoding UTF8 | ForEach-Object {{ $h, $f = $_ -split '  ', 2; "
        "if ((Get-FileHash -LiteralPath $f).Hash -ne $h) { $f } }"
    ),
    "linux": f"sha256sum --check --quiet {SUMS_NAME}",
}


def page(app: App, programs: Sequence[Program], *, has_wheels: bool, has_feed: bool, on_demand: bool) -> str:
    """Write it.

    Args:
        app: the application.
        programs: for each system of the kit.
        has_wheels: NVIDIA's library is in the kit as wheels.
        has_feed: ready-made engines are in the kit.
        on_demand: the application has features on demand.
    """
    title = f"{one_line(app.name)} {one_line(app.version)}: installation without a network"
    parts = [
        (f"{kit.PROGRAMS}/", "the installer"),
        (f"{kit.PACKAGE}/", "the application's package"),
        *([(f"{kit.WHEELS}/", "NVIDIA's library")] if has_wheels else []),
        *([(f"{kit.FEED}/", "ready-made engines, signed by the application's vendor")] if has_feed else []),
        (SUMS_NAME, "the SHA-256 of every file"),
    ]
    lines = [
        title,
        "=" * len(title),
        "",
        "This folder has everything that an installation needs. No network connection is opened.",
        f"Before anything is changed, the installer compares what it uses with {SUMS_NAME}: if a file is missing",
        "or damaged, it names it and installs nothing. It cannot vouch for itself: compare every file with the list",
        "before you start it, as said below.",
        "",
        *(f"    {name:<12}{what}" for name, what in parts),
        "",
        f"{SUMS_NAME} finds damage. It finds forgeries only if it is the vendor's own: compare its SHA-256 with the",
        "one that the vendor has told you in another way than this folder came.",
        *(line for program in programs for line in _commands(app, program, on_demand=on_demand)),
        "",
        "The installer ends with 0 if all is well. Otherwise the last lines that it prints say what is wrong and what",
        "to do. It can be run again at any time: what is current is kept.",
    ]
    return "\n".join(lines) + "\n"


def _commands(app: App, program: Program, *, on_demand: bool) -> Iterator[str]:
    windows = program.system == "windows"
    place = (kit.PROGRAMS, program.system, program.executable)
    start = ".\\" + "\\".join(place) if windows else "sudo ./" + "/".join(place)
    target = f"C:\\Program Files\\{folder_name(app.name) or app.id}" if windows else f"/opt/{app.id}"
    yield from ("", "", "Windows" if windows else "Linux", "-" * (7 if windows else 5), "")
    yield f"In {'a PowerShell that was started as administrator' if windows else 'a terminal'}, in this folder."
    yield f"--target names where the application is installed; {target} is what is taken without it."
    later = (
        "Add a feature that is installed only on demand (or install it at once: --with FEATURE in the command above):",
        f'{start} add FEATURE --quiet --kit . --target "{target}"',
    )
    steps = (
        (
            "Compare every file with the list; nothing printed means that all are as they were:",
            _COMPARE[program.system],
        ),
        ("See what would be done, and why, without changing anything:", f"{start} install --plan --all-users --kit ."),
        ("Install for all users of this computer:", f"{start} install --quiet --all-users --kit ."),
        *((later,) if on_demand else ()),
        ("Look at what is installed:", f'{start} status --target "{target}"'),
        ("Build again what is damaged or no longer fits:", f'{start} repair --quiet --kit . --target "{target}"'),
        ("Remove it:", f'{start} uninstall --quiet --target "{target}"'),
    )
    for what, command in steps:
        yield from ("", what, "", f"    {command}")
    if not windows:
        yield from ("", "If the installer may not be started, the medium keeps no permissions: copy this folder to the")
        yield f"computer, and make it executable there: chmod +x {'/'.join(place)}"
