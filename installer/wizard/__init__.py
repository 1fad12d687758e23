"""The wizard: PySide6 over what `views.py`, `verdict.py` and `run_state.py` decide; the only importer of PySide6."""
