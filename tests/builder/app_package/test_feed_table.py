from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import load_package
from builder.base.errors import PackageInvalid
from tests.support.packages import small_package

ROOT = json.dumps({"signed": {"_type": "root"}, "signatures": []})
FEED = '[feed]\nurl = "https://cdn.example.com/photo"\nroot = "feed-root.json"\n'


def packaged(folder: Path, feed: str = FEED, root: str | None = ROOT, **changes: str) -> Path:
    """A package with a feed; `changes` are keys of its one model."""
    package = small_package(folder / "package", "alpha")
    manifest = package / "app.toml"
    lines = "".join(f"{key} = {value}\n" for key, value in changes.items())
    head, model = manifest.read_text().split("[[model]]\n")
    manifest.write_text(f"{head}{feed}\n[[model]]\n{lines}{model}")
    if root is not None:
        (package / "feed-root.json").write_text(root)
    return package


def test_the_root_of_trust_is_a_file_of_the_package(tmp_path: Path) -> None:
    package = load_package(packaged(tmp_path, strategy='"download"'))
    assert package.feed_root
    assert package.feed_root.path.read_text() == ROOT
    assert [item.path for item in package.files() if item.role == "feed"] == ["feed-root.json"]
    assert package.models[0].strategy == "download"
    assert load_package(packaged(tmp_path / "open")).models[0].strategy is None


@pytest.mark.parametrize(
    ("settings", "key", "words"),
    [
        ({"feed": FEED.replace("https", "http")}, "feed.url", "begins with https://"),
        ({"feed": FEED.replace("//", "//me:secret@")}, "feed.url", "neither a password"),
        ({"feed": FEED.replace("/photo", "/photo?key=1")}, "feed.url", "nor a query"),
        ({"feed": FEED.replace("feed-root", "../feed-root")}, "feed.root", "inside"),
        ({"feed": FEED + 'mirrors = ["ftp://a"]\n'}, "feed.mirrors[0]", "https://"),
        ({"feed": FEED + "rot = 1\n"}, "feed.rot", "an unknown key"),
        ({"root": None}, "feed.root", "does not exist"),
        ({"root": "{}"}, "feed.root", "no root of trust"),
        ({"root": "[" * 3000}, "feed.root", "no root of trust"),
        ({"feed": "", "strategy": '"download"'}, "model[0].strategy", "without a [feed]"),
        ({"feed": '[defaults]\nstrategy = "download-else-build"\n'}, "defaults.strategy", "without a [feed]"),
        ({"feed": '[defaults]\nstrategy = "on-demand"\n'}, "defaults.strategy", "'build', 'download'"),
        ({"strategy": '"on-demand"'}, "model[0].strategy", "without a feature"),
        ({"strategy": '"sometimes"'}, "model[0].strategy", "'sometimes'"),
    ],
)
def test_what_is_wrong_with_a_feed_is_said(tmp_path: Path, settings: dict[str, Any], key: str, words: str) -> None:
    with pytest.raises(PackageInvalid) as caught:
        load_package(packaged(tmp_path, **settings))
    faults = [fault for fault in caught.value.faults if fault.key == key or fault.key.startswith(f"{key} ")]
    assert faults, caught.value.faults
    assert words in f"{faults[0].found} {faults[0].expected}"


def test_all_models_of_a_feature_are_on_demand_or_none(tmp_path: Path) -> None:
    package = small_package(tmp_path, "alpha", "beta")
    manifest = package / "app.toml"
    head, *models = manifest.read_text().split("[[model]]\n")
    strategies = zip(("on-demand", "build"), models, strict=True)
    tables = (f'[[model]]\nfeature = "sharpen"\nstrategy = "{it}"\n{model}' for it, model in strategies)
    text = head + "".join(tables)
    manifest.write_text(text)
    with pytest.raises(PackageInvalid, match="the same for all models of a feature"):
        load_package(package)
    manifest.write_text(text.replace('strategy = "build"', 'strategy = "on-demand"'))
    assert [model.strategy for model in load_package(package).models] == ["on-demand", "on-demand"]
