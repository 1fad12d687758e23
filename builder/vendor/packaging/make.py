"""Making what end users download, from the program and one app package."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from builder.app_package.package import AppPackage, load_package
from builder.base.cancellation import CancelToken
from builder.base.errors import PackagingFailed, SystemNotSupported
from builder.base.files import absolute
from builder.base.names import one_line
from builder.base.paths import is_file
from builder.base.program import has_wizard, own_folder
from builder.base.text import verbatim, verbatim_lines
from builder.library.wheels import fitting_wheels, libraries_in
from builder.vendor.model_check import check_models
from builder.vendor.packaging.folder import INSIDE, LICENCE_FOLDER, SBOM_NAME, size_table, sizes, write_sums
from builder.vendor.packaging.freeze import (
    CONTENTS_NAME,
    MANIFEST_VARIABLE,
    PACKAGE_VARIABLE,
    Contents,
    read_contents,
    variables,
)
from builder.vendor.packaging.product import Form, Product, product_of
from builder.vendor.packaging.running import run_program, sign
from builder.vendor.packaging.shipped_caches import useless_caches

SPEC_NAME = "build_installer.spec"
_EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
_FIRST_OF_1980 = "315532800"
"""What is stated where no time is given: an archive cannot state an earlier one."""

_POLL_SECONDS = 0.2
_LINES_OF_OUTPUT = 20


def package(
    folder: Path,
    output: Path,
    form: Form,
    *,
    sign_command: str | None,
    show: Callable[[str], None],
    cancel: CancelToken,
    check: bool = True,
    limit_memory: int | None = None,
) -> tuple[AppPackage, Path]:
    """Do it, showing what happens.

    Args:
        folder: the app package.
        output: gets a folder with name and version of the application, in place of an earlier one.
        form: what is made of the program.
        sign_command: signs one executable; `{file}` in it stands for its path.
        show: gets every line to print.
        cancel: stops it.
        check: build every model first, and insist on hashes.

    Returns:
        The app package as it was read, and the folder that was made.

    Raises:
        EngineInstallerError: nothing usable was made.
    """
    _look_for_tools(form)
    app = load_package(folder, cancel)
    product = product_of(app)
    show(f"{product.name} {product.version}: {app.what_was_checked}")
    for line in useless_caches(app):
        show(f"warning: {line}")
    if check:
        check_models(app, show, cancel, limit_memory)
    else:
        show("warning: --no-check: no model was built, so it is not known whether users can build them")
    if app.manifest.library.source == "wheels":
        # This very Python is packaged.
        fitting = fitting_wheels(app.manifest.library.wheels)
        libraries_in(fitting)
        for wheel in fitting:
            show(f"left out, to be installed on the user's PC: {wheel.name}")
            if wheel.url is None:
                show(
                    f"warning: {wheel.name} has no url in app.toml, so an installation needs --wheels with its folder; "
                    "`engine-builder lock` adds it"
                )
    suffix = ".exe" if os.name == "nt" else ""
    programs = [name + suffix for name in product.programs(form)]
    made = output / (f"{product.folder_name}-one-file" if form.one_file else product.folder_name)
    # What an earlier run has left must not lie beside what this one makes, nor what was not finished be taken for it.
    shutil.rmtree(made, ignore_errors=True)
    is_new = not output.exists()
    try:
        _make(app, product, made, programs, form, sign_command=sign_command, show=show, cancel=cancel)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        if is_new:
            with contextlib.suppress(OSError):
                output.rmdir()
        raise
    show(one_line(str(made)))
    return app, made


def _look_for_tools(form: Form) -> None:
    """Find out whether everything is installed that packaging needs.

    Raises:
        SystemNotSupported: with what is missing, and how to get it.
    """
    for module, name in (("PyInstaller", "PyInstaller"), ("cyclonedx", "cyclonedx-python-lib")):
        if importlib.util.find_spec(module) is None:
            hint = verbatim("Install engine-installer with its extra 'packaging'.")
            raise SystemNotSupported(verbatim(f"Packaging needs {name}, which is not installed."), hint=hint)
    if form.wizard and not has_wizard():
        raise SystemNotSupported(
            verbatim("The wizard needs PySide6, which is not installed."),
            hint=verbatim("Install engine-installer with its extra 'wizard', or leave the wizard out (--no-wizard)."),
        )


def _make(
    app: AppPackage,
    product: Product,
    made: Path,
    programs: list[str],
    form: Form,
    *,
    sign_command: str | None,
    show: Callable[[str], None],
    cancel: CancelToken,
) -> None:
    with tempfile.TemporaryDirectory(prefix="engine-builder-") as work:
        contents = _freeze(app, made, Path(work), form, cancel)
        shutil.rmtree(made / LICENCE_FOLDER, ignore_errors=True)
        shutil.copytree(Path(work) / Path(SPEC_NAME).stem / LICENCE_FOLDER, made / LICENCE_FOLDER)
    # They stand at the top, where people look.
    shutil.rmtree(made / INSIDE / LICENCE_FOLDER, ignore_errors=True)
    for line in _missing_lines(contents.missing):
        show(f"warning: {line}")
    for line in size_table(sizes(made, programs, contents.files)):
        show(line)
    if sign_command:
        for program in programs:
            sign(sign_command, made / program, cancel)
    _write_lists(made, product, contents)
    _test(made / programs[-1], show, cancel, _wheels_folder(app), None if form.app_package else app.root)


def _missing_lines(missing: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Name each library that is not there once, with one of the files that need it."""
    by_library: dict[str, list[str]] = {}
    for file, name in missing:
        by_library.setdefault(name, []).append(file)
    for name, (first, *others) in by_library.items():
        more = f" and {len(others)} more need" if others else " needs"
        yield f"{first}{more} {name}, which is not on this computer, so it is not bundled"


