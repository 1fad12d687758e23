"""An app package as it was read: its models and other files, checked and hashed.

Everything that is wrong is reported at once, each fault with file, key path, what was found and what was expected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from builder.app_package import pictures
from builder.app_package.feed_table import Strategy, root_fault
from builder.app_package.manifest import (
    RESERVED_IN_TARGET,
    AppManifest,
    ManifestFile,
    find_manifest,
    package_invalid,
    parse_manifest,
)
from builder.app_package.model_tables import (
    AdviceName,
    Defaults,
    ModelSpec,
    NoGpuPolicy,
    VariantSpec,
    named_capabilities,
)
from builder.app_package.onnx_data_types import data_types_of
from builder.app_package.onnx_nodes import count_nodes
from builder.app_package.package_files import (
    PackageFile,
    Unreadable,
    folder_hash,
    look_for_foreign,
    read_files,
    read_folder,
)
from builder.app_package.plugin_table import libraries_of
from builder.app_package.reference_table import PackagedReference, reference_faults
from builder.app_package.systems import THIS_SYSTEM, stated_here
from builder.app_package.variants import tables_in, variant_file_faults
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Fault
from builder.base.files import relative_fault
from builder.base.options import BackendChoice
from builder.base.paths import is_folder
from builder.base.settings import BuildSettings
from builder.base.small_files import UnfitFile, read_small_file
from builder.base.toml_file import SHA256_PATTERN, with_names

_MAX_LICENSE_BYTES = 1 << 20

Role = Literal[
    "manifest", "model", "references", "plugin", "branding", "license", "icon", "feed", "expectations", "payload"
]
"""What a file is in an app package: `model` counts external weights in, `license` is the one that users accept, `feed`
is the list of keys that the feed's signatures are checked with, and `expectations` the vendor's statement about engines
or a key that signs it."""

ROLES_OF_ENGINES: tuple[Role, ...] = ("model", "references", "plugin")
"""What makes engines, or judges them, and so needs a hash; pictures and texts do no harm."""


def title_of(model: str, variant: str | None) -> str:
    """Name one file of a model as people read it: the model, with the variant where it is one."""
    return f"{model} ({variant})" if variant else model


@dataclass(frozen=True, slots=True)
class PackagedPlugin:
    """A library with operators of the vendor's own.

    Attributes:
        name: of its `[[plugin]]`.
        operators: what it has, as ONNX nodes call it.
        file: the library for this system.
    """

    name: str
    operators: tuple[str, ...]
    file: PackageFile


@dataclass(frozen=True)
class PackagedModel:
    """One model of a package whose files were read and verified.

    Attributes:
        place: its key in `app.toml`, such as `model[0]`, or `model[0].variant[1]`.
        variant_spec: what makes it a variant of the model; None for the model's own file.
        variants: the model's other files for some GPUs, each with the name and the settings of the model.
        reference: what its engines are checked with, those of variants included; None where there is nothing.
        plugins: those that it needs.
        other_operators: of plugins that it does not name, with their names.
    """

    spec: ModelSpec
    defaults: Defaults
    onnx: PackageFile
    external_data: tuple[PackageFile, ...]
    nodes: int = 0
    data_types: frozenset[str] = frozenset()
    place: str = "model"
    variant_spec: VariantSpec | None = None
    variants: tuple[PackagedModel, ...] = ()
    reference: PackagedReference | None = None
    plugins: tuple[PackagedPlugin, ...] = ()
    other_operators: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.spec.name

    @property
    def variant(self) -> str | None:
        """The variant's name; None for the model's own file."""
        return self.variant_spec.label if self.variant_spec else None

    @property
    def title(self) -> str:
        """The name that no other file of the package has: the model's, with that of the variant."""
        return title_of(self.name, self.variant)

    def for_gpu(self, compute_capability: str) -> PackagedModel:
        """Choose what GPUs of a compute capability get: the first variant that is for them, or else the own file."""
        for variant in self.variants:
            if variant.variant_spec and variant.variant_spec.is_for(compute_capability):
                return variant
        return self

    @property
    def backend(self) -> BackendChoice:
        return self.spec.backend or self.defaults.backend

    @property
    def no_gpu(self) -> NoGpuPolicy:
        return self.spec.no_gpu or self.defaults.no_gpu

    @property
    def strategy(self) -> Strategy | None:
        """How its engines are got; None where that is left open."""
        return self.spec.strategy or self.defaults.strategy

    @property
    def states_no_gpu(self) -> bool:
        """Whether app.toml says what happens without a GPU, rather than leaving it to the default."""
        return self.spec.no_gpu is not None or "no_gpu" in self.defaults.model_fields_set

    @property
    def reproducible(self) -> bool:
        """Whether its engines are built at fixed addresses, so that the same bytes come of it every time."""
        return self.defaults.reproducible if self.spec.reproducible is None else self.spec.reproducible

    @property
    def silenced(self) -> frozenset[AdviceName]:
        """Advice that app.toml silences, for this model or for all."""
        return frozenset((*self.defaults.silence, *self.spec.silence))

    @property
    def total_bytes(self) -> int:
        """Size of the ONNX file with its external weights, in bytes."""
        return sum(file.size for file in self.files)

    @property
    def files(self) -> tuple[PackageFile, ...]:
        """The ONNX file with its external weights."""
        return (self.onnx, *self.external_data)

    @property
    def in_feed(self) -> tuple[PackageFile, ...]:
        """Those of its files that are not in the package, but in the vendor's feed."""
        return tuple(file for file in self.files if file.in_feed)

    @property
    def portable_targets(self) -> tuple[str, ...]:
        """What engines are for that have no regard to a GPU: TensorRT-RTX's default, and what variants name."""
        named = {it for variant in self.spec.variant for it in variant.compute_capabilities or ()}
        return tuple(target for target in TARGETS if target in DEFAULT_TARGETS or target in named)

    def settings_for(self, backend: str) -> BuildSettings:
        """The settings that this model's engine gets on a backend: defaults, then the model's own, each with what is
        only for that backend on top.
        """
        values: dict[str, Any] = {}
        for layer in (*self.defaults.for_backend(backend), *self.spec.for_backend(backend)):
            values.update(layer.overrides())
        return replace(
            BuildSettings(**values),
            input_formats=dict(self.spec.input_formats),
            output_formats=dict(self.spec.output_formats),
            profiles=[{name: shapes.model_dump() for name, shapes in profile.items()} for profile in self.spec.profile],
            precision=self.spec.precision,
            plugins={plugin.name: plugin.file.sha256 for plugin in self.plugins},
        )

    def compute_capabilities_for(self, backend: str) -> tuple[str, ...]:
        """The compute capabilities that the vendor wants engines for; empty when it is left to the plan."""
        return named_capabilities(self.defaults, self.spec, backend)


