"""The app package: `app.toml`, the typed manifest that a vendor writes, and the model files beside it.

Everything that is wrong is reported at once, each fault with file, key path, what was found and what was expected.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    model_validator,
)

from builder.app_package.app import App, AppId, Category, Registration, WebAddress
from builder.app_package.feed_table import FeedTable, Strategy, in_feed_faults, strategy_faults
from builder.app_package.model_tables import (
    Defaults,
    ExternalData,
    ModelSpec,
    Settings,
    Shapes,
    VariantSpec,
    unreachable_variants,
)
from builder.app_package.pictures import SUFFIXES
from builder.app_package.plugin_table import PluginLibrary, PluginSpec, plugin_faults
from builder.app_package.reference_table import ReferenceSpec, ToleranceTable
from builder.app_package.systems import (
    ExecutableHere,
    Executables,
    IconHere,
    Icons,
    Payload,
    PayloadHere,
    Payloads,
    RelativePath,
)
from builder.app_package.variants import variant_faults
from builder.base.errors import Fault, PackageInvalid, PackageMissing
from builder.base.paths import exists, is_file, is_folder
from builder.base.text import say, say_count
from builder.base.toml_file import (
    INSIDE,
    ComputeCapability,
    NotToml,
    Sha256,
    Table,
    TomlText,
    matching,
    parse_toml,
    read_toml_bytes,
    validate,
    with_names,
)

MANIFEST_NAME = "app.toml"
MAINTENANCE_FOLDER = ".engine-installer"
RESERVED_IN_TARGET = ("engines", MAINTENANCE_FOLDER)
"""What engine-installer itself makes in a target."""
SCHEMA = 1

LibrarySource = Literal["bundled", "wheels"]

_SAFE_URL = re.compile(r"https://[^\s\x00-\x20@]+")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


def _picture(value: str) -> str:
    if not value.lower().endswith(tuple(SUFFIXES)):
        raise ValueError(f"a picture: a file that ends with {', '.join(SUFFIXES)}")
    return value


def _wheel(value: str) -> str:
    from packaging.utils import InvalidWheelFilename, parse_wheel_filename

    try:
        parse_wheel_filename(value.rpartition("/")[2])
    except InvalidWheelFilename as error:
        raise ValueError("the name of a wheel: 'name-version-python-abi-platform.whl', maybe in a folder") from error
    return value


Picture = Annotated[TomlText, INSIDE, AfterValidator(_picture)]


def _read_by(table: type[Table], kind: type[Any]) -> BeforeValidator:
    """Make a validator that reads a plain dataclass by a table, which knows more of what is valid in TOML."""

    def read(value: object) -> object:
        if isinstance(value, kind):
            return value
        fields = dict(table.model_validate(value))
        return kind(**{name: tuple(item) if isinstance(item, list) else item for name, item in fields.items()})

    return BeforeValidator(read)


class AppTable(Table):
    """`[app]`: which application the engines belong to; fields as of `App`."""

    id: AppId
    name: TomlText
    publisher: TomlText
    version: TomlText


class RegistrationTable(Table):
    """`[registration]`: how the application is listed by the operating system; fields as of `Registration`."""

    executable: ExecutableHere = None
    icon: IconHere = None
    comment: TomlText | None = None
    categories: list[Category] = []
    url: WebAddress | None = None
    help_url: WebAddress | None = None
    start_menu: bool = True


class Branding(Table):
    """`[branding]`: what the wizard shows of the application; its files lie in the package.

    Attributes:
        icon: of the window, and in the corner of its pages; without one, that of the registration.
        banner: a wide picture at the top of the first and the last page.
        accent: the colour of the progress bar and of what is selected, such as `#76b900`.
        license: a text in UTF-8 that must be accepted before anything is installed.
    """

    icon: Picture | None = None
    banner: Picture | None = None
    accent: Annotated[str, matching(_COLOR, "a color such as '#76b900'")] | None = None
    license: RelativePath | None = None


class Maintenance(Table):
    """`[maintenance]`: what stays in the target for repairs without the installer's medium.

    Attributes:
        keep_package: keep a copy of the manifest, the models and the timing caches.
        keep_program: keep a copy of the packaged program; no matter to any other.
    """

    keep_package: bool = True
    keep_program: bool = True


class Checks(Table):
    """`[checks]`: what is done with engines before they are used.

    Attributes:
        answers: try them with the references of their models, where there are any.
    """

    answers: bool = True


class Wheel(Table):
    """A wheel of an engine library, as its maker publishes it.

    Attributes:
        file: where it lies in the package, if it is there; its name says what it is for.
        sha256: of the whole file.
        size: of the whole file, in bytes; no more than that is ever downloaded.
        url: where to download it when it is not there.
    """

    file: Annotated[RelativePath, AfterValidator(_wheel)]
    sha256: Sha256
    size: Annotated[int, Field(gt=0, lt=1 << 40)]
    url: Annotated[TomlText, matching(_SAFE_URL, "an address that begins with https:// and has no password")] | None = (
        None
    )

    @property
    def name(self) -> str:
        return self.file.rpartition("/")[2]


class Library(Table):
    """`[library]`: where the engine library comes from, and which parts of it a packaged installer has.

    Attributes:
        source: it is part of the program, or the user's PC gets it from the wheels that its maker publishes.
        wheels: for every system and Python that the program is packaged for; each PC takes those that fit it.
        gpus: compute capabilities whose resources of classic TensorRT are bundled; empty for all.
        ptx: whether the resource of it is bundled that serves every other GPU.
    """

    source: LibrarySource = "bundled"
    wheels: list[Wheel] = []
    gpus: list[ComputeCapability] = []
    ptx: bool = True

    @model_validator(mode="after")
    def _wheels_where_they_are_used(self) -> Self:
        if (self.source == "wheels") != bool(self.wheels):
            raise ValueError("wheels exactly where source = 'wheels'")
        names = [wheel.name.lower() for wheel in self.wheels]
        if len(names) != len(set(names)):
            raise ValueError("each wheel once")
        return self


class Expectations(Table):
    """`[expectations]`: what the vendor states about the bytes of engines (docs/vendors/expectations.md).

    Attributes:
        keys: files of the package: public keys, one of which must have signed the statement.
        file: the statement; None for that of the feed.
    """

    keys: Annotated[list[RelativePath], Field(min_length=1, max_length=16)]
    file: RelativePath | None = None


def _case_insensitive_names(models: list[ModelSpec]) -> list[ModelSpec]:
    seen: dict[str, int] = {}
    for index, model in enumerate(models):
        first = seen.setdefault(model.name.lower(), index)
        if first != index:
            raise ValueError(
                f"a different name for each model (upper and lower case count as equal), "
                f"but model[{first}] and model[{index}] are both {model.name!r}"
            )
    return models


class AppManifest(Table):
    """The whole of `app.toml`."""

    schema_version: Annotated[Literal[1], Field(alias="schema")]
    verify: bool = True
    app: Annotated[App, _read_by(AppTable, App)]
    payload: PayloadHere = None
    registration: Annotated[Registration, _read_by(RegistrationTable, Registration)] | None = None
    branding: Branding = Branding()
    maintenance: Maintenance = Maintenance()
    checks: Checks = Checks()
    library: Library = Library()
    feed: FeedTable | None = None
    expectations: Expectations | None = None
    defaults: Defaults = Defaults()
    plugin: list[PluginSpec] = []
    model: Annotated[list[ModelSpec], Field(min_length=1), AfterValidator(_case_insensitive_names)]

    @property
    def features(self) -> tuple[str, ...]:
        """What may be left out, in the order in which the models name it."""
        return tuple(dict.fromkeys(model.feature for model in self.model if model.feature))

    @property
    def on_demand(self) -> tuple[str, ...]:
        """The features that are left out until they are asked for."""
        models = (model for model in self.model if model.strategy == "on-demand")
        return tuple(dict.fromkeys(model.feature for model in models if model.feature))


def find_manifest(package: Path) -> Path:
    """Find `app.toml` in a package folder, or in its `assets` folder.

    Raises:
        PackageMissing: there is none.
    """
    candidates = (package / MANIFEST_NAME, package / "assets" / MANIFEST_NAME)
    for candidate in candidates:
        if is_file(candidate):
            return candidate
    if not exists(package):
        message = say("There is no app package: {folder} does not exist.", folder=package)
    elif not is_folder(package):
        message = say("There is no app package: {folder} is not a folder.", folder=package)
    else:
        message = say("There is no app package: {folder} has no {file}.", folder=package, file=MANIFEST_NAME)
    raise PackageMissing(
        message,
        hint=say(
            "Specify the folder that holds {file} with --package.",
            window="Start the installer again from the folder that holds {file}, or download it again.",
            file=MANIFEST_NAME,
        ),
    )


@dataclass(frozen=True)
class ManifestFile:
    """`app.toml` as it was read: once in a run, so that what was checked is what counts.

    Attributes:
        path: where it is.
        sha256: of its bytes.
        size: of it, in bytes.
        data: what they say.
        manifest: the same, validated; None where anything is wrong.
        faults: what is wrong with it.
    """

    path: Path
    sha256: str
    size: int
    data: Mapping[str, Any]
    manifest: AppManifest | None
    faults: tuple[Fault, ...]


def parse_manifest(path: Path) -> ManifestFile:
    """Read `app.toml`, whatever is wrong with what it says.

    Raises:
        PackageInvalid: it is not TOML.
        EngineInstallerError: it cannot be read.
    """
    try:
        content = read_toml_bytes(path)
        data = parse_toml(path, content)
    except NotToml as error:
        raise package_invalid(path, [error.fault]) from error
    manifest, faults = validate(AppManifest, data, path.name, SCHEMA, table_at)
    of_models = [*variant_faults(data, path.name), *in_feed_faults(data, path.name)]
    if manifest:
        of_models += unreachable_variants(manifest.defaults, manifest.model, path.name)
        of_models += _strategy_faults(manifest, path.name)
        of_models += plugin_faults(manifest.plugin, manifest.model, path.name)
        if manifest.expectations and manifest.expectations.file is None and manifest.feed is None:
            of_models.append(Fault(path.name, "expectations.file", "nothing", "a statement, or a [feed] that has one"))
    if of_models:
        manifest, faults = None, faults + with_names(of_models, data)
    return ManifestFile(path, hashlib.sha256(content).hexdigest(), len(content), data, manifest, tuple(faults))


def _strategy_faults(manifest: AppManifest, file: str) -> Iterator[Fault]:
    strategies: list[tuple[str, Strategy | None, str | None]] = [
        ("defaults.strategy", manifest.defaults.strategy, None),
        *((f"model[{number}].strategy", model.strategy, model.feature) for number, model in enumerate(manifest.model)),
    ]
    return strategy_faults(strategies, file, has_feed=manifest.feed is not None)


def read_manifest(path: Path) -> AppManifest:
    """Read `app.toml` without looking at the files that it names.

    Raises:
        PackageInvalid: with every fault of the manifest itself.
    """
    return checked(parse_manifest(path))


def checked(file: ManifestFile) -> AppManifest:
    """Give a manifest that was read.

    Raises:
        PackageInvalid: with every fault of it.
    """
    if file.manifest is None:
        raise package_invalid(file.path, file.faults)
    return file.manifest


def package_invalid(path: Path, faults: Sequence[Fault]) -> PackageInvalid:
    """Make the error that lists everything that is wrong with a package."""
    return PackageInvalid(
        say_count(
            len(faults),
            "The app package is not valid: one problem in {file}.",
            "The app package is not valid: {count} problems in {file}.",
            file=path,
        ),
        hint=say(
            "Fix the problems listed; the app package comes from the application's vendor.",
            window="Ask the application's vendor for a corrected package.",
        ),
        faults=tuple(faults),
    )


def table_at(names: list[str]) -> type[BaseModel]:
    """The table in which an unknown key stands, from the names on the way to it."""
    tables: dict[str, type[BaseModel]] = {
        "app": AppTable,
        "payload": Payloads,
        "windows": Payload,
        "linux": Payload,
        "executable": Executables,
        "icon": Icons,
        "registration": RegistrationTable,
        "branding": Branding,
        "maintenance": Maintenance,
        "checks": Checks,
        "library": Library,
        "wheels": Wheel,
        "feed": FeedTable,
        "expectations": Expectations,
        "defaults": Defaults,
        "plugin": PluginSpec,
        "model": ModelSpec,
        "variant": VariantSpec,
        "external_data": ExternalData,
        "reference": ReferenceSpec,
        "tensorrt": Settings,
        "tensorrt-rtx": Settings,
    }
    if "profile" in names:
        return Shapes
    if names[:3] == ["model", "reference", "tolerance"] and len(names) > 3:
        return ToleranceTable
    if "plugin" in names[:-1]:
        return PluginLibrary
    return tables.get(names[-1], AppManifest) if names else AppManifest
