"""Writing set-ups and manifests, and compiling what this computer can compile."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from builder.app_package.package import AppPackage
from builder.base.cancellation import CancelToken
from builder.base.errors import InvalidParameter, PackagingFailed, SystemNotSupported
from builder.base.files import sha256_of
from builder.base.names import one_line
from builder.base.paths import files_below, is_file
from builder.base.text import verbatim, verbatim_lines
from builder.vendor.packaging.emitting import intune, msi, nsis, winget
from builder.vendor.packaging.emitting.setup import Setup, read_setup
from builder.vendor.packaging.product import product_of
from builder.vendor.packaging.running import run_quietly, sign
from builder.vendor.packaging.windows_files import icon_file

_LARGEST = 2_000_000_000
"""Bytes: both compilers make one file, whose parts have signed 32-bit sizes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be emitted.

    Attributes:
        kinds: of it: msi, nsis, winget, intune.
        download_url: the folder on the web from which winget downloads the set-up.
        sign_command: signs a set-up; `{file}` in it stands for its path.
    """

    kinds: Collection[str]
    download_url: str | None = None
    sign_command: str | None = None


def check_wish(wish: Wish, *, one_file: bool, packaged: bool = False) -> None:
    """Find out whether it can be done, before anything takes time.

    Args:
        wish: what.
        one_file: the program is to be one file.
        packaged: the program was packaged before.

    Raises:
        InvalidParameter: one thing needs another that was not asked for.
        SystemNotSupported: what compiles a set-up is not here, and something needs the compiled one.
    """
    if packaged and not wish.kinds:
        raise InvalidParameter(verbatim("--program needs to know what is to be made of that program: add --emit."))
    setups = {"msi", "nsis"} & set(wish.kinds)
    if one_file and setups | {"intune"} & set(wish.kinds):
        raise InvalidParameter(
            verbatim("A set-up (msi, nsis, intune) is made of the program in a folder, not of one file."),
            hint=verbatim("Leave out --one-file."),
        )
    if "intune" in wish.kinds and not setups:
        raise InvalidParameter(verbatim("Intune needs a set-up: add --emit msi or --emit nsis."))
    if "winget" not in wish.kinds:
        return
    if not setups and not one_file:
        raise InvalidParameter(verbatim("winget needs one file: add --emit msi, --emit nsis or --one-file."))
    if not wish.download_url:
        raise InvalidParameter(
            verbatim("winget needs to know where users download it from."), hint=verbatim("Give --download-url URL.")
        )
    if setups and (missing := _missing("msi" if "msi" in setups else "nsis")):
        raise SystemNotSupported(verbatim(f"winget needs the hash of the set-up, and {missing}."))


def emit(
    wish: Wish, app: AppPackage, program: Path, output: Path, show: Callable[[str], None], cancel: CancelToken
) -> None:
    """Make everything that is wished for, in a folder of its own that takes the place of an earlier one.

    Args:
        wish: what.
        app: the app package.
        program: what `engine-builder package` has made of it.
        output: gets the folder.
        show: gets every line to print.
        cancel: stops it.

    Raises:
        EngineInstallerError: nothing usable was made.
    """
    product = product_of(app)
    folder = output / f"{product.folder_name}-setups"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(parents=True)
        download = _setups(wish, app, program, folder, show, cancel)
        if "winget" in wish.kinds:
            (folder / "winget").mkdir()
            for name, text in winget.manifests(app, download or _one_file(wish, app, program)).items():
                _write(folder / "winget" / name, text)
            show("winget: look for `# decide:` in its manifests, then try them with `winget validate`")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    for path in files_below(folder):
        show(one_line(str(path)))


def _setups(
    wish: Wish, app: AppPackage, program: Path, folder: Path, show: Callable[[str], None], cancel: CancelToken
) -> winget.Download | None:
    """Make the set-ups; give the one that winget is to download."""
    if not {"msi", "nsis"} & set(wish.kinds):
        return None
    setup = read_setup(app, program, cancel)
    total = sum((program / path).stat().st_size for path in setup.files)
    if total > _LARGEST:
        raise PackagingFailed(
            verbatim(f"A set-up cannot hold more than 2 GB, and the program has {total / 1e9:.1f} GB."),
            hint=verbatim("Leave NVIDIA's library out of it (engine-builder lock), or distribute the folder."),
        )
    with tempfile.TemporaryDirectory(prefix="engine-builder-") as work:
        shutil.copyfile(icon_file(setup.product.icon, Path(work)), folder / msi.ICON)
    name = setup.product.folder_name
    found: dict[str, tuple[intune.Commands, winget.Download]] = {}
    if "msi" in wish.kinds:
        file = folder / f"{name}.msi"
        _write(file.with_name(f"{name}.wxs"), msi.source(setup))
        sha256 = _compiled("msi", setup, file, wish, show, cancel)
        download = winget.Download(
            kind="msi", url=_url(wish, file), sha256=sha256, product_code=setup.product_code,
            upgrade_code=setup.upgrade_code,
        )  # fmt: skip
        found["msi"] = intune.msi_commands(setup, file.name), download
    if "nsis" in wish.kinds:
        file = folder / f"{name}.exe"
        # The mark tells NSIS for Windows that it is UTF-8.
        _write(file.with_name(f"{name}.nsi"), "\ufeff" + nsis.source(setup))
        sha256 = _compiled("nsis", setup, file, wish, show, cancel)
        download = winget.Download(
            kind="nullsoft", url=_url(wish, file), sha256=sha256, product_code=app.manifest.app.id
        )
        found["nsis"] = intune.nsis_commands(setup, file.name), download
    commands, download = next(iter(found.values()))
    if "intune" in wish.kinds:
        (folder / "intune").mkdir()
        _write(folder / "intune/app.json", intune.settings(setup, commands))
        # Windows PowerShell takes a script without the mark for one in the system's code page.
        _write(folder / "intune/detect.ps1", "\ufeff" + intune.detection(setup))
    return download


def _one_file(wish: Wish, app: AppPackage, program: Path) -> winget.Download:
    """The program as one file, which winget can start by itself."""
    file = program / f"{product_of(app).wizard_program}.exe"
    if not is_file(file):
        raise InvalidParameter(
            verbatim(f"{program} has no {file.name}."), hint=verbatim("Package with --one-file on Windows.")
        )
    listed = app.manifest.app.id if app.manifest.registration else None
    return winget.Download(kind="exe", url=_url(wish, file), sha256=sha256_of(file), product_code=listed)


def _url(wish: Wish, file: Path) -> str:
    return f"{(wish.download_url or '').rstrip('/')}/{file.name}"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _missing(kind: str) -> str:
    """Say what is not here that compiles a kind of set-up; empty if all is here."""
    needed: tuple[str, ...]
    if kind == "nsis":
        needed, get = ("makensis",), "nsis.sourceforge.io; Debian: nsis"
    elif os.name == "nt":
        needed, get = ("candle", "light"), "WiX 3"
    else:
        needed, get = ("wixl", "msibuild"), "Debian: wixl, msitools"
    lacking = [name for name in needed if shutil.which(name) is None]
    return f"{' and '.join(lacking)} cannot be found ({get})" if lacking else ""


def _compiled(kind: str, setup: Setup, file: Path, wish: Wish, show: Callable[[str], None], cancel: CancelToken) -> str:
    """Compile a set-up and let it be signed; give its hash, which is empty where nothing here compiles it."""
    if missing := _missing(kind):
        show(f"warning: {file.name} was not made, only its source: {missing}")
        return ""
    with tempfile.TemporaryDirectory(prefix="engine-builder-") as work:
        commands = _compilers(kind, setup, file, Path(work))
        for command in commands:
            try:
                why = run_quietly(command, cancel, file.parent)
            except OSError as error:
                raise PackagingFailed(verbatim(f"{command[0]} cannot be started: {error}.")) from error
            if why:
                raise PackagingFailed(verbatim_lines(f"{file.name} was not made by {command[0]}: {why}"))
    if wish.sign_command:
        sign(wish.sign_command, file, cancel)
    return sha256_of(file, cancel)


def _compilers(kind: str, setup: Setup, file: Path, work: Path) -> list[list[str]]:
    """The command lines that make a set-up of its source, which lies beside it."""
    if kind == "nsis":
        defined = [f"-DPROGRAM={setup.program}", f"-DOUTPUT={file}", *(["-DX86"] if os.name == "nt" else [])]
        return [["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, file.with_suffix(".nsi").name]]
    source = file.with_suffix(".wxs").name
    variables = [f"{name}={value}" for name, value in msi.VARIABLES.items()]
    if os.name == "nt":
        compiled = str(work / "setup.wixobj")
        return [
            [
                "candle",
                "-nologo",
                "-arch",
                "x64",
                *(f"-d{text}" for text in (*variables, f"program={setup.program}")),
                "-out",
                compiled,
                source,
            ],
            ["light", "-nologo", "-out", str(file), compiled],
        ]
    corrected = msi.corrections(setup)
    # wixl takes no absolute paths in a source.
    program = os.path.relpath(setup.program, file.parent)
    defined = [part for text in (*variables, f"program={program}") for part in ("-D", text)]
    commands = [["wixl", "-a", "x64", *defined, "-o", str(file), source]]
    for name, text in corrected.tables.items():
        table = work / f"{name}.idt"
        table.write_text(text, encoding="utf-8", newline="")
        commands.append(["msibuild", str(file), "-i", str(table)])
    commands += [["msibuild", str(file), "-q", query] for query in corrected.queries]
    return [*commands, ["msibuild", str(file), "-s", *corrected.summary]]
