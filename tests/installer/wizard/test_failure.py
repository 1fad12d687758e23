"""What the last page says of runs that did not end well is true, short and ends in something to do."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.errors import (
    AccessDenied,
    AlreadyRunning,
    BuilderCrashed,
    Cancelled,
    DiskFull,
    EngineInstallerError,
    ExitCode,
    GpuBusy,
    IoError,
    NotInstalled,
    PackageInvalid,
    Remedy,
    TimeLimitReached,
)
from builder.base.text import Text, say
from installer.actions.outcome import result, result_of
from installer.wizard.assessment import Deed
from installer.wizard.failure import FailureWords, failure_words, partly_done_words

APP = "Lumen Photo Studio"
UNCHANGED = "Nothing was changed on this PC."


def words(error: EngineInstallerError, deed: Deed = "install", *, changed: bool = False) -> FailureWords:
    return failure_words(deed, APP, result_of(error), changed)


@pytest.mark.parametrize(
    ("deed", "title"),
    [
        ("install", "was not installed"),
        ("update", "was not updated"),
        ("change", "was not changed"),
        ("repair", "was not repaired"),
        ("uninstall", "was not removed"),
    ],
)
def test_a_failure_says_what_did_not_happen_and_why(deed: Deed, title: str) -> None:
    said = words(BuilderCrashed(say("The builder of the model 'a' crashed: signal 9.")), deed)
    assert said == FailureWords(say("{app} " + title, app=APP), said.sentence, Remedy.TRY_AGAIN)
    assert said.sentence == f"A part of the setup stopped unexpectedly. {UNCHANGED}"


@pytest.mark.parametrize("error", [DiskFull(say("x")), AccessDenied(say("x"))])
def test_another_folder_is_offered_only_where_one_can_be_chosen(error: EngineInstallerError) -> None:
    assert words(error).remedy is Remedy.OTHER_FOLDER
    assert words(error, "update").remedy is Remedy.TRY_AGAIN
    assert words(error, "repair").remedy is Remedy.TRY_AGAIN
    assert words(error, "uninstall").remedy is Remedy.TRY_AGAIN
    assert words(error, changed=True).remedy is Remedy.TRY_AGAIN


def test_what_was_begun_is_not_denied() -> None:
    said = words(IoError(say("x")), changed=True)
    assert said.title == f"{APP} was not installed completely"
    assert said.sentence == "A file could not be read or written. Some of it is done already. Try again to finish it."


def test_who_has_stopped_it_is_not_told_of_a_failure() -> None:
    assert words(Cancelled()) == FailureWords(say("The installation was stopped"), Text(UNCHANGED), Remedy.NONE)
    assert words(Cancelled(), "uninstall").title == "The removal was stopped"


def test_a_run_that_can_go_on_later_is_no_failure() -> None:
    said = words(TimeLimitReached())
    assert said.title == f"{APP} is not ready yet"
    assert said.sentence == f"The setup took longer than it was allowed to. {UNCHANGED}"
    assert said.remedy is Remedy.TRY_AGAIN
    assert words(GpuBusy(say("x")), "repair", changed=True).sentence.endswith("What is finished stays.")


def test_what_is_not_there_can_neither_be_repaired_nor_removed() -> None:
    assert words(NotInstalled(say("x")), "repair").sentence == "There is nothing to repair."
    assert words(NotInstalled(say("x")), "uninstall").title == f"{APP} is not installed"
    damaged = NotInstalled(say("x"), plain=say("What is installed here cannot be repaired. Install it again."))
    assert words(damaged, "repair").title == f"{APP} was not repaired"


def test_another_setup_has_to_finish_first() -> None:
    said = words(AlreadyRunning(say("x")))
    assert (said.title, said.sentence) == (f"Another setup of {APP} is running", "It must finish first.")
    assert said.remedy is Remedy.TRY_AGAIN


def test_files_that_cannot_be_restored_are_no_failed_repair() -> None:
    missing = say("{count} files of the application are missing.", count=3)
    ended = result(ExitCode.PACKAGE_MISSING, say("x"), plain=missing, remedy=Remedy.DOWNLOAD_AGAIN)
    said = failure_words("repair", APP, ended, changed=True)
    assert said == FailureWords(say("{app} is not complete", app=APP), missing, Remedy.DOWNLOAD_AGAIN)


def test_almost_everything_is_said_with_the_reason_that_features_share() -> None:
    busy, other = say("A part of the setup stopped unexpectedly."), say("The disk became full.")
    ended = result_of(BuilderCrashed(say("x")), ("a.engine",))
    one = partly_done_words(APP, [busy], ended)
    assert one.title == "Almost everything is ready"
    assert one.sentence == f"{APP} works; one AI feature could not be set up."
    assert (one.reason, one.remedy) == (busy, Remedy.TRY_AGAIN)
    assert partly_done_words(APP, [busy, busy], ended).reason == busy
    two = partly_done_words(APP, [busy, other], ended)
    assert two.sentence == f"{APP} works; 2 AI features could not be set up."
    assert two.reason == ""


@given(
    st.sampled_from(sorted(get_args(Deed))),
    st.sampled_from([code for code in ExitCode if code is not ExitCode.OK]),
    st.sampled_from(Remedy),
    st.booleans(),
)
def test_every_end_has_words_that_do_not_contradict_each_other(
    deed: Deed, code: ExitCode, remedy: Remedy, changed: bool
) -> None:
    ended = result(code, say("For the log."), plain=PackageInvalid.plain, remedy=remedy)
    said = failure_words(deed, APP, ended, changed)
    assert said.title.template
    assert not said.title.endswith(".")
    assert said.sentence.endswith(".")
    assert "log" not in said.sentence
    assert said.remedy not in (Remedy.FREE_SPACE, Remedy.WAIT)
    assert not (changed and UNCHANGED in said.sentence)
    if said.remedy is Remedy.OTHER_FOLDER:
        assert (deed, changed) == ("install", False)
