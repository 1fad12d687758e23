from __future__ import annotations

import importlib.metadata
import json
import shutil
from pathlib import Path

import pytest

from builder.base.errors import PackagingFailed
from builder.vendor.packaging.components import APPLICATION, Component, Text, own_component, python_component
from builder.vendor.packaging.origins import Origins, Unaccounted, accounted
from tests.support.program import ROOT

APP = Component("Photo Studio", "1", APPLICATION, "that of Example Ltd")
TEXT = (Text("LICENSE", b"do as you like"),)


@pytest.fixture
def origins(tmp_path: Path) -> Origins:
    return Origins(APP, (ROOT / "assets",), tmp_path)


def test_a_file_of_a_distribution(origins: Origins) -> None:
    import numpy

    found = origins.of(numpy.__file__)
    assert found is not None
    assert (found.name, found.version, found.kind) == ("numpy", numpy.__version__, "pypi")
    assert found.licence.startswith("BSD-3-Clause")
    assert len(found.texts) > 5
    assert len({text.name for text in found.texts}) == len(found.texts)


def test_our_files_pythons_and_the_applications(origins: Origins, tmp_path: Path) -> None:
    assert origins.of(str(ROOT / "builder/building/plan.py")) == own_component()
    assert origins.of(json.__file__) == python_component()
    assert origins.of(str(tmp_path / "base_library.zip")) == python_component()
    assert origins.of(str(ROOT / "assets/models/denoise.onnx")) == APP
    assert b"PSF" in python_component().texts[0].content
    assert b"Apache License" in own_component().texts[0].content


def test_a_file_of_no_distribution_is_not_known(origins: Origins) -> None:
    assert origins.of(str(ROOT / "README.md")) is None
    site = Path(str(importlib.metadata.distribution("numpy").locate_file("")))
    assert origins.of(str(site / "left_behind.so")) is None


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="needs a Debian system")
def test_a_library_of_the_system(origins: Origins) -> None:
    (library,) = Path("/lib").glob("*-linux-gnu/libz.so.1")
    found = origins.of(str(library))
    assert found is not None
    assert (found.name, found.kind) == ("zlib1g", "deb")
    assert b"Mark Adler" in found.texts[0].content


def test_every_file_without_origin_or_licence_is_named() -> None:
    known = Component("known", "1", "pypi", "MIT", TEXT)
    components = {
        "/known": known,
        "/app": APP,
        "/untold": Component("untold", "1", "pypi", "", TEXT),
        "/textless": Component("textless", "1", "pypi", "MIT"),
    }
    files = {"a": "/known", "b": "/app"}
    assert accounted(files, components.get) == {"a": known, "b": APP}
    more = {"c": "/untold", "d": "/textless", "e": "/nowhere"}
    with pytest.raises(Unaccounted) as raised:
        accounted(files | more, components.get)
    for place in ("c (/untold)", "d (/textless)", "e (/nowhere)"):
        assert place in raised.value.message
    assert "/known" not in raised.value.message
    assert isinstance(raised.value, PackagingFailed)
