"""The wheel beside pypa's `installer`, whose import name is also the name of one of our folders."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.support.packages import small_package
from tests.support.program import ROOT, environment


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("engine_installer-*.whl")
    return built


def _pip(python: str | Path, *arguments: str | Path) -> None:
    done = subprocess.run(
        # An environment with a pip of its own takes seconds to make.
        [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "-q", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_wheel_holds_one_package_and_the_demo(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"engine_installer"}
    packaging = ("build_installer.spec", "LICENSE", "builder/vendor/packaging/texts/LGPL-3.0.txt")
    for file in (
        "__init__.py",
        "installer/command_line/main.py",
        "builder/worker/__main__.py",
        "assets/app.toml",
        *packaging,
    ):
        assert f"engine_installer/{file}" in names
    assert not [name for name in names if "__pycache__" in name or "launcher" in name]


BROKEN = ("json", "typing", "pathlib", "dataclasses", "subprocess", "pydantic", "psutil", "numpy", "importlib")


def test_broken_modules_on_pythonpath_do_not_break_an_installed_program(tmp_path: Path, wheel: Path) -> None:
    venv.create(tmp_path / "environment", symlinks=True)
    (site,) = tmp_path.glob("environment/lib/python*/site-packages")
    zipfile.ZipFile(wheel).extractall(site)
    # The packages that we need come from the environment that runs the tests.
    (site / "needed.pth").write_text(str(Path(pytest.__file__).parent.parent))
    (tmp_path / "broken").mkdir()
    for name in BROKEN:
        (tmp_path / f"broken/{name}.py").write_text(f"raise RuntimeError('the broken {name}')")
    package = small_package(tmp_path / "package", "net")
    start = "import sys; from engine_installer import main; sys.exit(main())"

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [tmp_path / "environment/bin/python", *arguments],
            cwd=tmp_path,
            env=environment(tmp_path) | {"PYTHONPATH": str(tmp_path / "broken")},
            capture_output=True,
            text=True,
            check=False,
        )

    places = ("--package", package, "--target", tmp_path / "target")
    done = run("-c", start, "install", "--quiet", "--portable", *places)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "target/engines").glob("*.engine"))) == 1
    # As it is registered for later.
    done = run(site / "engine_installer/installer/__main__.py", "status", "--target", tmp_path / "target")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("ours_first", [True, False])
@pytest.mark.parametrize("editable", [False, True])
def test_our_installer_and_pypas_coexist(tmp_path: Path, wheel: Path, editable: bool, ours_first: bool) -> None:
    venv.create(tmp_path / "environment", symlinks=True)
    python = tmp_path / "environment/bin/python"
    program = tmp_path / "environment/bin/engine-installer"
    ours: tuple[str | Path, ...] = ("--editable", ROOT) if editable else (wheel,)
    theirs: tuple[str | Path, ...] = ("installer==1.0.1",)
    for package in (ours, theirs) if ours_first else (theirs, ours):
        _pip(python, "install", "--no-deps", *package)
    # A module of that name in the current directory must not matter either.
    (tmp_path / "installer.py").write_text("raise RuntimeError('the wrong one')")

    def output(*command: str | Path) -> str:
        return subprocess.run(
            command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, check=True
        ).stdout

    their_import = "import installer.destinations; print(installer.destinations.SchemeDictionaryDestination.__name__)"
    assert output(program, "--version").startswith("engine-installer ")
    assert output(python, "-P", "-c", their_import) == "SchemeDictionaryDestination\n"
    _pip(python, "uninstall", "--yes", "installer" if ours_first else "engine-installer")
    if ours_first:
        assert output(program, "--version").startswith("engine-installer ")
    else:
        assert output(python, "-P", "-c", their_import) == "SchemeDictionaryDestination\n"


def test_an_editable_installation_runs_the_checkout_and_shows_others_one_package(tmp_path: Path) -> None:
    venv.create(tmp_path / "environment", symlinks=True)
    python = tmp_path / "environment/bin/python"
    _pip(python, "install", "--no-deps", "--editable", ROOT)
    (site,) = tmp_path.glob("environment/lib/python*/site-packages")
    assert not list(site.glob("engine_installer/**/*.py"))
    look = (
        "import importlib.util as util, engine_installer\n"
        "print(*(util.find_spec(name) is not None for name in ('installer', 'builder', 'tests', 'tools')))\n"
        "engine_installer._use_our_packages()\n"
        "import builder, installer; print(builder.__file__, installer.__file__, sep='\\n')"
    )
    done = subprocess.run([python, "-P", "-c", look], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "False False False False",
        str(ROOT / "builder/__init__.py"),
        str(ROOT / "installer/__init__.py"),
    ]
