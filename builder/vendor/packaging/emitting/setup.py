"""What a set-up is made of: a packaged program for Windows, and what app.toml says of the application there."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from builder.app_package.app import App
from builder.app_package.manifest import MANIFEST_NAME, parse_manifest
from builder.app_package.package import AppPackage
from builder.app_package.systems import stated
from builder.base.cancellation import CancelToken
from builder.base.errors import InvalidParameter, PackageInvalid
from builder.base.files import folder_name, resolve_inside, sha256_of
from builder.base.paths import is_file
from builder.base.program import CONSOLE_PROGRAM, MOST_SUMS_BYTES, SUMS_NAME
from builder.base.small_files import read_small_file
from builder.base.text import verbatim
from builder.vendor.packaging.folder import INSIDE
from builder.vendor.packaging.product import Product, product_of

PROGRAM_FOLDER = "engine-installer"
"""Where set-ups put the packaged program, in the folder of the application."""

CONSOLE = f"{CONSOLE_PROGRAM}.exe"
INSTALL = "install --quiet --all-users --unlisted --target"
UNINSTALL = "uninstall --quiet --all-users --target"
"""What set-ups let the program do; the folder of the application follows. They list the application themselves."""

_PACKAGED_MANIFEST = f"{INSIDE}/assets/{MANIFEST_NAME}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What a set-up is made of.

    Attributes:
        app: the application.
        product: how files and people name it.
        program: the folder that `engine-builder package` made.
        files: of that folder, by their paths in it; with the list of hashes itself.
        contents: the hash of that list, which stands for everything in the folder.
        executable: the application's program, which the Start menu starts, relative to its folder; None for none.
        comment: one line about the application, from app.toml.
        url: the vendor's page about it.
        help_url: where its users find help.
    """

    app: App
    product: Product
    program: Path
    files: tuple[str, ...]
    contents: str
    executable: str | None = None
    comment: str | None = None
    url: str | None = None
    help_url: str | None = None

    @property
    def folder(self) -> str:
        """The application's folder in Program Files: the one that `--all-users` chooses as well."""
        return folder_name(self.app.name) or self.app.id

    def guid(self, name: str) -> str:
        """A GUID that is the same in every run: of the application, and of what the name stands for in it."""
        root = uuid.uuid5(uuid.NAMESPACE_URL, f"engine-installer:{self.app.id}")
        return f"{{{uuid.uuid5(root, name)}}}".upper()

    @property
    def upgrade_code(self) -> str:
        """Says which set-ups are of the same application, whatever their version."""
        return self.guid("upgrade")

    @property
    def product_code(self) -> str:
        """Says which set-ups install the very same files."""
        return self.guid(f"product {self.app.version} {self.contents}")


def read_setup(app: AppPackage, program: Path, cancel: CancelToken) -> Setup:
    """Look at a packaged program, and hash every file of it.

    Raises:
        InvalidParameter: it is none for Windows, or not a folder of one.
        PackageInvalid: it was changed, or is of another app package.
        EngineInstallerError: it cannot be read.
    """
    if not is_file(program / SUMS_NAME) or not is_file(program / CONSOLE):
        raise InvalidParameter(
            verbatim(f"{program} is no program for Windows in a folder: it has no {CONSOLE} beside {SUMS_NAME}."),
            hint=verbatim("Package on Windows, without --one-file, and give the folder that it makes with --program."),
        )
    listed = {}
    for line in read_small_file(program / SUMS_NAME, MOST_SUMS_BYTES).decode("utf-8", "replace").splitlines():
        sha256, _, path = line.partition("  ")
        listed[path] = sha256
    for path, sha256 in listed.items():
        try:
            file = resolve_inside(program, path)
        except ValueError as error:
            raise PackageInvalid(verbatim(f"{program / SUMS_NAME} names {error}.")) from error
        if not is_file(file) or sha256_of(file, cancel) != sha256:
            raise PackageInvalid(
                verbatim(f"{file} is not as it was packaged."), hint=verbatim("Package the program again.")
            )
    if listed.get(_PACKAGED_MANIFEST) != app.manifest_sha256:
        raise PackageInvalid(
            verbatim(f"The program in {program} was not packaged with this {MANIFEST_NAME}."),
            hint=verbatim("Package it again, without --no-app-package."),
        )
    manifest = app.manifest
    # What is stated for this system is of no use: it may be another one.
    data = parse_manifest(app.root / MANIFEST_NAME).data
    table = dict(data.get("registration", {}))
    for_windows = [value for system, _, value in stated("executable", table.get("executable")) if system != "linux"]
    note = manifest.registration
    return Setup(
        app=manifest.app,
        product=product_of(app),
        program=program,
        files=(*listed, SUMS_NAME),
        contents=sha256_of(program / SUMS_NAME),
        executable=None
        if note and not note.start_menu
        else next((str(value).replace("/", "\\") for value in for_windows if value), None),
        comment=note.comment if note else None,
        url=note.url if note else None,
        help_url=note.help_url if note else None,
    )
