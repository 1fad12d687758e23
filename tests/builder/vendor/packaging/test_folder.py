from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from builder.vendor.packaging.components import Component
from builder.vendor.packaging.folder import size_table, sizes, write_sums
from builder.vendor.packaging.origins import Unaccounted

NUMPY = Component("numpy", "2.4.6", "pypi", "BSD-3-Clause")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for place, size in {
        "App-setup": 100,
        "engine-installer": 100,
        "_internal/numpy/core.so": 3000,
        "_internal/numpy.libs/openblas.so": 4000,
        "_internal/numpy-2.4.6.dist-info/METADATA": 10,
        "licenses/numpy-2.4.6/LICENSE.txt": 20,
        "sbom.cdx.json": 5,
    }.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * size)
    (tmp_path / "_internal/openblas.so").symlink_to("numpy.libs/openblas.so")
    return tmp_path


FILES = {"numpy/core.so": NUMPY, "numpy.libs/openblas.so": NUMPY}
PROGRAMS = ["App-setup", "engine-installer"]


def test_what_takes_the_space(folder: Path) -> None:
    found = sizes(folder, PROGRAMS, FILES)
    assert list(found.values()) == [7000, 200, 30]
    assert next(iter(found)) == "numpy"


def test_an_unexpected_file_is_an_error(folder: Path) -> None:
    (folder / "_internal/stray.so").write_bytes(b"")
    (folder / "engine-installer.sig").write_bytes(b"")
    with pytest.raises(Unaccounted) as raised:
        sizes(folder, PROGRAMS, FILES)
    assert "_internal/stray.so" in raised.value.message
    assert "engine-installer.sig" in raised.value.message


def test_the_table_has_the_largest_first_and_a_sum() -> None:
    lines = size_table({f"part {number}": 1_000_000 * (40 - number) for number in range(20)})
    assert lines[0] == "     40.0 MB  part 0"
    assert lines[-2].endswith("5 more")
    assert lines[-1] == "    610.0 MB  together"


def test_the_list_of_hashes_is_what_sha256sum_reads(folder: Path) -> None:
    write_sums(folder)
    write_sums(folder)
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    sums = {file: digest for digest, _, file in (line.partition("  ") for line in lines)}
    assert sums["_internal/numpy/core.so"] == hashlib.sha256(b"x" * 3000).hexdigest()
    assert "SHA256SUMS" not in sums
    assert len(sums) == 7
