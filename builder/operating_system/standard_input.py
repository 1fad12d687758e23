"""Reading commands from standard input in a thread while other code runs."""

from __future__ import annotations

import io
import os

_STDIN = 0


def take_standard_input() -> io.FileIO:
    """Give the process's standard input to the caller alone and leave an empty one in its place.

    On Windows a thread that waits for a pipe on the standard handle makes every DLL hang whose start looks at that
    handle, numpy's among them (numpy issue 24290); and nobody else should read commands by accident.
    """
    private = os.dup(_STDIN)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, _STDIN)
    os.close(nothing)
    return io.FileIO(private, "rb")
