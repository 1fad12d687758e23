"""The vendor's commands on a package whose model has variants: each knows every file, and which GPUs get it."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest
import tomli_w

from builder.app_package.package import load_package
from builder.backend.base import Installation
from builder.vendor.packaging import shipped_caches
from builder.vendor.packaging.bundle import package_files
from tests.builder.vendor.test_populate import Vendor
from tests.support.models import conv_net
from tests.support.program import run_builder
from tests.support.variants import package_with_variants


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return package_with_variants(tmp_path / "package")


def test_check_builds_each_file_for_the_gpus_that_get_it(package: Path) -> None:
    done = run_builder("check", "--package", package, "--for", "8.6,8.9", "--json")
    rows = json.loads(done.out)["models"]
    states = {row["variant"]: {cell["column"]: cell["state"] for cell in row["cells"]} for row in rows}
    assert states == {
        None: {"8.6": "builds", "8.9": "left_out"},
        "blackwell": {"8.6": "left_out", "8.9": "left_out"},
        "fp8": {"8.6": "left_out", "8.9": "builds"},
        "turing": {"8.6": "left_out", "8.9": "left_out"},
    }
    assert {line.partition(" ")[0] for line in done.err.splitlines() if line.startswith("[2/")} == {"[2/2]"}


def test_diff_says_which_gpus_a_new_variant_is_for(tmp_path: Path, package: Path) -> None:
    old = shutil.copytree(package, tmp_path / "old")
    manifest = tomllib.loads((old / "app.toml").read_text())
    del manifest["model"][0]["variant"][1]
    (old / "app.toml").write_text(tomli_w.dumps(manifest))
    done = run_builder("diff", old, package)
    assert done.code == 0, done.err
    (again,) = (line for line in done.out.splitlines() if line.startswith("built again"))
    assert " 8.9 " in again
    assert "12.0" not in again
    assert "variant[fp8]" in again


def test_hash_refreshes_the_hash_of_a_variant(package: Path) -> None:
    conv_net(package / "fp8.onnx")
    assert run_builder("hash", package, "--check").code == 1
    assert run_builder("hash", package).code == 0
    assert [each.variant for each in load_package(package).models[0].variants] == ["blackwell", "fp8", "turing"]


def test_the_program_gets_every_variant(package: Path) -> None:
    places = {str(place) for _, place in package_files(load_package(package))}
    assert places == {f"assets/{name}" for name in ("app.toml", "net.onnx", "fp4.onnx", "fp8.onnx", "fp16.onnx")}


def test_a_cache_covers_the_variant_of_its_gpu_and_explain_finds_it_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = Vendor(tmp_path)
    package_with_variants(vendor.package)
    ended = vendor.populate()
    assert ended.code == 0, ended.err
    (model,) = load_package(vendor.package).models
    (entry,) = vendor.entries.values()
    (covered,) = entry.model
    assert (covered.name, covered.sha256) == ("net", model.for_gpu("8.9").onnx.sha256)
    here = vendor.tend("explain", "--package", vendor.package)
    assert here.out.startswith(f"net (fp8): {entry.file}: ")
    other = vendor.tend("explain", "--package", vendor.package, "--gpu", "GeForce RTX 3060")
    assert other.out.startswith("net: none: ")
    monkeypatch.setattr(shipped_caches, "_library", lambda _app: Installation(entry.tensorrt, entry.cuda_major))
    assert list(shipped_caches.useless_caches(load_package(vendor.package))) == []
