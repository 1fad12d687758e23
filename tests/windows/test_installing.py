"""Installation, repair and removal from source, by programs of Windows and with the exit codes of Windows."""

from __future__ import annotations

import pytest

from tests.windows.running import DEMO, SMALL, Windows


def test_it_is_installed_again_damaged_repaired_and_removed(windows: Windows, target: str) -> None:
    ended = windows.install(DEMO, target)
    assert ended.code == 0, ended.text
    first = windows.engines(target)
    assert len(first) == 4
    assert windows.run(["status", "--detect", "--target", target]).text.startswith("ready ")
    assert windows.install(DEMO, target).code == 0
    assert windows.engines(target) == first
    victim = next((windows.here(target) / "engines").glob("denoise-3*.engine"))
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 0xFF
    victim.write_bytes(data)
    status = windows.run(["status", "--target", target])
    assert "damaged" in status.text
    ended = windows.run(["repair", "--quiet", "--target", target])
    assert ended.code == 0, ended.text
    assert windows.engines(target) == first
    victim.unlink()
    assert windows.run(["repair", "--quiet", "--target", target]).code == 0
    assert windows.engines(target) == first
    ended = windows.run(["uninstall", "--quiet", "--target", target])
    assert ended.code == 0, ended.text
    assert not windows.here(target).exists()


def test_the_spellings_of_other_installers_work(windows: Windows, small: str, target: str) -> None:
    ended = windows.run(["/S", f"/D={target}", f"--package={small}"])
    assert ended.code == 0, ended.text
    assert len(windows.engines(target)) == 2
    ended = windows.run(["/x", "/qn", f"/DIR={target}"])
    assert ended.code == 0, ended.text
    assert not windows.here(target).exists()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["--version"]),
        (1639, ["install", "--nonsense"]),
        (1605, ["status", "--target", r"C:\nowhere"]),
        (1605, ["repair", "--quiet", "--target", r"C:\nowhere"]),
        (1612, ["install", "--quiet", "--package", r"C:\nowhere", "--target", r"C:\nowhere"]),
        (
            1622,
            ["install", "--quiet", "--package", SMALL, "--target", r"C:\no", "--log", r"C:\windows\explorer.exe\x.log"],
        ),
        (1604, ["install", "--quiet", "--package", SMALL, "--target", r"C:\targets\late", "--timeout", "0.01"]),
    ],
)
def test_exit_codes_are_those_of_windows(windows: Windows, code: int, arguments: list[str]) -> None:
    ended = windows.run(arguments)
    assert ended.code == code, ended.text
    assert not windows.here(r"C:\nowhere").exists()
