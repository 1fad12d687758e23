from __future__ import annotations

from tests.support.quick_builds import pc
from tests.support.runs import computer

__all__ = ["computer", "pc"]
