"""Search paths inside of ELF files that name folders of the computer that packages.

An interpreter that was built by hand has its libraries looked for where it was built (DT_RUNPATH). On another computer
such a folder may be missing, and whoever can make it could put a library there. Format: the System V ABI, "Dynamic
Section".
"""

from __future__ import annotations

import struct

_MAGIC = b"\x7fELF\x02\x01"  # 64 bits, the lowest byte first, as on every system that engine-installer runs on
_SEGMENT = struct.Struct("<II6Q")
_ENTRY = struct.Struct("<qQ")
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NULL, _DT_STRTAB, _DT_RPATH, _DT_RUNPATH = 0, 5, 15, 29
_RELATIVE = (b"$ORIGIN", b"${ORIGIN}")


def without_foreign_folders(content: bytes) -> bytes | None:
    """Take the folders that do not begin at the file itself ($ORIGIN) off the search paths of a file.

    Returns:
        The changed file; None if there is nothing to change.
    """
    found = _dynamic(content)
    if found is None:
        return None
    at, entries, strings = found
    changed, left = bytearray(content), []
    for tag, value in entries:
        if tag in (_DT_RPATH, _DT_RUNPATH):
            at_path = strings + value
            path = content[at_path : content.index(b"\0", at_path)]
            if not (own := _own_part(path)):
                continue
            # Names of functions may share the end of a path, so nothing in it may change but a colon.
            value += own.start
            if own.stop < len(path):
                changed[at_path + own.stop] = 0
        left.append((tag, value))
    left += [(_DT_NULL, 0)] * (len(entries) - len(left))
    for number, entry in enumerate(left):
        _ENTRY.pack_into(changed, at + number * _ENTRY.size, *entry)
    return bytes(changed) if changed != content else None


def _own_part(path: bytes) -> slice | None:
    """Find the first folders of a search path that begin at the file, one after the other."""
    begin, found = 0, None
    for folder in path.split(b":"):
        end = begin + len(folder)
        if folder.startswith(_RELATIVE):
            found = slice(found.start if found else begin, end)
        elif found:
            break
        begin = end + 1
    return found


def _dynamic(content: bytes) -> tuple[int, list[tuple[int, int]], int] | None:
    """Find the dynamic section: where it is, its entries up to the last one, and where the strings are."""
    if not content.startswith(_MAGIC):
        return None
    (offset,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    segments = [_SEGMENT.unpack_from(content, offset + number * size) for number in range(count)]
    for kind, _, start, _, _, length, _, _ in segments:
        if kind == _PT_DYNAMIC:
            entries = list(_ENTRY.iter_unpack(content[start : start + length - length % _ENTRY.size]))
            address = dict(entries)[_DT_STRTAB]
            for loaded, _, place, virtual, _, there, _, _ in segments:
                if loaded == _PT_LOAD and virtual <= address < virtual + there:
                    return start, entries, place + address - virtual
    return None
