"""Entry of the frozen program: both its executables run this."""

import sys

from builder.base.program import CHILD_ARGUMENT

CHILDREN = (
    "builder.worker.__main__",
    "installer.command_line.relayed",
    "installer.self_test.child",
    "installer.wizard.drawing",
    "installer.wizard.probe",
)
"""The modules that the program starts as children of its own."""


def main() -> int:
    """Be a child, or the command line."""
    if sys.argv[1:2] == [CHILD_ARGUMENT]:
        # Before all else: what the command line imports, a worker need not wait for.
        import importlib

        module = sys.argv.pop(2) if len(sys.argv) > 2 else ""
        if module not in CHILDREN:
            return 2
        return int(importlib.import_module(module).main())
    from installer.command_line.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
