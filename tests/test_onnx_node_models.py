"""The models of ONNX's own tests, one for each operator, type and attribute, as one app package.

By default a tenth of them is taken, always the same; `pytest -m exhaustive` takes all, for some ten minutes.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import onnx
import pytest

from tests.support.packages import write_manifest
from tests.support.runs import install

BUILT = {"all": 836, "a tenth": 83}
"""How many are built, with ONNX 1.23 and TensorRT-RTX 1.7; it must not fall. docs/verified.md has the first."""

TYPES = re.compile(r"\b(?i:u?int\d+|fp\d+|bf?loat\d*|float\w*|bfloat16|half|string|bool|double|complex\d+|a sequence|"
                   r"an optional value)\b")  # fmt: skip


@dataclass(frozen=True)
class NodeModels:
    """The models by their name in the app package, and what became of each."""

    which: str
    models: dict[str, onnx.ModelProto]
    finished: dict[str, dict[str, Any]]
    code: int


def collect(which: str) -> dict[str, onnx.ModelProto]:
    from onnx.backend.test.case.node import collect_testcases

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # NumPy's, about what the tests compute on purpose.
        cases = sorted(collect_testcases(None), key=lambda case: str(case.name))
    taken = cases if which == "all" else cases[::10]
    names = (f"{number:04}-{case.name}"[:64].rstrip("_") for number, case in enumerate(taken))
    return {name: case.model for name, case in zip(names, taken, strict=True) if case.model}


@pytest.fixture(
    scope="module",
    params=[pytest.param("all", marks=[pytest.mark.exhaustive, pytest.mark.timeout(7200)]), "a tenth"],
)
def node_models(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> NodeModels:
    """One run of the program with all of them."""
    home = tmp_path_factory.mktemp("nodes")
    models = collect(request.param)
    (home / "package").mkdir()
    for name, model in models.items():
        (home / "package" / f"{name}.onnx").write_bytes(model.SerializeToString())
    entries = [{"name": name, "onnx": f"{name}.onnx"} for name in models]
    ended = install(home, write_manifest(home / "package", *entries, verify=False), within_seconds=7200)
    finished = {event["model"]: event for event in ended.events if event["event"] == "model_finished"}
    return NodeModels(request.param, models, finished, ended.code)


def names_in(graph: onnx.GraphProto) -> Iterator[str]:
    """The operators of a graph, and its inputs as messages quote them."""
    yield from (repr(value.name) for value in graph.input)
    for node in graph.node:
        yield node.op_type
        for attribute in node.attribute:
            for inner in (attribute.g, *attribute.graphs):
                yield from names_in(inner)


def test_every_model_is_built_or_refused_and_nothing_crashes(node_models: NodeModels) -> None:
    assert node_models.finished.keys() == node_models.models.keys()
    assert {event["outcome"] for event in node_models.finished.values()} == {"built", "failed"}
    assert node_models.code == 1


def test_every_reason_names_an_operator_a_type_or_an_input(node_models: NodeModels) -> None:
    unclear = {}
    for name, event in node_models.finished.items():
        reason = (event["message"] or "").replace(repr(name), "it")
        model = node_models.models[name]
        names = {*names_in(model.graph), *(node.op_type for function in model.functions for node in function.node)}
        if event["outcome"] == "failed" and not (TYPES.search(reason) or any(word in reason for word in names)):
            unclear[name] = reason
    assert unclear == {}


def test_no_reason_is_the_missing_driver_or_an_error_of_ours(node_models: NodeModels) -> None:
    blaming = re.compile(r"driver|cuda ?error|cuda runtime|internal error|gave no reason|node number -1", re.IGNORECASE)
    reasons = {name: event["message"] or "" for name, event in node_models.finished.items()}
    assert {name: reason for name, reason in reasons.items() if blaming.search(reason)} == {}


def test_no_fewer_are_built_than_before(node_models: NodeModels) -> None:
    built = [name for name, event in node_models.finished.items() if event["outcome"] == "built"]
    assert len(built) >= BUILT[node_models.which]
