"""The walls of docs/architecture.md, read off the imports."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT

ENGINE_LIBRARIES = {"tensorrt", "tensorrt_rtx", "tensorrt_rtx_bindings", "onnx", "numpy"}

# Which room may import what; a room is a module or a package of ours, None stands for everything else of `builder`.
ROOMS: dict[str, set[str]] = {
    "builder.errors": set(),
    "builder.engine_check": set(),
    "builder.cancellation": {"errors"},
    "builder.settings": set(),
    "builder.operating_system": set(),
    "builder.files": {"errors", "operating_system"},
    "builder.toml_file": {"errors", "files", "settings"},
    "builder.json_file": {"errors", "files"},
    "builder.package_files": {"files"},
    "builder.onnx_nodes": set(),
    "builder.manifest": {"errors", "files", "onnx_nodes", "package_files", "settings", "toml_file"},
    "builder.wheels": {"backend", "errors", "files", "manifest", "operating_system"},
    "builder.download": {"errors", "files"},
    "builder.gpu": {"operating_system"},
    "builder.busy": {"cancellation", "errors", "gpu"},
    "builder.backend": {"settings"},
    "builder.gpu_choice": {"backend", "errors", "gpu"},
    "builder.overlay": {"files"},
    "builder.timing_cache": {"errors", "files", "gpu", "overlay", "settings", "toml_file"},
    "builder.engine_header": {"backend"},
    "builder.machine": {"backend", "gpu", "overlay"},
    "builder.protocol": {"settings"},
    "builder.worker": {"backend", "errors", "files", "operating_system", "overlay", "protocol", "settings"},
    "builder.program": set(),
    "builder.process": {"cancellation", "errors", "operating_system", "program", "protocol"},
    "builder.progress": {"protocol"},
    "builder.engine_store": {"backend", "engine_header", "errors", "files", "gpu", "json_file", "settings"},
    "builder.plan": {
        "backend",
        "engine_store",
        "errors",
        "gpu",
        "gpu_choice",
        "machine",
        "manifest",
        "settings",
        "timing_cache",
    },
    "builder.preflight": {"backend", "engine_store", "errors", "files", "gpu", "gpu_choice", "machine", "plan"},
    "builder.terminal": {"errors", "protocol"},
    "builder.catalogue_file": {"errors", "files", "timing_cache"},
    "builder.populate": {
        "builds",
        "busy",
        "cancellation",
        "catalogue_file",
        "errors",
        "files",
        "machine",
        "manifest",
        "plan",
        "protocol",
        "timing_cache",
    },
    "builder.commands": {
        "backend",
        "busy",
        "cancellation",
        "catalogue_file",
        "errors",
        "files",
        "gpu",
        "gpu_choice",
        "machine",
        "manifest",
        "packaging",
        "plan",
        "populate",
        "preflight",
        "program",
        "protocol",
        "timing_cache",
        "wheels",
    },
    "builder.packaging": {"errors", "files", "manifest", "program", "timing_cache"},
    "builder.__main__": {"busy", "cancellation", "commands", "files", "errors", "plan", "protocol", "terminal"},
    "builder.builds": {
        "timing_cache",
        "busy",
        "cancellation",
        "engine_store",
        "errors",
        "operating_system",
        "plan",
        "process",
        "progress",
        "protocol",
    },
}

FILES = [path for folder in ("builder", "installer") for path in sorted((ROOT / folder).rglob("*.py"))]


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return found


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    module = module_of(path)
    room = room_of(module)
    imported = imports_of(path)
    outside = {name.partition(".")[0] for name in imported}
    if room != "builder.worker":
        assert not outside & ENGINE_LIBRARIES
    if module != "builder.gpu":
        assert "pynvml" not in outside
    if not module.startswith("installer.wizard") or module == "installer.wizard.taskbar":
        assert "PySide6" not in outside
    if module.startswith("builder."):
        assert "installer" not in outside
        rooms = {room_of(name).removeprefix("builder.") for name in imported if name.startswith("builder.")}
        assert rooms - {room.removeprefix("builder.")} <= ROOMS[room]


def test_every_room_stands_in_the_architecture_page() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for path in FILES:
        folder = path.relative_to(ROOT).parent.as_posix()
        if path.name == "__init__.py" or folder in (
            "builder/backend",
            "builder/commands",
            "builder/operating_system",
            "builder/packaging",
            "builder/worker",
            "installer/registration",
            "installer/wizard",
            "installer/wizard/pages",
        ):
            assert f"`{folder}/`" in page, folder
        else:
            assert f"`{path.relative_to(ROOT).as_posix()}`" in page, path


def test_help_needs_nothing_but_the_standard_library() -> None:
    import subprocess

    code = (
        "import sys; sys.argv = ['x']; import installer.cli; installer.arguments.make_parser().format_help()\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded <= set(sys.stdlib_module_names) | {"__main__", "installer", "builder"}
