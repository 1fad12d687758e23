"""`[feed]` of app.toml: where the vendor delivers engines, and which models may come from there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from builder.app_package.systems import RelativePath
from builder.app_package.variants import tables_in
from builder.base.errors import Fault
from builder.base.files import relative_fault
from builder.base.small_files import read_small_file
from builder.base.toml_file import Table, TomlText, matching

DefaultStrategy = Literal["build", "download", "download-else-build", "build-else-download"]
Strategy = Literal[DefaultStrategy, "on-demand"]

_SAFE_ADDRESS = re.compile(r"https://[^\s\x00-\x20@?#]+")
_MAX_ROOT_BYTES = 1 << 20

FeedAddress = Annotated[
    TomlText, matching(_SAFE_ADDRESS, "an address that begins with https:// and has neither a password nor a query")
]


class FeedTable(Table):
    """`[feed]`: engines that the vendor delivers ready-made, in a signed repository of static files.

    Attributes:
        url: of the folder that has `metadata/` and `targets/`.
        mirrors: other places of the same files, tried in this order.
        root: a file of the package: the list of the vendor's keys, from which all trust comes.
    """

    url: FeedAddress
    mirrors: list[FeedAddress] = []
    root: RelativePath


def strategy_faults(
    strategies: Sequence[tuple[str, Strategy | None, str | None]], file: str, *, has_feed: bool
) -> Iterator[Fault]:
    """Find strategies that cannot be followed.

    Args:
        strategies: of `[defaults]` and of each model: its key in app.toml, the strategy, and the model's feature.
        file: app.toml, as messages call it.
        has_feed: whether there is a `[feed]`.
    """
    kinds = {
        feature: {it == "on-demand" for _, it, own in strategies if own == feature} for _, _, feature in strategies
    }
    for key, strategy, feature in strategies:
        if strategy == "on-demand" and feature is None:
            yield Fault(file, key, "'on-demand' for a model without a feature", "a model with a 'feature' to ask for")
        elif strategy == "on-demand" and len(kinds[feature]) > 1:
            found = f"'on-demand' for some models of the feature {feature!r} and not for others"
            yield Fault(file, key, found, "the same for all models of a feature")
        elif strategy not in (None, "build", "on-demand") and not has_feed:
            yield Fault(file, key, f"{strategy!r} without a [feed]", "'build', or a [feed] to download engines from")


def in_feed_faults(data: Mapping[str, Any], file: str) -> Iterator[Fault]:
    """Find what keeps files of models from being taken from the feed: there they are found by hash and size.

    Args:
        data: the raw manifest.
        file: app.toml, as messages call it.
    """
    for number, model in tables_in(data.get("model")):
        key = f"model[{number}]"
        is_in_feed = model.get("in_feed") is True
        if is_in_feed and "feed" not in data:
            yield Fault(file, f"{key}.in_feed", "true without a [feed]", "a [feed] that has the files of the model")
        variants = [(f"{key}.variant[{place}]", table) for place, table in tables_in(model.get("variant"))]
        for place, table in [(key, model), *variants]:
            weights = [(f"{place}.external_data[{item}]", it) for item, it in tables_in(table.get("external_data"))]
            for where, described in [(place, table), *weights]:
                name = "onnx" if described is table else "file"
                if is_in_feed and isinstance(path := described.get(name), str) and (fault := relative_fault(path)):
                    yield Fault(file, f"{where}.{name}", fault, "a relative path, with forward slashes")
                for name in ("sha256", "size"):
                    if is_in_feed and described.get(name) is None:
                        yield Fault(file, f"{where}.{name}", "nothing", "what the feed has (in_feed = true)")
                if not is_in_feed and "size" in described:
                    yield Fault(file, f"{where}.size", "a size without in_feed = true", "no size: the file is here")


def root_fault(root: Path) -> str | None:
    """Say what a file is that is no list of keys as TUF has it; None where it may be one. No signature is checked."""
    try:
        signed = json.loads(read_small_file(root, _MAX_ROOT_BYTES))["signed"]
        is_root = signed["_type"] == "root"
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        is_root = False
    return None if is_root else "which is no root of trust of a feed"
