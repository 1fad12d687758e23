"""Mistakes that the worker might make with an engine library; each must be found."""

from __future__ import annotations

from dataclasses import dataclass

CLASSIC = ("tensorrt-10", "tensorrt-11")
RTX = ("tensorrt-rtx",)
ALL = (*CLASSIC, *RTX)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A change of one line of the worker.

    Attributes:
        name: what is wrong with it.
        file: in builder/worker.
        right: part of the line as it stands.
        wrong: the same part with the mistake.
        libraries: those with which mypy finds it; none when only its name, which is a string, tells.
        reported: part of the line that mypy names, when it is another one.
    """

    name: str
    file: str
    right: str
    wrong: str
    libraries: tuple[str, ...] = ALL
    reported: str | None = None


MISTAKES = (
    Mistake("method", "configuration.py", "config.set_memory_pool_limit(", "config.set_memory_pool_limits("),
    Mistake("property", "configuration.py", "    config.builder_optimization_level", "    config.optimization_level"),
    Mistake("member", "configuration.py", "MemoryPoolType.WORKSPACE", "MemoryPoolType.WORK_SPACE"),
    Mistake("string for member", "configuration.py", "clear_flag(library.BuilderFlag.TF32)", 'clear_flag("TF32")'),
    Mistake(
        "other enumeration",
        "configuration.py",
        "library.ProfilingVerbosity,",
        "library.TensorFormat,",
        reported="config.profiling_verbosity = _member(",
    ),
    Mistake("argument missing", "configuration.py", "(capability, index)", "(capability)", RTX),
    Mistake("argument too many", "configuration.py", "create_optimization_profile()", "create_optimization_profile(0)"),
    Mistake("object for number", "configuration.py", "allowed_formats = 1 <<", "allowed_formats = tensor #"),
    Mistake("wrong owner", "configuration.py", "config.add_optimization_profile", "profile.add_optimization_profile"),
    Mistake(
        "class unguarded",
        "configuration.py",
        'hasattr(library, "ComputeCapability")',
        "job.targets",
        CLASSIC,
        reported='_member(job, f"compute_capabilities {target}"',
    ),
    Mistake(
        "method unguarded",
        "configuration.py",
        'and hasattr(config, "set_compute_capability")',
        "and job.targets",
        CLASSIC,
        reported="config.set_compute_capability(",
    ),
    Mistake(
        "member unguarded",
        "inference.py",
        'hasattr(library, "EngineValidity") and',
        "job.load_on and",
        CLASSIC,
        reported="library.EngineValidity.INVALID",
    ),
    Mistake("constructor", "build.py", "library.Builder(logger)", "library.Builder()"),
    Mistake("class", "inference.py", "library.Runtime(logger)", "library.EngineRuntime(logger)"),
    Mistake("function", "build.py", 'init_libnvinfer_plugins(logger, "")', "init_libnvinfer_plugins(logger)"),
    Mistake("plugin's file", "plugins.py", "registry.load_library(str(copy))", "registry.load_library(copy)"),
    Mistake("registry", "plugins.py", "before = {creator.name for creator in registry.all_", "before = {*registry."),
    Mistake("writer missing", "build.py", "(network, config, writer))", "(network, config))"),
    Mistake("swapped", "build.py", "serialized_network(network, config)", "serialized_network(config, network)"),
    Mistake("wrong callback", "build.py", "config.progress_monitor = monitor", "config.progress_monitor = engine_file"),
    Mistake("swapped constructor", "network.py", "OnnxParser(network, logger)", "OnnxParser(logger, network)"),
    Mistake("object for buffer", "external_weights.py", "if inside else content)", "if inside else parser)"),
    Mistake("arguments", "external_weights.py", "(tensor.name, address, len(data))", "(tensor.name, address)"),
    Mistake("mode", "inference.py", "TensorIOMode.INPUT", "TensorIOMode.IN"),
    Mistake("place", "inference.py", "TensorLocation.HOST", "TensorLocation.CPU"),
    Mistake("shape", "inference.py", "context.set_input_shape(name, array.shape)", "context.set_input_shape(name, 1)"),
    Mistake("address", "inference.py", "set_tensor_address(name, address)", "set_tensor_address(name, name)"),
    Mistake("names asked", "inference.py", "context.infer_shapes()", "context.infer_shape()"),
    Mistake("old call", "inference.py", "context.execute_async_v3(", "context.execute_async_v2("),
    Mistake("allocator", "inference.py", "set_output_allocator(name, allocator)", "set_output_allocator(name, self)"),
    Mistake("profile", "inference.py", "get_tensor_profile_shape(name, profile)", "get_tensor_profile_shape(name)"),
    Mistake("profile's stream", "inference.py", "async(number, self._cuda.stream)", "async(number)"),
    Mistake("count called", "inference.py", "range(engine.num_io_tensors)", "range(engine.num_io_tensors())"),
    Mistake("type's name", "inference.py", '"HALF": "f2"', '"FLOAT16": "f2"', ()),
    Mistake("property called", "network.py", "range(parser.num_errors)", "range(parser.num_errors())"),
    Mistake("method not called", "network.py", "error.code().name for", "error.code.name for"),
    Mistake("flags", "network.py", "int(flags.STRONGLY_TYPED)", "flags.STRONGLY_TYPED"),
    Mistake("misspelt guard", "network.py", 'hasattr(flags, "STRONGLY_TYPED")', 'hasattr(flags, "STRONG_TYPED")', ()),
    Mistake("value called", "tensors.py", "range(network.num_outputs)", "range(network.num_outputs())"),
    Mistake("attribute", "tensors.py", "describe_shape(tensor.shape)", "describe_shape(tensor.dims)"),
    Mistake("layer", "settings_check.py", "layer.num_outputs", "layer.output_count"),
    Mistake("text for number", "settings_check.py", "_dimension_name(axis)!r}", "_dimension_name(str(axis))!r}"),
    Mistake("severity", "library.py", "Severity.WARNING: ", "Severity.WARN: "),
    Mistake("callback missing", "library.py", "def step_complete(", "def step_completed(", reported="return Monitor()"),
    Mistake("callback's arguments", "library.py", "def phase_finish(self, phase_name: str)", "def phase_finish(self)"),
    Mistake("callback's types", "library.py", "num_steps: int", "num_steps: str"),
    Mistake("callback's result", "library.py", "data: bytes) -> int", "data: bytes) -> None"),
    Mistake("callback's data", "library.py", "log(self, severity: ILogger.Severity", "log(self, severity: str"),
    Mistake("flag", "timing.py", "BuilderFlag.EDITABLE_TIMING_CACHE", "BuilderFlag.EDITABLE_TIMINGS"),
    Mistake("keyword", "timing.py", "create_timing_cache(content)", "create_timing_cache(content=content)"),
    Mistake("wrong object", "timing.py", "= config.set_timing_cache(self._cache", "= config.set_timing_cache(log"),
    Mistake("None given", "timing.py", "own.combine(there, False)", "own.combine(None, False)"),
    Mistake("other spelling", "timing.py", "cache.queryKeys()", "cache.query_keys()"),
    Mistake("class", "timing.py", "value = self._library.TimingCacheValue", "value = self._library.TimingKey"),
    Mistake("text for key", "timing.py", "self._library.TimingCacheKey.parse(key), nothing", "key, nothing"),
    Mistake("no buffer", "timing.py", "memoryview(cache.serialize())", "memoryview(cache)"),
    Mistake("flag's name", "configuration.py", '"WEIGHT_STREAMING"', '"WEIGHTS_STREAMING"', ()),
    Mistake("table's name", "configuration.py", '"detailed": "DETAILED"', '"detailed": "DETAILS"', ()),
    Mistake("prefix", "configuration.py", '"SM" +', '"CC" +', ()),
    Mistake("guard's name", "build.py", '(library, "init_libnvinfer_plugins")', '(library, "init_plugins")', ()),
    Mistake("code's name", "network.py", '"MODEL_DESERIALIZE_FAILED" in', '"DESERIALIZE_FAILED" in', ()),
    Mistake("layer's name", "build.py", '"NMS"', '"SUPPRESSION"', ()),
    Mistake("name of another", "settings_check.py", '"HALF": "fp16"', '"FP16": "fp16"', ()),
)  # fmt: skip
