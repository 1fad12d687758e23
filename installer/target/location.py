"""Where an application is installed, for whom, and whether it is safe to write there."""

from __future__ import annotations

import re
from pathlib import Path

from builder.app_package.manifest import MAINTENANCE_FOLDER, App
from builder.base.errors import BlockedByPolicy, InvalidParameter
from builder.engines.store import ENGINE_STAGING
from builder.operating_system import distrust, has_administrator_rights, is_elevated, machine_folders
from installer.target.journal import Scope
from installer.target.paths import STAGING

_NOT_IN_A_FOLDER_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def default_target(app: App, scope: Scope, *, windows: bool) -> Path:
    """Where an application goes when nobody says.

    Raises:
        InvalidParameter: this user has no home folder.
    """
    if scope == "all-users":
        # Program Files has folders with the names that people know, /opt has identifiers.
        name = _NOT_IN_A_FOLDER_NAME.sub("_", app.name).strip(". ") if windows else app.id
        return machine_folders().programs / (name or app.id)
    import platformdirs

    try:
        return platformdirs.user_data_path(app.id, appauthor=False)
    except RuntimeError as error:
        raise InvalidParameter(
            "This user has no home folder, so there is no default for the target.", hint="Give a folder with --target."
        ) from error


def is_strict(scope: Scope) -> bool:
    """Whether a run has rights that others could want to borrow, so that it must not be led elsewhere."""
    return is_elevated() or (scope == "all-users" and has_administrator_rights())


def check_safe(target: Path, scope: Scope) -> None:
    """Refuse a target through which somebody else could make a run with more rights write elsewhere.

    Raises:
        BlockedByPolicy: says which part of the path is not to be trusted.
    """
    if not is_strict(scope):
        return
    for path in (target, *(target / part for part in (ENGINE_STAGING, STAGING, MAINTENANCE_FOLDER))):
        if reason := distrust(path):
            raise BlockedByPolicy(
                f"Nothing is written to {target} with administrator rights: {reason}.",
                hint="Choose a folder that only administrators can change with --target, or run this without "
                "administrator rights.",
            )
