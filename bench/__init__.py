"""Speed and memory against the plain TensorRT-RTX Python API; see README.md."""
