"""Applications whose models need a plugin: installed, kept for repairs, built again when the plugin changes."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.support import program
from tests.support.packages import model_entry, write_manifest
from tests.support.plugins import package_with_plugin, plugin_entry

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the plugin is laid out as compilers on Linux do it")


def record(target: Path) -> dict[str, Any]:
    (engine,) = json.loads((target / "engines/engines.json").read_text(encoding="utf-8"))["engines"]
    return dict(engine)


def test_from_installation_to_removal(tmp_path: Path) -> None:
    package, target = package_with_plugin(tmp_path / "package"), tmp_path / "target"
    library = package / "plugins/libown.so"

    def run(command: str, *options: str | Path) -> program.Ended:
        ended = program.run(command, "--quiet", "--target", target, *options, home=tmp_path)
        assert ended.code == 0, ended.err
        return ended

    run("install", "--package", package)
    built = record(target)
    assert built["settings"]["plugins"].keys() == {"own-ops"}
    kept = target / ".engine-installer/package/plugins/libown.so"
    assert kept.read_bytes() == library.read_bytes()
    assert not (target / "engines/.staging").exists()

    # A plugin that is another file makes engines stale, and a repair builds them from the copy that was kept.
    with library.open("ab") as stream:
        stream.write(b"another build of it")
    net = package / "models/net.onnx"
    write_manifest(package, model_entry(package, net, plugins=["own-ops"]), plugin=[plugin_entry(package, library)])
    run("install", "--package", package)
    again = record(target)
    assert again["settings"] != built["settings"]
    shutil.rmtree(package)
    engine = target / "engines" / str(again["file"])
    engine.unlink()
    run("repair")
    assert record(target)["sha256"] == again["sha256"]

    # A copy that somebody has changed is not loaded.
    kept.write_bytes(kept.read_bytes() + b"!")
    engine.unlink()
    ended = program.run("repair", "--quiet", "--target", target, home=tmp_path)
    assert ended.code != 0
    assert "libown.so" in ended.err

    run("uninstall")
    assert not target.exists()
