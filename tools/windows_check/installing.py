"""Looks at what one user without special rights does: packaging, building, and being listed by Windows."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
from pathlib import Path

from tools.windows_check.check import Seen, check, expected, not_tried
from tools.windows_check.pc import BUILDER, ROOT, Pc, is_gone, make_junction, open_as_user, setting

_MARK = "[ZoneTransfer]\r\nZoneId=3\r\n"
_STREAM = ":Zone.Identifier"
_EXIT_CODES = {
    1605: ["status", "--target", "nowhere"],
    1639: ["install", "--nonsense"],
    1612: ["/S", "/package=nowhere"],
}
_LONG = "l" * 60


@check(
    rule="https://learn.microsoft.com/cpp/windows/universal-crt-deployment",
    code="builder/vendor/packaging/origins.py::accounted",
)
def packaging(pc: Pc) -> Seen:
    """`engine-builder package` ends with 0, its self-test passes, and nothing of Windows itself is in the program but
    the C runtime.
    """
    if pc.program:
        return not_tried("a program that was packaged before is looked at")
    if not pc.is_packaging:
        return not_tried("it runs from source")
    pc.tell("The program is packaged now, which takes one to three minutes.")
    output = pc.folder / "dist"
    ended = pc.execute([*BUILDER, "package", "--package", str(pc.package), "--output", str(output)])
    warnings = re.findall(r"(?m)^warning: .*", ended.text)
    if ended.code == 0:
        (pc.program,) = output.iterdir()
    said = f"{ended.code} in {ended.seconds:.0f} s, {len(warnings)} warnings; {ended.last}"
    return expected(ended.code == 0 and not warnings, said)


@check(rule="https://docs.nvidia.com/deploy/nvml-api/", code="builder/gpu/nvml.py::detect_gpus")
def graphics_card(pc: Pc) -> Seen:
    """NVML names the graphics cards and the driver that `nvidia-smi` names."""
    ended = pc.execute([*BUILDER, "gpus", "--json"])
    told = json.loads(ended.text)
    ours = [(gpu["name"], told["driver"]) for gpu in told["gpus"]]
    if not ours:
        return not_tried(f"no graphics card of NVIDIA was found: {told['problem']['message']}")
    smi = pc.execute(["nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader"])
    theirs = [tuple(part.strip() for part in row) for row in csv.reader(smi.text.splitlines())]
    return expected(ours == theirs, f"ours: {ours}; nvidia-smi: {theirs}")


@check(
    rule="https://docs.nvidia.com/deeplearning/tensorrt-rtx/latest/", code="builder/worker/inference.py::load_engine"
)
def engines(pc: Pc) -> Seen:
    """A quiet installation builds every engine, loads each once on the graphics card where there is one, and `status
    --detect` ends with 0.
    """
    _mark_as_downloaded(pc)
    ended = pc.install(pc.mine)
    found = sorted(path.name for path in (pc.mine / "engines").glob("*.engine"))
    detected = pc.run("status", "--detect", "--target", pc.mine)
    said = f"{ended.code} in {ended.seconds:.0f} s, {len(found)} engines, detection {detected.code}; {ended.last}"
    return expected(ended.code == 0 and detected.code == 0 and bool(found), said)


def _mark_as_downloaded(pc: Pc) -> None:
    """As a browser and Explorer mark what they download and unpack; a file system without streams cannot keep it."""
    for path in filter(Path.is_file, (pc.program or pc.package).rglob("*")):
        try:
            with open(f"{path}{_STREAM}", "w", newline="") as stream:
                stream.write(_MARK)
        except OSError:
            return


@check(
    rule="https://learn.microsoft.com/openspecs/windows_protocols/ms-fscc/6e3f7352-d11c-4d76-8c39-2516a9df36e8",
    code="installer/target/application_files.py::_copy",
)
def mark_of_the_web(pc: Pc) -> Seen:
    """What was installed from downloaded files has no mark of the web, so Windows does not ask about it again."""
    here = next(filter(Path.is_file, (pc.program or pc.package).rglob("*")))
    if not _is_marked(here):
        return not_tried("this file system keeps no marks")
    files = [path for path in pc.mine.rglob("*") if path.is_file()]
    marked = [path for path in files if _is_marked(path)]
    return expected(bool(files) and not marked, f"{len(marked)} of {len(files)} installed files are marked")


def _is_marked(path: Path) -> bool:
    try:
        with open(f"{path}{_STREAM}") as stream:
            return "ZoneId=3" in stream.read()
    except OSError:
        return False


@check(
    rule="https://learn.microsoft.com/windows/win32/msi/uninstall-registry-key",
    code="installer/target/registration/windows.py::uninstall_values",
)
def apps_settings(pc: Pc) -> Seen:
    """The application is in the Apps settings, with its name, version and publisher, and can be removed and modified
    there.
    """
    found, app = pc.registered("HKEY_CURRENT_USER"), pc.app
    wanted = {
        "DisplayName": app["name"],
        "DisplayVersion": app["version"],
        "Publisher": app["publisher"],
        "InstallLocation": str(pc.mine),
    }
    differs = {name: found.get(name) for name, value in wanted.items() if found.get(name) != value}
    missing = [name for name in ("UninstallString", "QuietUninstallString", "ModifyPath") if not found.get(name)]
    if differs or missing:
        return expected(False, f"differs: {differs}; missing: {missing}")
    if pc.is_watched:
        open_as_user("ms-settings:appsfeatures")
    listed = pc.ask(f"Does the list of apps that has just opened have {app['name']!r}, with its version?")
    return expected(listed is not False, f"the registry is right; seen in the settings: {_words(listed)}")


def _words(answer: bool | None) -> str:
    return {True: "yes", False: "no", None: "nobody looked"}[answer]


@check(
    rule="https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-deletefilew",
    code="builder/operating_system/windows.py::removal_command",
)
def removal(pc: Pc) -> Seen:
    """The registered command for quiet removal ends with 0 and leaves neither files nor the entry, although Windows
    holds the program that runs.
    """
    command = pc.registered("HKEY_CURRENT_USER").get("QuietUninstallString")
    if not command:
        return not_tried("there is no such command")
    ended = pc.execute(str(command))
    gone, listed = is_gone(pc.mine), bool(pc.registered("HKEY_CURRENT_USER"))
    left = [] if gone else [str(path.relative_to(pc.folder)) for path in pc.mine.rglob("*")][:10]
    said = f"{ended.code}; {'nothing left' if gone else f'left: {left}'}; {'still' if listed else 'no longer'} listed"
    return expected(ended.code == 0 and gone and not listed, said)


@check(
    rule="https://learn.microsoft.com/windows/win32/fileio/reparse-points",
    code="installer/target/transaction.py::remove_empty_folder",
)
def junction_in_what_is_removed(pc: Pc) -> Seen:
    """A removal follows no junction: what it leads to stays."""
    target, elsewhere = pc.folder / "with a junction", pc.folder / "elsewhere"
    link = target / "engines" / "junction"
    elsewhere.mkdir()
    link.parent.mkdir(parents=True)
    (elsewhere / "kept.engine").write_text("not ours")
    if not make_junction(link, elsewhere):
        return not_tried("no junction could be made here")
    if pc.install(target, *pc.with_few_models).code:
        return expected(False, "the installation failed")
    ended = pc.run("uninstall", "--quiet", "--target", target)
    stays = (elsewhere / "kept.engine").exists()
    link.rmdir()
    shutil.rmtree(target, ignore_errors=True)
    said = f"{ended.code}; what the junction leads to {'stays' if stays else 'is gone'}"
    return expected(ended.code == 0 and stays, said)


@check(
    rule="https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation",
    code="builder/operating_system/windows.py::extended_path",
)
def long_path(pc: Pc) -> Seen:
    """A folder whose path has more than 260 characters is installed to and removed again, whatever `LongPathsEnabled`
    is.
    """
    first = pc.folder / _LONG
    target = first.joinpath(*[_LONG] * 4)
    enabled = setting("HKEY_LOCAL_MACHINE", r"SYSTEM\CurrentControlSet\Control\FileSystem", "LongPathsEnabled")
    codes = [
        pc.install(target, *pc.with_few_models).code,
        pc.run("status", "--detect", "--target", target).code,
        pc.run("uninstall", "--quiet", "--target", target).code,
    ]
    gone = not any(codes) and is_gone(first)
    shutil.rmtree(f"\\\\?\\{first}", ignore_errors=True)
    said = f"{len(str(target))} characters, enabled {enabled}: {codes}, {'nothing' if gone else 'files'} left"
    return expected(gone, said)


@check(rule="https://learn.microsoft.com/windows/win32/msi/error-codes", code="builder/base/errors.py::ExitCode")
def exit_codes(pc: Pc) -> Seen:
    """Failures end with Windows' own numbers."""
    codes = {code: pc.run(*arguments).code for code, arguments in _EXIT_CODES.items()}
    return expected(all(code == seen for code, seen in codes.items()), f"expected and seen: {codes}")


@check(
    rule="https://learn.microsoft.com/windows/console/getconsolemode",
    code="builder/operating_system/standard_streams.py::is_console",
)
def nul(pc: Pc) -> Seen:
    """The input NUL, which services and launchers give, is no console: nobody sits before it."""
    ask = "import sys; from builder.operating_system import is_terminal as t; print(sys.stdin.isatty(), t(sys.stdin))"
    ended = pc.execute([sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {ask}"])
    return expected(ended.text.split()[-1:] == ["False"], f"isatty, and what we say: {ended.last}")
