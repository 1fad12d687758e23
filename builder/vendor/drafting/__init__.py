"""Drafting an app package from ONNX files, and keeping what its `app.toml` says of files true."""
