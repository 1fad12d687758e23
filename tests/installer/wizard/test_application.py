"""Qt loads no plugins but its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.support.program import ROOT, environment
from tests.support.system import require

_SHOW = """
import json, os
from installer.wizard.application import make_application
application = make_application(["test", "-platform", "offscreen"])
from PySide6.QtCore import QLibraryInfo
own = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
print(json.dumps([own, application.applicationDirPath(), application.libraryPaths(), os.environ.get("QT_PLUGIN_PATH")]))
"""


def test_plugins_are_not_looked_for_beside_the_program_nor_where_a_variable_says(tmp_path: Path) -> None:
    require("Qt")
    for variable in ({}, {"QT_PLUGIN_PATH": str(tmp_path)}):
        done = subprocess.run(
            [sys.executable, "-c", _SHOW], cwd=ROOT, env=environment(tmp_path) | variable, capture_output=True,
            text=True, check=True,
        )  # fmt: skip
        own, beside, paths, left = json.loads(done.stdout)
        assert (paths, left) == ([own], variable.get("QT_PLUGIN_PATH"))
        assert beside == str(Path(sys.executable).resolve().parent)