def _freeze(app: AppPackage, made: Path, work: Path, form: Form, cancel: CancelToken) -> Contents:
    log = work / "pyinstaller.log"
    environment = os.environ | {
        PACKAGE_VARIABLE: str(app.root),
        MANIFEST_VARIABLE: app.manifest_sha256,
        **variables(form),
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        # Two runs make the same bytes only with these.
        "PYTHONHASHSEED": "0",
        _EPOCH_VARIABLE: str(_epoch()),
    }
    # PyInstaller makes the folder of the one-folder program itself.
    target = made if form.one_file else made.parent
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--workpath", str(work), "--distpath", str(target)]
    with log.open("wb") as stream:
        code = run_program(
            [*command, *places, str(own_folder() / SPEC_NAME)], environment, stream.fileno(), work, cancel
        )
    if code:
        said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        raise PackagingFailed(verbatim_lines("PyInstaller failed:\n" + "\n".join(said[-_LINES_OF_OUTPUT:])))
    return read_contents(work / Path(SPEC_NAME).stem / CONTENTS_NAME)


def _epoch() -> int:
    return int(os.environ.get(_EPOCH_VARIABLE, _FIRST_OF_1980))


def _write_lists(made: Path, product: Product, contents: Contents) -> None:
    from builder.vendor.packaging.sbom import sbom

    (made / SBOM_NAME).write_text(sbom(product, contents.components, _epoch()), encoding="utf-8", newline="\n")
    write_sums(made)


def _wheels_folder(app: AppPackage) -> Path | None:
    """The folder of the app package in which the wheels lie that are left out; None where they do not."""
    if app.manifest.library.source == "bundled":
        return None
    places = {app.root / wheel.file for wheel in fitting_wheels(app.manifest.library.wheels)}
    folders = {place.parent for place in places if is_file(place)}
    return absolute(folders.pop()) if len(folders) == 1 else None


def _test(
    program: Path,
    show: Callable[[str], None],
    cancel: CancelToken,
    wheels: Path | None = None,
    package: Path | None = None,
) -> None:
    """Let the packaged program test itself, without what the environment of this one points to.

    Args:
        program: its executable.
        show: gets a line for each check.
        cancel: stops it.
        wheels: a folder with the wheels that it needs and does not have.
        package: the app package, if the program does not have it.
    """
    away = ("PYTHON", "QT_", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(away)}
    options = {"--wheels": wheels, "--package": package}
    given = [part for name, value in options.items() if value for part in (name, str(value))]
    with tempfile.TemporaryDirectory(prefix="engine-builder-") as folder:
        report = Path(folder) / "report.json"
        with report.open("wb") as stream:
            code = run_program(
                [str(program), "self-test", "--json", *given], environment, stream.fileno(), Path(folder), cancel
            )
        said = report.read_text(encoding="utf-8", errors="replace")
    try:
        checks = json.loads(said)["checks"]
    except ValueError:
        raise PackagingFailed(
            verbatim_lines(f"The packaged program does not start ({code}):\n{said.strip()}")
        ) from None
    for check in checks:
        show(f"self-test: {check['name']}: {check['state']}: {check['message']}")
    if code:
        raise PackagingFailed(verbatim("The packaged program does not pass its own self-test; see above."))
