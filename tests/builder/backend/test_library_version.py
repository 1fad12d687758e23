"""Which version of an engine library is there: the library knows, metadata may be those of another."""

from __future__ import annotations

import compileall
import importlib
import importlib.metadata
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.backend import TENSORRT, TENSORRT_RTX

BINDINGS = "tensorrt_rtx_cu13_bindings"

Site = Callable[[str, str], Path]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Make a folder of packages, the only one that there is, with a module of that source."""

    def make(module: str, source: str) -> Path:
        (tmp_path / module).mkdir()
        (tmp_path / module / "__init__.py").write_text(source)
        monkeypatch.setattr("sys.path", [str(tmp_path)])
        importlib.invalidate_caches()
        return tmp_path

    return make


def add_metadata(site: Path, name: str, version: str) -> None:
    folder = site / f"{name}-{version}.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: {version}\n")
    importlib.invalidate_caches()


@pytest.mark.parametrize("others", [["1.6.0.50"], ["1.8.0.2"], ["1.6.0.50", "1.8.0.2"], []])
@pytest.mark.parametrize("own", [True, False])
def test_the_library_itself_is_believed(site: Site, others: list[str], own: bool) -> None:
    folder = site("tensorrt_rtx_bindings", "import no_such_module\n__version__ = '1.7.1.116'\n")
    for version in [*others, *(["1.7.1.116"] if own else [])]:
        add_metadata(folder, BINDINGS, version)
    found = TENSORRT_RTX.find()
    assert found is not None
    assert (found.version, found.cuda) == ("1.7.1.116", "13" if others or own else None)


def test_a_module_without_source_states_it_too(site: Site) -> None:
    folder = site("tensorrt_rtx_bindings", "__version__ = '1.7.1.116'\n")
    compileall.compile_dir(folder, legacy=True, quiet=1)
    (folder / "tensorrt_rtx_bindings/__init__.py").unlink()
    importlib.invalidate_caches()
    add_metadata(folder, BINDINGS, "1.6.0.50")
    found = TENSORRT_RTX.find()
    assert found is not None
    assert found.version == "1.7.1.116"


@pytest.mark.parametrize(
    "source", ["", "__version__ = str(11)\n", "from os import name as __version__\n", "__version__ = 11\n"]
)
def test_metadata_are_asked_where_the_library_states_no_version(site: Site, source: str) -> None:
    folder = site("tensorrt", source)
    assert TENSORRT.find() is None
    add_metadata(folder, "tensorrt_cu12_bindings", "10.14.1.48.post1")
    found = TENSORRT.find()
    assert found is not None
    assert (found.version, found.cuda) == ("10.14.1.48", "12")


def test_the_cuda_version_is_that_of_the_metadata_that_fit(site: Site) -> None:
    folder = site("tensorrt_bindings", "__version__ = '10.14.1.48.post1'\n")
    add_metadata(folder, "tensorrt_cu13_bindings", "11.4.0.106")
    add_metadata(folder, "tensorrt_cu12_bindings", "10.14.1.48.post1")
    found = TENSORRT.find()
    assert found is not None
    assert (found.version, found.cuda) == ("10.14.1.48", "12")


@pytest.mark.parametrize(
    ("there", "faults"),
    [
        ([(BINDINGS, "1.7.1.116"), ("tensorrt_rtx_cu13_libs", "1.7.1.116"), ("numpy", "1.0")], []),
        ([(BINDINGS, "1.7.1.116"), (BINDINGS, "1.6.0.50")], ["cu13-bindings 1.6.0.50"]),
        ([(BINDINGS, "1.7.1.116"), ("tensorrt_rtx_cu13_libs", "1.6.0.50")], ["cu13-libs 1.6.0.50"]),
        ([(BINDINGS, "1.8.0.2")], ["cu13-bindings 1.8.0.2"]),
        (
            [(BINDINGS, "1.7.1.116"), ("tensorrt_rtx_cu12_bindings", "1.7.1.116")],
            ["cu12-bindings 1.7.1.116", "cu13-bindings 1.7.1.116"],
        ),
    ],
)
def test_metadata_that_contradict_the_library_are_named(
    site: Site, there: list[tuple[str, str]], faults: list[str]
) -> None:
    folder = site("tensorrt_rtx_bindings", "")
    for name, version in there:
        add_metadata(folder, name, version)
    file = str(folder / "tensorrt_rtx_bindings/__init__.py")
    assert TENSORRT_RTX.metadata_faults("1.7.1.116", file) == [f"tensorrt-rtx-{fault}" for fault in faults]


def test_the_real_library_agrees_with_its_metadata() -> None:
    found = TENSORRT_RTX.find()
    assert found is not None
    assert found.version == importlib.metadata.version("tensorrt-rtx-cu13-bindings")
