"""What a screen reader is told, asked for in JSON. The system's Python runs this file: only that one has AT-SPI.

Each line of standard input is a question, and each gets one line:

- `{"ask": "controls", "pid": 7}`: everything that the windows of a process show, in reading order;
- `{"ask": "heard"}`: what was announced since the last time.

The first line says that it listens.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

_TIMEOUT_MS = 3000
_MOST_CONTROLS = 2000

heard: list[dict[str, str]] = []


def _controls(pid: int) -> Iterator[dict[str, Any]]:
    """The controls of all windows of a process; a window that goes away meanwhile is left out from there on."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(number)
        try:
            if application and application.get_process_id() == pid:
                yield from _inside(application, -1)
        except GLib.Error:
            continue


def _inside(parent: Any, depth: int) -> Iterator[dict[str, Any]]:
    for number in range(min(parent.get_child_count(), _MOST_CONTROLS)):
        child = parent.get_child_at_index(number)
        if child is None:
            continue
        states = [state.value_nick for state in child.get_state_set().get_states()]
        # What is on a page that is not open is not there for anybody.
        if "showing" in states:
            yield _described(child, states, depth + 1)
            yield from _inside(child, depth + 1)


def _described(control: Any, states: list[str], depth: int) -> dict[str, Any]:
    # Methods of the interfaces by their own names: what the control itself has under these differs between versions.
    place = Atspi.Component.get_extents(control, Atspi.CoordType.SCREEN) if control.get_component_iface() else None
    value = Atspi.Value.get_current_value(control) if control.get_value_iface() else None
    text = None
    if control.get_text_iface():
        text = Atspi.Text.get_text(control, 0, Atspi.Text.get_character_count(control))
    return {
        "role": control.get_role_name(),
        "name": control.get_name() or "",
        "description": control.get_description() or "",
        "states": states,
        "place": [place.x, place.y, place.width, place.height] if place else [0, 0, 0, 0],
        "value": value,
        "text": text,
        "depth": depth,
    }


def _note(event: Any) -> None:
    try:
        said = event.any_data if isinstance(event.any_data, str) else event.source.get_name()
        heard.append({"event": event.type, "said": said or ""})
    except GLib.Error:
        return  # its window is gone


def _answer(question: dict[str, Any]) -> object:
    if question["ask"] == "controls":
        return list(_controls(question["pid"]))
    now, heard[:] = list(heard), []
    return now


def _tell(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Answer until standard input ends."""
    Atspi.init()
    Atspi.set_timeout(_TIMEOUT_MS, _TIMEOUT_MS)
    listener = Atspi.EventListener.new(_note)
    for event in ("object:announcement", "object:state-changed:focused", "window:activate"):
        listener.register(event)
    Atspi.get_desktop(0).get_child_count()  # by now the bus of the assistive tools runs
    loop = GLib.MainLoop()

    def read(_source: object, _condition: object) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            _tell(_answer(json.loads(line)))
        except BaseException:
            loop.quit()  # GLib would go on, and whoever has asked would wait forever
            raise
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, read)
    _tell("listening")
    loop.run()


if __name__ == "__main__":
    main()
