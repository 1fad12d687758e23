"""`[[plugin]]` of app.toml: the vendor's own libraries with operators that engine libraries lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from builder.app_package.model_tables import ModelName, ModelSpec
from builder.app_package.systems import SYSTEMS, THIS_SYSTEM, RelativePath, System
from builder.app_package.variants import tables_in
from builder.base.errors import Fault
from builder.base.toml_file import PlainText, Sha256, Table


class PluginLibrary(Table):
    """A plugin's library for one operating system; its hash must be right even where `verify = false`: it is code."""

    library: RelativePath
    sha256: Sha256


class PluginSpec(Table):
    """`[[plugin]]`: operators that a library of the vendor's own has.

    Attributes:
        name: by which models say that they need it.
        operators: of ONNX nodes, without their domain.
        windows, linux: the library on each system.
    """

    name: ModelName
    operators: Annotated[list[PlainText], Field(min_length=1)]
    windows: PluginLibrary | None = None
    linux: PluginLibrary | None = None

    @model_validator(mode="after")
    def _at_least_one(self) -> Self:
        if self.windows is None and self.linux is None:
            raise ValueError(f"a table for at least one of {', '.join(SYSTEMS)}")
        return self

    def here(self) -> PluginLibrary | None:
        """The library for this system; None if there is none."""
        library: PluginLibrary | None = getattr(self, THIS_SYSTEM)
        return library


def libraries_of(plugin: Mapping[str, Any], key: str) -> Iterator[tuple[System, str, Mapping[str, Any]]]:
    """Give the tables of a raw `[[plugin]]`, each with its system and its key."""
    yield from (
        (system, f"{key}.{system}", plugin[system]) for system in SYSTEMS if isinstance(plugin.get(system), dict)
    )


def operators_of_plugins(data: Mapping[str, Any]) -> dict[str, str]:
    """Give the names of plugins in raw TOML by their operators."""
    return {
        operator: plugin["name"]
        for _, plugin in tables_in(data.get("plugin"))
        if isinstance(plugin.get("name"), str) and isinstance(plugin.get("operators"), list)
        for operator in plugin["operators"]
        if isinstance(operator, str)
    }


def plugin_faults(plugins: Sequence[PluginSpec], models: Sequence[ModelSpec], file: str) -> Iterator[Fault]:
    """Find plugins and models that do not fit together."""
    names: dict[str, int] = {}
    operators: dict[str, str] = {}
    for number, plugin in enumerate(plugins):
        if (first := names.setdefault(plugin.name, number)) != number:
            yield Fault(file, f"plugin[{number}].name", f"{plugin.name!r}, as plugin[{first}]", "a name of its own")
        for operator in plugin.operators:
            if operators.setdefault(operator, plugin.name) != plugin.name:
                found = f"{operator!r}, which {operators[operator]!r} has as well"
                yield Fault(file, f"plugin[{number}].operators", found, "each operator in one plugin")
    for number, model in enumerate(models):
        for needed in model.plugins:
            if needed not in names:
                known = ", ".join(map(repr, names)) or "none here"
                yield Fault(file, f"model[{number}].plugins", repr(needed), f"names of [[plugin]] tables: {known}")
            elif plugins[names[needed]].here() is None:
                found = f"no library for {THIS_SYSTEM}, and the model {model.name!r} needs one"
                yield Fault(file, f"plugin[{names[needed]}]", found, f"a table '{THIS_SYSTEM}' with library and sha256")
