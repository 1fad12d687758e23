"""Where an application is installed, for whom, and whether it is safe to write there."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from builder.app_package.app import App, Registration
from builder.app_package.manifest import MAINTENANCE_FOLDER
from builder.base.errors import BlockedByPolicy, InvalidParameter, Remedy
from builder.base.files import PLAIN_UNUSABLE, folder_name, name_fault, windows_name_fault
from builder.base.text import say
from builder.engines.store import ENGINE_STAGING
from builder.operating_system import (
    belongs_to_others,
    distrust,
    distrust_tree,
    has_administrator_rights,
    is_elevated,
    machine_folders,
)
from installer.target.paths import STAGING
from installer.target.request import Scope

PLAIN_UNSAFE_FOLDER = say("Others on this PC could change that folder, so it is not safe.")


def default_target(app: App, scope: Scope, *, windows: bool) -> Path:
    """Choose where an application goes when no target is given.

    Raises:
        InvalidParameter: this user has no home folder.
    """
    # Windows' folders for programs have names that people know, those of Linux have identifiers.
    name = (windows and folder_name(app.name)) or app.id
    if scope == "all-users":
        return machine_folders().programs / name
    import platformdirs

    try:
        return _own_programs() / name if windows else platformdirs.user_data_path(name)
    except RuntimeError as error:
        raise InvalidParameter(
            say("This user has no home folder, so there is no default for the target."),
            hint=say("Specify a folder with --target.", window="Choose a folder."),
            plain=say("This user account has no folder of its own."),
            remedy=Remedy.OTHER_FOLDER,
        ) from error


def _own_programs() -> Path:
    """Find Windows' folder for the programs of one user (FOLDERID_UserProgramFiles)."""
    import platformdirs

    try:
        return platformdirs.user_bin_path()
    except (OSError, ValueError):
        # Wine does not know it; this is where it is documented to be.
        return platformdirs.user_data_path() / "Programs"


def start_menu_path(app: App, scope: Scope, note: Registration | None, *, windows: bool) -> Path | None:
    """Choose where the shortcut of an application belongs in Windows' Start menu; None if it gets none.

    That is directly in its folder Programs: a folder of its own would have nothing else in it. On Linux, an
    application's entry in the list of applications is what the menu shows.
    """
    if not windows or note is None or not note.executable or not note.start_menu:
        return None
    import platformdirs

    try:
        all_users = scope == "all-users"
        folder = platformdirs.site_applications_path() if all_users else platformdirs.user_applications_path()
        # A service's account has none.
        return folder / link_name(app) if folder.is_dir() else None
    except (OSError, ValueError):
        return None


def link_name(app: App) -> str:
    """Name a shell link after what the desktop and the Start menu are to show."""
    own = folder_name(app.name)
    return f"{own}.lnk" if own and not name_fault(f"{own}.lnk") else f"{app.id}.lnk"


def check_names(target: Path, *, windows: bool) -> None:
    """Refuse a target with a name that Windows takes for another one or for a device, and differently in each place.

    Args:
        target: as it was given: of an absolute path, Windows has removed what tells.
        windows: whether this is Windows.

    Raises:
        InvalidParameter: with the name.
    """
    path = PureWindowsPath(str(target))
    names = [name for name in path.parts[bool(path.anchor) :] if name != ".."]
    if windows and (fault := next(filter(None, map(windows_name_fault, names)), None)):
        raise InvalidParameter(
            say("Windows does not take the folder {folder}, because of {fault}.", folder=target, fault=fault),
            hint=say("Use another path.", window="Choose another folder."),
            plain=PLAIN_UNUSABLE,
            remedy=Remedy.OTHER_FOLDER,
        )


def lacks_rights(scope: Scope) -> bool:
    """Whether a run for this scope needs rights that this process does not have."""
    return scope == "all-users" and not has_administrator_rights()


def is_strict(scope: Scope, *paths: Path) -> bool:
    """Whether a run has rights that other users could abuse, so that nothing of theirs may lead or change it.

    That is one with rights that were taken on, one for all users, and a login as root that works with what is not
    root's own.

    Args:
        scope: whom the run is for.
        paths: what it works with, absolute; they need not exist yet.
    """
    if is_elevated():
        return True
    return has_administrator_rights() and (scope == "all-users" or any(map(belongs_to_others, paths)))


def distrust_input(path: Path, scope: Scope, target: Path) -> str | None:
    """Say why a run must not use a file or a folder that was not chosen for it; None if it may.

    Args:
        path: what was found by itself: recorded by an earlier run, or lying in the target.
        scope: whom the run is for.
        target: of it.
    """
    return distrust_tree(path) if is_strict(scope, target, path) else None


def check_safe(target: Path, scope: Scope) -> None:
    """Refuse a target through which another user could make a run with more rights write elsewhere.

    Raises:
        BlockedByPolicy: says which part of the path cannot be trusted.
    """
    places = (target, *(target / part for part in (ENGINE_STAGING, STAGING, MAINTENANCE_FOLDER)))
    if not is_strict(scope, *places):
        return
    for path in places:
        if reason := distrust(path):
            raise BlockedByPolicy(
                say(
                    "Nothing is written to {folder} with administrator rights: {reason}.", folder=target, reason=reason
                ),
                hint=say(
                    "Choose a folder that only administrators can change with --target, or run this without "
                    "administrator rights.",
                    window="Choose a folder that only administrators can change, or run this without administrator "
                    "rights.",
                ),
                plain=PLAIN_UNSAFE_FOLDER,
                remedy=Remedy.OTHER_FOLDER,
            )
