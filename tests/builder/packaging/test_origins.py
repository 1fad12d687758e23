from __future__ import annotations

import importlib.metadata
import json
import shutil
import sys
from email.message import Message
from pathlib import Path

import pytest

from builder.errors import PackagingFailed
from builder.packaging.origins import (
    APPLICATION,
    Component,
    Origins,
    Text,
    Unaccounted,
    accounted,
    component_of,
    licence_name,
    own_component,
    python_component,
)
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


def test_files_of_ours_of_pythons_and_of_the_application(origins: Origins, tmp_path: Path) -> None:
    assert origins.of(str(ROOT / "builder/plan.py")) == own_component()
    assert origins.of(json.__file__) == python_component()
    assert origins.of(str(tmp_path / "base_library.zip")) == python_component()
    assert origins.of(str(ROOT / "assets/models/denoise.onnx")) == APP
    assert b"PSF" in python_component().texts[0].content
    assert b"Apache License" in own_component().texts[0].content


def test_a_file_that_nobody_has_installed_is_not_known(origins: Origins) -> None:
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


def test_wheels_without_a_text_have_one_all_the_same() -> None:
    qt = component_of("PySide6-Essentials")
    assert qt.licence == "LGPL-3.0-only"
    assert [text.name for text in qt.texts] == ["LGPL-3.0.txt", "GPL-3.0.txt"]
    assert b"GNU LESSER GENERAL PUBLIC LICENSE" in qt.texts[0].content
    (text,) = component_of("nvidia-ml-py").texts
    assert b"NVIDIA Corporation" in text.content
    assert b"THE POSSIBILITY OF SUCH DAMAGE." in text.content
    assert b"import" not in text.content


def test_nvidias_licence_is_among_the_texts() -> None:
    texts = component_of("tensorrt-rtx-cu13-libs").texts
    assert any(b"NVIDIA" in text.content for text in texts)


def metadata(**fields: str) -> Message:
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return message


def test_a_licence_is_named_as_the_metadata_can() -> None:
    osi = "License :: OSI Approved :: MIT License"
    assert licence_name(metadata(License_Expression="MIT OR Apache-2.0", License="other")) == "MIT OR Apache-2.0"
    assert licence_name(metadata(License="BSD", Classifier=osi)) == "BSD"
    assert licence_name(metadata(License="line one\nline two", Classifier=osi)) == "MIT License"
    assert licence_name(metadata(Classifier="License :: OSI Approved")) == ""
    assert licence_name(metadata()) == ""


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


def test_no_path_of_this_computer_is_part_of_a_component() -> None:
    assert sys.prefix not in repr(component_of("numpy"))
