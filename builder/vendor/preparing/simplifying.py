"""A model as ONNX Runtime simplifies it, which is what is converted: constants folded, normalizations in convolutions.

Some models cannot be converted without: a variance of 9.8e7 that stands in a file of its own is beyond fp16, and folded
into the weights of the convolution before it, it is not.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import EngineInstallerError, ModelInvalid
from builder.base.names import one_line
from builder.base.text import verbatim
from builder.vendor.models.onnx_file import graphs, nodes
from builder.vendor.preparing.background import in_background

_STANDARD = ("", "ai.onnx")
_FATAL_ONLY = 4
_LONGEST_NAME = 240
_OLDEST_FORMAT = 4
"""Before, the format of ONNX files required weights to be inputs as well."""


def simplified(model: Any, cancel: CancelToken = NEVER) -> Any:
    """Simplify a model with ONNX Runtime's basic optimizations, and give each of its nodes a name of its own.

    Args:
        model: the `onnx.ModelProto`, with its weights; it is changed.
        cancel: stops it.

    Raises:
        ModelInvalid: ONNX Runtime refuses it.
        Cancelled: a stop was asked for.
    """
    import onnx

    _forget_defaults(model)
    _name_nodes(model)
    content = model.SerializeToString()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        result = Path(folder) / "simplified.onnx"
        try:
            _write(content, result, cancel)
        except EngineInstallerError:
            raise
        except Exception as error:  # of ONNX Runtime, whose errors have no common class
            raise ModelInvalid(
                verbatim(f"ONNX Runtime cannot run the model: {_first_line(error)}"),
                hint=verbatim("Only what ONNX Runtime can run on the CPU can be prepared; export the model again."),
            ) from error
        simple = onnx.load_model(result)
    if {node.domain for node in nodes(simple)} - {node.domain for node in nodes(model)} - {*_STANDARD}:
        simple = model  # other programs do not know operators that only ONNX Runtime has
    _use_only_needed_domains(simple)
    _name_nodes(simple)
    return simple


def _write(content: bytes, result: Path, cancel: CancelToken) -> None:
    """Let ONNX Runtime write what it makes of a model."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = _FATAL_ONLY
    # One thread, so that sums of constants are always made in the same order.
    options.intra_op_num_threads = 1
    options.optimized_model_filepath = str(result)

    def load() -> None:
        onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    in_background(load, cancel, lambda: options.set_load_cancellation_flag(True))


def _forget_defaults(model: Any) -> None:
    """Let weights be no inputs: an engine always uses them, and only so are they folded."""
    weights = {tensor.name for tensor in model.graph.initializer}
    inputs = [value for value in model.graph.input if value.name not in weights]
    del model.graph.input[:]
    model.graph.input.extend(inputs)
    model.ir_version = max(model.ir_version, _OLDEST_FORMAT)


def _use_only_needed_domains(model: Any) -> None:
    needed = {"" if node.domain in _STANDARD else node.domain for node in nodes(model)} | {""}
    imports = [item for item in model.opset_import if ("" if item.domain in _STANDARD else item.domain) in needed]
    del model.opset_import[:]
    model.opset_import.extend(imports)


def _name_nodes(model: Any) -> None:
    """Give every node a name that no other has and that app.toml takes, made of what it computes where it has none."""
    taken: set[str] = set()
    for graph in graphs(model):
        for node in graph.node:
            base = one_line(node.name or f"{node.op_type}_{next(filter(None, node.output), '')}")[:_LONGEST_NAME]
            name, number = base, 1
            while name in taken:
                number += 1
                name = f"{base}_{number}"
            taken.add(name)
            node.name = name


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
