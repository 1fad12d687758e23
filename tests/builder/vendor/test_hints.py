"""Errors that both programs have, as the vendor's tool says them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.app_package.manifest import package_invalid
from builder.base.errors import Fault, InvalidParameter, PackageInvalid
from builder.base.files import explain_os_error
from builder.base.text import verbatim
from builder.vendor import command_line
from builder.vendor.checking.refusals import refusal_of
from builder.vendor.commands import check
from builder.vendor.hints import for_vendors


@pytest.mark.parametrize("command", ["hash", "lock"])
def test_commands_that_take_a_folder_do_not_ask_for_an_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.setattr(command_line, "cancel_on_signals", lambda _cancel: None)
    assert command_line.main([command, str(tmp_path)]) == 66
    assert "hint: Specify the folder that holds app.toml.\n" in capsys.readouterr().err


def test_there_is_no_target_to_choose() -> None:
    error = explain_os_error(PermissionError(13, "Permission denied"), Path("app.toml"), verbatim("write"))
    assert "--target" in error.hint
    assert for_vendors(error.hint) == "Choose a folder that you may write to, or run as a user who may write there."


def test_the_vendor_is_not_sent_to_the_vendor() -> None:
    error = package_invalid(Path("app.toml"), [Fault("app.toml", "model[0].onnx", "nothing", "a file")])
    assert isinstance(error, PackageInvalid)
    assert "vendor" in error.hint
    assert for_vendors(error.hint) == "Fix the problems listed."
    assert refusal_of(error).way_out == "Fix the problems listed."


def test_an_argument_that_may_be_missing_is_not_required(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "cancel_on_signals", lambda _cancel: None)
    assert command_line.main(["new"]) == 64
    assert "required: DIR." in capsys.readouterr().err


def test_an_index_that_is_not_taken_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "cancel_on_signals", lambda _cancel: None)
    assert command_line.main(["lock", str(tmp_path), "--index", "http://localhost"]) == 64
    assert "--index: 'http://localhost' is not an address that begins with https://" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error", [MemoryError(), ImportError("_multiarray_umath.so: failed to map segment from shared object")]
)
def test_too_little_memory_is_no_internal_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    def fail(_given: object, _cancel: object) -> int:
        raise error

    monkeypatch.setattr(command_line, "cancel_on_signals", lambda _cancel: None)
    monkeypatch.setattr(command_line, "_dispatch", fail)
    assert command_line.main(["check"]) == 71
    assert capsys.readouterr().err.startswith("error: There is not enough memory to go on.\nhint: Close other")


def test_a_page_is_written_through_a_link_and_never_in_the_place_of_a_device(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.touch()
    link.symlink_to(real)
    check._check_place(link)
    check._write_page(link, "page")
    assert link.is_symlink()
    assert real.read_text() == "page"
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for place in (Path(os.devnull), tmp_path / "dangling", tmp_path):
        with pytest.raises(InvalidParameter, match="is no ordinary file"):
            check._check_place(place)
