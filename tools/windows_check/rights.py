"""Looks at what needs administrator rights: asking for them, what they protect, and what they refuse.

The checks that need them run in a second process, so that Windows asks for them once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from builder.operating_system import NotElevated, elevated_exit_code, has_administrator_rights
from tools.windows_check.access import others_who_may_change
from tools.windows_check.check import Seen, check, expected, not_tried
from tools.windows_check.pc import ROOT, Ended, Pc, access_list, is_gone, make_junction

_ALL, _HIVE = "--all-users", "HKEY_LOCAL_MACHINE"
_HAS_RIGHTS = "this process has administrator rights already; start it from an ordinary prompt"
_NOBODY = "nobody is there whom Windows could ask"
_BLOCKED, _CANCELLED, _DENIED = 1625, 1602, 5


def _why_not_asked(pc: Pc) -> str | None:
    return _HAS_RIGHTS if has_administrator_rights() else None if pc.is_watched else _NOBODY


@check(
    rule="https://learn.microsoft.com/windows/security/application-security/application-control/user-account-control/how-it-works",
    code="installer/target/location.py::lacks_rights",
)
def no_question_in_quiet_mode(pc: Pc) -> Seen:
    """A quiet run for all users that has no administrator rights ends with 5 at once, and asks nobody."""
    if has_administrator_rights():
        return not_tried(_HAS_RIGHTS)
    ended = pc.run("install", "--quiet", _ALL, *pc.from_package)
    asked = pc.ask("Did Windows just ask for administrator rights? (It should not have.)")
    return expected(ended.code == _DENIED and asked is not True, f"{ended.code}; {ended.last}")


def _asked_for_rights(pc: Pc) -> Ended:
    return pc.run("install", "--json", _ALL, *pc.from_package, *pc.with_few_models)


@check(
    rule="https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shellexecuteexw",
    code="builder/operating_system/windows.py::start_as_administrator",
)
def refused_rights(pc: Pc) -> Seen:
    """When the user refuses administrator rights, the run ends with 1602 and nothing is installed."""
    if why := _why_not_asked(pc):
        return not_tried(why)
    pc.tell("Windows asks for administrator rights now. Please click NO.")
    ended = _asked_for_rights(pc)
    return expected(ended.code == _CANCELLED and not pc.registered(_HIVE), f"{ended.code}; {ended.last}")


@check(
    rule="https://learn.microsoft.com/windows/win32/shell/launch",
    code="installer/command_line/elevation.py::run_elevated",
)
def granted_rights(pc: Pc) -> Seen:
    """With administrator rights the application is installed below Program Files and listed for all users."""
    if not has_administrator_rights() and not pc.is_watched:
        return not_tried(_NOBODY)
    pc.tell("Windows asks for administrator rights again. Please click YES.")
    ended = _asked_for_rights(pc)
    place = str(pc.registered(_HIVE).get("InstallLocation"))
    is_right = ended.code == 0 and "Program Files" in place
    return expected(is_right, f"{ended.code} in {ended.seconds:.0f} s, installed in {place}; {ended.last}")


@check(
    rule="https://learn.microsoft.com/windows/win32/secauthz/automatic-propagation-of-inheritable-aces",
    code="builder/operating_system/windows.py::machine_folders",
)
def access_control_lists(pc: Pc) -> Seen:
    """Only administrators, the system and TrustedInstaller may change what was installed for all users: it inherits
    the access control list of Program Files.
    """
    place = pc.registered(_HIVE).get("InstallLocation")
    if not place:
        return not_tried("nothing is installed for all users")
    target = Path(place)
    lists = {path: access_list(path) for path in (target, *target.rglob("*"))}
    open_to = {path.name: others for path, sddl in lists.items() if (others := others_who_may_change(sddl))}
    some = ", ".join(f"{name} by {' '.join(others)}" for name, others in [*open_to.items()][:5])
    said = f"{len(lists)} files and folders, {len(open_to)} that others may change {some}; {lists[target]}"
    if not has_administrator_rights():
        try:
            (target / "written.txt").write_text("by another user")
        except PermissionError:
            said += "; writing there was refused"
        else:
            return expected(False, f"a file could be written there; {said}")
    return expected(not open_to, said)


@check(
    rule="https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants",
    code="builder/operating_system/windows.py::distrust",
)
def junctions_with_rights(pc: Pc) -> Seen:
    """A run for all users refuses a target that is a junction, that lies behind one, or that has one inside (1625),
    and writes nothing behind it.
    """
    if why := None if has_administrator_rights() or pc.is_watched else _NOBODY:
        return not_tried(why)
    pc.tell("Windows asks for administrator rights once more. Please click YES.")
    told = pc.folder / "told.json"
    code = with_rights(pc, told)
    if code != 0:
        return expected(False, f"the process with administrator rights ended with {code}")
    seen = json.loads(told.read_text("utf-8"))
    if not seen["junctions"]:
        return not_tried("no junction could be made here")
    is_right = all(item == [_BLOCKED, []] for item in seen["junctions"].values())
    return expected(is_right, f"exit codes and what was written behind: {seen['junctions']}")


@check(
    rule="https://learn.microsoft.com/windows/win32/msi/uninstall-registry-key",
    code="installer/target/registration/windows.py::unregister",
)
def removal_for_all_users(pc: Pc) -> Seen:
    """The removal for all users ends with 0 and leaves neither files nor the entry."""
    told = pc.folder / "told.json"
    if not told.exists():
        return not_tried("the process with administrator rights did not run")
    seen = json.loads(told.read_text("utf-8"))["removal"]
    if seen is None:
        return not_tried("nothing was installed for all users")
    place, code = seen
    gone, listed = is_gone(Path(place)), bool(pc.registered(_HIVE))
    said = f"{code}; {'nothing' if gone else 'something'} left; {'still' if listed else 'no longer'} listed"
    return expected(code == 0 and gone and not listed, said)


def with_rights(pc: Pc, told: Path) -> int | str:
    """Run `do_with_rights` in a process that has them; gives its exit code, or why there was none."""
    if has_administrator_rights():
        do_with_rights(pc, told)
        return 0
    # It starts in another folder, and inherits nothing of the environment.
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r})"
    start += "; from tools.windows_check.__main__ import main; sys.exit(main())"
    program = ["--program", str(pc.program)] if pc.program else ["--source"]
    code = elevated_exit_code(
        [sys.executable, "-c", start, *program, "--with-rights", str(told)], is_stopped=lambda: False
    )
    return code.name if isinstance(code, NotElevated) else code


def do_with_rights(pc: Pc, told: Path) -> None:
    """Try junctions, and remove what is installed for all users; the result goes into a file."""
    listed = pc.registered(_HIVE)
    removal = None
    if place := listed.get("InstallLocation"):
        removal = [place, pc.execute(str(listed["QuietUninstallString"])).code]
    told.write_text(json.dumps({"junctions": _try_junctions(pc), "removal": removal}), "utf-8")


def _try_junctions(pc: Pc) -> dict[str, tuple[int, list[str]]]:
    seen: dict[str, tuple[int, list[str]]] = {}
    for name, link, target in (
        ("the target", "itself/link", "itself/link"),
        ("a folder above it", "above/link", "above/link/target"),
        ("inside it", "inside/target/.engine-installer", "inside/target"),
    ):
        at, elsewhere = pc.folder / link, pc.folder / "behind" / name
        at.parent.mkdir(parents=True)
        elsewhere.mkdir(parents=True)
        if make_junction(at, elsewhere):
            ended = pc.run("install", "--quiet", _ALL, *pc.from_package, "--target", pc.folder / target)
            seen[name] = ended.code, [path.name for path in elsewhere.rglob("*")]
            at.rmdir()
    return seen
