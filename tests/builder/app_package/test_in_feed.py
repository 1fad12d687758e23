"""Models whose files are not in the package, but in the vendor's feed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import load_package
from builder.app_package.package_files import PackageFile
from builder.base.errors import PackageInvalid
from tests.support.feeds import MadeFeed
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest

FEED = {"url": "https://cdn.example.com/feed", "root": "feed-root.json"}


def package(folder: Path, **values: Any) -> Path:
    """A package with one model in the feed, whose file is not there, and one that is in it."""
    here, there = conv_net(folder / "here.onnx"), conv_net(folder / "there.onnx", channels=5)
    (folder / "feed-root.json").write_bytes(MadeFeed(folder.parent / "feed").root)
    entry = model_entry(folder, there, in_feed=True, size=there.stat().st_size)
    entry = {key: value for key, value in (entry | values).items() if value is not None}
    top = {"feed": FEED} if values.get("in_feed", True) is not None else {}
    write_manifest(folder, model_entry(folder, here), entry, **top)
    there.unlink()
    return folder


def test_a_model_in_the_feed_is_known_by_what_app_toml_says(tmp_path: Path) -> None:
    loaded = load_package(package(tmp_path / "app"))
    here, there = loaded.models
    assert here.in_feed == ()
    assert there.in_feed == (there.onnx,)
    stated = loaded.manifest.model[1]
    assert there.onnx == PackageFile(
        tmp_path / "app" / "there.onnx", "there.onnx", stated.sha256 or "", stated.size or 0, in_feed=True
    )
    assert there.total_bytes == stated.size
    # It is no file of the package: neither packaged nor installed.
    assert {item.path for item in loaded.files()} == {"app.toml", "here.onnx", "feed-root.json"}
    assert load_package(tmp_path / "app", read_content=False).models[1].in_feed == (there.onnx,)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"sha256": None}, "sha256: found nothing; expected what the feed has (in_feed = true)"),
        ({"size": None}, "size: found nothing; expected what the feed has (in_feed = true)"),
        ({"size": 0}, "size: found 0; expected"),
        ({"in_feed": None}, "size: found a size without in_feed = true; expected no size: the file is here"),
        ({"onnx": "../there.onnx"}, "onnx: found a path with '..'; expected a relative path, with forward slashes"),
        (
            {"external_data": [{"file": "w.bin", "sha256": "ab" * 32}]},
            "external_data 'w.bin': size: found nothing; expected what the feed has (in_feed = true)",
        ),
        (
            {"variant": [{"onnx": "bf16.onnx", "needs": "bf16", "sha256": "ab" * 32}]},
            "variant 'bf16': size: found nothing; expected what the feed has (in_feed = true)",
        ),
    ],
)
def test_what_is_not_said_of_a_model_in_the_feed_is_told(tmp_path: Path, values: dict[str, Any], fault: str) -> None:
    with pytest.raises(PackageInvalid) as invalid:
        load_package(package(tmp_path / "app", **values))
    assert fault in invalid.value.message


def test_a_feed_is_needed(tmp_path: Path) -> None:
    folder = package(tmp_path / "app")
    text = (folder / "app.toml").read_text()
    (folder / "app.toml").write_text(text.replace("[feed]", "[branding]").replace('"url"', '"website"'))
    with pytest.raises(PackageInvalid, match="in_feed: found true without a"):
        load_package(folder)


def test_hash_works_on_models_in_the_feed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from builder.vendor.command_line import main

    folder = package(tmp_path / "app", size=1, sha256="ab" * 32)
    assert main(["hash", str(folder)]) == 0
    assert "there.onnx is in the feed and not here; its hash and size were left as they were" in capsys.readouterr().out
    file = conv_net(folder / "there.onnx", channels=5)
    assert main(["hash", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "model 'there': sha256 of there.onnx refreshed" in said
    assert "model 'there': size of there.onnx refreshed" in said
    file.unlink()
    (model,) = load_package(folder).models[1].in_feed
    assert model.size > 1
    assert main(["hash", "--check", str(folder)]) == 0