@dataclass(frozen=True, slots=True)
class RoledFile:
    """A file of an app package.

    Attributes:
        role: what it is there.
        path: in the package, with forward slashes.
        file: what was read of it.
    """

    role: Role
    path: str
    file: PackageFile


@dataclass(frozen=True)
class AppPackage:
    """A package that was read, validated and hashed.

    Attributes:
        root: the folder of `app.toml`.
        manifest: its content.
        models: one for each `[[model]]`, in that order.
        payload: the application's own files, with paths inside their folder; None when they were not looked at.
        named: the manifest itself and every file that it names one by one; the same file once for each role.
    """

    root: Path
    manifest: AppManifest
    models: tuple[PackagedModel, ...]
    payload: tuple[PackageFile, ...] | None = None
    named: tuple[RoledFile, ...] = ()

    @property
    def files_of_engines(self) -> tuple[PackageFile, ...]:
        """What engines can be built from, and checked with: models, external weights, plugins, and references."""
        return tuple(dict.fromkeys(item.file for item in self.named if item.role in ROLES_OF_ENGINES))

    @property
    def what_was_checked(self) -> str:
        """How many models there are, and whether their files were compared with hashes; for vendors."""
        number = "one model" if len(self.models) == 1 else f"{len(self.models)} models"
        hashes = "every hash is right" if self.manifest.verify else "no hash was checked (verify = false)"
        return f"{number}, {hashes}"

    @property
    def manifest_sha256(self) -> str:
        """The hash of the very bytes of `app.toml` that were read."""
        return next(item.file.sha256 for item in self.named if item.role == "manifest")

    @property
    def icon(self) -> PackageFile | None:
        """The registration's icon; None when there is none."""
        return next((item.file for item in self.named if item.role == "icon"), None)

    @property
    def feed_root(self) -> PackageFile | None:
        """The list of the vendor's keys; None without a feed."""
        return next((item.file for item in self.named if item.role == "feed"), None)

    def files(self) -> Iterator[RoledFile]:
        """Give every file of the package that an installation reads: the one list of them.

        What the manifest names is checked by it, all of it is packaged by it, and installed by it. Timing caches are no
        part of it: they have a catalogue of their own.
        """
        yield from self.named
        if self.manifest.payload:
            folder = self.manifest.payload.folder
            yield from (RoledFile("payload", f"{folder}/{file.relative}", file) for file in self.payload or ())


