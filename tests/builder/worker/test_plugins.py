"""Plugins in real workers with the real TensorRT-RTX: a real library, and everything that may be wrong with one."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.cancellation import NEVER
from builder.base.errors import EngineInstallerError
from builder.base.events import BuildJob, InputFile, PluginJob
from builder.base.files import sha256_of
from builder.building.worker_process import Finished, HasFailed, run_worker
from builder.worker.plugins import plugin_folder
from tests.support.forked_worker import job
from tests.support.plugins import net_with, plugin_library

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the plugin is laid out as compilers on Linux do it")


def plugin(library: Path, *operators: str) -> PluginJob:
    return PluginJob("own-ops", operators or ("Twice",), InputFile(str(library), sha256_of(library)))


def error_of(order: BuildJob) -> EngineInstallerError:
    outcome = run_worker(order, NEVER, lambda _event: None)
    assert isinstance(outcome, HasFailed), outcome
    assert [path.name for path in Path(order.output).parent.iterdir()] == ["net.onnx"], "something was left"
    return outcome.error


@pytest.fixture
def order(tmp_path: Path) -> BuildJob:
    return job(net_with(tmp_path / "net/net.onnx"))


def test_a_model_with_an_operator_of_the_vendors_own_is_built(order: BuildJob, tmp_path: Path) -> None:
    library = plugin_library(tmp_path / "own.so")
    Path(f"{order.output}.plugins").mkdir()  # as a worker that was killed leaves it
    outcome = run_worker(replace(order, plugins=(plugin(library),)), NEVER, lambda _event: None)
    assert isinstance(outcome, Finished), outcome
    engine = Path(order.output)
    assert engine.stat().st_size == outcome.built.size > 10_000
    assert b"Twice" in engine.read_bytes()
    assert {path.name for path in engine.parent.iterdir()} == {"net.engine", "net.onnx"}


def test_nothing_is_put_beside_an_engine_that_is_only_asked(order: BuildJob, tmp_path: Path) -> None:
    asked = replace(
        order, backend="tensorrt", plugins=(plugin(plugin_library(tmp_path / "own.so")),), check_only="0" * 64
    )
    with plugin_folder(asked) as folder:
        assert folder == Path(order.output).parent / ".staging/net.engine.plugins"
        assert folder.stat().st_mode & 0o777 == 0o700
        staged = replace(asked, output=str(folder.parent / "net.engine"))
        with plugin_folder(staged) as own:
            assert own == folder
    assert not folder.exists()


def test_what_is_loaded_is_what_was_hashed(order: BuildJob, tmp_path: Path) -> None:
    library = plugin_library(tmp_path / "own.so")
    expected = plugin(library)
    with library.open("r+b") as stream:
        stream.seek(-1, os.SEEK_END)
        stream.write(b"!")
    error = error_of(replace(order, plugins=(expected,)))
    assert "own.so of the model 'net' was changed while the installation was running" in error.message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no library at all", "own.so: file too short"),
        (b"\x7fELF" + bytes(5000), "own.so: "),
    ],
)
def test_what_is_no_library_is_said_in_the_systems_words(
    order: BuildJob, tmp_path: Path, content: bytes, reason: str
) -> None:
    library = tmp_path / "own.so"
    library.write_bytes(content)
    error = error_of(replace(order, plugins=(plugin(library),)))
    assert error.message.startswith("The plugin 'own-ops' of the model 'net' cannot be loaded with TensorRT-RTX: ")
    assert reason in error.message
    assert "getCreators" in error.hint


def test_a_library_that_registers_nothing(order: BuildJob, tmp_path: Path) -> None:
    library = plugin_library(tmp_path / "own.so", "Twice", "-DWITHOUT_CREATORS")
    error = error_of(replace(order, plugins=(plugin(library),)))
    assert "getCreators could not be loaded" in error.message


def test_a_library_without_an_operator_that_app_toml_says_it_has(order: BuildJob, tmp_path: Path) -> None:
    library = plugin_library(tmp_path / "own.so", "Thrice")
    error = error_of(replace(order, plugins=(plugin(library, "Thrice", "Twice"),)))
    assert error.message == (
        "The plugin 'own-ops' does not have the operator 'Twice', as app.toml says; it has 'Thrice'."
    )


def test_an_operator_that_another_plugin_has_names_that_plugin(order: BuildJob) -> None:
    error = error_of(replace(order, other_operators={"Twice": "own-ops"}))
    assert "Twice (node 'own'): the plugin 'own-ops' has it, which this model does not name" in error.message
    assert error.hint == "Add plugins = ['own-ops'] to this model in app.toml."


def test_a_node_that_its_plugin_does_not_take(tmp_path: Path) -> None:
    order = job(net_with(tmp_path / "net/net.onnx", plugin_version="7"))
    library = plugin_library(tmp_path / "own.so")
    error = error_of(replace(order, plugins=(plugin(library),)))
    assert "Twice (node 'own'): the plugin 'own-ops' does not take it" in error.message
    assert "plugin_version" in error.hint


def test_a_job_with_plugins_reaches_the_worker_as_it_was(order: BuildJob, tmp_path: Path) -> None:
    library = plugin_library(tmp_path / "own.so")
    sent = replace(order, plugins=(plugin(library),), other_operators={"Other": "others"})
    assert BuildJob.from_line(sent.to_line().encode()) == sent
