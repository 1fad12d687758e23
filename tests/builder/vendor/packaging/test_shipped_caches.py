"""What `engine-builder package` says of timing caches that are of no use in the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import load_package
from builder.backend.base import Installation
from builder.base.files import sha256_of
from builder.timing.catalogue import CacheEntry, CacheFlags, CoveredModel, settings_digest
from builder.vendor.catalogue_editing import write_entries
from builder.vendor.packaging import shipped_caches
from builder.vendor.packaging.shipped_caches import useless_caches
from tests.support.packages import model_entry, small_package, write_manifest

TENSORRT = Installation("11.4.0.106", "13")


class Shipped:
    """A package of the models alpha and beta, with one cache that covers both."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = small_package(folder, "alpha", "beta")
        (folder / "caches").mkdir()
        (folder / "caches/a.cache").write_bytes(b"timings")
        self.write()
        self.program_has(TENSORRT, patch)

    def program_has(self, library: Installation | None, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(shipped_caches, "_library", lambda _app: library)

    def write(self, **changes: Any) -> None:
        models = [
            CoveredModel(
                name=model.name,
                sha256=model.onnx.sha256,
                settings=settings_digest(model.settings_for("tensorrt")),
                tactics=3,
                cold_seconds=2,
                warm_seconds=1,
            )
            for model in load_package(self.folder).models
        ]
        values = {
            "file": "a.cache",
            "sha256": sha256_of(self.folder / "caches/a.cache"),
            "tensorrt": TENSORRT.version,
            "cuda": "13",
            "os": "linux",
            "compute_capability": "8.9",
            "gpu": "NVIDIA GeForce RTX 4070",
            "model": models,
        }
        write_entries(self.folder / "caches", [CacheEntry.model_validate(values | changes)])

    def models(self, *names: str, **more: Any) -> None:
        entries = [model_entry(self.folder, self.folder / f"models/{name}.onnx", **more) for name in names]
        write_manifest(self.folder, *entries)

    @property
    def said(self) -> list[str]:
        return list(useless_caches(load_package(self.folder)))


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shipped:
    return Shipped(tmp_path / "package", monkeypatch)


def test_nothing_is_said_of_a_cache_that_covers_what_is_shipped(shipped: Shipped) -> None:
    assert shipped.said == []
    shipped.write(os="windows")
    assert shipped.said == []


def test_a_model_that_is_no_longer_shipped_is_named(shipped: Shipped) -> None:
    shipped.models("alpha")
    assert shipped.said == ["a.cache: the model 'beta' is not shipped, or not built with TensorRT"]


def test_a_cache_of_other_profiles_or_of_an_older_model_covers_nothing(shipped: Shipped) -> None:
    shipped.models("alpha", "beta", workspace_mib=64)
    nothing, *why = shipped.said
    assert nothing == "a.cache covers nothing that is shipped"
    assert why == [
        f"a.cache: the model '{name}' is shipped with other settings, such as other profiles"
        for name in ("alpha", "beta")
    ]
    (shipped.folder / "models/alpha.onnx").write_bytes((shipped.folder / "models/beta.onnx").read_bytes())
    shipped.models("alpha")
    assert "a.cache: the model 'alpha' has changed since" in shipped.said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"tensorrt": "11.3.0.99"}, "a.cache is for TensorRT 11.3.0.99 with CUDA 13, and the program has 11.4.0.106"),
        ({"cuda": "12.9"}, "a.cache is for TensorRT 11.4.0.106 with CUDA 12, and the program has 11.4.0.106 with"),
        ({"flags": CacheFlags(tf32=False)}, "a.cache covers nothing that is shipped"),
        ({"model": []}, "a.cache covers nothing that is shipped"),
        ({"sha256": "0" * 64}, "a timing cache is not usable: index.toml: cache[0].sha256"),
    ],
)
def test_a_cache_that_cannot_serve_is_said(shipped: Shipped, changes: dict[str, Any], said: str) -> None:
    shipped.write(**changes)
    assert shipped.said[0].startswith(said)


def test_caches_without_a_library_that_uses_them_are_said(shipped: Shipped, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped.program_has(None, monkeypatch)
    assert shipped.said == ["timing caches are shipped, but no classic TensorRT that could use them"]
    shipped.program_has(TENSORRT, monkeypatch)
    shipped.models("alpha", "beta", backend="tensorrt-rtx")
    assert shipped.said[0] == "a.cache covers nothing that is shipped"
