"""Every operator that an engine library takes in fp32 it takes after a conversion; for that, some stay in fp32."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from builder.vendor.preparing.conversion import Narrow, convert
from builder.vendor.preparing.simplifying import simplified
from tests.support.operator_models import operator_models
from tests.support.program import ROOT

BUILD = """
import importlib, json, sys
from pathlib import Path
from bench.plain import load_library, make_logger
library = load_library()
logger = make_logger(library)
built = {}
for name in sys.argv[1:]:
    builder = library.Builder(logger)
    network = builder.create_network(1 << int(library.NetworkDefinitionCreationFlag.STRONGLY_TYPED))
    parser = library.OnnxParser(network, logger)
    config = builder.create_builder_config()
    config.num_compute_capabilities = 1
    config.set_compute_capability(library.ComputeCapability.SM86, 0)
    parsed = parser.parse(Path(name).read_bytes())
    built[Path(name).stem] = bool(parsed and builder.build_serialized_network(network, config) is not None)
print(json.dumps(built))
"""
PECULIAR = {
    "Celu", "ConvTranspose", "GRU", "LpNormalization", "MeanVarianceNormalization", "RandomNormalLike",
}  # fmt: skip
"""Those that stay in fp32 for it."""


def refused(folder: Path, names: Collection[str], to: Narrow | None) -> list[str]:
    """The models of which no engine can be built."""
    paths = []
    for name, made in operator_models().items():
        if name in names:
            simple = simplified(made)
            paths.append(folder / f"{name}.onnx")
            paths[-1].write_bytes((convert(simple, to, ()) if to else simple).SerializeToString())
    done = subprocess.run(
        [sys.executable, "-c", BUILD, *map(str, paths)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name, is_built in json.loads(done.stdout).items() if not is_built]


@pytest.mark.parametrize("to", [None, "fp16", "bf16"])
def test_operators_that_stay_in_fp32_are_built(tmp_path: Path, to: Narrow | None) -> None:
    assert refused(tmp_path, PECULIAR, to) == []


@pytest.mark.exhaustive
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("to", [None, "fp16", "bf16"])
def test_all_operators_are_built(tmp_path: Path, to: Narrow | None) -> None:
    assert refused(tmp_path, operator_models().keys(), to) == []
