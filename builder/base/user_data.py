"""This user's folder of what is remembered between runs, for every application that uses engine-installer."""

from __future__ import annotations

from pathlib import Path

from builder.operating_system import distrust_tree, has_administrator_rights


def user_data_folder() -> Path | None:
    """Find the folder, which need not exist yet.

    Returns:
        None without a home folder, and with administrator rights where another user could change something in it. What
        is remembered only saves time.
    """
    import platformdirs

    try:
        folder = platformdirs.user_data_path("engine-installer", appauthor=False)
    except RuntimeError:
        return None
    return None if has_administrator_rights() and distrust_tree(folder) else folder
