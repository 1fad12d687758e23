"""Runs the program on the Windows side, and tells what its window tells screen readers, as tools/walkthrough/reader.py.

python reader.py PORT ARGUMENTS...: each line that comes from there is the question what the windows show, and each gets
a line of JSON: the controls in reading order. It asks Qt, inside the program: by Wine's UI Automation, one look at a
page takes 12 s on a busy computer.
"""

from __future__ import annotations

import functools
import json
import runpy
import socket
import sys
import threading
from collections.abc import Iterator
from typing import Any


def serve(port: int) -> None:
    """Answer for as long as the program runs."""
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile() as questions:
        for _ in questions:
            # Not imported here: the program's own thread may be about to do it.
            qt: Any = getattr(sys.modules.get("PySide6.QtWidgets"), "QApplication", None)
            if application := qt and qt.instance():
                from PySide6.QtCore import QTimer

                QTimer.singleShot(0, application, functools.partial(tell, connection))
            else:
                connection.sendall(b"[]\n")


def tell(connection: socket.socket) -> None:
    """Answer, in the thread of the windows."""
    from PySide6.QtWidgets import QApplication

    found = [each for window in QApplication.topLevelWidgets() if window.isVisible() for each in controls(window)]
    connection.sendall(json.dumps(found).encode() + b"\n")


def controls(window: Any) -> Iterator[dict[str, Any]]:
    """Everything that a window shows, in reading order."""
    from PySide6.QtGui import QAccessible

    role, of = QAccessible.Role, QAccessible.Text
    roles = {
        role.Button: "button",
        role.CheckBox: "check box",
        role.Dialog: "frame",
        role.EditableText: "text",
        role.Link: "link",
        role.RadioButton: "radio button",
        role.StaticText: "label",
        role.Window: "frame",
    }

    def inside(control: Any, depth: int) -> Iterator[dict[str, Any]]:
        state = control.state()
        if state.invisible:
            return
        if control.role() in roles:
            place = control.rect()
            states = {"enabled": not state.disabled, "focused": state.focused, "checked": state.checked}
            states["sensitive"] = not state.disabled
            yield {
                "role": roles[control.role()],
                "name": control.text(of.Name),
                "description": control.text(of.Description),
                "states": ["showing", *(name for name, is_so in states.items() if is_so)],
                "place": [place.x(), place.y(), place.width(), place.height()],
                "value": None,
                "text": control.text(of.Value) or None,
                "depth": depth,
            }
        for index in range(control.childCount()):
            if child := control.child(index):
                yield from inside(child, depth + 1)

    if top := QAccessible.queryAccessibleInterface(window):
        yield from inside(top, 0)


if __name__ == "__main__":
    threading.Thread(target=serve, args=(int(sys.argv[1]),), daemon=True).start()
    sys.argv = ["installer", *sys.argv[2:]]
    runpy.run_module("installer", run_name="__main__", alter_sys=True)
