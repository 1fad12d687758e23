"""The kit that an installation comes from: which one, what is in it, and whether that is there as it was made."""

from __future__ import annotations

from pathlib import Path

from builder.base import kit
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, Fault, PackageInvalid
from builder.base.paths import is_file, is_folder
from builder.base.program import SUMS_NAME, frozen_executable
from builder.base.text import say
from builder.library.offline import forbid_downloads

_COPY_AGAIN = say(
    "Copy the kit again, as a whole, from where you got it.", window="Copy the kit again, as a whole, from its source."
)


def own_kit() -> Path | None:
    """Find the kit that this packaged program lies in; None where it lies in none."""
    executable = frozen_executable()
    if executable is None or executable.parent.parent.name != kit.PROGRAMS:
        return None
    folder = executable.parents[2]
    return folder if is_file(folder / SUMS_NAME) and is_folder(folder / kit.PACKAGE) else None


def parts_of(folder: Path) -> dict[str, Path]:
    """Name what is in a kit, by the options that it stands for."""
    places = {"package": kit.PACKAGE, "wheels": kit.WHEELS}
    if is_folder(folder / kit.FEED):
        places["feed"] = kit.FEED
    return {option: folder / place for option, place in places.items()}


def forbid_downloads_outside(folder: Path | None) -> None:
    """See to it that a run with a kit downloads nothing; one without a kit may.

    Args:
        folder: of the kit; None where there is none.
    """
    forbid_downloads(say("it is not in the kit {folder}, and nothing else is used", folder=folder) if folder else None)


def check_kit(folder: Path, cancel: CancelToken) -> None:
    """See that everything that an installation on this computer may use of a kit is there as it was made.

    Raises:
        PackageInvalid: names what is missing and what was changed, all of it.
    """
    from builder.base.sums import compare, read_sums

    try:
        listed = read_sums(folder / SUMS_NAME)
    except (OSError, ValueError) as error:
        raise PackageInvalid(
            say("{folder} is not a kit: its {file} cannot be read.", folder=folder, file=SUMS_NAME),
            hint=say("Specify the folder that 'engine-builder kit' has made, with everything in it."),
            detail=str(error),
        ) from error
    faults: list[Fault] = []

    def look(part: str, files: dict[str, str]) -> None:
        found = compare(folder / part, files, cancel=cancel)
        unlisted = found.unlisted if part == kit.PACKAGE else ()
        for file in sorted({*found.missing, *found.changed, *unlisted}):
            what = "nothing" if file in found.missing else f"a file that is not the one in {SUMS_NAME}"
            faults.append(Fault(f"{part}/{file}", "", what, "the file as the kit was made"))

    def listed_in(part: str) -> dict[str, str]:
        start = f"{part}/"
        return {file.removeprefix(start): sha256 for file, sha256 in listed.items() if file.startswith(start)}

    look(kit.PACKAGE, listed_in(kit.PACKAGE))
    look(kit.FEED, listed_in(kit.FEED))
    wheels = listed_in(kit.WHEELS)
    look(kit.WHEELS, {name: wheels.get(name, "") for name in _wheels_for_this_computer(folder / kit.PACKAGE)})
    if faults:
        raise PackageInvalid(
            say("The kit {folder} is incomplete or damaged, so nothing was installed.", folder=folder),
            hint=_COPY_AGAIN,
            faults=tuple(faults),
        )


def _wheels_for_this_computer(package: Path) -> list[str]:
    from builder.app_package.manifest import checked, find_manifest, parse_manifest
    from installer.target.library import survey_names

    try:
        return [wheel.name for wheel in survey_names(checked(parse_manifest(find_manifest(package)))).wheels]
    except EngineInstallerError:
        return []  # it is missing or damaged, which was found already, or the vendor's fault, which the plan will tell
