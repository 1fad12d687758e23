"""Which keys of app.toml have changed that an engine is built again for, or goes. Pure.

Whether it must be built again is the planner's verdict; this only names what the verdict came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from builder.app_package.package import PackagedModel
from builder.app_package.systems import THIS_SYSTEM
from builder.base.plain import to_plain
from builder.base.toml_file import Table
from builder.building.plan import Build
from builder.engines.index import EngineRecord
from builder.vendor.releases.release import Release

LIBRARY = "library"
"""Stands for an engine library of another version, or another one, where no key of app.toml says so."""

_SPELLED = {"profiles": ("profile",), "optimization_level": ("optimization_level", "heuristic")}
"""The keys of a setting that is spelled otherwise in app.toml."""
_NO_SETTINGS = frozenset(
    {"name", "onnx", "sha256", "in_feed", "size", "external_data", "variant", "keep_fp32", "feature", "strategy"}
    | {"reproducible", "tensorrt", "tensorrt_rtx", "silence", "reference"}
)
"""Fields of a model that change no engine of it, or that are looked at in another way."""


def keys_of_build(planned: Build, previous: Build | None, old: Release, new: Release) -> tuple[str, ...]:
    """Name the keys because of which an engine is built.

    Args:
        planned: the engine.
        previous: the one in its place, as the old release has built it; None where there is none.
        old: the old release.
        new: the new release.
    """
    name = planned.model.name
    was = _named(old, name)
    if was is None:
        renamed = renamed_from(planned.model, old, new)
        return (f"model[{renamed}].name" if renamed else f"model[{name}]",)
    backend, now = planned.backend.name, _named(new, name) or planned.model
    if previous is None:
        return tuple(_all_changes(was, now, backend)) + _library(planned, None, old, new)
    keys = [*_files(previous.model, planned.model), *keys_of_settings(previous.model, planned.model, backend)]
    if planned.wanted.targets != previous.wanted.targets:
        keys += _keys_of("compute_capabilities", previous.model, planned.model, backend)
        keys += _variants(was, now)
    if planned.backend.name != previous.backend.name:
        keys += _keys_of("backend", previous.model, planned.model, backend)
    return tuple(dict.fromkeys(keys)) + _library(planned, previous, old, new)


def keys_of_settings(was: PackagedModel, now: PackagedModel, backend: str) -> list[str]:
    """Name the keys that give an engine other settings: taking them back takes back the settings."""
    before, after = (to_plain(model.settings_for(backend)) for model in (was, now))
    changed = [setting for setting in {**before, **after} if before.get(setting) != after.get(setting)]
    if was.variant != now.variant and "precision" in changed:
        changed.remove("precision")  # each variant has its own
    return [*(key for setting in changed for key in _keys_of(setting, was, now, backend)), *_plugins(was, now)]


def keys_of_loss(record: EngineRecord, old: Release, new: Release) -> tuple[str, ...]:
    """Name the keys because of which an engine goes.

    Args:
        record: the engine.
        old: the old release.
        new: the new release.
    """
    name = record.model
    was, now = _named(old, name), _named(new, name)
    if was is None or now is None:
        renamed = any(renamed_from(model, old, new) == name for model in new.package.models)
        return (f"model[{name}].name" if renamed else f"model[{name}]",)
    if record.variant and record.variant not in {variant.variant for variant in now.variants}:
        return (f"model[{name}].variant[{record.variant}]",)
    return tuple(_all_changes(was, now, record.backend))


def renamed_from(model: PackagedModel, old: Release, new: Release) -> str | None:
    """Return the name that a new model's files had in the old release, where that name is gone; None otherwise."""
    if _named(old, model.name):
        return None
    gone = (other for other in old.package.models if _named(new, other.name) is None)
    return next((other.name for other in gone if _hashes(other) == _hashes(model)), None)


def _named(release: Release, name: str) -> PackagedModel | None:
    return next((model for model in release.package.models if model.name == name), None)


def _hashes(model: PackagedModel) -> tuple[str, ...]:
    return (model.onnx.sha256, *(file.sha256 for file in model.external_data))


