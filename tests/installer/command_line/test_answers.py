"""Answers files."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import pytest

from installer.command_line.answers import Answers
from tests.support.packages import small_package
from tests.support.program import ROOT, run


def test_what_was_saved_asks_for_the_same_from_anywhere(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    file = tmp_path / "a" / "answers.toml"
    options = ["--package", "package", "--target", "target", "--for", "sm89,sm86", "--jobs", "2", "--if-busy", "build"]
    options += ["--limit-memory", "4096"]
    ended = run("install", *options, "--busy-timeout", "5", "--save-answers", file, home=tmp_path)
    assert ended.code == 0, ended.err
    assert tomllib.loads(file.read_text()) == {
        "schema": 1, "package": str(package), "target": str(tmp_path / "target"), "for": ["8.6", "8.9"], "jobs": 2,
        "if-busy": "build", "busy-timeout": 5.0, "limit-memory": 4096,
    }  # fmt: skip
    again = run("install", "--answers", file, home=tmp_path, cwd=file.parent)
    assert "Everything is current; nothing was changed." in again.out


def test_the_command_line_goes_first_and_relative_paths_start_at_the_file(tmp_path: Path) -> None:
    small_package(tmp_path / "package", "alpha")
    (tmp_path / "answers.toml").write_text('schema = 1\npackage = "package"\ntarget = "from-file"\nportable = true\n')
    ended = run("install", "/LOADINF=answers.toml", "--target", "given", home=tmp_path)
    assert ended.code == 0, ended.err
    assert not (tmp_path / "from-file").exists()
    index = json.loads((tmp_path / "given/engines/engines.json").read_text())
    assert index["options"]["portable"] is True


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            "schema = 1\ntarget = 3\njobs = 0\ngpus = 'all'\n",
            [
                "answers.toml: target: found 3",
                "answers.toml: jobs: found 0",
                "gpus: found an unknown key; expected 'gpu'?",
            ],
        ),
        ("schema = 2\n", ["answers.toml: schema: found 2; expected 1, the only schema that this version reads"]),
        ("schema = 1\nfor = ['sm89']\n", ["answers.toml: for[0]: found 'sm89'; expected a compute capability such as"]),
        ("timeout = 0.0\n", ["answers.toml: timeout: found 0.0"]),
        ("busy-timeout = inf\n", ["answers.toml: busy-timeout: found inf"]),
        ("= nonsense", ["answers.toml: found", "expected valid TOML 1.0"]),
    ],
)
def test_everything_that_is_wrong_is_reported_at_once(tmp_path: Path, text: str, faults: list[str]) -> None:
    (tmp_path / "answers.toml").write_text(text)
    ended = run("install", "--answers", "answers.toml", "--target", "t", home=tmp_path)
    assert ended.code == 64
    for fault in faults:
        assert fault in ended.err
    assert not (tmp_path / "t").exists()


def test_a_file_that_is_missing_is_reported(tmp_path: Path) -> None:
    ended = run("install", "--answers", "none.toml", home=tmp_path)
    assert ended.code == 64
    assert "There is no answers file none.toml." in ended.err


def test_a_file_that_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = run("install", "--save-answers", "file/answers.toml", "--target", "t", home=tmp_path)
    assert ended.code == 64
    assert "answers.toml: Not a directory" in ended.err or "answers.toml: File exists" in ended.err
    assert not (tmp_path / "t").exists()


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes in folders")
def test_a_device_stays_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name in ("pipe", "link"):
        ended = run("install", "--save-answers", name, "--target", "t", home=tmp_path)
        assert ended.code == 64
        assert f"Cannot write {tmp_path / name}: it is no ordinary file." in ended.err
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "link").is_symlink()


def test_heuristic_is_saved_as_the_level_that_it_is(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    package = small_package(tmp_path / "package", "alpha")
    run("install", "--package", package, "--plan", "--heuristic", "--save-answers", file, home=tmp_path)
    assert tomllib.loads(file.read_text())["optimization_level"] == 2


def test_the_choice_of_gpus_on_the_command_line_goes_before_every_one_in_the_file(tmp_path: Path) -> None:
    small_package(tmp_path / "package", "alpha")
    (tmp_path / "answers.toml").write_text('schema = 1\npackage = "package"\ntarget = "t"\ngpu = "all"\n')
    ended = run("install", "--answers", "answers.toml", "--portable", "--plan", home=tmp_path)
    assert ended.code == 0, ended.err


def test_every_key_is_explained_and_the_example_is_valid() -> None:
    page = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert Answers.model_validate(tomllib.loads(example)).model_dump()["gpu"] == "all"
    section = page[page.index("## Answers files") : page.index("## Exit codes")]
    for name, field in Answers.model_fields.items():
        assert (field.alias or name) in section