def load_package(
    package: Path | ManifestFile,
    cancel: CancelToken = NEVER,
    *,
    read_content: bool = True,
    with_payload: bool = True,
) -> AppPackage:
    """Read a package, check every file that its manifest names, and hash them.

    Args:
        package: the folder that holds `app.toml` (or `assets/app.toml`), or that file where it was read already.
        cancel: stops it while files are hashed.
        read_content: False takes the hashes that the manifest states for granted, as a quick look at an installation
            does; such a package cannot be built.
        with_payload: look at the application's own files as well; the copy that is kept for repairs has none.

    Raises:
        PackageMissing: there is no manifest.
        PackageInvalid: with every fault of the manifest and of the files it names.
    """
    file = package if isinstance(package, ManifestFile) else parse_manifest(find_manifest(package))
    path, data, manifest, faults = file.path, file.data, file.manifest, list(file.faults)
    if read_content and (foreign := foreign_faults(path, data)):
        # Before anything is hashed, which may take minutes: nobody needs the hash of a file that is the wrong one.
        raise package_invalid(path, with_names(faults + foreign, data))
    payload: tuple[PackageFile, ...] | None = None
    if read_content and with_payload:
        payload, payload_faults = _read_payload(path, data, cancel)
        faults += payload_faults
    read, file_faults = _read_named(file, cancel) if read_content else _as_stated(file)
    faults += file_faults
    if read_content:
        faults += (*variant_file_faults(path, data, cancel), *reference_faults(path, data))
    if manifest is not None and not faults:
        faults = _executable_faults(file, manifest, payload)
    if faults or manifest is None:
        raise package_invalid(path, with_names(faults, data))
    files = _in_feed(file) | {item.path: item.file for item in read}

    plugins = [
        PackagedPlugin(spec.name, tuple(spec.operators), files[library.library])
        for spec in manifest.plugin
        if (library := spec.here())
    ]

    def packaged(spec: ModelSpec, place: str, variant: VariantSpec | None = None) -> PackagedModel:
        onnx = files[spec.onnx]
        is_here = read_content and not onnx.in_feed
        return PackagedModel(
            spec=spec,
            defaults=manifest.defaults,
            onnx=onnx,
            external_data=tuple(files[external.file] for external in spec.external_data),
            nodes=count_nodes(onnx.path, cancel) if is_here else 0,
            data_types=data_types_of(onnx.path, cancel) if is_here else frozenset(),
            place=place,
            variant_spec=variant,
            variants=tuple(
                packaged(_spec_of(spec, each), f"{place}.variant[{number}]", each)
                for number, each in enumerate(spec.variant)
            ),
            reference=_reference(spec, files),
            plugins=tuple(plugin for plugin in plugins if plugin.name in spec.plugins),
            other_operators={
                operator: plugin.name
                for plugin in manifest.plugin
                if plugin.name not in spec.plugins
                for operator in plugin.operators
            },
        )

    models = tuple(packaged(spec, f"model[{number}]") for number, spec in enumerate(manifest.model))
    return AppPackage(path.parent, manifest, models, payload, tuple(dict.fromkeys(read)))


def _reference(spec: ModelSpec, files: Mapping[str, PackageFile]) -> PackagedReference | None:
    it = spec.reference
    return PackagedReference(files[it.file], it.tolerances(), it.equal_rows) if it else None


def _spec_of(model: ModelSpec, variant: VariantSpec) -> ModelSpec:
    """Say of a variant what is said of its model, but for what is in the file."""
    names = ("onnx", "sha256", "size", "external_data", "precision", "keep_fp32")
    return model.model_copy(update={name: getattr(variant, name) for name in names} | {"variant": []})


def read_license(path: Path) -> str:
    """Read the text of a licence.

    Raises:
        ValueError: it is not one; says what was found.
        OSError: it cannot be read.
    """
    try:
        text = read_small_file(path, _MAX_LICENSE_BYTES).decode("utf-8-sig")
    except UnfitFile as error:
        raise ValueError(error.which) from error
    except UnicodeDecodeError as error:
        raise ValueError("which is not UTF-8") from error
    if not text.strip() or "\0" in text:
        raise ValueError("which is empty" if not text.strip() else "which is not text")
    return text


