"""Reading commands from standard input in a thread while other code runs."""

from __future__ import annotations

import io
import os

_STDIN = 0


def take_standard_input() -> io.FileIO:
    """Give the process's standard input to the caller alone and leave an empty one in its place.

    On Windows, while a thread waits for a pipe on the standard handle, every DLL hangs that examines this handle when
    it is loaded, numpy's among them (numpy issue 24290). Besides, no other code should read commands by accident.
    """
    private = os.dup(_STDIN)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, _STDIN)
    os.close(nothing)
    return io.FileIO(private, "rb")
