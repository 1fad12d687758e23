"""The child process that builds one engine: the only importer of tensorrt, tensorrt_rtx and onnx."""
