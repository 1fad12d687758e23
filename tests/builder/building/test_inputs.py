from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.app_package.package_files import PackageFile
from builder.base.events import InputFile
from builder.building.inputs import ORIGINALS, Inputs
from tests.support.plans import package

PATH = Path("/p/a.onnx")
FILE = PackageFile(PATH, "a.onnx", "ab" * 32, 1000)
STAGED, KEPT = {PATH: Path("/staging/a.onnx")}, {PATH: Path("/target/a.onnx")}


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (ORIGINALS, InputFile(str(PATH), FILE.sha256, None, changeable=False, size=1000)),
        # What this run has written, and hashed as it did so, is not hashed again.
        (Inputs(staged=STAGED), InputFile(str(PATH), None, "/staging/a.onnx", changeable=False, size=1000)),
        (Inputs(kept=KEPT), InputFile(str(PATH), FILE.sha256, "/target/a.onnx", changeable=False, size=1000)),
        (
            Inputs(staged=STAGED, kept=KEPT, changeable=frozenset({PATH})),
            InputFile(str(PATH), None, "/staging/a.onnx", changeable=False, size=1000),
        ),
        (
            Inputs(kept=KEPT, changeable=frozenset({PATH})),
            InputFile(str(PATH), FILE.sha256, "/target/a.onnx", changeable=False, size=1000),
        ),
        (
            Inputs(changeable=frozenset({PATH})),
            InputFile(str(PATH), FILE.sha256, None, changeable=True, size=1000),
        ),
        (
            Inputs(staged={Path("/p/b"): PATH}, kept={Path("/p/b"): PATH}, changeable=frozenset({Path("/p/b")})),
            InputFile(str(PATH), FILE.sha256, None, changeable=False, size=1000),
        ),
    ],
)
def test_a_worker_reads_our_copy_and_hashes_whatever_others_could_have_changed(
    inputs: Inputs, expected: InputFile
) -> None:
    assert inputs.as_input(FILE) == expected


def test_a_model_comes_with_its_external_weights() -> None:
    (model,) = package({}).models
    weights = PackageFile(Path("/p/w.bin"), "w.bin", "12" * 32, 5)
    files = ORIGINALS.files_of(replace(model, external_data=(weights,)))
    assert [(file.path, file.size) for file in files] == [("/p/a.onnx", 1000), ("/p/w.bin", 5)]
