"""A thread with a stack that is large enough for the engine library, which walks over networks by recursion.

It takes 2 to 3 KiB for each node of a chain (measured with TensorRT-RTX 1.7 and elementwise nodes). The main thread's
stack is 8 MiB on Linux and 2 MiB of Python on Windows, which 3,000 or 800 nodes exhaust.
"""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import threading
from collections.abc import Callable

_MIB = 1 << 20

_STACK_SIZES = (128 * _MIB, 32 * _MIB)
"""What is tried. Linux takes memory only as it is used; Windows sets it aside, and Python takes less than 256 MiB."""


def run_with_deep_stack(action: Callable[[], int]) -> int:
    """Run `action` in a thread with a large stack, or in this one where the system has no room for any.

    What was going on in case of a crash is written to standard error.

    Returns:
        What it returns; 1 when it ended the thread instead.
    """
    results: list[int] = []
    before = threading.stack_size()

    def run() -> None:
        # Here, and nowhere before: the thread that enables it first gets the second stack, without which an exhausted
        # stack leaves no trace.
        faulthandler.enable(file=sys.stderr)
        results.append(action())

    # Where address space is limited, the library needs it more.
    for size in _STACK_SIZES[-1:] if _has_limited_address_space() else _STACK_SIZES:
        thread = threading.Thread(target=run, name="build")
        # ValueError: this platform does not take that size; RuntimeError: there is no room for it.
        with contextlib.suppress(ValueError, RuntimeError):
            threading.stack_size(size)
            try:
                thread.start()
            finally:
                threading.stack_size(before)
            thread.join()
            return results[0] if results else 1
    run()
    return results[0]


def _has_limited_address_space() -> bool:
    try:
        import resource
    except ImportError:  # not on Windows
        return False
    return resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY
