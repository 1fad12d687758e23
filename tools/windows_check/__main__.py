r"""Look at what only a real Windows can show, and write a report: `tools\windows_check.ps1`, docs/verified.md."""

from __future__ import annotations

import argparse
import sys
import traceback
from pathlib import Path

# In the order in which they are looked at.
from tools.windows_check import installing, rights, window  # noqa: F401
from tools.windows_check.check import CHECKS, Check, Seen, State, expected, table
from tools.windows_check.pc import Pc, this_pc
from tools.windows_check.report import facts, report


def main() -> int:
    """Run the command line; returns 0 if nothing was otherwise than expected."""
    parser = argparse.ArgumentParser(prog="windows_check", description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--program", type=Path, metavar="DIR", help="a packaged program, instead of packaging one now")
    parser.add_argument("--source", action="store_true", help="do without a packaged program")
    parser.add_argument("--unattended", action="store_true", help="ask nothing; what a person must see is not tried")
    parser.add_argument("--report", type=Path, default=Path("windows-report.md"), metavar="FILE")
    parser.add_argument("--table", action="store_true", help="print the table of docs/verified.md, and look at nothing")
    parser.add_argument("--with-rights", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.table:
        print(table(), end="")
        return 0
    program = options.program.absolute() if options.program else None
    packages = not (program or options.source)
    with this_pc(program, is_packaging=packages, is_watched=not options.unattended) as pc:
        if options.with_rights:
            rights.do_with_rights(pc, options.with_rights)
            return 0
        seen = {one.name: _look(one, pc) for one in CHECKS}
        about = facts(pc)
    options.report.write_text(report(about, seen, str(Path.home())), "utf-8")
    print(f"\nThe report is {options.report.absolute()}. Please look through it and paste it into a new issue.")
    return int(any(found.state is State.OTHERWISE for found in seen.values()))


def _look(one: Check, pc: Pc) -> Seen:
    print(f"{one.name} … ", end="", flush=True)
    try:
        seen = one.look(pc)
    except Exception:
        # Whatever goes wrong with one of them is a finding, and the others are looked at.
        seen = expected(False, traceback.format_exc(limit=-2))
    print(seen.state.value)
    return seen


if __name__ == "__main__":
    sys.exit(main())