@dataclass(frozen=True, slots=True)
class _Named:
    """A file that the raw manifest names: its role, its key path there, its path, and what is stated of it."""

    role: Role
    key: str
    path: str
    sha256: object = None
    size: object = None
    in_feed: bool = False


_BY_KEY: tuple[tuple[str, str, Role], ...] = (
    ("branding", "icon", "branding"),
    ("branding", "banner", "branding"),
    ("branding", "license", "license"),
    ("registration", "icon", "icon"),
    ("feed", "root", "feed"),
)


def named_files(data: Mapping[str, Any]) -> Iterator[_Named]:
    """Give every file that the raw manifest names.

    It reads the raw TOML, so that wrong files are reported together with wrong keys elsewhere.
    """
    for index, model in tables_in(data.get("model")):
        in_feed = model.get("in_feed") is True
        yield from _files_of_model(f"model[{index}]", model, in_feed=in_feed)
        reference = model.get("reference")
        if isinstance(reference, dict) and isinstance(path := reference.get("file"), str):
            yield _Named("references", f"model[{index}].reference.file", path, reference.get("sha256"))
        for number, variant in tables_in(model.get("variant")):
            yield from _files_of_model(f"model[{index}].variant[{number}]", variant, in_feed=in_feed)
    for table, name, role in _BY_KEY:
        values = data.get(table)
        key, value = stated_here(f"{table}.{name}", values.get(name) if isinstance(values, dict) else None)
        if isinstance(value, str):
            yield _Named(role, key, value)
    yield from _files_of_expectations(data.get("expectations"))
    for index, plugin in tables_in(data.get("plugin")):
        for system, key, library in libraries_of(plugin, f"plugin[{index}]"):
            if system == THIS_SYSTEM and isinstance(library.get("library"), str):
                yield _Named("plugin", f"{key}.library", library["library"], library.get("sha256"))


def _files_of_expectations(table: object) -> Iterator[_Named]:
    if isinstance(table, dict):
        keys = table["keys"] if isinstance(table.get("keys"), list) else []
        stated = [*((f"keys[{number}]", path) for number, path in enumerate(keys)), ("file", table.get("file"))]
        yield from (
            _Named("expectations", f"expectations.{key}", path) for key, path in stated if isinstance(path, str)
        )


def _files_of_model(key: str, table: Mapping[str, Any], *, in_feed: bool) -> Iterator[_Named]:
    weights = [(f"{key}.external_data[{number}].file", it) for number, it in tables_in(table.get("external_data"))]
    for place, described in [(f"{key}.onnx", table), *weights]:
        path = described.get(place.rpartition(".")[2])
        if isinstance(path, str):
            yield _Named("model", place, path, described.get("sha256"), described.get("size"), in_feed)


def _must_match(data: Mapping[str, Any]) -> bool:
    return data.get("verify", True) is not False


def _read_named(manifest: ManifestFile, cancel: CancelToken) -> tuple[list[RoledFile], list[Fault]]:
    """Read every file that the manifest names, and find what is wrong with it."""
    path, data = manifest.path, manifest.data
    named = [item for item in named_files(data) if not item.in_feed]
    read = read_files(path.parent, {item.path for item in named}, cancel)
    files, faults = [_manifest_file(manifest)], []
    for item in named:
        found = read[item.path]
        if fault := _file_fault(path, item, found, verify=_must_match(data)):
            faults.append(fault)
        elif isinstance(found, PackageFile):
            files.append(RoledFile(item.role, item.path, found))
    return files, faults


def foreign_faults(path: Path, data: Mapping[str, Any]) -> list[Fault]:
    """Find models and weights that are something else, such as a Git LFS pointer; `path` is that of `app.toml`."""
    models = [item for item in named_files(data) if item.role == "model" and not item.in_feed]
    looks = (
        (item.key, look_for_foreign(path.parent, item.path, "model" if item.key.endswith(".onnx") else "weights"))
        for item in models
    )
    return [Fault(path.name, key, look.found, look.expected) for key, look in looks if look]


def _manifest_file(manifest: ManifestFile) -> RoledFile:
    path = manifest.path
    return RoledFile("manifest", path.name, PackageFile(path, path.name, manifest.sha256, manifest.size))


def _as_stated(manifest: ManifestFile) -> tuple[list[RoledFile], list[Fault]]:
    """Take every file that the manifest names for what the manifest says of it."""
    folder = manifest.path.parent
    stated = (
        RoledFile(item.role, item.path, PackageFile(folder / item.path, item.path, str(item.sha256 or "").lower(), 0))
        for item in named_files(manifest.data)
        if not item.in_feed
    )
    return [_manifest_file(manifest), *stated], []


