from __future__ import annotations

from pathlib import Path

import pytest

from builder.app_package.manifest import Library, Wheel
from builder.app_package.package import load_package
from builder.timing.catalogue import CacheEntry
from builder.vendor.catalogue_editing import write_entries
from builder.vendor.packaging.bundle import (
    LEFT_OUT_MODULES,
    Entry,
    hidden_modules,
    is_needed,
    left_out_modules,
    modules_that_are_there,
    native_libraries,
    needed,
    package_files,
    reachable,
    without_dangling_links,
)
from installer.wizard.languages import LANGUAGES
from tests.support.packages import small_package

RESOURCES = [
    "tensorrt_libs/libnvinfer_builder_resource_ptx.so.11.4.0",
    "tensorrt_libs/libnvinfer_builder_resource_sm86.so.11.4.0",
    "tensorrt_libs/libnvinfer_builder_resource_sm89.so.11.4.0",
    "tensorrt_libs/nvinfer_builder_resource_sm120_11.dll",
]


def kept(files: list[str], *gpus: str, ptx: bool = True) -> list[str]:
    return [file for file in files if is_needed(file, gpus, ptx=ptx)]


def test_only_the_resources_of_the_gpus_in_the_manifest_are_bundled() -> None:
    assert kept(RESOURCES) == RESOURCES
    assert kept(RESOURCES, "8.6") == RESOURCES[:2]
    assert kept(RESOURCES, "8.6", "12.0", ptx=False) == [RESOURCES[1], RESOURCES[3]]
    assert kept(["tensorrt_libs/libnvinfer_builder_resource.so.10.0.1"], "8.6") != []
    assert kept(["tensorrt_libs/libnvinfer.so.11"], "8.6", ptx=False) != []


@pytest.mark.parametrize(
    "file",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/QtWidgets.abi3.so",
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
        "licenses/numpy-2.4.6/LICENSE.txt",
        "onnx-1.23.2.dist-info/METADATA",
    ],
)
def test_what_the_program_needs_stays(file: str) -> None:
    assert is_needed(file, (), ptx=True)


@pytest.mark.parametrize(
    "file",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_da.qm",
        "PySide6\\translations\\qt_de.qm",
        "PySide6/opengl32sw.dll",
        "PySide6/QtNetwork.abi3.so",
        "onnx/backend/test/data/light/light_vgg19.onnx",
        "numpy/lib/tests/data/py3-objarr.npy",
        "onnx/onnx.proto",
        "onnx-1.23.2.dist-info/RECORD",
        "onnx-1.23.2.dist-info/licenses/LICENSE",
    ],
)
def test_what_nothing_needs_is_left_out(file: str) -> None:
    assert not is_needed(file, (), ptx=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_wizard_brings_qts_own_words(language: str) -> None:
    assert is_needed(f"PySide6/Qt/translations/qtbase_{language}.qm", (), ptx=True) == (language != "en")


def test_libraries_of_what_is_left_out_are_left_out_as_well() -> None:
    entries: list[Entry] = [
        ("PySide6/QtCore.abi3.so", "/qtcore", "EXTENSION"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/qxcb", "BINARY"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/libqtcore", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libxcb.so.1", "/libxcb", "BINARY"),
        ("libgtk-3.so.0", "/libgtk", "BINARY"),
        ("libpango.so.0", "/libpango", "BINARY"),
        ("tensorrt_rtx_libs/libtensorrt_rtx.so.1", "/rtx", "BINARY"),
        ("libpython3.11.so.1.0", "/python", "BINARY"),
    ]
    imports = {
        "/qtcore": ["libQt6Core.so.6"],
        "/qxcb": ["libxcb.so.1"],
        "/libgtk": ["libpango.so.0"],
        "/libxcb": ["libQt6Core.so.6"],  # a circle must not matter
        "/libqtcore": ["libxcb.so.1", "libc.so.6"],
    }
    left = reachable(entries, lambda file: [(name, f"/lib/{name}") for name in imports.get(file, [])])
    gone = {place for place, _, _ in entries} - {place for place, _, _ in left.entries}
    assert gone == {"libgtk-3.so.0", "libpango.so.0"}
    assert left.missing == []


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("api-ms-win-crt-heap-l1-1-0.dll", False),
        ("API-MS-Win-Core-Path-L1-1-0.dll", False),
        ("ext-ms-win-ntuser-window-l1-1-4", False),
        ("api.dll", True),
        ("icuuc.dll", True),
    ],
)
def test_the_api_sets_of_windows_are_no_missing_files(name: str, missing: bool) -> None:
    entries: list[Entry] = [("PySide6/QtCore.pyd", "/QtCore", "EXTENSION")]
    assert bool(reachable(entries, lambda _: [(name, None)]).missing) is missing


