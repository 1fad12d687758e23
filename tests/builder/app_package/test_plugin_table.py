"""`[[plugin]]`: what may be wrong with it, and that it belongs to the models that name it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import load_package
from builder.app_package.systems import THIS_SYSTEM
from builder.base.errors import PackageInvalid
from builder.base.plain import to_plain
from builder.base.settings import BuildSettings
from tests.support.packages import model_entry, write_manifest
from tests.support.plugins import net_with, package_with_plugin, plugin_entry, plugin_library

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the plugin is laid out as compilers on Linux do it")
OTHER_SYSTEM = "windows" if THIS_SYSTEM == "linux" else "linux"


def faults_of(package: Path, *, read_content: bool = True) -> dict[str, str]:
    with pytest.raises(PackageInvalid) as raised:
        load_package(package, read_content=read_content)
    return {fault.key: f"{fault.found} | {fault.expected}" for fault in raised.value.faults}


def test_a_plugin_belongs_to_the_models_that_name_it(tmp_path: Path) -> None:
    library = plugin_library(tmp_path / "plugins/libown.so")
    files = [net_with(tmp_path / f"models/{name}.onnx") for name in ("one", "two")]
    entries = [model_entry(tmp_path, files[0], plugins=["own-ops"]), model_entry(tmp_path, files[1])]
    write_manifest(tmp_path, *entries, plugin=[plugin_entry(tmp_path, library)])
    for read_content in (True, False):
        app = load_package(tmp_path, read_content=read_content)
        one, two = app.models
        (plugin,) = one.plugins
        assert (plugin.name, plugin.operators, plugin.file.path) == ("own-ops", ("Twice",), library)
        assert one.settings_for("tensorrt-rtx").plugins == {"own-ops": plugin.file.sha256}
        assert (two.plugins, two.other_operators) == ((), {"Twice": "own-ops"})
        # Engines that were built before there were plugins are as current as they were.
        assert "plugins" not in to_plain(two.settings_for("tensorrt-rtx"))
        assert ("plugin", "plugins/libown.so") in [(item.role, item.path) for item in app.files()]
        assert library in [file.path for file in app.files_of_engines]


def test_a_wrong_hash_is_refused_even_where_nothing_else_is_verified(tmp_path: Path) -> None:
    package = package_with_plugin(tmp_path)
    manifest = package / "app.toml"
    manifest.write_text("verify = false\n" + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    load_package(package)
    (package / "plugins/libown.so").write_bytes(b"something else")
    assert list(faults_of(package)) == [f"plugin[0].{THIS_SYSTEM}.sha256"]


@pytest.mark.parametrize(
    ("plugin", "model", "key", "said"),
    [
        ({"operators": []}, {}, "plugin[0].operators", "at least 1"),
        ({THIS_SYSTEM: {"library": "plugins/libown.so"}}, {}, f"plugin[0].{THIS_SYSTEM}.sha256", "nothing"),
        ({THIS_SYSTEM: {"library": "../x.so", "sha256": "0" * 64}}, {}, f"plugin[0].{THIS_SYSTEM}.library", "inside"),
        ({THIS_SYSTEM: {"library": "no.so", "sha256": "0" * 64}}, {}, f"plugin[0].{THIS_SYSTEM}.library", "not exist"),
        ({THIS_SYSTEM: {"file": "no.so"}}, {}, f"plugin[0].{THIS_SYSTEM}.file", "library"),
        ({}, {"plugins": ["own"]}, "model[0].plugins", "'own' | names of [[plugin]] tables: 'own-ops'"),
    ],
)
def test_a_mistake_is_told_with_what_is_expected(
    tmp_path: Path, plugin: dict[str, Any], model: dict[str, Any], key: str, said: str
) -> None:
    faults = faults_of(package_with_plugin(tmp_path, plugin, **model))
    assert said in faults[key], faults


def test_a_plugin_without_a_library_for_this_system(tmp_path: Path) -> None:
    library, net = plugin_library(tmp_path / "plugins/own.dll"), net_with(tmp_path / "net.onnx")
    entry = plugin_entry(tmp_path, library)
    entry[OTHER_SYSTEM] = entry.pop(THIS_SYSTEM)
    write_manifest(tmp_path, model_entry(tmp_path, net), plugin=[entry])
    assert load_package(tmp_path).models[0].plugins == ()
    write_manifest(tmp_path, model_entry(tmp_path, net, plugins=["own-ops"]), plugin=[entry])
    assert f"no library for {THIS_SYSTEM}" in faults_of(tmp_path)["plugin[0]"]
    del entry[OTHER_SYSTEM]
    write_manifest(tmp_path, model_entry(tmp_path, net), plugin=[entry])
    assert "at least one of windows, linux" in faults_of(tmp_path)["plugin[0]"]


def test_names_and_operators_are_there_once(tmp_path: Path) -> None:
    library = plugin_library(tmp_path / "plugins/libown.so")
    first, same = plugin_entry(tmp_path, library), plugin_entry(tmp_path, library)
    other = plugin_entry(tmp_path, library, name="others")
    write_manifest(tmp_path, model_entry(tmp_path, net_with(tmp_path / "net.onnx")), plugin=[first, same, other])
    assert set(faults_of(tmp_path)) == {"plugin[1].name", "plugin[2].operators"}


def test_a_plugin_that_is_another_one_is_named_without_its_hashes() -> None:
    before = BuildSettings(tf32=False, plugins={"a": "1", "b": "2"})
    now = BuildSettings(plugins={"a": "3", "c": "2"})
    assert [str(text) for text in now.differences(before)] == [
        "tf32 true, was false",
        *(f"the plugin {name!r} is another one" for name in "abc"),
    ]
