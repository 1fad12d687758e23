"""The walls of docs/architecture.md, read off the imports."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT

LAYERS = {
    "builder": (
        "vendor",
        "building",
        "worker",
        "feed",
        "engines",
        "timing",
        "library",
        "app_package",
        "references",
        "gpu",
        "backend",
        "base",
        "operating_system",
    ),
    "installer": ("command_line", "self_test", "wizard", "actions", "target"),
}
"""The rooms of each program, from the top floor down: a room imports only from floors below its own."""

ENTRIES = {"builder.__main__", "installer.__main__", "installer.frozen"}
"""The modules outside any room. They only start the command line, so they may import everything."""

ONLY_IMPORTERS = {
    "tensorrt": ("builder.worker",),
    "tensorrt_rtx": ("builder.worker",),
    "tensorrt_rtx_bindings": ("builder.worker",),
    "onnx": ("builder.worker", "builder.vendor.models", "builder.vendor.preparing"),
    "onnxruntime": ("builder.vendor.preparing",),
    "numpy": ("builder.worker", "builder.references", "builder.vendor"),
    "pynvml": ("builder.gpu.nvml",),
    "PySide6": ("installer.wizard",),
    "tomlkit": ("builder.vendor.manifest_editing",),
    "tuf": ("builder.feed", "builder.vendor.feed"),
    "securesystemslib": ("builder.feed", "builder.vendor.feed", "builder.vendor.statements"),
    "cryptography": ("builder.feed", "builder.vendor.feed"),
}
"""Which rooms alone import a package, because loading it costs time or can end the process."""

WITHOUT_QT = {
    "installer.wizard.access_keys",
    "installer.wizard.assessment",
    "installer.wizard.choices",
    "installer.wizard.facts",
    "installer.wizard.times",
    "installer.wizard.ending",
    "installer.wizard.findings",
    "installer.wizard.inventory",
    "installer.wizard.launching",
    "installer.wizard.remembered",
    "installer.wizard.memory",
    "installer.wizard.run_lines",
    "installer.wizard.upkeep",
    "installer.wizard.verdict",
    "installer.wizard.failure",
    "installer.wizard.run_state",
    "installer.wizard.taskbar",
    "installer.wizard.languages",
    "installer.wizard.views",
}

FILES = [path for folder in LAYERS for path in sorted((ROOT / folder).rglob("*.py"))]


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in FILES}


def imports_of(path: Path) -> set[str]:
    """Every module that a file imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            inside = {f"{node.module}.{alias.name}" for alias in node.names} & MODULES.keys()
            found |= inside or {node.module or ""}
    return found


def is_inside(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_from_the_floors_below(module: str) -> None:
    program, _, rest = module.partition(".")
    imported = imports_of(MODULES[module])
    for package, importers in ONLY_IMPORTERS.items():
        if not any(is_inside(module, importer) for importer in importers) or (
            package == "PySide6" and module in WITHOUT_QT
        ):
            assert not [name for name in imported if is_inside(name, package)]
    if module in ENTRIES or not rest:
        return
    room = rest.partition(".")[0]
    floors = LAYERS[program]
    allowed = {program, *(f"{program}.{below}" for below in floors[floors.index(room) :])}
    if program == "installer":
        allowed |= {"builder", *(f"builder.{below}" for below in LAYERS["builder"] if below != "vendor")}
    rooms = {".".join(name.split(".")[:2]) for name in imported if name.partition(".")[0] in LAYERS}
    assert rooms <= allowed


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {module: (imports_of(path) & MODULES.keys()) - {module} for module, path in MODULES.items()}
    tuple(graphlib.TopologicalSorter(graph).static_order())


def test_every_room_is_a_layer_and_on_the_architecture_page() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for program, floors in LAYERS.items():
        assert {path.name for path in (ROOT / program).iterdir() if any(path.glob("*.py"))} == set(floors)
        for room in floors:
            assert f"`{program}/{room}/`" in page


def test_help_needs_nothing_but_the_standard_library() -> None:
    code = (
        "import sys; sys.argv = ['x']; import installer.command_line.main\n"
        "installer.command_line.arguments.make_parser().format_help()\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded <= set(sys.stdlib_module_names) | {"__main__", "installer", "builder"}
