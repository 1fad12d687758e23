"""What windows say of errors is for people who have never heard of engines, models and command lines."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

import builder.vendor.packaging.origins  # noqa: F401, whose error is one as well
from builder.base.errors import EngineInstallerError, Remedy
from builder.base.text import Text
from tests.support.program import ROOT
from tools.translations import NEVER_IN_A_WINDOW, messages

_JARGON = re.compile(
    r"engine|build|built|model|wheel|sha-?\d|\bexit\b|\bcode\b|signal|\bsig[a-z]+\b|\.toml|\btarget|process|\bpids?\b|"
    r"\bm?g?ib\b|onnx|tensor|\blibrar|comput|capabilit|kernel|tim(ed|ing)\b|manifest|package|\bgpus?\b|\bcuda\b|"
    r"receipt|journal|symlink|symbolic|\bmig\b|--\w|\bcache|\bplease\b|successful|oops|!|nothing was changed",
    re.IGNORECASE,
)
_A_PLAIN_ONE = re.compile(r"^_?plain(?!_titles?$)(_|$)", re.IGNORECASE)
_MOST_SENTENCES = 2
_MOST_CHARACTERS = 130
_FUNCTIONS_THAT_SAY = ("say", "say_count")


def _says(node: ast.AST) -> Iterator[str]:
    """Find the templates below a node."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _FUNCTIONS_THAT_SAY:
            yield from (
                item.value for item in call.args if isinstance(item, ast.Constant) and isinstance(item.value, str)
            )


def _plain_templates() -> Iterator[tuple[str, str]]:
    """Find every plain sentence in the source: given as `plain`, or kept under a name that says it is one."""
    for path in sorted([*(ROOT / "builder").rglob("*.py"), *(ROOT / "installer").rglob("*.py")]):
        relative = path.relative_to(ROOT).as_posix()
        if relative.startswith(NEVER_IN_A_WINDOW):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.keyword(arg=str(name)) | ast.FunctionDef(name=name):
                    pass
                case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                    pass
                case _:
                    continue
            if _A_PLAIN_ONE.search(name):
                yield from ((relative, template) for template in _says(node))


def _errors(base: type[EngineInstallerError]) -> Iterator[type[EngineInstallerError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _errors(kind)


def faults_of(words: str) -> list[str]:
    """Say what is wrong with a plain text."""
    faults = [f"jargon: {found[0]}" for found in _JARGON.finditer(words)]
    if not re.fullmatch(r"[A-Z{].*\.", words, re.DOTALL):
        faults.append("no sentence")
    if len(re.findall(r"[.?](?= |$)", words)) > _MOST_SENTENCES:
        faults.append("too many sentences")
    if len(words) > _MOST_CHARACTERS:
        faults.append("too long")
    return faults


@pytest.mark.parametrize("kind", [EngineInstallerError, *_errors(EngineInstallerError)], ids=lambda kind: kind.__name__)
def test_every_error_can_be_told_in_plain_words(kind: type[EngineInstallerError]) -> None:
    assert isinstance(kind.plain, Text)
    assert kind.plain.template
    assert faults_of(kind.plain) == []
    assert isinstance(kind.remedy, Remedy)


def test_every_plain_sentence_is_one() -> None:
    found = dict.fromkeys(_plain_templates())
    assert len(found) > 60
    assert {where: faults for where in found if (faults := faults_of(where[1]))} == {}


@pytest.mark.parametrize(
    "words",
    [
        "The engine is broken.", "Use --target.", "It needs 12 MiB.", "It ended with exit status 3.",
        "The model a fails.", "It got SIGKILL.", "no capital.", "No stop", "One. Two. Three.",
        "Its SHA-256 differs.", "Nothing was changed.",
        "Process 7 uses it.", "Look into app.toml.", "Stop!",
    ],
)  # fmt: skip
def test_what_is_no_plain_sentence_is_noticed(words: str) -> None:
    assert faults_of(words)


_NOT_SAID = re.compile(
    r"choose try again|please|last words?\b|anew\b|\bmend\b|in the way|at work\b|give (a|an|the)\b|!", re.IGNORECASE
)
"""Buttons that windows do not have under that name or on that page, and what nobody says."""


def test_messages_are_idiomatic_and_name_no_buttons() -> None:
    assert [message.template for message in messages() if _NOT_SAID.search(message.template.replace("!r", ""))] == []
