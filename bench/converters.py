"""Converts a model to fp16 as others do: `python bench/converters.py METHOD MODEL SAMPLES OUTPUT`, in their environment.

It imports nothing of ours, because ModelOpt needs other versions of the libraries than we do.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx


def samples(file: str) -> dict[str, Any]:
    """The first sample of a file."""
    with np.load(file) as arrays:
        return {name.removeprefix("0/"): arrays[name] for name in arrays.files if name.startswith("0/")}


def simplified(source: str, output: str) -> str:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = f"{output}.simplified"
    onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    return options.optimized_model_filepath


def by_onnxruntime(source: str) -> Any:
    from onnxruntime.transformers.float16 import convert_float_to_float16
    from onnxruntime.transformers.onnx_model import OnnxModel

    model = convert_float_to_float16(onnx.load(source), keep_io_types=True)
    OnnxModel(model).topological_sort()
    return model


def by_autocast(source: str, **options: Any) -> Any:
    from modelopt.onnx.autocast import configure_logging, convert_to_mixed_precision

    configure_logging("ERROR")
    return convert_to_mixed_precision(source, **options)


def convert(method: str, source: str, inputs: str, output: str) -> Any:
    if method == "plain":
        return by_onnxruntime(source)
    if method == "simplified":
        return by_onnxruntime(simplified(source, output))
    if method == "common":
        from onnxconverter_common.float16 import convert_float_to_float16

        return convert_float_to_float16(onnx.load(source), keep_io_types=True)
    if method == "common-auto":
        from onnxconverter_common.auto_mixed_precision import auto_convert_mixed_precision

        return auto_convert_mixed_precision(
            onnx.load(source), samples(inputs), rtol=0.01, atol=0.001, keep_io_types=True
        )
    if method == "autocast":
        return by_autocast(source)
    if method == "autocast-samples":
        calibration = f"{output}.npz"
        np.savez(calibration, **samples(inputs))
        return by_autocast(source, calibration_data=calibration, keep_io_types=True)
    raise SystemExit(f"no such method: {method}")


if __name__ == "__main__":
    onnx.save(convert(*sys.argv[1:]), str(Path(sys.argv[4])))