def _files(was: PackagedModel, now: PackagedModel) -> Iterator[str]:
    """Name what says that an engine is made of another file: another variant, or the hashes of the same one."""
    if _hashes(was) == _hashes(now):
        return
    place = f"model[{now.name}]"
    if was.variant != now.variant:
        yield from (f"{place}.variant[{name}]" for name in (was.variant, now.variant) if name)
        return
    place += f".variant[{now.variant}]" if now.variant else ""
    if was.onnx.sha256 != now.onnx.sha256:
        yield f"{place}.sha256"
    if _hashes(was)[1:] != _hashes(now)[1:]:
        yield f"{place}.external_data"


def _plugins(was: PackagedModel, now: PackagedModel) -> Iterator[str]:
    """Name the plugins of which there is another library."""
    before, after = ({plugin.name: plugin.file.sha256 for plugin in model.plugins} for model in (was, now))
    changed = (name for name in after if before.get(name, after[name]) != after[name])
    yield from (f"plugin[{name}].{THIS_SYSTEM}.sha256" for name in changed)


def _variants(was: PackagedModel, now: PackagedModel) -> Iterator[str]:
    """Name the variants that are new, gone, of another file or for other GPUs."""
    before, after = (
        {
            spec.label: (_hashes(each), spec.compute_capabilities, spec.needs)
            for each in model.variants
            if (spec := each.variant_spec)
        }
        for model in (was, now)
    )
    changed = (name for name in {**before, **after} if before.get(name) != after.get(name))
    yield from (f"model[{now.name}].variant[{name}]" for name in changed)


def _library(planned: Build, previous: Build | None, old: Release, new: Release) -> tuple[str, ...]:
    """Name what says which engine library there is, where it is another one."""
    wanted = planned.wanted
    before = previous.wanted if previous else None
    if before and (before.backend, before.library_version) == (wanted.backend, wanted.library_version):
        return ()
    if before and before.backend != wanted.backend:
        return () if set(old.libraries) == set(new.libraries) else (LIBRARY,)
    there = old.libraries.get(wanted.backend)
    if there and there.version == wanted.library_version:
        return ()
    sources = [release.package.manifest.library.source for release in (old, new)]
    if sources == ["wheels", "wheels"]:
        return ("library.wheels",)
    return ("library.source",) if sources[0] != sources[1] else (LIBRARY,)


def _keys_of(setting: str, was: PackagedModel, now: PackagedModel, backend: str) -> Iterator[str]:
    """Name the keys that give a setting another value than before: those that would have to be taken back."""
    places = [place for place, _ in _layers(now, backend)]
    for key in _SPELLED.get(setting, (setting,)):
        before, after = _stated(key, was, backend), _stated(key, now, backend)
        for place in reversed(places):
            if _last(before, places) == _last(after, places):
                break
            if before.get(place) != after.get(place):
                after[place] = before.get(place)
                yield f"{place}.{key}"


def _stated(key: str, model: PackagedModel, backend: str) -> dict[str, Any]:
    """Give the tables of app.toml that state a key for a model, the weaker first, with its value there."""
    return {
        place: getattr(layer, key)
        for place, layer in _layers(model, backend)
        if key in layer.model_fields_set and getattr(layer, key) is not None
    }


def _last(stated: dict[str, Any], places: Sequence[str]) -> Any:
    return next((stated[place] for place in reversed(places) if stated.get(place) is not None), None)


def _layers(model: PackagedModel, backend: str) -> Iterator[tuple[str, Table]]:
    """Give the tables that say something of a model, the weaker first."""
    for place, layer in (("defaults", model.defaults), (f"model[{model.name}]", model.spec)):
        general, special = layer.for_backend(backend)
        yield place, general
        yield f"{place}.{backend}", special
    if model.variant_spec:
        yield f"model[{model.name}].variant[{model.variant}]", model.variant_spec


def _all_changes(was: PackagedModel, now: PackagedModel, backend: str) -> Iterator[str]:
    """Name every key that says something else than before of what engines there are."""
    yield from _files(was, now)
    yield from _variants(was, now)
    stated = dict.fromkeys(
        key
        for model in (now, was)
        for _, layer in _layers(model, backend)
        for key in type(layer).model_fields
        if key not in _NO_SETTINGS
    )
    for key in stated:
        yield from _keys_of(key, was, now, backend)
    yield from _plugins(was, now)
