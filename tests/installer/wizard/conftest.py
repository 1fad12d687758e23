"""Where Qt cannot be loaded, the wizard is not tested; tests/conftest.py says so, and CI insists."""

from __future__ import annotations

try:
    from tests.support.wizard import _in_english, _qt_does_not_complain, open_wizard, qapp_args, speak, use
except ImportError:
    collect_ignore_glob = ["test_*.py"]
else:
    __all__ = ["_in_english", "_qt_does_not_complain", "open_wizard", "qapp_args", "speak", "use"]