def _in_feed(manifest: ManifestFile) -> dict[str, PackageFile]:
    """Take what the manifest says of the files that are not in the package."""
    folder = manifest.path.parent
    return {
        item.path: PackageFile(folder / item.path, item.path, str(item.sha256).lower(), item.size, in_feed=True)
        for item in named_files(manifest.data)
        if item.in_feed and isinstance(item.size, int)
    }


def _executable_faults(
    file: ManifestFile, manifest: AppManifest, payload: tuple[PackageFile, ...] | None
) -> list[Fault]:
    executable = manifest.registration.executable if manifest.registration else None
    if not executable or not payload or executable in {file.relative for file in payload}:
        return []
    key, _ = stated_here("registration.executable", file.data["registration"]["executable"])
    found, expected = f"{executable!r}, which the payload does not have", "a file of the payload"
    return [Fault(file.path.name, key, found, expected)]


def _read_payload(
    path: Path, data: Mapping[str, Any], cancel: CancelToken
) -> tuple[tuple[PackageFile, ...], list[Fault]]:
    key, table = stated_here("payload", data.get("payload"))
    if not isinstance(table, dict) or not isinstance(table.get("folder"), str) or relative_fault(table["folder"]):
        return (), []  # which the manifest's own check has reported, if it is wrong
    root = path.parent / table["folder"]
    if not is_folder(root):
        return (), [Fault(path.name, f"{key}.folder", f"{table['folder']!r}, which is not a folder", "a folder")]
    if not root.resolve().is_relative_to(path.parent.resolve()):
        found = f"{table['folder']!r}, a link that leaves the package"
        return (), [Fault(path.name, f"{key}.folder", found, "a folder of the package")]
    files, unreadable = read_folder(root, RESERVED_IN_TARGET, cancel)
    faults = [Fault(path.name, f"{key}.folder", it.found, it.expected) for it in unreadable]
    declared, found, verify = table.get("sha256"), folder_hash(files), _must_match(data)
    what = f"{found!r}, the hash of the folder {table['folder']} as it is ({len(files)} files)"
    if declared is None and verify:
        what += ", or 'verify = false' while developing"
        faults.append(Fault(path.name, f"{key}.sha256", "nothing", what))
    elif verify and isinstance(declared, str) and SHA256_PATTERN.fullmatch(declared) and declared.lower() != found:
        faults.append(Fault(path.name, f"{key}.sha256", repr(declared), what))
    return tuple(files), faults


def _file_fault(manifest: Path, named: _Named, read: PackageFile | Unreadable, *, verify: bool) -> Fault | None:
    if isinstance(read, Unreadable):
        return Fault(manifest.name, named.key, read.found, read.expected)
    sha256_key = named.key.rpartition(".")[0] + ".sha256"
    declared, what = named.sha256, f"{read.sha256!r}, the hash of {read.relative} as it is"
    # A plugin's hash is a key that must be there, and what does not have it is never loaded.
    is_plugin = named.role == "plugin"
    if declared is None and verify and named.role in ROLES_OF_ENGINES and not is_plugin:
        return Fault(manifest.name, sha256_key, "nothing", f"{what}, or 'verify = false' while developing")
    is_stated = isinstance(declared, str) and SHA256_PATTERN.fullmatch(declared)
    if is_stated and str(declared).lower() != read.sha256 and (verify or is_plugin):
        return Fault(manifest.name, sha256_key, repr(declared), what)
    if named.role == "license":
        return _license_fault(manifest, named)
    if named.role == "feed":
        fault = root_fault(read.path)
        return Fault(manifest.name, named.key, f"{named.path!r}, {fault}", "its root.json") if fault else None
    return _picture_fault(manifest, named, read) if named.role in ("branding", "icon") else None


def _picture_fault(manifest: Path, named: _Named, read: PackageFile) -> Fault | None:
    # The icon of a registration may be one in a program, which Windows takes.
    if read.path.suffix.lower() not in pictures.SUFFIXES:
        return None
    try:
        pictures.read_picture(read.path)
    except (ValueError, OSError) as error:
        return Fault(manifest.name, named.key, f"{named.path!r}, {error}", pictures.EXPECTED)
    return None


def _license_fault(manifest: Path, named: _Named) -> Fault | None:
    try:
        read_license(manifest.parent / named.path)
    except (ValueError, OSError) as error:
        return Fault(manifest.name, named.key, f"{named.path!r}, {error}", "a text in UTF-8, at most 1 MiB")
    return None
