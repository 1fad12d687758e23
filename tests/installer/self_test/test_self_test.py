from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from pathlib import Path

import onnx
import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled
from installer.self_test import checks as self_test
from installer.self_test.child import NEEDED_MODULES, own_modules
from tests.support.frozen import pretend
from tests.support.packages import small_package
from tests.support.program import ROOT, run
from tests.test_architecture import imports_of

pytestmark = pytest.mark.needs("Qt")


def test_the_picture_shows_the_window_as_it_is_in_the_end(tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    picture = tmp_path / "wizard.png"
    ended = run("self-test", "--picture", picture, home=tmp_path)
    assert ended.code == 0, ended.err
    drawn = QImage(str(picture))
    lowest = drawn.height() * 110 // 480
    # While something is opening, the banner is lower.
    assert drawn.pixelColor(drawn.width() - 20, lowest).lightness() < 200


def test_a_complete_program_passes(tmp_path: Path) -> None:
    ended = run("self-test", "--json", home=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    found = json.loads(ended.out)
    assert (found["schema"], found["state"]) == (1, "pass")
    checks = {check["name"]: check for check in found["checks"]}
    assert list(checks) == ["modules", "signatures", "package", "engine_library", "build", "wizard"]
    assert {check["state"] for check in checks.values()} == {"pass"}
    assert "TensorRT-RTX 1.7" in checks["engine_library"]["message"]
    assert "a tiny engine" in checks["build"]["message"]
    assert checks["signatures"]["message"] == "one was verified, and a forged one refused"
    assert "engine-installer demo Setup, " in checks["wizard"]["message"]
    assert found["versions"]["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert not list(tmp_path.iterdir())


def test_people_get_a_list_and_a_verdict(tmp_path: Path) -> None:
    ended = run("self-test", home=tmp_path)
    assert ended.code == 0
    assert "Build           ok       a tiny engine" in ended.out
    assert ended.out.endswith("The program is complete and works here.\n")


def test_what_cannot_be_loaded_is_reported_and_the_rest_is_checked(tmp_path: Path) -> None:
    for module in ("onnx", "tensorrt_rtx_bindings", "PySide6", "cryptography"):
        (tmp_path / module).mkdir()
        (tmp_path / module / "__init__.py").write_text(
            "raise ImportError('libbroken.so: cannot open shared object file')"
        )
    env = {"PYTHONPATH": str(tmp_path)}
    ended = run("self-test", "--json", home=tmp_path, env=env)
    assert ended.code == 70
    checks = {check["name"]: check for check in json.loads(ended.out)["checks"]}
    assert {name for name, check in checks.items() if check["state"] == "fail"} == set(checks) - {"package", "wizard"}
    assert "onnx (libbroken.so: cannot open shared object file)" in checks["modules"]["message"]
    assert "libbroken.so" in checks["build"]["message"]
    assert checks["signatures"]["state"] == "fail"
    assert (checks["wizard"]["state"], "libbroken.so" in checks["wizard"]["message"]) == ("warn", True)
    assert "libEGL" in checks["wizard"]["hint"] or "libegl1" in checks["wizard"]["hint"]


def test_a_broken_wizard_does_not_condemn_quiet_mode(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6/__init__.py").write_text(
        "raise ImportError('libQt6Core.so.6: cannot open shared object file')"
    )
    ended = run("self-test", home=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    assert ended.code == 70
    assert "libQt6Core.so.6" in ended.out
    assert ended.out.endswith("\n\nThe wizard does not work here. Everything else does: use --quiet.\n")


def test_a_library_that_the_system_lacks_costs_the_window_only(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6/__init__.py").write_text("raise ImportError('libGL.so.1: cannot open shared object file')")
    ended = run("self-test", home=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    assert ended.code == 0
    assert "its window cannot open, because this system has no libGL.so.1; --quiet works without it" in ended.out
    assert "On Debian, Qt needs" in ended.out
    assert ended.out.endswith("\n\nThe program is complete and works here with --quiet; its window cannot open.\n")


def test_advice_for_developers_around_a_reason_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx/__init__.py").write_text(
        "try:\n    raise ImportError('libodd.so: not aligned')\n"
        "except ImportError as error:\n    raise ImportError('IMPORTANT: PLEASE READ THIS') from error\n"
    )
    ended = run("self-test", "--json", home=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    (modules,) = (check for check in json.loads(ended.out)["checks"] if check["name"] == "modules")
    assert "onnx (libodd.so: not aligned)" in modules["message"]
    assert "IMPORTANT" not in modules["message"]


def test_a_library_that_ends_its_process_is_a_failed_check(tmp_path: Path) -> None:
    (tmp_path / "tensorrt_rtx_bindings").mkdir()
    (tmp_path / "tensorrt_rtx_bindings/__init__.py").write_text("import os; os.abort()")
    ended = run("self-test", "--json", home=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    assert ended.code == 70
    checks = {check["name"]: check for check in json.loads(ended.out)["checks"]}
    assert checks["engine_library"]["message"].startswith("its process ended with signal 6 (SIGABRT)")
    assert checks["build"]["message"].startswith("the builder ended with signal 6 (SIGABRT)")
    assert checks["wizard"]["state"] == "pass"


def test_without_a_place_for_temporary_files_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not-there"))
    check = self_test.check_build(["tensorrt-rtx"], None, CancelToken())
    assert check.state == "fail"
    assert "folder for temporary files" in check.message


def test_it_can_be_cancelled() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        self_test.self_test(cancel)


def test_the_tiny_model_is_a_valid_one() -> None:
    model = onnx.load_from_string(self_test.TINY_MODEL)
    onnx.checker.check_model(model)
    assert [node.op_type for node in model.graph.node] == ["Relu"]


def test_every_module_of_others_that_an_installation_imports_is_tried() -> None:
    """Those that are imported inside functions are what a frozen program lacks without anybody's notice."""
    imported: set[str] = set()
    for name in own_modules():
        path = ROOT / name.replace(".", "/")
        path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        imported |= {found.partition(".")[0] for found in imports_of(path)}
    others = imported - set(sys.stdlib_module_names) - {"builder", "installer"}
    assert others == {name.partition(".")[0] for name in NEEDED_MODULES}


@pytest.mark.parametrize(("tag", "state"), [("py3-none-any", "warn"), ("py3-none-plan9_mips", "fail")])
def test_a_library_that_is_not_available_is_not_an_error_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: str, state: str
) -> None:
    file = f"tensorrt_rtx_cu13_bindings-1.7-{tag}.whl"
    wheel = {"file": file, "sha256": "0" * 64, "size": 1}
    package = small_package(tmp_path, "alpha", library={"source": "wheels", "wheels": [wheel]})
    monkeypatch.setattr(self_test, "shipped_package", lambda: package)
    library, build = self_test.check_library(None, CancelToken())
    assert (library.state, build.state) == (state, "warn")
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / file).write_bytes(b"x")
    library, build = self_test.check_library(tmp_path / "wheels", CancelToken())
    assert (library.state, build.state) == ("fail", "warn")


def test_a_program_that_was_made_without_window_and_app_package_is_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, tmp_path / "engine-installer")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    check = self_test.check_package(CancelToken())
    assert (check.state, check.message) == ("pass", "none came with this program; --package names one")
    check = self_test._wizard(CancelToken(), None)
    assert (check.state, check.message) == ("pass", "this program was made without one")
    package = small_package(tmp_path / "package", "alpha")
    assert self_test.check_package(CancelToken(), package).message == "Test App 1.0, one model, every hash is right"
    monkeypatch.setattr(self_test, "_installed", list)
    for check in self_test.check_library(None, CancelToken()):
        assert (check.state, "--package" in check.hint) == ("warn", True)


def test_an_app_package_that_is_given_says_where_the_library_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, tmp_path / "engine-installer")
    wheel = {"file": "tensorrt_rtx_cu13_bindings-1.7-py3-none-any.whl", "sha256": "0" * 64, "size": 1}
    package = small_package(tmp_path / "package", "alpha", library={"source": "wheels", "wheels": [wheel]})
    library, build = self_test.check_library(None, CancelToken(), package)
    assert (library.state, build.state) == ("warn", "warn")
    assert "--wheels" in library.hint


def test_hashes_that_were_not_checked_are_not_said_to_be_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = small_package(tmp_path, "alpha", verify=False)
    monkeypatch.setattr(self_test, "shipped_package", lambda: package)
    check = self_test.check_package(CancelToken())
    assert (check.state, check.message) == ("warn", "Test App 1.0, one model, no hash was checked (verify = false)")
