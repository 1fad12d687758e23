"""The GPUs of this computer: what NVML tells of them, whether they are in use, and which one to build for."""
