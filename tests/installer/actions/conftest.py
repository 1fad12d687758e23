from __future__ import annotations

from tests.support.runs import computer

__all__ = ["computer"]
