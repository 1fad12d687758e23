"""Installation, repair and removal from source, by programs of Windows and with the exit codes of Windows."""

from __future__ import annotations

from tests.windows.pages import Prompt, commands
from tests.windows.running import DEMO, PYTHON, SOURCE, Windows


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


def test_the_command_of_the_readme_builds_the_engines_of_the_demo_once(windows: Windows) -> None:
    (command,) = commands("README.md")
    prompt = Prompt(windows, r"C:\checkout")
    for said in ("built", "current"):
        ended = prompt.run(command)
        assert ended.code == 0, ended.text
        assert said in ended.text
        assert len(windows.engines(r"C:\checkout\demo")) == 4


def test_the_spellings_of_other_installers_work(windows: Windows, small: str, target: str) -> None:
    ended = windows.run(["/S", f"/D={target}", f"--package={small}"])
    assert ended.code == 0, ended.text
    assert len(windows.engines(target)) == 2
    ended = windows.run(["/x", "/qn", f"/DIR={target}"])
    assert ended.code == 0, ended.text
    assert not windows.here(target).exists()


def test_a_run_that_was_suspended_goes_on(windows: Windows, small: str, target: str) -> None:
    ended = windows.install(small, target, "--timeout", "0.01")
    assert ended.code == 1604, ended.text
    ended = windows.install(small, target)
    assert ended.code == 0, ended.text
    assert len(windows.engines(target)) == 2


def test_a_plan_changes_nothing_and_answers_are_written_and_read(windows: Windows, small: str, target: str) -> None:
    answers = r"C:\packages\answers.toml"
    ended = windows.install(small, target, "--plan", "--save-answers", answers)
    assert ended.code == 0, ended.text
    assert "alpha" in ended.text
    assert not windows.here(target).exists()
    ended = windows.run(["install", "--quiet", "--answers", answers])
    assert ended.code == 0, ended.text
    assert len(windows.engines(target)) == 2


def test_the_application_s_own_check_accepts_the_engines(windows: Windows, small: str, target: str) -> None:
    assert windows.install(small, target).code == 0
    check = rf"{SOURCE}\builder\engines\engine_check.py"
    ended = windows.execute([PYTHON, check, target])
    assert ended.code == 0, ended.text
    victim = next((windows.here(target) / "engines").glob("*.engine"))
    victim.write_bytes(victim.read_bytes()[:-1])
    ended = windows.execute([PYTHON, check, target])
    assert ended.code == 1, ended.text
