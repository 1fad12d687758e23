"""Making a kit: finding everything that goes into it, and copying that into a folder with one list of hashes.

What is missing is named before anything is copied, all of it at once; the folder appears complete or not at all.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.app_package.manifest import RESERVED_IN_TARGET, ManifestFile, Wheel, find_manifest, parse_manifest
from builder.app_package.package import AppPackage, load_package
from builder.app_package.package_files import PackageFile, folder_hash, read_files, read_folder
from builder.app_package.systems import THIS_SYSTEM, System, stated
from builder.base import kit
from builder.base.cancellation import CancelToken
from builder.base.errors import Fault, InvalidParameter, PackageInvalid
from builder.base.files import hash_stream, new_file, os_errors_as, sha256_of
from builder.base.names import one_line
from builder.base.paths import entries_of, files_below, is_file, is_folder, is_link, size_of
from builder.base.program import SUMS_NAME
from builder.base.small_files import open_regular
from builder.base.sums import compare, named, read_sums
from builder.base.text import say, verbatim
from builder.library.wheels import WheelName
from builder.timing.catalogue import INDEX_NAME, catalogue_folder
from builder.vendor.kits.feed import feed_parts
from builder.vendor.kits.page import page
from builder.vendor.kits.part import Part
from builder.vendor.kits.programs import Program, find_programs
from builder.vendor.packaging.shipped_caches import cache_files

_EXECUTABLE, _PLAIN = 0o755, 0o644


@dataclass(frozen=True, slots=True, kw_only=True)
class KitWish:
    """What a kit is to be made of.

    Attributes:
        package: the folder of app.toml.
        programs: what `engine-builder package` has made, a folder or one file each; one for each system.
        wheels: a folder with those that app.toml names; None where the package has them.
        feed: the folder of the feed; None for a kit without one.
        output: the folder to make.
    """

    package: Path
    programs: Sequence[Path]
    wheels: Path | None
    feed: Path | None = None
    output: Path


def make_kit(wish: KitWish, show: Callable[[str], None], cancel: CancelToken) -> None:
    """Make it, showing what is in it.

    Args:
        wish: what of, and where.
        show: gets every line to print.
        cancel: stops it; then there is no kit.

    Raises:
        PackageInvalid: something is missing or not as it should be; all of it is named.
        EngineInstallerError: there is no kit.
    """
    if is_file(wish.output) or is_link(wish.output) or entries_of(wish.output):
        raise InvalidParameter(
            verbatim(f"{wish.output} is there already."), hint=verbatim("Remove it, or name another folder.")
        )
    manifest = parse_manifest(find_manifest(wish.package))
    app = load_package(manifest, cancel)
    faults: list[Fault] = []
    programs = find_programs(wish.programs, faults)
    systems = {program.system for program in programs}
    parts = [
        *(part for program in programs for part in _program_parts(program, faults, cancel)),
        *_package_parts(app, manifest, systems, faults, cancel),
        *_wheel_parts(app, wish.wheels, systems, faults, cancel),
        *feed_parts(app, wish.feed, faults, show, cancel),
    ]
    if faults:
        raise PackageInvalid(
            verbatim("No kit was made, because something is missing or damaged."),
            hint=verbatim("Put everything listed in order, and run the command again."),
            faults=tuple(faults),
        )
    text = page(
        app.manifest.app,
        programs,
        has_wheels=_has(parts, kit.WHEELS),
        has_feed=_has(parts, kit.FEED),
        on_demand=bool(app.manifest.on_demand),
    )
    sums = _write(wish.output, parts, [p for p in programs if is_folder(p.path)], text, cancel)
    for name in (*(f"{kit.PROGRAMS}/{program.system}" for program in programs), kit.PACKAGE, kit.WHEELS, kit.FEED):
        if inside := [part for part in parts if part.place.startswith(f"{name}/")]:
            size = sum(size_of(part.path) for part in inside)
            show(f"{size / 1e6:9.1f} MB  {name} ({len(inside)} files)")
    show(f"SHA-256 of {SUMS_NAME}, to be told in another way than the kit goes: {sums}")
    show(one_line(str(wish.output)))


def _has(parts: Sequence[Part], folder: str) -> bool:
    return any(part.place.startswith(f"{folder}/") for part in parts)


def _program_parts(program: Program, faults: list[Fault], cancel: CancelToken) -> Iterator[Part]:
    place, path = f"{kit.PROGRAMS}/{program.system}", program.path
    if not is_folder(path):
        with os_errors_as(path, say("read")):
            yield Part(f"{place}/{path.name}", path, sha256_of(path, cancel))
        return
    try:
        listed = read_sums(path / SUMS_NAME)
    except (OSError, ValueError) as error:
        faults.append(Fault(one_line(str(path / SUMS_NAME)), "", f"no list of hashes ({error})", "the program's own"))
        return
    differences = compare(path, listed, cancel=cancel)
    wrong = [
        *named(differences.missing, "missing"),
        *named(differences.changed, "changed"),
        *named(differences.unlisted, f"not in {SUMS_NAME}"),
    ]
    if wrong:
        faults.append(Fault(one_line(str(path)), "", "; ".join(wrong), "the program as it was packaged"))
        return
    yield from (Part(f"{place}/{file}", path / file, sha256) for file, sha256 in listed.items())
    yield Part(f"{place}/{SUMS_NAME}", path / SUMS_NAME, sha256_of(path / SUMS_NAME, cancel))


def _package_parts(
    app: AppPackage, manifest: ManifestFile, systems: set[System], faults: list[Fault], cancel: CancelToken
) -> Iterator[Part]:
    """What an installation reads on these systems, the texts of licences, and timing caches."""
    for item in {item.path: item for item in app.files()}.values():
        yield _package_part(item.path, item.file)
    for path in files_below(app.root / "licenses"):
        yield Part(f"{kit.PACKAGE}/{path.relative_to(app.root).as_posix()}", path, sha256_of(path, cancel))
    catalogue = catalogue_folder(app.root)
    if is_file(catalogue / INDEX_NAME):
        for path in cache_files(catalogue):
            place = f"{kit.PACKAGE}/caches/{path.relative_to(catalogue).as_posix()}"
            yield Part(place, path, sha256_of(path, cancel))
    others = systems - {THIS_SYSTEM}
    for system, key, table in stated("payload", manifest.data.get("payload")):
        if system in others and isinstance(table, dict):
            folder = str(table["folder"])
            files, unreadable = read_folder(app.root / folder, RESERVED_IN_TARGET, cancel)
            faults += [Fault(manifest.path.name, key, it.found, it.expected) for it in unreadable]
            if table.get("sha256") not in (None, found := folder_hash(files)):
                faults.append(Fault(manifest.path.name, f"{key}.sha256", str(table["sha256"]), found))
            yield from (_package_part(f"{folder}/{file.relative}", file) for file in files)
    registration: Any = manifest.data.get("registration") or {}
    for system, key, icon in stated("registration.icon", registration.get("icon")):
        if system in others:
            file = read_files(app.root, [str(icon)], cancel)[str(icon)]
            if isinstance(file, PackageFile):
                yield _package_part(str(icon), file)
            else:
                faults.append(Fault(manifest.path.name, key, file.found, file.expected))


def _package_part(place: str, file: PackageFile) -> Part:
    return Part(f"{kit.PACKAGE}/{place}", file.path, file.sha256)


def _wheel_parts(
    app: AppPackage, folder: Path | None, systems: set[System], faults: list[Fault], cancel: CancelToken
) -> Iterator[Part]:
    wheels = app.manifest.library.wheels
    faults += [
        Fault("app.toml", "library.wheels", f"no wheel for {system}", "wheels for every program of the kit")
        for system in sorted(systems if wheels else ())
        if not any(_is_for(wheel, system) for wheel in wheels)
    ]
    for wheel in wheels:
        if not any(_is_for(wheel, system) for system in systems):
            continue
        places = [*([folder / wheel.name] if folder else []), app.root / wheel.file]
        path = next(filter(is_file, places), None)
        expected = f"the wheel with {wheel.size} bytes that app.toml names"
        if path is None:
            looked = " or ".join(dict.fromkeys(one_line(str(place.parent)) for place in places))
            faults.append(Fault(wheel.name, "", f"nothing in {looked}", expected))
            continue
        with os_errors_as(path, say("read")):
            sha256 = sha256_of(path, cancel)
        if sha256 != wheel.sha256:
            faults.append(Fault(one_line(str(path)), "", f"{size_of(path)} bytes with SHA-256 {sha256}", expected))
        yield Part(f"{kit.WHEELS}/{wheel.name}", path, sha256)


def _is_for(wheel: Wheel, system: System) -> bool:
    # Of which Python a packaged program is made is not known here, so those for every Python are taken.
    platforms = {tag.platform for tag in WheelName.of(wheel).tags}
    starts = ("any", "win") if system == "windows" else ("any", "linux", "manylinux")
    return any(platform.startswith(starts) for platform in platforms)


def _write(output: Path, parts: Sequence[Part], folders: Sequence[Program], text: str, cancel: CancelToken) -> str:
    """Copy everything into a folder that then takes its name; returns the hash of its list."""
    with os_errors_as(output, say("write")):
        output.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    try:
        sums = {part.place: _copy(part, made, cancel) for part in parts}
        with os_errors_as(output, say("write")):
            for program in folders:
                _copy_links(program.path, made / kit.PROGRAMS / program.system)
            (made / kit.PAGE).write_text(text, encoding="utf-8", newline="\r\n")
            sums[kit.PAGE] = sha256_of(made / kit.PAGE)
            lines = "".join(f"{sha256}  {place}\n" for place, sha256 in sorted(sums.items()))
            (made / SUMS_NAME).write_text(lines, encoding="utf-8", newline="\n")
            made.chmod(_EXECUTABLE)
            if is_folder(output):
                output.rmdir()  # it is empty
            made.rename(output)
        return sha256_of(output / SUMS_NAME)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _copy(part: Part, folder: Path, cancel: CancelToken) -> str:
    to = folder / part.place
    with os_errors_as(to, say("write")):
        to.parent.mkdir(parents=True, exist_ok=True)
        with os_errors_as(part.path, say("read")), open_regular(part.path) as reading, new_file(to) as writing:
            status = os.fstat(reading.fileno())
            sha256 = hash_stream(reading, status.st_size + 1, cancel.check, writing)
        to.chmod(_EXECUTABLE if status.st_mode & stat.S_IXUSR else _PLAIN)
    if sha256 != part.sha256:
        raise PackageInvalid(verbatim(f"{part.path} was changed while the kit was made."))
    return sha256


def _copy_links(program: Path, to: Path) -> None:
    """Make the links to files that PyInstaller makes; what they lead to is in the program's own list."""
    for path in files_below(program):
        if is_link(path):
            with os_errors_as(path, say("read")):
                (to / path.relative_to(program)).symlink_to(path.readlink())
