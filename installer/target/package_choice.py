"""Which app package an installation is repaired from and compared with."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.app_package.app import App
from builder.app_package.manifest import checked, find_manifest, parse_manifest
from builder.app_package.package import AppPackage, load_package
from builder.base import program
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import BlockedByPolicy, EngineInstallerError, PackageInvalid, PackageMissing, Remedy
from builder.base.files import absolute, sha256_of
from builder.base.paths import is_file, is_folder
from builder.base.text import join, say
from builder.engines.index import AppEntry, EngineIndex
from builder.timing.catalogue import catalogue_folder
from installer.target.location import distrust_input, is_strict
from installer.target.paths import KEPT_PACKAGE
from installer.target.receipt import Receipt
from installer.target.request import Request, Scope

_PLAIN_NOT_TRUSTED = say("The files that a repair needs were changed. Download the setup again.")
_PLAIN_GONE = say("The files that a repair needs are no longer there. Download the setup again.")


def shipped_package() -> Path:
    """Find the app package that came with this program.

    Raises:
        PackageMissing: none did, as with the copy of the program that is kept for repairs.
    """
    folder = program.own_folder() / "assets"
    if not is_folder(folder):
        raise PackageMissing(
            say("No app package came with this copy of the program."),
            hint=say(
                "Specify the application's folder with --target to repair or to uninstall it, or the folder of an app "
                "package with --package.",
                window="Download the installer again.",
            ),
        )
    return folder


def package_folder(request: Request) -> Path:
    """Find the folder of the package that is asked for, or else of the shipped one.

    Raises:
        PackageMissing: none is asked for, and none came with this program.
    """
    return shipped_package() if request.package is None else absolute(request.package)


def load_installed_package(
    target: Path,
    app: App | AppEntry | None,
    index: EngineIndex | None,
    receipt: Receipt | None,
    scope: Scope,
    cancel: CancelToken = NEVER,
    *,
    read_content: bool = True,
) -> AppPackage:
    """Read the package that was installed: one with the very manifest that the receipt names.

    It is taken from where it came from, if application files are missing; else from the copy that was kept; else from
    where it came from; else the shipped one is taken. With rights that others could abuse, it must lie where they can
    change nothing, unless it is the shipped one.

    Raises:
        EngineInstallerError: none of them can be used; the error is that of the first that is there.
    """
    problem: EngineInstallerError | None = None
    for candidate in _candidates(target, index, receipt):
        is_copy = candidate.folder == target / KEPT_PACKAGE
        try:
            path = find_manifest(candidate.folder)
            if not candidate.is_chosen:
                _check_trusted(path.parent, target, receipt, scope)
            manifest = parse_manifest(path)
            found = checked(manifest).app
            if app is not None and found.id != app.id:
                continue
            if receipt and receipt.manifest not in (None, manifest.sha256):
                problem = problem or _not_installed(found, candidate.folder, receipt)
                continue
            package = load_package(manifest, cancel, read_content=read_content, with_payload=not is_copy)
            if is_copy and read_content:
                _check_copy(package, receipt)
            return package
        except PackageMissing:
            continue
        except EngineInstallerError as error:
            problem = problem or error
    hint = say(
        "Specify the folder of the app package with --package.", window="Download the application's installer again."
    )
    if problem is not None:
        problem.hint = join("\n", [problem.hint, hint])
        raise problem
    name = app.name if app else say("the application")
    if index is None:
        raise PackageMissing(
            say("The app package of {app} is no longer there.", app=name), hint=hint, plain=_PLAIN_GONE
        )
    message = say("The app package of {app} is no longer at {folder}.", app=name, folder=index.app.package)
    raise PackageMissing(message, hint=hint, plain=_PLAIN_GONE)


def _not_installed(found: App, folder: Path, receipt: Receipt) -> EngineInstallerError:
    """Say that a package is not the one that was installed: it is another version, or was changed."""
    if found.version == receipt.app.version:
        return BlockedByPolicy(
            say("The app package in {folder} is not the one that was installed.", folder=folder),
            plain=_PLAIN_NOT_TRUSTED,
            remedy=Remedy.DOWNLOAD_AGAIN,
        )
    return PackageMissing(
        say(
            "The app package of {app} {version} is no longer there: {folder} has version {found}.",
            app=found.name,
            version=receipt.app.version,
            folder=folder,
            found=found.version,
        ),
        plain=_PLAIN_GONE,
        remedy=Remedy.DOWNLOAD_AGAIN,
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A folder that may hold the package.

    Attributes:
        folder: of the package.
        is_chosen: it came with the program that was started, so whoever started that has chosen it as well.
    """

    folder: Path
    is_chosen: bool = False


def _candidates(target: Path, index: EngineIndex | None, receipt: Receipt | None) -> Iterator[_Candidate]:
    original = _Candidate(Path(index.app.package)) if index else None
    missing = receipt is not None and not all(is_file(target / file.file) for file in receipt.application_files)
    if original and missing and receipt and receipt.manifest == _manifest_sha256(original.folder):
        yield original  # it alone has the application's own files
    yield _Candidate(target / KEPT_PACKAGE)
    if original:
        yield original
    with contextlib.suppress(PackageMissing):
        yield _Candidate(shipped_package(), is_chosen=True)


def _manifest_sha256(folder: Path) -> str | None:
    with contextlib.suppress(EngineInstallerError, OSError):
        return sha256_of(find_manifest(folder))
    return None


def _check_trusted(root: Path, target: Path, receipt: Receipt | None, scope: Scope) -> None:
    """Refuse a package that nobody has chosen for this run, where others could gain by changing it.

    Raises:
        BlockedByPolicy: says how they could.
    """
    for folder in (root, catalogue_folder(root)):
        if reason := distrust_input(folder, scope, target):
            raise BlockedByPolicy(
                say(
                    "The app package in {folder} is not used with administrator rights: {reason}.",
                    folder=root,
                    reason=reason,
                ),
                plain=_PLAIN_NOT_TRUSTED,
                remedy=Remedy.DOWNLOAD_AGAIN,
            )
    if (receipt is None or receipt.manifest is None) and is_strict(scope, target, root):
        raise BlockedByPolicy(
            say(
                "It is not known which app package was installed in {target}, so none is used with administrator "
                "rights.",
                target=target,
            ),
            plain=_PLAIN_NOT_TRUSTED,
            remedy=Remedy.DOWNLOAD_AGAIN,
        )


def _check_copy(package: AppPackage, receipt: Receipt | None) -> None:
    """Refuse a copy that was changed since: `verify = false` is not meant for that."""
    kept = receipt.hashes if receipt else {}
    for file in package.files_of_engines:
        if file.sha256 != kept.get(f"{KEPT_PACKAGE}/{file.relative}", file.sha256):
            raise PackageInvalid(
                say("{file} was changed since it was installed.", file=file.path), plain=_PLAIN_NOT_TRUSTED
            )
