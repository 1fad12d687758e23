"""An `app.toml` changed by a program: comments, order and everything else that people wrote stay as they are."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Item, Table

from builder.app_package.manifest import package_invalid
from builder.base.errors import FileInUse, InvalidParameter
from builder.base.files import os_errors_as, write_atomically
from builder.base.text import say, verbatim
from builder.base.toml_file import NotToml, parse_toml, read_toml_bytes

Key = str | int
"""One step on the way to a value: the name of a key, or the number of a table in an array."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONGEST_LINE = 110


class ManifestEditing:
    """An `app.toml` that is being changed. Tables of one array that stand apart from each other are brought together.

    Attributes:
        path: the file.
        data: what it says with the changes so far, as plain values.
    """

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            PackageInvalid: it is not TOML.
            EngineInstallerError: it cannot be read.
        """
        self.path = path
        try:
            self._read = read_toml_bytes(path)
            self.data: dict[str, Any] = parse_toml(path, self._read)
        except NotToml as error:
            raise package_invalid(path, [error.fault]) from error
        text = self._read.decode("utf-8-sig")
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        text = text.replace("\r\n", "\n")
        self._document = tomlkit.document()
        self._parse(text if text.endswith("\n") or not text else f"{text}\n")
        self._changed = False

    def get(self, *keys: Key) -> Any:
        """The plain value at a key path; None where there is none."""
        try:
            return _walk(self.data, keys)
        except (KeyError, IndexError, TypeError):
            return None

    def set(self, *keys: Key, value: Any, after: str = "") -> bool:
        """Change the value at a key path, or add it: last in its table, which is made at the end where it is missing.

        Args:
            keys: the way to it.
            value: the plain value; a list of tables becomes one table a line.
            after: the key of the same table that it stands behind, where it is added and there is that key.

        Returns:
            Whether that changed anything.

        Raises:
            InvalidParameter: something on the way is not a table; or the file is written so that it cannot be done.
        """
        old = self.get(*keys)
        if old == value and type(old) is type(value):
            return False
        *way, last = keys
        if way and self.get(*way[:1]) is None:
            header = ".".join(tomlkit.key(str(key)).as_string() for key in way)
            self._parse(f"{self._document.as_string()}\n[{header}]\n{_line(str(last), value)}")
        elif way and self.get(*way) is None:
            return self.set(*way, value={last: value})
        else:
            try:
                self._set_in(way, last, value, after, present=old is not None)
            except (TOMLKitError, KeyError, IndexError, TypeError, AttributeError) as error:
                raise self._cannot(keys, value) from error
        self._plain_at(way)[last] = copy.deepcopy(value)
        self._changed = True
        return True

    def remove(self, *keys: Key) -> bool:
        """Remove the value at a key path.

        Returns:
            Whether there was one.

        Raises:
            InvalidParameter: the file is written so that it cannot be done, or it is no value but tables with headers.
        """
        *way, last = keys
        if self.get(*keys) is None:
            return False
        try:
            table = self._item_at(way)
            if isinstance(table[last], AoT | Table):
                raise self._cannot(keys, "removed")  # comments behind them would go as well
            table.remove(last)
        except (TOMLKitError, KeyError, IndexError, TypeError, AttributeError) as error:
            raise self._cannot(keys, "removed") from error
        del self._plain_at(way)[last]
        self._changed = True
        return True

    def append_model(self, block: str) -> None:
        """Add a model behind the others, and before what stands after them.

        Args:
            block: its TOML with its comments, beginning with `[[model]]`; it ends with a line end.

        Raises:
            InvalidParameter: the file is written so that it cannot be done.
        """
        if not isinstance(self.data.setdefault("model", []), list):
            raise self._cannot(("model",), "the new [[model]]")
        self.data["model"] += tomlkit.parse(block).unwrap()["model"]
        self._parse(self._document.as_string())
        there = self._document.get("model")
        if isinstance(there, AoT) and there.body:
            _append_to(_last_item(there.body[-1]), f"\n{block}")
        elif there is None:
            self._parse(f"{self._document.as_string()}\n{block}")
        else:
            raise self._cannot(("model",), "the new [[model]]")
        self._changed = True

    def append_to_model(self, number: int, block: str) -> None:
        """Add tables of a model behind everything that it has; those of the same names must not be there.

        Args:
            number: of the model.
            block: their TOML, beginning with a header such as `[model.reference]`; it ends with a line end.

        Raises:
            InvalidParameter: the file is written so that it cannot be done.
        """
        added = tomlkit.parse(f"[[model]]\n{block}").unwrap()["model"][0]
        self._parse(self._document.as_string())
        there = self._document.get("model")
        if not isinstance(there, AoT):
            # One list in one place: the tables go into the model's own.
            for key, value in added.items():
                self.set("model", number, key, value=value)
            return
        _append_to(_last_item(there.body[number]), f"\n{block}")
        self.data["model"][number] |= added
        self._changed = True

    def save(self) -> bool:
        """Write the file in one step, if anything changed.

        Returns:
            Whether it was written.

        Raises:
            FileInUse: somebody else has changed the file since it was read.
            InvalidParameter: it is written so that a change cannot be made without touching something else.
            EngineInstallerError: it cannot be written; the old file is untouched.
        """
        if not self._changed:
            return False
        text = self._document.as_string()
        try:
            as_meant = parse_toml(self.path, text.encode()) == self.data
        except NotToml:
            as_meant = False
        if not as_meant:
            raise self._cannot((), "")
        mark = _BYTE_ORDER_MARK if self._read.startswith(_BYTE_ORDER_MARK) else b""
        final = self.path.resolve()
        try:
            unchanged = read_toml_bytes(final) == self._read
        except NotToml:
            unchanged = False
        if not unchanged:
            raise FileInUse(
                verbatim(f"{self.path} was changed by another program in the meantime, so it was left as it is."),
                hint=verbatim("Save it there, then run the command again."),
            )
        content = mark + text.replace("\n", self._line_end).encode()
        with os_errors_as(final, say("read")):
            mode = final.stat().st_mode & 0o777
        write_atomically(final, content, mode=mode)
        return True

    def _parse(self, text: str) -> None:
        try:
            self._document = tomlkit.parse(text)
        except (TOMLKitError, RecursionError) as error:
            raise self._cannot((), "") from error

    def _plain_at(self, way: Sequence[Key]) -> Any:
        found: Any = self.data
        for key in way:
            found = found.setdefault(key, {}) if isinstance(found, dict) else found[key]
        return found

    def _item_at(self, way: Sequence[Key]) -> Any:
        try:
            return _walk(self._document, way)
        except (KeyError, IndexError):
            # It was added as text, which the document understands only when it is read again.
            self._parse(self._document.as_string())
            return _walk(self._document, way)

    def _set_in(self, way: Sequence[Key], key: Key, value: Any, after: str, *, present: bool) -> None:
        parent = self._item_at(way)
        if present and key not in parent and isinstance(key, str):
            self._parse(self._document.as_string())
            parent = self._item_at(way)
        if isinstance(parent, Array) or (present and not isinstance(parent.get(key), AoT)):
            parent[key] = tomlkit.parse(_line("x", value))["x"]
        elif isinstance(parent, InlineTable):
            inside = parent.as_string()[1:-1].strip().rstrip(",")
            whole = f"{{ {inside}{', ' if inside else ''}{_line(str(key), value).strip()} }}"
            self._item_at(way[:-1])[way[-1]] = tomlkit.parse(f"x = {whole}")["x"]
        else:
            if present:
                parent.remove(key)
            self._add_line(parent, str(key), value, after)

    def _add_line(self, table: Any, key: str, value: Any, after: str) -> None:
        """Add a line behind the last value that stands in a table itself, before what comes after that."""
        body = (table if isinstance(table, Container) else table.value).body
        values = {name.key: item for name, item in body if name is not None and not isinstance(item, Table | AoT)}
        if values:
            before = values.get(after) or [*values.values()][-1]
            _append_to(before, f"{before.trivia.indent}{_line(key, value)}")
        elif isinstance(table, Table):
            _append_to(table, _line(key, value))
        else:
            self._parse(_line(key, value) + self._document.as_string())

    def _cannot(self, keys: Sequence[Key], value: Any) -> InvalidParameter:
        what = f": {_path(keys)} = {value}" if keys else ""
        return InvalidParameter(
            verbatim(
                f"{self.path.name} is written in a way that cannot be changed without touching other parts of it."
            ),
            hint=verbatim(f"Make the change there yourself{what}."),
        )


def _walk(found: Any, way: Sequence[Key]) -> Any:
    for key in way:
        found = found[key]
    return found


def _append_to(item: Item, text: str) -> None:
    """Put text behind the line that an item ends with."""
    trail = item.trivia.trail
    item.trivia.trail = (trail if trail.endswith("\n") else f"{trail}\n") + text


def _last_item(table: Table) -> Item:
    """The item that a table's last line with a value or header belongs to."""
    items = [item for name, item in table.value.body if name is not None]
    if not items:
        return table
    last = items[-1]
    if isinstance(last, AoT):
        return _last_item(last.body[-1])
    return _last_item(last) if isinstance(last, Table) else last


def _path(keys: Sequence[Key]) -> str:
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def _line(key: str, value: Any) -> str:
    """Write a key and its value, which takes more than one line if it is a long list or a list of tables."""
    return f"{tomlkit.key(key).as_string()} = {toml_value(value)}\n"


def toml_value(value: Any) -> str:
    """Write a plain value as TOML, with tables in one line each."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{tomlkit.key(str(key)).as_string()} = {toml_value(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = [toml_value(item) for item in value]
        in_a_line = f"[{', '.join(items)}]"
        if len(in_a_line) <= _LONGEST_LINE and not any(isinstance(item, Mapping) for item in value):
            return in_a_line
        return "[\n" + "".join(f"    {item},\n" for item in items) + "]"
    return str(tomlkit.item(value).as_string())


def steps(key: str) -> tuple[Key, ...]:
    """Split the key path of a fault or a named file, such as `model[0].external_data[1].sha256`."""
    found: list[Key] = []
    for part in key.split("."):
        name, *numbers = part.replace("]", "").split("[")
        found += [name, *map(int, numbers)]
    return tuple(found)
