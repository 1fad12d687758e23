"""The kit that an installation comes from: which one, what is in it, and whether that is there as it was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, PackageInvalid
from builder.library.offline import check_downloads_allowed
from builder.vendor.packaging.folder import write_sums
from installer.target import kit as module
from installer.target.kit import check_kit, forbid_downloads_outside, own_kit, parts_of
from tests.support.packages import write_manifest
from tests.support.payloads import write_files
from tests.support.wheels import wheel_entry, write_wheel

WHEEL = "tensorrt_rtx_cu13_bindings-1.7-py3-none-any.whl"
FOREIGN = "tensorrt_rtx_cu13_bindings-1.7-py3-none-plan9_mips.whl"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit with a wheel for this computer and one for another."""
    folder = tmp_path / "kit"
    library = [write_wheel(folder / "wheels" / name, {"x.py": b""}) for name in (WHEEL, FOREIGN)]
    wheels = {
        "source": "wheels",
        "wheels": [wheel_entry(path, url=f"https://127.0.0.1:9/{path.name}") for path in library],
    }
    write_manifest(folder / "package", {"name": "a", "onnx": "a.onnx", "sha256": "0" * 64}, library=wheels)
    write_files(
        folder, {"package/a.onnx": b"model", "feed/metadata/root.json": b"{}", "programs/linux/setup": b"program"}
    )
    write_sums(folder)
    return folder


def faults_of(kit: Path) -> dict[str, str]:
    with pytest.raises(PackageInvalid, match="incomplete or damaged, so nothing was installed") as caught:
        check_kit(kit, NEVER)
    assert str(kit) in caught.value.message
    assert "Copy the kit again" in caught.value.hint
    return {fault.file: fault.found for fault in caught.value.faults}


def test_a_kit_that_is_as_it_was_made_will_do(kit: Path) -> None:
    check_kit(kit, NEVER)


CHANGED = "a file that is not the one in SHA256SUMS"


@pytest.mark.parametrize("file", ["package/a.onnx", "package/app.toml", "feed/metadata/root.json", f"wheels/{WHEEL}"])
def test_what_is_missing_or_changed_is_named(kit: Path, file: str) -> None:
    content = (kit / file).read_bytes()
    (kit / file).write_bytes(content + b"\n")
    assert faults_of(kit) == {file: CHANGED}
    (kit / file).unlink()
    # Without the manifest nobody knows which wheels are needed.
    assert faults_of(kit) == {file: "nothing"}
    (kit / file).write_bytes(content)
    check_kit(kit, NEVER)


def test_everything_that_is_wrong_is_named_at_once(kit: Path) -> None:
    write_files(kit, {"package/a.onnx": b"MODEL", "package/more.onnx": b"", f"wheels/{WHEEL}": b""})
    (kit / "feed/metadata/root.json").unlink()
    assert faults_of(kit) == {
        "package/a.onnx": CHANGED,
        "package/more.onnx": CHANGED,
        f"wheels/{WHEEL}": CHANGED,
        "feed/metadata/root.json": "nothing",
    }


def test_what_an_installation_on_this_computer_does_not_use_is_not_looked_at(kit: Path) -> None:
    write_files(kit, {f"wheels/{FOREIGN}": b"damaged", "wheels/more.whl": b"", "feed/more.json": b"", "notes.txt": b""})
    (kit / "programs/linux/setup").unlink()
    check_kit(kit, NEVER)


def test_a_wheel_that_the_list_does_not_have_is_none_of_the_kit(kit: Path) -> None:
    sums = kit / "SHA256SUMS"
    sums.write_text("".join(line for line in sums.read_text().splitlines(keepends=True) if WHEEL not in line))
    assert faults_of(kit) == {f"wheels/{WHEEL}": CHANGED}


@pytest.mark.parametrize("content", [None, b"no list", b"\xff\xfe"])
def test_a_folder_that_is_no_kit_is_refused(kit: Path, content: bytes | None) -> None:
    (kit / "SHA256SUMS").unlink()
    if content is not None:
        (kit / "SHA256SUMS").write_bytes(content)
    with pytest.raises(PackageInvalid, match="is not a kit: its SHA256SUMS cannot be read") as caught:
        check_kit(kit, NEVER)
    assert caught.value.detail


def test_looking_at_a_kit_can_be_cancelled(kit: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        check_kit(kit, cancel)


def test_a_feed_is_used_where_the_kit_has_one(kit: Path) -> None:
    parts = {"package": kit / "package", "wheels": kit / "wheels"}
    assert parts_of(kit) == parts | {"feed": kit / "feed"}
    (kit / "feed/metadata/root.json").unlink()
    (kit / "feed/metadata").rmdir()
    (kit / "feed").rmdir()
    assert parts_of(kit) == parts


@pytest.mark.parametrize("name", ["programs/linux/engine-installer", "programs/windows/studio-setup.exe"])
def test_a_program_finds_the_kit_that_it_lies_in(kit: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(module, "frozen_executable", lambda: kit / name)
    assert own_kit() == kit
    (kit / "SHA256SUMS").rename(kit / "sums")
    assert own_kit() is None
    (kit / "sums").rename(kit / "SHA256SUMS")
    (kit / "package").rename(kit / "packages")
    assert own_kit() is None


@pytest.mark.parametrize("name", ["linux/engine-installer", "package/linux/engine-installer", "engine-installer"])
def test_a_program_elsewhere_is_in_no_kit(kit: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(module, "frozen_executable", lambda: kit / name)
    assert own_kit() is None
    monkeypatch.setattr(module, "frozen_executable", lambda: None)
    assert own_kit() is None


def test_a_run_with_a_kit_downloads_nothing_and_the_next_one_without_it_may(tmp_path: Path) -> None:
    forbid_downloads_outside(tmp_path)
    try:
        with pytest.raises(ValueError, match=f"it is not in the kit {tmp_path}, and nothing else is used"):
            check_downloads_allowed()
    finally:
        forbid_downloads_outside(None)
    check_downloads_allowed()
