"""What `engine-builder package` does when something goes wrong; tests/packaged/ has what goes right."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

from builder.app_package.package import load_package
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, PackageInvalid, PackagingFailed, SystemNotSupported
from builder.vendor.packaging import make as command
from builder.vendor.packaging import running
from builder.vendor.packaging.product import Form
from tests.support.packages import small_package
from tests.support.unfit import in_time

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for programs are scripts")


def package(folder: Path, cancel: CancelToken | None = None, form: Form | None = None) -> list[str]:
    said: list[str] = []
    command.package(
        folder, folder / "dist", form or Form(), sign_command=None, show=said.append, cancel=cancel or CancelToken()
    )
    return said


@pytest.mark.parametrize("missing", ["PyInstaller", "cyclonedx"])
def test_without_its_tools_it_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else find(name))
    with pytest.raises(SystemNotSupported, match=missing) as raised:
        package(small_package(tmp_path, "alpha"))
    assert "extra 'packaging'" in raised.value.hint


def test_without_pyside6_there_is_a_program_without_a_window_if_that_is_what_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "PySide6" else find(name))
    monkeypatch.setattr(command, "_make", lambda *_values, **_more: None)
    folder = small_package(tmp_path, "alpha")
    with pytest.raises(SystemNotSupported, match="PySide6, which is not installed") as raised:
        package(folder)
    assert "--no-wizard" in raised.value.hint
    assert package(folder, form=Form(wizard=False))[-1] == str(folder / "dist/Test-App-1.0")


def test_a_package_that_is_not_valid_is_not_packaged(tmp_path: Path) -> None:
    folder = small_package(tmp_path, "alpha")
    with (folder / "models/alpha.onnx").open("ab") as stream:
        stream.write(b"\x1a\x01x")  # another version of the program that has made it: still an ONNX file
    with pytest.raises(PackageInvalid, match="sha256"):
        package(folder)


@pytest.mark.needs("objdump")
def test_what_pyinstaller_says_last_is_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = tmp_path / "program" / command.SPEC_NAME
    spec.parent.mkdir()
    spec.write_text("raise SystemExit('error: this file is unknown')")
    monkeypatch.setattr(command, "own_folder", lambda: spec.parent)
    with pytest.raises(PackagingFailed, match="error: this file is unknown"):
        package(small_package(tmp_path / "package", "alpha"))


def test_it_can_be_cancelled_while_pyinstaller_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cancel = CancelToken()
    spec = tmp_path / "program" / command.SPEC_NAME
    spec.parent.mkdir()
    spec.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(command, "own_folder", lambda: spec.parent)
    app = load_package(small_package(tmp_path / "package", "alpha"))
    (tmp_path / "work").mkdir()
    cancel.cancel()
    with pytest.raises(Cancelled):
        command._freeze(app, tmp_path / "dist", tmp_path / "work", Form(), cancel)


def test_ctrl_c_that_ends_pyinstaller_first_is_no_failure_of_pyinstaller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancel = CancelToken()

    def end_by_itself(_process: object) -> int:
        cancel.cancel()
        return 1

    monkeypatch.setattr(cancel, "wait", end_by_itself)
    with pytest.raises(Cancelled):
        running.run_program(["true"], dict(os.environ), os.open(os.devnull, os.O_WRONLY), None, cancel)


def test_nothing_is_left_of_a_program_that_was_not_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_app: object, _product: object, made: Path, *_values: object, **_more: object) -> None:
        made.mkdir(parents=True)
        raise Cancelled

    monkeypatch.setattr(command, "_make", fail)
    folder = small_package(tmp_path, "alpha")
    with pytest.raises(Cancelled):
        package(folder)
    assert not (folder / "dist").exists()
    (folder / "dist").mkdir()
    with pytest.raises(Cancelled):
        package(folder)
    assert (folder / "dist").exists(), "it was there before"


def test_a_signing_command_gets_the_path_as_one_argument(tmp_path: Path) -> None:
    program = tmp_path / "Photo Studio-setup"
    program.touch()
    running.sign(
        f"{sys.executable} -c 'import sys; open(sys.argv[1], \"a\").write(str(sys.argv[2:]))' {{file}} a",
        program,
        NEVER,
    )
    assert program.read_text() == "['a']"


def test_signing_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with in_time(), pytest.raises(Cancelled):
        running.sign("sleep 60", tmp_path / "setup", cancel)


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("sh -c 'echo no certificate; exit 3'", "ended with 3: no certificate"),
        ("no-such-program {file}", "cannot be started"),
    ],
)
def test_a_program_that_was_not_signed_is_not_handed_on(tmp_path: Path, sign: str, reason: str) -> None:
    with pytest.raises(PackagingFailed, match=reason):
        running.sign(sign, tmp_path / "setup", NEVER)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo libz.so.1: cannot open shared object file >&2; exit 127", r"does not start \(127\):\nlibz"),
        ("""echo '{"checks": [{"name": "build", "state": "fail", "message": "why"}]}'; exit 70""", "own self-test"),
    ],
)
def test_a_program_that_does_not_pass_its_own_test_is_not_handed_on(tmp_path: Path, script: str, reason: str) -> None:
    program = tmp_path / "engine-installer"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    said: list[str] = []
    with pytest.raises(PackagingFailed, match=reason):
        command._test(program, said.append, CancelToken())
    assert said == (["self-test: build: fail: why"] if "build" in script else [])


def test_the_packaged_program_is_tested_without_what_this_environment_points_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/somewhere")
    program = tmp_path / "engine-installer"
    program.write_text(f"#!/bin/sh\nenv > {tmp_path}/seen\necho '{{\"checks\": []}}'\n")
    program.chmod(0o755)
    command._test(program, lambda _: None, CancelToken())
    assert "/somewhere" not in (tmp_path / "seen").read_text()


def test_a_library_that_many_files_need_is_named_once() -> None:
    missing = [("a.so", "libx.so.1"), ("b.so", "liby.so"), ("c.so", "libx.so.1"), ("d.so", "libx.so.1")]
    assert list(command._missing_lines(missing)) == [
        "a.so and 2 more need libx.so.1, which is not on this computer, so it is not bundled",
        "b.so needs liby.so, which is not on this computer, so it is not bundled",
    ]
    assert list(command._missing_lines([])) == []


def test_caches_that_cover_nothing_are_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_package(tmp_path, "alpha")
    (folder / "caches").mkdir()
    (folder / "caches/index.toml").write_text("schema = 99\n")
    said: list[str] = []
    monkeypatch.setattr(command, "_make", lambda *_values, **_more: None)
    command.package(folder, folder / "dist", Form(), sign_command=None, show=said.append, cancel=CancelToken())
    assert any(line.startswith("warning: a timing cache is not usable: index.toml: schema") for line in said)


def test_a_wheel_that_cannot_be_downloaded_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = (
        f"tensorrt_rtx_cu13_bindings-1.7.1.116-cp3{sys.version_info.minor}-none-manylinux_2_28_x86_64.whl",
        "tensorrt_rtx_cu13_libs-1.7.1.116-py3-none-manylinux_2_28_x86_64.whl",
    )
    wheels: list[dict[str, object]] = [{"file": f"wheels/{name}", "sha256": "0" * 64, "size": 1000} for name in names]
    wheels[0]["url"] = f"https://example.com/{names[0]}"
    folder = small_package(tmp_path, "alpha", library={"source": "wheels", "wheels": wheels})
    monkeypatch.setattr(command, "_make", lambda *_values, **_more: None)
    warned = [line for line in package(folder) if "no url" in line]
    (warning,) = warned
    assert warning.startswith(f"warning: {names[1]} has no url in app.toml, so an installation needs --wheels")
    assert "engine-builder lock" in warning
