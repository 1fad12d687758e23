"""Who may change a file, by the text form of its access control list (SDDL).

Rights and trustees: learn.microsoft.com, "ACE Strings" and "SID Strings".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RIGHTS = {
    "CC": 0x1, "DC": 0x2, "LC": 0x4, "SW": 0x8, "RP": 0x10, "WP": 0x20, "DT": 0x40, "LO": 0x80, "CR": 0x100,
    "SD": 0x10000, "RC": 0x20000, "WD": 0x40000, "WO": 0x80000,
    "GA": 0x10000000, "GX": 0x20000000, "GW": 0x40000000, "GR": 0x80000000,
    "FA": 0x1F01FF, "FR": 0x120089, "FW": 0x120116, "FX": 0x1200A0,
}  # fmt: skip
# Data, appending, extended attributes, removing children, attributes, removing, rights, owner; all and generic writing.
_CHANGING = 0x2 | 0x4 | 0x10 | 0x40 | 0x100 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000
_TRUSTED = {
    "SY", "S-1-5-18",  # the system
    "BA", "S-1-5-32-544",  # administrators
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # TrustedInstaller
}  # fmt: skip
_ACE = re.compile(r"\((\w+);(\w*);(\w*);[^;]*;[^;]*;([\w-]+)[^)]*\)")


def others_who_may_change(sddl: str) -> list[str]:
    """Name the trustees, neither the system nor administrators, whom a list lets change what it protects.

    Args:
        sddl: such as `D:PAI(A;;FA;;;SY)(A;;0x1200a9;;;BU)`; one without a list lets everyone do anything.
    """
    found = re.search(r"D:([A-Z]*)((?:\([^)]*\))*)", sddl)
    if found is None or "NO_ACCESS_CONTROL" in sddl:
        return ["WD"]  # Everyone
    return [who for who in _trustees(found[2]) if who not in _TRUSTED]


def _trustees(aces: str) -> Iterator[str]:
    for kind, flags, rights, who in _ACE.findall(aces):
        is_only_inherited = "IO" in re.findall("..", flags)
        if kind in ("A", "XA") and not is_only_inherited and _mask(rights) & _CHANGING:
            yield who


def _mask(rights: str) -> int:
    if rights.startswith(("0x", "0X")):
        return int(rights, 16)
    mask = 0
    for name in re.findall("..", rights):
        # A right that this does not know may let anything happen.
        mask |= _RIGHTS.get(name, _CHANGING)
    return mask
