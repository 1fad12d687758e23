"""The spellings of options that deployment tools use, turned into the documented ones.

Windows Installer, Inno Setup, NSIS and Burn each have their own; an administrator should not have to look ours up
(docs/command-line.md has the table).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_FLAGS = {
    "?": "--help",
    "q": "--quiet",
    "qn": "--quiet",
    "s": "--quiet",
    "silent": "--quiet",
    "verysilent": "--quiet",
    "passive": "--passive",
    "qb": "--passive",
    "allusers": "--all-users",
    "currentuser": "--current-user",
}
_COMMANDS = {"repair": "repair", "uninstall": "uninstall", "x": "uninstall"}
# What is said to other installers for safety's sake: nothing here restarts the computer or asks anything.
_WITHOUT_MEANING = {"norestart", "suppressmsgboxes", "sp-", "nocancel"}
_WITH_VALUE = {
    "d": "--target",
    "dir": "--target",
    "installto": "--target",
    "l*v": "--log",
    "loadinf": "--answers",
    "saveinf": "--save-answers",
}
_OPTION = re.compile(r"(?P<mark>/|--?)(?P<name>[A-Za-z?][A-Za-z*-]*)(?:=(?P<value>.*))?", re.DOTALL)


def documented(
    arguments: Sequence[str], commands: Collection[str], options: Collection[str], flags: Collection[str]
) -> list[str]:
    """Rewrite a command line.

    Args:
        arguments: as given, without the program's name.
        commands: the documented commands; without any, an installation is meant.
        options: the documented options that take a value, such as `--target`.
        flags: the documented options that take none.

    Returns:
        The same with documented spellings; what is not known stays as it is.
    """
    reader = _Reader(commands, options, flags)
    for argument in arguments:
        reader.take(argument)
    found, verb = reader.found, reader.verb
    if reader.has_command and verb is not None:
        return [verb, *found]  # two commands, for the parser to refuse
    asks_for_help = verb is None and found[:1] in (["--help"], ["-h"], ["--version"])
    if reader.has_command or not arguments or asks_for_help:
        return found
    return [verb or "install", *found]


class _Reader:
    """Reads a command line from left to right.

    Attributes:
        found: the arguments in their documented spellings.
        has_command: whether a documented command was among them.
        verb: the command that other installers' options stand for; the last one counts, as with Burn.
    """

    def __init__(self, commands: Collection[str], options: Collection[str], flags: Collection[str]) -> None:
        self._commands, self._options, self._flags = commands, options, flags
        self._known = _FLAGS | _WITH_VALUE | {option.lstrip("-"): option for option in (*options, *flags)}
        self._value_is_next = False
        self.found: list[str] = []
        self.has_command = False
        self.verb: str | None = None

    def take(self, argument: str) -> None:
        """Read the next argument."""
        if self._value_is_next:
            self.found.append(argument)
            # A value that looks like an option has its value next as well.
            self._value_is_next = argument in self._options
            return
        self.has_command = self.has_command or argument in self._commands
        match = _OPTION.fullmatch(argument)
        name, value = (match["name"].lower(), match["value"]) if match else ("", None)
        if value is None and name in _WITHOUT_MEANING:
            return
        if value is None and name in _COMMANDS and not self.has_command:
            self.verb = _COMMANDS[name]
            return
        option = self._known.get(name)
        if option is None or (option in self._flags and value is not None):
            self.found.append(argument)
            self._value_is_next = argument in self._options
        else:
            self.found.append(option if value is None else f"{option}={value}")
            self._value_is_next = option in self._options and value is None
