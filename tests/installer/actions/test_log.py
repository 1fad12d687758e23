"""The log of a run: where it goes, what must not be in it, and how it ends."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.addresses import MASK
from builder.base.errors import InvalidParameter, LogUnwritable
from builder.base.events import Logged, Result, Warned
from builder.base.text import say, verbatim_lines
from builder.operating_system import MachineFolders
from installer.actions.log import Mask, RunLog, default_log_path
from installer.target.request import Scope
from tests.support.payloads import payload_package
from tests.support.program import run
from tests.support.runs import install

LINE = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{12}[+-]\d\d:\d\d (DEBUG|INFO|WARNING|ERROR) +\S")
OK = Result(0, "ok", say("Done."))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return payload_package(tmp_path / "package", {"studio": b""})


def logged(tmp_path: Path, *texts: str, arguments: tuple[str, ...] = (), scope: Scope = "current-user") -> str:
    log = RunLog(tmp_path / "run.log", ["engine-installer", *arguments], scope)
    for text in texts:
        log.write("info", text)
    log.close(OK)
    return (tmp_path / "run.log").read_text(encoding="utf-8")


# Where it goes.


def test_in_a_folder_every_run_has_a_file_of_its_own(tmp_path: Path, package: Path) -> None:
    (tmp_path / "logs").mkdir()
    for number in (1, 2):
        assert install(tmp_path, package, "--log", tmp_path / "logs").code == 0
        files = sorted((tmp_path / "logs").iterdir())
        assert len(files) == number
    assert all(re.fullmatch(r"engine-installer-\d{8}-\d{6}-\d+\.log", path.name) for path in files)


def test_a_file_that_is_there_is_continued(tmp_path: Path, package: Path) -> None:
    log = tmp_path / "new/folders/run.log"
    assert install(tmp_path, package, "--log", log).code == 0
    first = log.read_text()
    assert install(tmp_path, package, "--log", log).code == 0
    assert log.read_text().startswith(first)
    assert log.read_text().count("RESULT code=0 name=ok\n") == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has other folders")
def test_without_a_word_it_goes_to_the_users_log_folder(tmp_path: Path, package: Path) -> None:
    assert run("install", "--quiet", "--package", package, "--target", tmp_path / "target", home=tmp_path).code == 0
    (log,) = (tmp_path / ".local/state/engine-installer/log").iterdir()
    assert log.read_text().endswith("RESULT code=0 name=ok\n")


def test_for_all_users_it_goes_to_the_computers_log_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = MachineFolders(tmp_path / "programs", tmp_path / "var/log/engine-installer")
    monkeypatch.setattr("installer.actions.log.machine_folders", lambda: folders)
    assert default_log_path("all-users").parent == folders.logs
    log = RunLog(None, ["engine-installer"], "all-users")
    log.close(OK)
    assert [log.path] == list(folders.logs.iterdir())


def test_a_log_that_cannot_be_written_is_reported_before_anything_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(LogUnwritable, match="cannot be written"):
        RunLog(tmp_path / "file/run.log", [], "current-user")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_path_that_no_system_accepts_is_reported_too(tmp_path: Path) -> None:
    with pytest.raises(InvalidParameter):
        RunLog(tmp_path / "nul\0.log", [], "current-user")


# How it ends.


def test_facts_come_first_and_the_result_last(tmp_path: Path, package: Path) -> None:
    log = tmp_path / "run.log"
    install(tmp_path, package, "--log", log)
    lines = log.read_text().splitlines()
    assert "engine-installer 0." in lines[0]
    assert "command line: engine-installer install --quiet" in lines[1]
    assert "system: " in lines[2]
    assert lines[-1] == "RESULT code=0 name=ok"
    assert all(LINE.match(line) or line.startswith("    ") for line in lines[:-1])


def test_messages_of_several_lines_cannot_pass_for_others(tmp_path: Path) -> None:
    forged = verbatim_lines("harmless\nRESULT code=0 name=ok\r\n2026-11-22 INFO forged\x1b[31m")
    log = RunLog(tmp_path / "run.log", [], "current-user")
    log.write_event(Warned(forged))
    log.write_event(Logged("error", forged, "alpha"))
    log.close(Result(70, "internal_error", forged, forged))
    text = (tmp_path / "run.log").read_text()
    assert [line for line in text.splitlines() if line.startswith("RESULT")] == ["RESULT code=70 name=internal_error"]
    assert "\x1b" not in text
    assert text.endswith("RESULT code=70 name=internal_error\n")


def test_what_happens_after_the_end_is_not_written(tmp_path: Path) -> None:
    log = RunLog(tmp_path / "run.log", [], "current-user")
    log.close(OK)
    log.write("info", "too late")
    log.close(OK)
    assert (tmp_path / "run.log").read_text().count("RESULT") == 1
    assert "too late" not in (tmp_path / "run.log").read_text()


def test_names_that_are_no_text_can_be_logged(tmp_path: Path) -> None:
    assert "\\udcff" in logged(tmp_path, os.fsdecode(b"name \xff"))


# What must not be in it.


def test_secrets_of_the_environment_are_masked_in_command_line_and_messages(tmp_path: Path, package: Path) -> None:
    secret = "s3cr3t-v4lue"
    log = tmp_path / "run.log"
    env = {"STUDIO_API_KEY": secret, "NVIDIA_TOKEN": "another-one"}
    ended = install(tmp_path, package, "--log", log, "--target", tmp_path / f"in {secret} there", env=env)
    assert ended.code == 0
    text = log.read_text()
    assert secret not in text
    assert "another-one" not in text
    assert f"in {MASK} there" in text
    assert f"NVIDIA_TOKEN={MASK}" in text


@pytest.mark.parametrize(
    "name", ["MY_API", "GITHUB_TOKEN", "Key", "secret_thing", "PASSWORD", "DB_PASS", "SIGNATURE", "AWS_CREDENTIALS"]
)
def test_these_names_say_that_the_value_is_secret(name: str) -> None:
    assert Mask({name: "hidden-value", "LANG": "de_DE"})("de_DE hidden-value") == f"de_DE {MASK}"


def test_of_secrets_within_each_other_nothing_is_left() -> None:
    assert Mask({"A_KEY": "abcdef", "B_KEY": "abcdefghi"})("x abcdefghi abcdef y") == f"x {MASK} {MASK} y"


@pytest.mark.parametrize(
    "secret",
    ["qqq'wwww", "qqqq\nwwww", "qqqq\twwww zzzz", "qqqq\x1bwwww", "qqqq\\wwww", "qqqq\u00fcwwww"],
    ids=["apostrophe", "lines", "blanks", "control character", "backslash", "umlauts"],
)
def test_secrets_are_masked_however_they_are_spelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    monkeypatch.setenv("STUDIO_API_KEY", secret)
    text = logged(tmp_path, f"the server said: {secret}!", arguments=("install", "--target", f"/x/{secret}"))
    assert not {"qqq", "www", "zzz"} & set(re.findall("qqq|www|zzz", text))


def test_a_short_secret_is_masked_beside_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NVIDIA_API_KEY", "1234")
    assert "NVIDIA_API_KEY=1234" not in logged(tmp_path)


@pytest.mark.parametrize(
    "address",
    [
        "http://user:hunter2@proxy:8080",
        "https://hunter2@proxy",
        "socks5h://user:hunter2@[::1]:1080/",
        "http://user:p@hunter2@proxy:8080",
        "http://user:p/hunter2@proxy:8080",
        "user:hunter2@proxy:8080",
    ],
)
def test_passwords_of_proxies_are_masked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("https_proxy", address)
    text = logged(tmp_path, f"cannot reach {address}")
    assert "hunter2" not in text
    assert "proxy" in text


plain = st.characters(exclude_categories=["Cs"], exclude_characters="\0*")


@given(st.text(plain, min_size=6, max_size=20), st.text(plain))
def test_a_secret_never_survives_the_mask(secret: str, around: str) -> None:
    assert secret not in Mask({"A_TOKEN": secret})(f"{around}{secret}{around}")


def test_addresses_without_passwords_stay_as_they_are() -> None:
    text = "https://example.com/a@b http://proxy:8080 mail@example.com file:///x"
    assert Mask({})(text) == text
