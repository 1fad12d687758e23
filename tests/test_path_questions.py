"""No question about a path ends in a traceback: each is asked where the system's refusal is caught."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.program import ROOT
from tests.test_architecture import MODULES

OF_PATHLIB = {
    *("exists", "is_file", "is_dir", "is_symlink", "is_mount", "is_fifo", "is_socket", "is_block_device"),
    *("is_char_device", "samefile", "stat", "lstat", "iterdir", "readlink", "rglob"),
}
OF_OS_PATH = {"exists", "lexists", "isfile", "isdir", "islink", "getsize", "getmtime"}

ELSEWHERE = {
    "builder/base/paths.py": "the helper itself",
    "builder/vendor/packaging": "looks at the installed Python and at what it has just written",
    "builder/library/wheels.py: entry.is_dir()": "asks an entry of an archive",
    "builder/operating_system/posix.py: folder.is_dir()": "/proc, where every user may look",
    "builder/operating_system/posix.py: folder.iterdir()": "/proc, where every user may look",
    "builder/operating_system/posix.py: held.exists()": "/proc, where every user may look",
    "builder/operating_system/posix.py: (folder / name).is_file()": "where the system keeps libraries",
    "builder/operating_system/posix.py: path.stat()": "what the same run has made",
    "builder/library/download.py: Path(path).is_file()": "the system's certificates, where every user may look",
    "builder/timing/overlay.py: folder.iterdir()": "its caller catches it",
    "installer/self_test/checks.py": "looks at this program and at what it has just written",
}
"""Where a bare question is right, and why: a file, a folder, or a question in a file."""


def _catches(handler: ast.ExceptHandler) -> bool:
    return "OSError" in ast.unparse(handler.type) if handler.type else True


def _bare_questions(node: ast.AST, *, caught: bool = False) -> Iterator[ast.Call]:
    """Find the questions in a piece of source that nothing around them answers for."""
    if isinstance(node, ast.Try):
        inside = caught or any(map(_catches, node.handlers))
        for part in node.body:
            yield from _bare_questions(part, caught=inside)
        for rest in (*node.handlers, *node.orelse, *node.finalbody):
            yield from _bare_questions(rest, caught=caught)
        return
    if isinstance(node, ast.With):
        begins = " ".join(ast.unparse(item.context_expr) for item in node.items)
        inside = caught or "os_errors_as(" in begins or ("suppress(" in begins and "OSError" in begins)
        for part in node.body:
            yield from _bare_questions(part, caught=inside)
        return
    if isinstance(node, ast.Lambda):
        caught = False  # it may be called anywhere
    if isinstance(node, ast.FunctionDef):
        caught = "OSError: " in (ast.get_docstring(node) or "")  # its callers are told
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not caught:
        of_os = ast.unparse(node.func.value) in ("os.path", "os")
        if node.func.attr in (OF_OS_PATH if of_os else OF_PATHLIB):
            yield node
    for child in ast.iter_child_nodes(node):
        yield from _bare_questions(child, caught=caught)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_question_about_a_path_has_an_answer_when_a_folder_may_not_be_entered(module: str) -> None:
    file = MODULES[module].relative_to(ROOT).as_posix()
    if any(file == place or file.startswith(f"{place}/") for place in ELSEWHERE):
        return
    found = [ast.unparse(call) for call in _bare_questions(ast.parse(MODULES[module].read_text(encoding="utf-8")))]
    bare = [question for question in found if f"{file}: {question}" not in ELSEWHERE]
    assert not bare, f"{file} asks {', '.join(bare)}: ask builder.base.paths, or inside os_errors_as"


def test_the_exceptions_are_needed() -> None:
    for place in ELSEWHERE:
        file, _, question = place.partition(": ")
        assert (ROOT / file).exists()
        if question:
            assert question in map(ast.unparse, _bare_questions(ast.parse((ROOT / file).read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("if path.exists(): pass", 1),
        ("with os_errors_as(path, say('read')):\n    path.stat()", 0),
        ("with suppress(ValueError):\n    path.stat()", 1),
        ("try:\n    path.is_file()\nexcept ValueError: pass", 1),
        ("try:\n    path.is_file()\nexcept (ValueError, OSError): path.lstat()", 1),
        ("found = [path for path in folder.iterdir() if not path.is_symlink()]", 2),
        ("with suppress(OSError):\n    ask = lambda: path.exists()", 1),
        ("os.path.lexists(path)", 1),
        ("def size(path):\n    '''Raises:\n        OSError: it is not.\n    '''\n    path.stat()", 0),
        ("with suppress(OSError):\n    def size(path):\n        return path.stat()", 1),
        ("exists(path) and archive.namelist() and os.path.join(a, b)", 0),
    ],
)
def test_bare_questions_are_found(source: str, bare: int) -> None:
    assert len(list(_bare_questions(ast.parse(source)))) == bare


def test_the_helper_is_where_the_message_says() -> None:
    assert Path(ROOT / "builder/base/paths.py").is_file()


READ_ELSEWHERE = {
    "builder/operating_system": "what the system itself keeps in /proc and /sys",
    "builder/vendor/packaging": "looks at the installed Python and at what it has just written",
    "builder/vendor/packaging/make.py": "looks at what it has just written",
    "builder/vendor/populate.py": "looks at what it has just written",
    "builder/engines/engine_check.py: open(_descriptor(path), 'rb')": "opened as it should be, without our modules",
    "builder/engines/engine_check.py: information.read_text(errors='replace')": "what the driver itself keeps in /proc",
    "builder/engines/store.py: open(path, 'a', encoding='ascii', opener=opener)": "as it should be, for writing",
    "builder/vendor/drafting/draft.py: partial.open('xb')": "makes a new file",
    "builder/worker/build.py: output.open('xb', buffering=0)": "makes a new file",
    "builder/building/worker_process.py: open(stream.fileno(), 'rb', closefd=False)": "a pipe of ours",
    "builder/base/files.py: path.open('xb')": "makes a new file",
    "builder/base/files.py: path.open('r+b')": "waits for nobody, not even at a pipe",
    "builder/library/wheels.py: archive.open(entry)": "a file in an archive",
    "builder/references/file.py: archive.open(entry)": "a file in an archive",
    "builder/library/download.py: opener.open(request, timeout=_SILENCE_SECONDS)": "an address",
    "builder/worker/__main__.py: Channel.open()": "no file",
    "installer/actions/log.py": "has a function of its own for what is written",
}
"""Where files are not opened by `builder.base.small_files`, and why."""


def _openings(file: str) -> list[str]:
    calls = [
        node for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    of_a_path = [call for call in calls if isinstance(call.func, ast.Attribute)]
    of_a_path = [call for call in of_a_path if "QIODevice" not in ast.unparse(call)]  # a buffer in memory
    found = [call for call in of_a_path if call.func.attr in ("read_bytes", "read_text", "open")]  # type: ignore[attr-defined]
    found += [call for call in calls if ast.unparse(call.func) == "open"]
    return [ast.unparse(call) for call in found if not ast.unparse(call).startswith("os.open(")]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_file_that_others_may_have_put_there_is_opened_without_waiting(module: str) -> None:
    file = MODULES[module].relative_to(ROOT).as_posix()
    if not any(file == place or file.startswith(f"{place}/") for place in READ_ELSEWHERE):
        found = [opening for opening in _openings(file) if f"{file}: {opening}" not in READ_ELSEWHERE]
        assert not found, f"{file} has {', '.join(found)}: read it with builder.base.small_files"


def test_the_exceptions_of_opening_are_needed() -> None:
    for place in READ_ELSEWHERE:
        file, _, opening = place.partition(": ")
        assert (ROOT / file).exists()
        assert not opening or opening in _openings(file), place
