"""References are installed with the package, used from the copy that stays, and refused when that was changed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import numpy as np
import pytest

from builder.app_package.manifest import find_manifest
from builder.app_package.package import load_package
from builder.base.errors import ExitCode
from builder.references.file import Reference, to_bytes
from installer.target.paths import KEPT_PACKAGE
from tests.support.in_process import main, user
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest

KEPT = f"{KEPT_PACKAGE}/references/net.npz"


def content(number: int) -> bytes:
    return to_bytes([Reference({"image": np.zeros((1, 3, 32, 32))}, {"result": np.full((1, 1), number)}, {})])


def packaged(folder: Path, references: bytes, *, verify: bool = True) -> Path:
    net = conv_net(folder / "models/net.onnx")
    (folder / "references").mkdir(exist_ok=True)
    (folder / "references/net.npz").write_bytes(references)
    reference = {
        "file": "references/net.npz",
        "sha256": hashlib.sha256(references).hexdigest(),
        "tolerance": {"result": {"max_abs": 1}},
    }
    return write_manifest(folder, model_entry(folder, net, reference=reference), verify=verify)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    with user(home):
        package = packaged(home / "package", content(1), verify=False)
        assert main("install", "--quiet", "--package", package, "--target", home / "target").code == 0
    return home


def test_they_are_kept_for_repairs_and_updated_without_building_anything(home: Path, tmp_path: Path) -> None:
    target = shutil.copytree(home / "target", tmp_path / "target")
    assert (target / KEPT).read_bytes() == content(1)
    kept = load_package(find_manifest(target / KEPT_PACKAGE).parent).models[0].reference
    assert kept
    assert kept.file.path == target / KEPT
    (engine,) = (target / "engines").glob("*.engine")
    before = engine.stat().st_mtime_ns, engine.read_bytes()
    with user(tmp_path):
        package = packaged(tmp_path / "package", content(2), verify=False)
        assert main("install", "--quiet", "--package", package, "--target", target).code == 0
    assert (target / KEPT).read_bytes() == content(2)
    assert (engine.stat().st_mtime_ns, engine.read_bytes()) == before


def test_a_copy_that_was_changed_is_refused_whatever_the_package_says_of_hashes(home: Path, tmp_path: Path) -> None:
    target = shutil.copytree(home / "target", tmp_path / "target")
    (target / KEPT).write_bytes(content(3))
    with user(tmp_path):
        shutil.rmtree(home / "package", ignore_errors=True)
        ended = main("repair", "--quiet", "--target", target)
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "was changed since it was installed" in ended.err
