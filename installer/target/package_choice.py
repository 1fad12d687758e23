"""Which app package an installation is repaired from and compared with."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from builder.app_package.app import App
from builder.app_package.manifest import MANIFEST_NAME, find_manifest, read_manifest
from builder.app_package.package import AppPackage, load_package
from builder.base import program
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import EngineInstallerError, PackageInvalid, PackageMissing
from builder.base.files import absolute, sha256_of
from builder.base.paths import is_file, is_folder
from builder.base.text import join, say
from builder.engines.index import AppEntry, EngineIndex
from installer.target.paths import KEPT_PACKAGE
from installer.target.receipt import Receipt
from installer.target.request import Request


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
                "Give the application's folder with --target to repair or to uninstall it, or the folder of an app "
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
    cancel: CancelToken = NEVER,
    *,
    read_content: bool = True,
) -> AppPackage:
    """Read the package that was installed.

    It is taken from where it came from, if application files are missing and it is still the same; else from the copy
    that was kept; else from where it came from; else the shipped one is taken.

    Raises:
        EngineInstallerError: none of them can be used; the error is that of the first that is there.
    """
    problem: EngineInstallerError | None = None
    for folder in _candidates(target, index, receipt):
        is_copy = folder == target / KEPT_PACKAGE
        try:
            manifest = read_manifest(find_manifest(folder))
            if app is not None and manifest.app.id != app.id:
                continue
            package = load_package(folder, cancel, read_content=read_content, with_payload=not is_copy)
            if is_copy and read_content:
                _check_copy(package, receipt)
            return package
        except PackageMissing:
            continue
        except EngineInstallerError as error:
            problem = problem or error
    hint = say(
        "Give the folder of the app package with --package.", window="Download the application's installer again."
    )
    if problem is not None:
        problem.hint = join("\n", [problem.hint, hint])
        raise problem
    name = app.name if app else say("the application")
    if index is None:
        raise PackageMissing(say("The app package of {app} is no longer there.", app=name), hint=hint)
    message = say("The app package of {app} is no longer at {folder}.", app=name, folder=index.app.package)
    raise PackageMissing(message, hint=hint)


def _candidates(target: Path, index: EngineIndex | None, receipt: Receipt | None) -> Iterator[Path]:
    copy = target / KEPT_PACKAGE
    original = Path(index.app.package) if index else None
    missing = receipt is not None and not all(is_file(target / file.file) for file in receipt.application_files)
    if original and missing and _is_the_same(original, receipt):
        yield original  # it alone has the application's own files
    yield copy
    if original:
        yield original
    with contextlib.suppress(PackageMissing):
        yield shipped_package()


def _is_the_same(original: Path, receipt: Receipt | None) -> bool:
    """Whether a package has the very manifest that was installed, and so, by its hashes, the same files."""
    kept = receipt.hashes if receipt else {}
    with contextlib.suppress(EngineInstallerError, OSError):
        return sha256_of(find_manifest(original)) == kept.get(f"{KEPT_PACKAGE}/{MANIFEST_NAME}")
    return False


def _check_copy(package: AppPackage, receipt: Receipt | None) -> None:
    """Refuse a copy that was changed since: `verify = false` is not meant for that."""
    kept = receipt.hashes if receipt else {}
    for model in package.models:
        for file in (model.onnx, *model.external_data):
            expected = kept.get(f"{KEPT_PACKAGE}/{file.relative}", file.sha256)
            if file.sha256 != expected:
                raise PackageInvalid(say("{file} was changed since it was installed.", file=file.path))
