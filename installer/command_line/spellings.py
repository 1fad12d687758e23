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
# What other installers are told for safety's sake: nothing here restarts the computer or asks anything.
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
    known = _FLAGS | _WITH_VALUE | {option.lstrip("-"): option for option in (*options, *flags)}
    found: list[str] = []
    is_value = has_command = False
    verb: str | None = None
    for argument in arguments:
        has_command = has_command or (not is_value and argument in commands)
        match = _OPTION.fullmatch(argument)
        name = match["name"].lower() if match and not is_value and match["value"] is None else ""
        if name in _WITHOUT_MEANING:
            continue
        if name in _COMMANDS and not has_command:
            verb = _COMMANDS[name]  # the last one counts, as with Burn
            continue
        option = known.get(match["name"].lower()) if match and not is_value else None
        if match is None or option is None or (option in flags and match["value"] is not None):
            found.append(argument)
            is_value = False
        else:
            found += [option] if match["value"] is None else [f"{option}={match['value']}"]
            is_value = option in options and match["value"] is None
        # An option in its documented spelling has its value next as well.
        is_value = is_value or (argument in options and found[-1] == argument)
    if has_command and verb is not None:
        return [verb, *found]  # two commands, for the parser to refuse
    if has_command or not arguments or (verb is None and found[:1] in (["--help"], ["-h"], ["--version"])):
        return found
    return [verb or "install", *found]
