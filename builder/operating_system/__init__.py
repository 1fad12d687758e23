"""What differs per operating system, behind one set of names: `posix.py` and `windows.py` both have all of `__all__`.

Both modules can be imported on every system, so that each is tested by its inputs and outputs everywhere.
"""

# ruff: noqa: F403, F405 - one list of the names instead of three; a test holds both modules against it

from __future__ import annotations

import os

if os.name == "nt":  # pragma: no cover - windows.py has tests of its own on every system
    from builder.operating_system.windows import *
else:
    from builder.operating_system.posix import *

from builder.operating_system.kinds import MachineFolders, NotElevated
from builder.operating_system.standard_streams import is_terminal, take_standard_input
from builder.operating_system.trust import distrust_tree

__all__ = [
    "MachineFolders",
    "NotElevated",
    "announce",
    "belongs_to_others",
    "describe_crash",
    "distrust",
    "distrust_tree",
    "elevated_exit_code",
    "extended_path",
    "file_description",
    "find_tool",
    "fix_addresses",
    "gpus_known_to_driver",
    "gpus_on_bus",
    "has_administrator_rights",
    "has_fixed_addresses",
    "has_user_session",
    "hold_folder",
    "holds_running_programs",
    "is_closed_to_others",
    "is_elevated",
    "is_held",
    "is_terminal",
    "is_wsl",
    "keep_awake",
    "load_driver_library",
    "machine_folders",
    "make_writable",
    "nameless_file",
    "open_cuda_driver",
    "os_error_kind",
    "plain_path",
    "prepare_worker_process",
    "programs_holding",
    "remove_after_exit",
    "restrict_library_search",
    "spawn_options",
    "sync_directory",
    "take_standard_input",
    "use_own_environment",
]
