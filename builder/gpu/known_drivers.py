"""Which CUDA version an NVIDIA driver runs, for drivers that are not on this computer."""

from __future__ import annotations

import re

from builder.base.errors import InvalidParameter
from builder.base.text import verbatim

# CUDA Toolkit release notes, table "CUDA Toolkit and Corresponding Driver Versions": the branch of the first driver of
# each version (12.7 had no toolkit, but drivers). Windows counts on within a branch (551 to 553 are branch 550), so the
# limits are those of both systems.
_BRANCHES = (
    (450, "11.0"),
    (455, "11.1"),
    (460, "11.2"),
    (465, "11.3"),
    (470, "11.4"),
    (495, "11.5"),
    (510, "11.6"),
    (515, "11.7"),
    (520, "11.8"),
    (525, "12.0"),
    (530, "12.1"),
    (535, "12.2"),
    (545, "12.3"),
    (550, "12.4"),
    (555, "12.5"),
    (560, "12.6"),
    (565, "12.7"),
    (570, "12.8"),
    (575, "12.9"),
    (580, "13.0"),
    (590, "13.1"),
    (595, "13.2"),
)


def cuda_of_driver(version: str) -> str:
    """Return the newest CUDA that a driver runs, such as `12.4` of `551.61`; of a newer driver, the newest known one.

    Raises:
        InvalidParameter: this is no version of a driver, or of one from before 2020.
    """
    if not re.fullmatch(r"[0-9]{3}(\.[0-9]{1,3}){0,2}", version):
        raise InvalidParameter(
            verbatim(f"{version!r} is no version of an NVIDIA driver."),
            hint=verbatim("Give it as nvidia-smi shows it, such as 551.61 or 580.159.04."),
        )
    branch = int(version.partition(".")[0])
    cuda = next((cuda for first, cuda in reversed(_BRANCHES) if branch >= first), None)
    if cuda is None:
        raise InvalidParameter(
            verbatim(f"Driver {version} is older than all that are known, and than all that an engine library needs."),
            hint=verbatim(f"Give one from {_BRANCHES[0][0]} on."),
        )
    return cuda
