"""`engine-builder expect`, with real builds: what it states, and what it does not promise."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import ExitCode
from builder.feed.statement import PREDICATE_TYPE, STATEMENT_TYPE, read_statement
from builder.vendor.feed.keys import FeedKey, make_key
from builder.vendor.statements.signing import write_statement
from tests.support.in_process import main, user
from tests.support.models import conv_net
from tests.support.packages import model_entry, package_of, write_manifest
from tests.support.program import Ended, run_builder
from tests.support.third_party import OCR_DETECTOR, in_fp16


def expect(package: Path, *options: str | Path) -> Ended:
    return run_builder("expect", package, *options)


def engines_of(file: Path, key: FeedKey) -> Sequence[Any]:
    return read_statement(file.read_bytes(), [key.public])


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> FeedKey:
    return make_key(tmp_path_factory.mktemp("keys") / "key.pem")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    return package_of(folder, conv_net(folder / "net.onnx"))


@pytest.fixture(scope="module")
def stated(package: Path, key: FeedKey) -> Path:
    """The statement about the package, of which nothing is in the package yet."""
    file = package.parent / "expectations.json"
    ended = expect(package, "--for", "portable,sm86", "--key", key.given, "--output", file)
    assert ended.code == 0, ended.err
    return file


def test_it_states_what_an_installation_builds(package: Path, stated: Path, key: FeedKey, tmp_path: Path) -> None:
    engines = engines_of(stated, key)
    assert [(engine.model, engine.portable, engine.builds) for engine in engines].count(("net", True, 4)) == 1
    assert len(engines) == 2
    (single,) = (engine for engine in engines if not engine.portable)
    assert (single.targets, single.repeats) == (("8.6",), True)
    assert not any((package / name).exists() for name in ("engines", "expectations.json"))
    # With the statement in the package, a user's PC finds both engines identical.
    (package / "key.pem").write_bytes(Path(f"{key.given}.pub").read_bytes())
    (package / "expectations.json").write_bytes(stated.read_bytes())
    entry = model_entry(package, package / "net.onnx")
    own = write_manifest(package, entry, expectations={"keys": ["key.pem"], "file": "expectations.json"})
    for number, wanted in enumerate((("--portable",), ("--for", "sm86"))):
        home = tmp_path / str(number)
        home.mkdir()
        with user(home):
            target = home / "target"
            ended = main("install", "--quiet", "--package", own, "--target", target, "--unlisted", *wanted)
        assert ended.code == 0, ended.err
        (engine,) = json.loads((target / "engines/engines.json").read_bytes())["engines"]
        assert engine["sameness"]["state"] == "identical"


def test_the_file_is_an_in_toto_statement_in_an_envelope(stated: Path, key: FeedKey) -> None:
    envelope = json.loads(stated.read_bytes())
    assert envelope["payloadType"] == "application/vnd.in-toto+json"
    assert [signature["keyid"] for signature in envelope["signatures"]] == [key.id]
    statement = json.loads(base64.b64decode(envelope["payload"]))
    assert (statement["_type"], statement["predicateType"]) == (STATEMENT_TYPE, PREDICATE_TYPE)
    assert all(subject["name"].startswith("net-") for subject in statement["subject"])


def test_a_model_whose_bytes_do_not_repeat_is_not_promised(key: FeedKey, tmp_path: Path) -> None:
    package = write_manifest(tmp_path / "package", in_fp16(OCR_DETECTOR).put_into(tmp_path / "package"))
    ended = expect(package, "--for", "sm86", "--key", key.given, "--output", tmp_path / "out.json")
    assert ended.code == 0, ended.err
    assert "not comparable" in ended.out
    (engine,) = engines_of(tmp_path / "out.json", key)
    assert not engine.repeats
    assert engine.builds == 4


def test_what_was_stated_before_is_added_to(package: Path, stated: Path, key: FeedKey, tmp_path: Path) -> None:
    file = tmp_path / "expectations.json"
    older = [replace(engine, library_version="1.6.0.1") for engine in engines_of(stated, key)]
    write_statement(file, older, [key])
    options = ("--for", "sm86", "--builds", "2", "--key", key.given, "--output", file, "--append")
    assert expect(package, *options).code == 0
    assert {(engine.library_version, engine.builds) for engine in engines_of(file, key)} == {
        ("1.6.0.1", 4),
        (engines_of(stated, key)[0].library_version, 2),
    }


def test_a_statement_of_somebody_else_is_not_added_to(package: Path, stated: Path, tmp_path: Path) -> None:
    other = make_key(tmp_path / "other.pem")
    before = stated.read_bytes()
    ended = expect(package, "--for", "sm86", "--key", other.given, "--output", stated, "--append")
    assert ended.code == ExitCode.INVALID_PARAMETER.number
    assert "signed with another key" in ended.err
    assert stated.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--key", "{key}.pub"), "the public half"),
        (("--key", "{key}", "--output", "/nowhere/at-all/x.json"), "does not exist"),
        (("--key", "env:NO_SUCH_KEY"), "NO_SUCH_KEY"),
        (("--key", "{key}", "--for", "sm61"), "does not build for"),
        (("--key", "{key}", "--builds", "1"), "--builds"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_built(
    package: Path, key: FeedKey, tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    given = [option.format(key=key.given) for option in options]
    output = () if "--output" in given else ("--output", tmp_path / "out.json")
    ended = expect(package, *given, *output)
    assert ended.code == ExitCode.INVALID_PARAMETER.number
    assert message in ended.err
    assert "builds," not in ended.err
    assert not (tmp_path / "out.json").exists()