def test_a_library_that_this_computer_lacks_is_reported_when_something_needs_it() -> None:
    entries: list[Entry] = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/qxcb", "BINARY"),
        ("libgtk-3.so.0", "/libgtk", "BINARY"),
    ]
    left = reachable(entries, lambda file: [("libxcb-icccm.so.4" if file == "/qxcb" else "libgdk-3.so.0", None)])
    assert left.missing == [("PySide6/Qt/plugins/platforms/libqxcb.so", "libxcb-icccm.so.4")]


def test_a_link_goes_with_what_it_leads_to() -> None:
    here: list[Entry] = [("liba.so", "PySide6/Qt/lib/liba.so", "SYMLINK"), ("x/libb.so", "../libb.so", "SYMLINK")]
    assert without_dangling_links(here, {"PySide6/Qt/lib/liba.so"}) == here[:1]
    assert without_dangling_links(here, {"libb.so"}) == here[1:]


def test_the_order_does_not_depend_on_how_it_was_found() -> None:
    entries: list[Entry] = [("b", "/b", "DATA"), ("a", "/a", "DATA")]
    assert needed(entries, (), ptx=True) == needed(entries[::-1], (), ptx=True)


def test_everything_that_a_package_names_is_bundled_where_the_program_looks(tmp_path: Path) -> None:
    folder = small_package(tmp_path / "package", "alpha")
    (folder / "licenses").mkdir()
    (folder / "licenses/alpha.txt").write_text("Apache-2.0")
    (folder / "notes.txt").write_text("of no importance")
    (folder / "caches").mkdir()
    cache = {"sha256": "0" * 64, "tensorrt": "11.4", "cuda": "13", "os": "linux", "compute_capability": "8.9"}
    entries = [
        CacheEntry.model_validate(cache | {"file": file, "gpu": gpu})
        for file, gpu in (("a.cache", "A"), ("missing.cache", "B"), ("../notes.txt", "C"))
    ]
    write_entries(folder / "caches", entries)
    for name in ("a.cache", "a.json", "stray.cache"):
        (folder / "caches" / name).touch()
    places = {str(place): source for source, place in package_files(load_package(folder))}
    assert set(places) == {
        "assets/app.toml",
        "assets/models/alpha.onnx",
        "licenses/application/alpha.txt",
        "caches/index.toml",
        "caches/a.cache",
    }
    assert all(source.is_file() for source in places.values())


def test_the_native_files_of_the_engine_library_are_found() -> None:
    places = [str(place) for _, place in native_libraries()]
    assert any("tensorrt_rtx_libs/" in place and "parser" in place for place in places)
    assert len(places) >= 2


def test_modules_that_are_not_installed_are_not_asked_for() -> None:
    assert modules_that_are_there(["json", "no_such_module"]) == ["json"]


def test_a_library_that_comes_from_wheels_is_left_out_with_everything_but_what_it_imports() -> None:
    wheel = Wheel(file="a-1-py3-none-any.whl", sha256="0" * 64, size=1)
    library = Library(source="wheels", wheels=[wheel])
    assert {"onnx", "ctypes"} <= set(hidden_modules(library))
    assert not [name for name in hidden_modules(library) if "tensorrt" in name]
    assert {"tensorrt_rtx_bindings", "tensorrt_rtx_libs", "tensorrt_libs"} <= set(left_out_modules(library))
    assert "tensorrt_rtx_bindings" in hidden_modules(Library())
    assert left_out_modules(Library()) == list(LEFT_OUT_MODULES)
    assert {"PySide6", "shiboken6"} == set(left_out_modules(Library(), wizard=False)) - set(LEFT_OUT_MODULES)
