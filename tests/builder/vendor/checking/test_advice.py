"""Advice in the report of a check, with real builds where it is measured."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy
import pytest
from onnx import TensorProto

from tests.support.graphs import model, node, value, weight
from tests.support.json_schema import faults
from tests.support.packages import model_entry, write_manifest
from tests.support.program import ROOT, Ended, run_builder
from tests.support.third_party import FILE_TYPE, write_package

SCHEMA = json.loads((ROOT / "docs/schemas/check.schema.json").read_text(encoding="utf-8"))


def check(package: Path, *options: str) -> Ended:
    return run_builder("check", "--package", package, "--for", "sm89", *options)


def package_of_misaligned(folder: Path) -> Path:
    """A convolution of 64 to 60 channels in fp16, with a billion multiply-adds and more."""
    half, size = TensorProto.FLOAT16, 256
    made = model(
        [node("Conv", ["x", "w"], ["y"], pads=[1, 1, 1, 1])],
        [value("x", [1, 64, size, size], half)],
        [value("y", [1, 60, size, size], half)],
        [weight("w", numpy.ones((60, 64, 3, 3), "e"))],
    )
    path = folder / "filter.onnx"
    path.write_bytes(made.SerializeToString())
    return write_manifest(folder, model_entry(folder, path))


def test_advice_is_in_the_report_and_counts_as_a_warning(tmp_path: Path) -> None:
    package = package_of_misaligned(tmp_path)
    ended = check(package, "--json", "--fail-on", "warning")
    found = json.loads(ended.out)
    assert list(faults(found, SCHEMA)) == []
    (advice,) = found["models"][0]["advice"]
    assert advice["name"] == "channel-alignment"
    assert "100% of the multiply-adds" in advice["worth"]
    assert ended.code == 1
    in_words = check(package)
    assert "Advice for filter (channel-alignment): 1 of 1 convolutions" in in_words.out
    assert f"    -> {advice['remedy']}\n" in in_words.out
    assert in_words.code == 0


def test_a_batch_that_could_be_one_is_measured_with_a_real_model(tmp_path: Path) -> None:
    found = json.loads(check(write_package(tmp_path, [FILE_TYPE]), "--json").out)
    (advice,) = found["models"][0]["advice"]
    assert advice["name"] == "fixable-dimension"
    now, then = map(float, re.findall(r"([\d.]+) MB", advice["worth"]))
    assert then < now
    assert now == pytest.approx(4.66, rel=0.05)
