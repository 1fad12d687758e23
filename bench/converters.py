"""Converts a model to fp16 as others do: `python bench/converters.py METHOD MODEL SAMPLE OUTPUT`.

It imports nothing of ours, because it runs in the environment of ModelOpt, which needs other versions of libraries.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx


def _simplified(source: str, output: str) -> str:
    import onnxruntime

    result = f"{output}.simplified"
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = result
    onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    return result


def _by_onnxruntime(source: str) -> Any:
    from onnxruntime.transformers.float16 import convert_float_to_float16
    from onnxruntime.transformers.onnx_model import OnnxModel

    model = convert_float_to_float16(onnx.load(source), keep_io_types=True)
    OnnxModel(model).topological_sort()
    return model


def _by_autocast(source: str, **options: Any) -> Any:
    from modelopt.onnx.autocast import configure_logging, convert_to_mixed_precision

    configure_logging("ERROR")
    return convert_to_mixed_precision(source, **options)


def _convert(method: str, source: str, sample: str, output: str) -> Any:
    if method == "plain":
        return _by_onnxruntime(source)
    if method == "simplified":
        return _by_onnxruntime(_simplified(source, output))
    if method == "common":
        from onnxconverter_common.float16 import convert_float_to_float16

        return convert_float_to_float16(onnx.load(source), keep_io_types=True)
    if method == "common-auto":
        from onnxconverter_common.auto_mixed_precision import auto_convert_mixed_precision

        return auto_convert_mixed_precision(
            onnx.load(source), dict(np.load(sample)), rtol=0.01, atol=0.001, keep_io_types=True
        )
    if method == "autocast":
        return _by_autocast(source)
    if method == "autocast-samples":
        return _by_autocast(source, calibration_data=sample, keep_io_types=True)
    raise SystemExit(f"no such method: {method}")


if __name__ == "__main__":
    onnx.save(_convert(*sys.argv[1:]), str(Path(sys.argv[4])))
