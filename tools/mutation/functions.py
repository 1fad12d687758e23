"""Which functions of this process a mutant changes, so that their code can be replaced."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import CodeType, FunctionType
from typing import Any


def changed_functions(path: str, original: str, mutated: str) -> dict[FunctionType, CodeType] | None:
    """The functions alive whose code differs, with the new one; None where something outside of functions differs."""
    before, after = (compile(source, path, "exec", dont_inherit=True) for source in (original, mutated))
    changed: dict[tuple[str, int], CodeType] = {}
    if not _compare(before, after, changed):
        return None
    live = _live_functions(path)
    if any(
        not live[place] or live[place][0].__code__.co_freevars != code.co_freevars for place, code in changed.items()
    ):
        return None
    return {function: code for place, code in changed.items() for function in live[place]}


@cache
def _live_functions(path: str) -> Mapping[tuple[str, int], list[FunctionType]]:
    """Those of a module by name and first line.

    There are several where a class has been made twice, as those with slots are.
    """
    found: defaultdict[tuple[str, int], list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename == path:
            found[thing.__code__.co_qualname, thing.__code__.co_firstlineno].append(thing)
    return found


def _compare(before: CodeType, after: CodeType, changed: dict[tuple[str, int], CodeType]) -> bool:
    """Note the functions that differ; whether everything else is equal."""
    if before == after:
        return True
    old, new = ([part for part in code.co_consts if isinstance(part, CodeType)] for code in (before, after))
    same = len(old) == len(new) and _without_functions(before) == _without_functions(after)
    if not same:
        return False
    for one, other in zip(old, new, strict=True):
        if one == other:
            continue
        if one.co_qualname.endswith(">") or not one.co_flags & 0x2:  # not CO_NEWLOCALS: the body of a class
            if not _compare(one, other, changed):
                return False
        else:
            changed[one.co_qualname, one.co_firstlineno] = other
    return True


def _without_functions(code: CodeType) -> tuple[Any, ...]:
    constants = tuple(repr(part) for part in code.co_consts if not isinstance(part, CodeType))
    return code.co_code, constants, code.co_names, code.co_varnames
