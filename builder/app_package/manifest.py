"""The app package: `app.toml`, the typed manifest that a vendor writes, and the model files beside it.

Everything that is wrong is reported at once, each fault with file, key path, what was found and what was expected.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from builder.app_package.app import App, AppId, Category, Registration, WebAddress
from builder.app_package.pictures import SUFFIXES
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
from builder.base.errors import Fault, PackageInvalid, PackageMissing
from builder.base.files import name_fault
from builder.base.options import BackendChoice
from builder.base.paths import exists, is_file, is_folder
from builder.base.settings import (
    DATA_TYPES,
    HEURISTIC_OPTIMIZATION_LEVEL,
    TENSOR_FORMATS,
    BuildSettings,
    HardwareCompatibility,
    Precision,
    ProfilingVerbosity,
)
from builder.base.text import say, say_count
from builder.base.toml_file import (
    INSIDE,
    ComputeCapability,
    NotToml,
    PlainText,
    Sha256,
    Table,
    TomlText,
    matching,
    parse_toml,
    read_toml_bytes,
    validate,
)

MANIFEST_NAME = "app.toml"
MAINTENANCE_FOLDER = ".engine-installer"
RESERVED_IN_TARGET = ("engines", MAINTENANCE_FOLDER)
"""What engine-installer itself makes in a target."""
SCHEMA = 1

LibrarySource = Literal["bundled", "wheels"]
NoGpuPolicy = Literal["portable", "skip", "stop"]

_MODEL_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
_SAFE_URL = re.compile(r"https://[^\s\x00-\x20@]+")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


def _not_reserved(value: str) -> str:
    if name_fault(value):
        raise ValueError("a name that Windows does not reserve for a device")
    return value


def _tensor_format(value: str) -> str:
    data_type, _, layout = value.partition(":")
    if data_type not in DATA_TYPES or layout not in TENSOR_FORMATS:
        raise ValueError(
            f"'<data type>:<layout>' with a data type of {', '.join(DATA_TYPES)} "
            f"and a layout of {', '.join(TENSOR_FORMATS)}"
        )
    return value


ModelName = Annotated[
    str,
    matching(_MODEL_NAME, "1 to 64 letters, digits, '.', '_' or '-', beginning and ending with a letter or digit"),
    AfterValidator(_not_reserved),
]


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


TensorFormat = Annotated[str, AfterValidator(_tensor_format)]
Picture = Annotated[TomlText, INSIDE, AfterValidator(_picture)]
# Or a value of a shape input, which may be negative; which of both it is, and what the library takes, shows the model.
Dimension = Annotated[int, Field(ge=-(1 << 63), lt=1 << 63)]


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
    accent: Annotated[str, matching(_COLOR, "a colour such as '#76b900'")] | None = None
    license: RelativePath | None = None


class Maintenance(Table):
    """`[maintenance]`: what stays in the target for repairs without the installer's medium.

    Attributes:
        keep_package: keep a copy of the manifest, the models and the timing caches.
        keep_program: keep a copy of the packaged program; no matter to any other.
    """

    keep_package: bool = True
    keep_program: bool = True


class Settings(Table):
    """Build settings, each optional; what is left out comes from the layer below."""

    optimization_level: Annotated[int, Field(ge=0, le=5)] | None = None
    heuristic: bool | None = None
    workspace_mib: Annotated[int, Field(ge=0, le=1 << 24)] | None = None
    tf32: bool | None = None
    profiling_verbosity: ProfilingVerbosity | None = None
    weight_streaming: bool | None = None
    hardware_compatibility: HardwareCompatibility | None = None
    version_compatible: bool | None = None
    compute_capabilities: list[ComputeCapability] | None = None

    @model_validator(mode="after")
    def _one_way_to_choose_the_level(self) -> Self:
        if self.heuristic and self.optimization_level not in (None, HEURISTIC_OPTIMIZATION_LEVEL):
            raise ValueError(
                f"heuristic = true, which is optimization_level {HEURISTIC_OPTIMIZATION_LEVEL}, "
                "or another optimization_level, but not both"
            )
        return self

    def overrides(self) -> dict[str, Any]:
        """The `BuildSettings` fields that this layer sets."""
        values = self.model_dump(
            include=set(BuildSettings.__dataclass_fields__) & set(Settings.model_fields), exclude_none=True
        )
        if self.heuristic:
            values["optimization_level"] = HEURISTIC_OPTIMIZATION_LEVEL
        return values


class _Layer(Settings):
    """Settings for every backend, with what only one backend gets in a table of its own."""

    tensorrt: Settings = Settings()
    tensorrt_rtx: Annotated[Settings, Field(alias="tensorrt-rtx")] = Settings()

    def for_backend(self, backend: str) -> tuple[Settings, ...]:
        """The layers that apply to a backend, the weaker first."""
        return (self, self.tensorrt if backend == "tensorrt" else self.tensorrt_rtx)


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


class Defaults(_Layer):
    """`[defaults]`: what every model gets unless it says otherwise."""

    backend: BackendChoice = "auto"
    no_gpu: NoGpuPolicy = "portable"


class Shapes(Table):
    """The smallest, the most usual and the largest shape of one input, or its values if shapes depend on them."""

    min: list[Dimension]
    opt: list[Dimension]
    max: list[Dimension]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not len(self.min) == len(self.opt) == len(self.max):
            raise ValueError("min, opt and max with the same number of dimensions")
        for axis, (smallest, usual, largest) in enumerate(zip(self.min, self.opt, self.max, strict=True)):
            if not smallest <= usual <= largest:
                raise ValueError(f"min <= opt <= max in every dimension, unlike dimension {axis}")
        return self


class ExternalData(Table):
    """One file with weights that the ONNX file refers to."""

    file: TomlText
    sha256: Sha256 | None = None


class ModelSpec(_Layer):
    """`[[model]]`: one ONNX model and how its engine is built."""

    name: ModelName
    onnx: TomlText
    sha256: Sha256 | None = None
    external_data: list[ExternalData] = []
    strategy: Literal["build"] = "build"
    precision: Precision | None = None
    keep_fp32: list[TomlText] = []
    input_formats: dict[PlainText, TensorFormat] = {}
    output_formats: dict[PlainText, TensorFormat] = {}
    feature: Annotated[PlainText, StringConstraints(min_length=1, max_length=60)] | None = None
    profile: list[dict[PlainText, Shapes]] = []
    backend: BackendChoice | None = None
    no_gpu: NoGpuPolicy | None = None

    @field_validator("profile")
    @classmethod
    def _no_empty_profile(cls, value: list[dict[str, Shapes]]) -> list[dict[str, Shapes]]:
        if not all(value):
            raise ValueError("at least one input in each profile")
        return value


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
    library: Library = Library()
    defaults: Defaults = Defaults()
    model: Annotated[list[ModelSpec], Field(min_length=1), AfterValidator(_case_insensitive_names)]

    @property
    def features(self) -> tuple[str, ...]:
        """What may be left out, in the order in which the models name it."""
        return tuple(dict.fromkeys(model.feature for model in self.model if model.feature))


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
    return ManifestFile(path, hashlib.sha256(content).hexdigest(), len(content), data, manifest, tuple(faults))


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
        "library": Library,
        "wheels": Wheel,
        "defaults": Defaults,
        "model": ModelSpec,
        "external_data": ExternalData,
        "tensorrt": Settings,
        "tensorrt-rtx": Settings,
    }
    if "profile" in names:
        return Shapes
    return tables.get(names[-1], AppManifest) if names else AppManifest
