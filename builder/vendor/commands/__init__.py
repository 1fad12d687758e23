"""The commands of `engine-builder`, one module each."""
