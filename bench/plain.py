"""The reference of the benchmarks: the plain TensorRT-RTX Python API and nothing else.

`python bench/plain.py MODEL ENGINE [MODEL ENGINE ...]` builds one engine after the other in this one process, as the
samples of the library do: read the file, parse, build, write. Nothing is verified, flushed, staged or logged.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any


def load_library() -> Any:
    """Import the library; NVIDIA's metapackage gives it the first name, its bindings wheel alone the second."""
    try:
        return importlib.import_module("tensorrt_rtx")
    except ImportError:
        return importlib.import_module("tensorrt_rtx_bindings")


def make_logger(library: Any) -> Any:
    """A logger that drops everything."""

    class Logger(library.ILogger):  # type: ignore[misc]
        def __init__(self) -> None:
            library.ILogger.__init__(self)

        def log(self, severity: Any, message: str) -> None:
            pass

    return Logger()


def build(library: Any, logger: Any, model: Path, engine: Path) -> None:
    """Build one engine with the library's defaults."""
    builder = library.Builder(logger)
    network = builder.create_network(1 << int(library.NetworkDefinitionCreationFlag.STRONGLY_TYPED))
    parser = library.OnnxParser(network, logger)
    if not parser.parse(model.read_bytes()):
        raise SystemExit(f"{model}: {parser.get_error(0)}")
    serialized = builder.build_serialized_network(network, builder.create_builder_config())
    if serialized is None:
        raise SystemExit(f"{model}: no engine was built")
    with engine.open("wb") as stream:
        stream.write(serialized)


def main() -> None:
    """Build every pair of model and engine that the command line names."""
    library = load_library()
    logger = make_logger(library)
    paths = [Path(argument) for argument in sys.argv[1:]]
    for model, engine in zip(paths[::2], paths[1::2], strict=True):
        build(library, logger, model, engine)


if __name__ == "__main__":
    main()
