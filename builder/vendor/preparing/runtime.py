"""Models run on this computer's processor, by ONNX Runtime: deterministic, and stopped within a second or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import EngineInstallerError, ModelInvalid, OutOfMemory, SystemNotSupported, says_out_of_memory
from builder.base.text import verbatim
from builder.vendor.preparing.background import in_background

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from builder.vendor.preparing.samples import Sample

_THREADS = 4
"""On every computer as many, because sums are divided among them."""
_LARGEST_MODEL = (1 << 31) - 1
"""Bytes that protobuf can write down."""
_SILENT = 4
"""What goes wrong is in the exception."""


class Runtime:
    """Runs a model exactly as its file has it: nothing is fused or left out, and nodes run in the file's order.

    Attributes:
        version: of ONNX Runtime.
    """

    def __init__(self) -> None:
        """Load ONNX Runtime.

        Raises:
            SystemNotSupported: it is not installed.
        """
        try:
            import onnxruntime
        except ImportError as error:
            raise SystemNotSupported(
                verbatim(f"ONNX Runtime is needed for this, and cannot be loaded: {error}."),
                hint=verbatim('Install it with pip install "engine-installer[prepare]", then run the command again.'),
            ) from error
        self._onnxruntime: Any = onnxruntime
        self.version = str(onnxruntime.__version__)

    def run(
        self, model: Any, samples: Sequence[Sample], cancel: CancelToken = NEVER, outputs: Sequence[str] | None = None
    ) -> list[dict[str, NDArray[Any]]]:
        """Compute outputs for each sample.

        Args:
            model: an `onnx.ModelProto` with its weights inside, or its bytes.
            samples: what it is run with.
            cancel: stops it.
            outputs: which outputs; all unless given.

        Returns:
            The outputs by name, for each sample.

        Raises:
            ModelInvalid: it cannot be loaded, or not run with a sample.
            OutOfMemory: there is too little memory.
            Cancelled: a stop was asked for.
        """
        work = _Work(self._onnxruntime, _content(model), samples, outputs)
        # Nothing interrupts a node. The thread alone holds the session, because whoever frees one waits for its end.
        try:
            return in_background(work.run, cancel, work.stop)
        except EngineInstallerError:
            raise
        except Exception as error:
            raise _explained(error) from error


def _content(model: Any) -> bytes:
    if isinstance(model, bytes):
        return model
    size = model.ByteSize()
    if size > _LARGEST_MODEL:
        raise ModelInvalid(
            verbatim(f"The model takes {size / 2**30:.1f} GiB with its weights; more than 2 GiB cannot be run here."),
            hint=verbatim("Export it in parts, or leave it as it is."),
        )
    return bytes(model.SerializeToString())


def _explained(error: Exception) -> Exception:
    text = str(error)
    if isinstance(error, MemoryError) or says_out_of_memory(text) or "Failed to allocate memory" in text:
        return OutOfMemory(
            verbatim("There is not enough memory to run the model."),
            hint=verbatim("Close other programs, or give smaller samples."),
            detail=text,
        )
    return ModelInvalid(
        verbatim(f"ONNX Runtime cannot run the model: {text.strip()}"),
        hint=verbatim("Give samples that fit it, or correct its export."),
    )


class _Work:
    """What a thread does, and how to stop it."""

    def __init__(
        self, onnxruntime: Any, content: bytes, samples: Sequence[Sample], outputs: Sequence[str] | None
    ) -> None:
        self._onnxruntime = onnxruntime
        self._content = content
        self._samples = samples
        self._outputs = outputs
        self._options = _options(onnxruntime)
        self._run_options = onnxruntime.RunOptions()
        self._run_options.log_severity_level = _SILENT

    def run(self) -> list[dict[str, NDArray[Any]]]:
        session = self._onnxruntime.InferenceSession(self._content, self._options, providers=["CPUExecutionProvider"])
        self._content = b""
        names = list(self._outputs) if self._outputs is not None else [it.name for it in session.get_outputs()]
        results = []
        for sample in self._samples:
            computed = session.run(names, dict(sample), self._run_options)
            results.append(dict(zip(names, computed, strict=True)))
        return results

    def stop(self) -> None:
        self._samples = ()
        self._options.set_load_cancellation_flag(True)
        self._run_options.terminate = True


def _options(onnxruntime: Any) -> Any:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    # Otherwise nodes whose results are outputs run last, and everything that they need stays in memory until then.
    options.execution_order = onnxruntime.ExecutionOrder.PRIORITY_BASED
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = _SILENT
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Packed weights are for many runs; for a few, they only take the memory of the weights once more.
    options.add_session_config_entry("session.disable_prepacking", "1")
    return options
