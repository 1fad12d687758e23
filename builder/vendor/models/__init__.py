"""What ONNX files hold, for the vendor's commands."""
