from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.app_package.package import load_package
from builder.base.errors import PackageInvalid, PackageMissing
from builder.vendor.packaging.freeze import (
    MANIFEST_VARIABLE,
    PACKAGE_VARIABLE,
    read_contents,
    read_recipe,
    settle,
    variables,
)
from builder.vendor.packaging.origins import Unaccounted
from builder.vendor.packaging.product import Form
from tests.support.packages import small_package


def test_the_demo_is_packaged_unless_the_environment_says_otherwise(tmp_path: Path) -> None:
    recipe = read_recipe({})
    assert (recipe.product.name, recipe.form) == ("engine-installer demo", Form())
    package = small_package(tmp_path, "alpha")
    recipe = read_recipe({PACKAGE_VARIABLE: str(package), "ENGINE_INSTALLER_ONE_FILE": "1"})
    assert (recipe.product.name, recipe.form) == ("Test App", Form(one_file=True))
    assert not read_recipe({"ENGINE_INSTALLER_ONE_FILE": "0"}).form.one_file
    for form in (Form(), Form(one_file=True), Form(wizard=False), Form(app_package=False)):
        assert read_recipe({PACKAGE_VARIABLE: str(package)} | variables(form)).form == form
    with pytest.raises(PackageMissing):
        read_recipe({PACKAGE_VARIABLE: str(tmp_path / "nowhere")})


def test_only_the_app_toml_that_was_checked_is_packaged(tmp_path: Path) -> None:
    package = small_package(tmp_path, "alpha")
    environment = {PACKAGE_VARIABLE: str(package), MANIFEST_VARIABLE: load_package(package).manifest_sha256}
    assert read_recipe(environment).product.name == "Test App"
    path = package / "app.toml"
    path.write_text(path.read_text().replace("Example Ltd", "Someone els"))
    with pytest.raises(PackageInvalid, match=r"app\.toml was changed while it was being packaged"):
        read_recipe(environment)


def analysis(**found: list[tuple[str, str, str]]) -> Any:
    """What PyInstaller has found."""
    import numpy

    library = Path(numpy.__file__).parent
    given: dict[str, list[tuple[str, str, str]]] = {
        "binaries": [
            ("numpy/core.so", str(library / "version.py"), "EXTENSION"),
            ("tensorrt_libs/libnvinfer_builder_resource_sm75.so.11", str(library / "__init__.py"), "BINARY"),
            ("tensorrt_libs/libnvinfer_builder_resource_sm86.so.11", str(library / "__init__.py"), "BINARY"),
        ],
        "datas": [("numpy/tests/data.txt", str(library / "__init__.py"), "DATA")],
        "pure": [("numpy", numpy.__file__, "PYMODULE"), ("google", "-", "PYMODULE")],
        "scripts": [],
    }
    return SimpleNamespace(**(given | found))


def test_what_was_found_is_settled(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", library={"gpus": ["8.6"], "ptx": False})
    recipe = read_recipe({PACKAGE_VARIABLE: str(package)})
    bundle = settle(recipe, analysis(), tmp_path, lambda _: [("libgone.so", None)])
    assert [place for place, _, _ in bundle.binaries] == [
        "numpy/core.so",
        "tensorrt_libs/libnvinfer_builder_resource_sm86.so.11",
    ]
    places = {place: Path(source) for place, source, _ in bundle.datas}
    assert "numpy/tests/data.txt" not in places
    assert {"assets/app.toml", "assets/models/alpha.onnx"} <= set(places)
    (text,) = [
        path for place, path in places.items() if place.startswith("licenses/numpy-") and place.endswith("/LICENSE.txt")
    ]
    assert "NumPy Developers" in text.read_text(encoding="utf-8")
    # By it the frozen program knows the version of an engine library.
    assert any(place.startswith("numpy-") and place.endswith(".dist-info/METADATA") for place in places)
    # The executables begin with PyInstaller's own program.
    assert any(place.startswith("licenses/pyinstaller-") for place in places)
    contents = read_contents(tmp_path / "contents.json")
    assert contents.files["numpy/core.so"].name == "numpy"
    assert contents.files["assets/app.toml"].name == "Test App"
    names = {component.name for component in contents.components}
    # Its own are the catalogues of the wizard.
    assert names == {"numpy", "pyinstaller", "Test App", "engine-installer"}
    assert ("numpy/core.so", "libgone.so") in contents.missing


def test_the_places_of_files_have_slashes_also_where_pyinstaller_writes_backslashes(tmp_path: Path) -> None:
    import numpy

    library = Path(numpy.__file__).parent
    found = analysis(
        binaries=[("numpy\\_core\\umath.pyd", str(library / "version.py"), "EXTENSION")],
        datas=[("numpy\\data\\table.txt", str(library / "__init__.py"), "DATA")],
    )
    settle(read_recipe({}), found, tmp_path, lambda _: [])
    files = read_contents(tmp_path / "contents.json").files
    assert {"numpy/_core/umath.pyd", "numpy/data/table.txt"} <= set(files)
    assert not any("\\" in place for place in files)


def test_the_texts_of_licences_stay_for_those_who_have_no_folder(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    (package / "licenses").mkdir()
    (package / "licenses/alpha.txt").write_text("as you like")
    settle(read_recipe({PACKAGE_VARIABLE: str(package)}), analysis(), tmp_path / "work", lambda _: [])
    assert (tmp_path / "work/licenses/application/alpha.txt").read_text() == "as you like"
    assert list((tmp_path / "work/licenses").glob("numpy-*/LICENSE.txt"))


def test_the_contents_name_no_place_of_this_computer(tmp_path: Path) -> None:
    settle(read_recipe({}), analysis(), tmp_path, lambda _: [])
    written = (tmp_path / "contents.json").read_text()
    assert str(Path.home()) not in written
    assert "site-packages" not in json.dumps(written)


def test_a_file_without_an_origin_stops_the_packaging(tmp_path: Path) -> None:
    stray = tmp_path / "elsewhere/stray.txt"
    stray.parent.mkdir()
    stray.write_text("whose?")
    with pytest.raises(Unaccounted, match=r"stray\.txt"):
        settle(read_recipe({}), analysis(datas=[("stray.txt", str(stray), "DATA")]), tmp_path / "work", lambda _: [])
