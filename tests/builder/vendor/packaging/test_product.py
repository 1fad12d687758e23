from __future__ import annotations

from pathlib import Path

import pytest

from builder.app_package.package import load_package
from builder.vendor.packaging.product import Form, file_name, product_of
from tests.support.packages import APP, small_package
from tests.support.program import ROOT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Photo Studio", "Photo-Studio"),
        ("Bildstudio Größe/7 ", "Bildstudio-Groe-7"),
        ("../../etc", "etc"),
        ("Café 2.1", "Cafe-2.1"),
        ("照片工作室", ""),
        ('a"b\nc', "a-b-c"),
    ],
)
def test_a_name_becomes_one_that_every_file_system_takes(text: str, expected: str) -> None:
    assert file_name(text) == expected


def test_the_demo() -> None:
    product = product_of(load_package(ROOT / "assets"))
    assert (product.name, product.version) == ("engine-installer demo", "1.0.0")
    assert product.wizard_program == "engine-installer-demo-setup"
    assert product.folder_name == "engine-installer-demo-1.0.0"
    assert product.icon == ROOT / "assets/icon.svg"


@pytest.mark.parametrize(
    ("form", "programs"),
    [
        (Form(), ("engine-installer-demo-setup", "engine-installer")),
        (Form(one_file=True), ("engine-installer-demo-setup",)),
        (Form(wizard=False), ("engine-installer",)),
        (Form(one_file=True, wizard=False, app_package=False), ("engine-installer",)),
    ],
)
def test_each_form_has_its_executables(form: Form, programs: tuple[str, ...]) -> None:
    assert product_of(load_package(ROOT / "assets")).programs(form) == programs


def test_an_application_whose_name_has_no_such_letter_goes_by_its_id(tmp_path: Path) -> None:
    package = load_package(small_package(tmp_path, "alpha", app=APP | {"name": "照片工作室"}))
    assert product_of(package).name == "照片工作室"
    assert product_of(package).wizard_program == "com.example.test-setup"
