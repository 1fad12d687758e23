"""What must work where PySide6, onnx and both engine libraries are absent: an environment made of what remains."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import venv
from pathlib import Path

import pytest

from tests.support.packages import small_package
from tests.support.program import ROOT, Ended, environment

KEPT = (
    "annotated-types", "filelock", "markdown-it-py", "mdurl", "nvidia-ml-py", "packaging", "platformdirs", "psutil",
    "pydantic", "pydantic-core", "pygments", "rich", "typing-extensions", "typing-inspection",
)  # fmt: skip


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with copies of the distributions that stay."""
    folder = tmp_path_factory.mktemp("clean") / "environment"
    venv.create(folder, symlinks=True)
    (site,) = folder.glob("lib/python*/site-packages")
    for name in KEPT:
        for file in importlib.metadata.files(name) or []:
            source = Path(str(file.locate()))
            if ".." not in file.parts and source.suffix != ".pyc":
                (site / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, site / file)
    return folder / "bin/python"


def run(python: Path, home: Path, *arguments: str | Path) -> Ended:
    done = subprocess.run(
        [python, "-m", "installer", *arguments], cwd=ROOT, env=environment(home), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("module", ["onnx", "numpy", "tensorrt", "tensorrt_rtx", "tensorrt_rtx_bindings", "PySide6"])
def test_the_environment_is_really_without(python: Path, module: str) -> None:
    code = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is not None)"
    assert subprocess.run([python, "-c", code], check=False).returncode == 0


def test_help_and_version_work(python: Path, tmp_path: Path) -> None:
    assert "exit codes" in run(python, tmp_path, "--help").out
    assert run(python, tmp_path, "install", "--help").code == 0
    assert run(python, tmp_path, "--version").out.startswith("engine-installer ")


def test_status_works(python: Path, tmp_path: Path) -> None:
    assert run(python, tmp_path, "status", "--target", tmp_path, "--json").code == 66
    assert run(python, tmp_path, "status", "--target", tmp_path, "--detect").code == 1


def test_an_installation_made_elsewhere_can_be_judged(python: Path, tmp_path: Path) -> None:
    from tests.support import program

    package = small_package(tmp_path / "package", "alpha")
    assert program.run("install", "--package", package, "--target", tmp_path / "t", home=tmp_path).code == 0
    package.rename(tmp_path / "moved")
    assert run(python, tmp_path, "status", "--target", tmp_path / "t", "--detect").code == 0


def test_without_a_library_the_installation_is_refused_with_the_way_out(python: Path, tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    ended = run(python, tmp_path, "install", "--package", package, "--target", tmp_path / "t")
    assert ended.code == 69
    assert "No engine library is installed" in ended.err
    assert "hint: Install it with: pip install tensorrt-rtx" in ended.err
    assert not (tmp_path / "t").exists()


def test_a_refused_command_line_says_so(python: Path, tmp_path: Path) -> None:
    assert run(python, tmp_path, "install", "--nonsense").code == 64
