"""The wizard: PySide6 over `installer/wizard/navigation.py`; the only importer of PySide6."""
