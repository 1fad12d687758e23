"""The wizard: PySide6 over `installer/flow.py`; the only importer of PySide6."""
