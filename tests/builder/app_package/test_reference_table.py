"""`[model.reference]`: shipped and hashed as models are, and everything that is wrong with it is said."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from builder.app_package.manifest import find_manifest
from builder.app_package.package import AppPackage, load_package
from builder.base.cancellation import NEVER
from builder.base.errors import PackageInvalid
from builder.references.file import Reference, to_bytes
from builder.references.tolerance import Tolerance
from builder.vendor.drafting.hashing import refresh
from builder.vendor.manifest_editing import ManifestEditing
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest

REFERENCES = to_bytes([Reference({"image": np.zeros(3)}, {"out": np.zeros(2), "b/c:0": np.zeros(1)}, {})])
TOLERANCE = {"out": {"max_abs": 0.02, "min_psnr": 40}, "b/c:0": {"min_cosine": 0.999}}


def packaged(folder: Path, content: bytes | None = REFERENCES, *, verify: bool = True, **changes: Any) -> Path:
    """A package whose one model has a variant and references; `changes` are keys of their table."""
    own, other = (conv_net(folder / f"models/{name}.onnx", channels=8 + len(name)) for name in ("own", "other"))
    if content is not None:
        (folder / "references").mkdir()
        (folder / "references/own.npz").write_bytes(content)
    table: dict[str, Any] = {
        "file": "references/own.npz",
        "sha256": hashlib.sha256(content or b"").hexdigest(),
        "tolerance": TOLERANCE,
    }
    variant = {key: value for key, value in model_entry(folder, other).items() if key != "name"} | {"needs": "bf16"}
    table = {key: value for key, value in (table | changes).items() if value is not None}
    write_manifest(folder, model_entry(folder, own, reference=table, variant=[variant]), verify=verify)
    return folder


def test_references_are_files_of_the_package_that_every_file_of_the_model_is_checked_with(tmp_path: Path) -> None:
    package = load_package(packaged(tmp_path, equal_rows=True))
    (item,) = (item for item in package.files() if item.role == "references")
    assert item.file in package.files_of_engines
    for model in (package.models[0], *package.models[0].variants):
        assert model.reference
        assert (model.reference.file, model.reference.equal_rows) == (item.file, True)
        assert model.reference.tolerances == {
            "out": Tolerance(max_abs=0.02, min_psnr=40.0),
            "b/c:0": Tolerance(min_cosine=0.999),
        }
    quick = load_package(tmp_path, read_content=False).models[0].reference
    assert quick
    assert quick.file.sha256 == item.file.sha256


def test_they_change_no_setting_of_an_engine(tmp_path: Path) -> None:
    def settings(package: AppPackage) -> list[object]:
        model = package.models[0]
        return [model.settings_for("tensorrt"), model.files, model.compute_capabilities_for("tensorrt-rtx")]

    with_them = load_package(packaged(tmp_path))
    manifest = find_manifest(tmp_path)
    manifest.write_text(
        "".join(line for line in manifest.read_text().splitlines(keepends=True) if '"reference"' not in line)
    )
    without = load_package(tmp_path)
    assert without.models[0].reference is None
    assert settings(with_them) == settings(without)


def test_checks_are_made_unless_app_toml_says_otherwise(tmp_path: Path) -> None:
    assert load_package(packaged(tmp_path)).manifest.checks.answers
    manifest = find_manifest(tmp_path)
    manifest.write_text(manifest.read_text().replace("[app]", "[checks]\nanswers = false\n\n[app]"))
    assert not load_package(tmp_path).manifest.checks.answers


@pytest.mark.parametrize(
    ("changes", "key", "words"),
    [
        ({"content": None}, "file", "does not exist"),
        ({"content": b"PK"}, "file", "which is not a file of references"),
        ({"content": bytes((1 << 20) + 1)}, "file", "of more than 1,048,576 bytes"),
        ({"file": "../own.npz"}, "file", "inside"),
        ({"sha256": "0" * 64}, "sha256", "the hash of references/own.npz as it is"),
        ({"sha256": None}, "sha256", "'verify = false' while developing"),
        ({"tolerance": {}}, "tolerance", "at least 1 item"),
        ({"tolerance": None}, "tolerance", "this key, which is needed"),
        ({"tolerance": TOLERANCE | {"out": {}}}, "tolerance.out", "at least one of max_abs, min_cosine and min_psnr"),
        ({"tolerance": TOLERANCE | {"out": {"max_abs": -1}}}, "tolerance.out.max_abs", "greater than or equal to 0"),
        ({"tolerance": TOLERANCE | {"out": {"min_cosine": 2}}}, "tolerance.out.min_cosine", "less than or equal to 1"),
        ({"tolerance": TOLERANCE | {"out": {"max_ab": 1}}}, "tolerance.out.max_ab", "'max_abs'?"),
        ({"tolerance": {"out": {"max_abs": 1}}}, "tolerance.b/c:0", "a tolerance for this output"),
        ({"tolerance": TOLERANCE | {"x": {"max_abs": 1}}}, "tolerance.x", "one of 'b/c:0', 'out'"),
        ({"equal_row": True}, "equal_row", "'equal_rows'?"),
    ],
)
def test_what_is_wrong_with_references_is_said(tmp_path: Path, changes: dict[str, Any], key: str, words: str) -> None:
    with pytest.raises(PackageInvalid) as caught:
        load_package(packaged(tmp_path, **changes))
    said = [
        f"{fault.found} {fault.expected}" for fault in caught.value.faults if fault.key == f"model[0].reference.{key}"
    ]
    assert len(said) == 1
    assert words in said[0]


def test_their_hash_is_refreshed_with_those_of_models(tmp_path: Path) -> None:
    manifest = find_manifest(packaged(tmp_path))
    manifest.write_text(
        manifest.read_text().split('"reference"')[0]
        + '[model.reference]\nfile = "references/own.npz"\ntolerance.out.max_abs = 1\ntolerance."b/c:0".max_abs = 1\n'
    )
    editing = ManifestEditing(manifest)
    assert refresh(editing, NEVER).changes == ("model 'own': sha256 of references/own.npz added",)
    editing.save()
    assert load_package(tmp_path).models[0].reference
