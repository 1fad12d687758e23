"""The catalogues keep to the glossaries: one translation of each term, and marks as the language writes them."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from installer.wizard.languages import LANGUAGES
from tests.support.wizard import catalogue
from tools.translations import CATALOGUES

OTHERS = [language for language in LANGUAGES if language != "en"]

# What is the same in every language: placeholders, options, names of ours and files, kinds of files for Qt.
_SAME = re.compile(
    r"\{[^}]*\}|%n|--[\w-]+|engine-(installer|builder)|[\w./]+\.(com|toml|json)\b|'[^' ]+'|\(\*\.\w+\)|\(&\w\)|&(?=\w)"
)
_KANA_OR_HAN = "[\u3040-\u30ff\u4e00-\u9fff]"
_FULL_WIDTH = rf'{_KANA_OR_HAN} ?[,;:?!()\[\]"]|[(\["] ?{_KANA_OR_HAN}|\.\.\.'
MARKS = {
    # Straight marks, English ones, and spaces that may end a line in front of a mark.
    "de": r"[\"”«»']|“\w|\.\.\.",
    "fr": r"[\"“”„']|(?<![\xa0\u202f\s])[;:?!»](?!/)|[ ][;:?!»]|«(?![\xa0\u202f])|\.\.\.",
    "es": r"[\"“”„']|\.\.\.",
    "pt_BR": r"[\"„«»']|\.\.\.",
    "ja": _FULL_WIDTH,
    "zh_CN": _FULL_WIDTH,
    "ko": r"[，；：？！（）。「」]|\.\.\.",
}


@cache
def glossary(language: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = tomllib.loads((CATALOGUES / f"glossary/{language}.toml").read_text("utf-8"))
    return found


def entries(language: str) -> Iterator[tuple[str, str]]:
    """Each text with each form of its translation, as far as there is one."""
    for _, source, forms in catalogue(language):
        yield from ((source, form) for form in forms if form)


def bare(text: str) -> str:
    return _SAME.sub(" ", text)


def terms_in(source: str) -> Iterator[str]:
    """The terms of an English text, the longest first: an engine library is no engine."""
    left = bare(source)
    for term in sorted(glossary("en")["terms"], key=len, reverse=True):
        left, times = re.subn(rf"\b{re.escape(term)}(e?s|d)?\b", " ", left, flags=re.IGNORECASE)
        if times:
            yield term


def faults_of_words(language: str, source: str, translation: str) -> list[str]:
    words = glossary(language)
    said, otherwise = translation.casefold(), words.get("otherwise", {})
    faults = [
        f"{term}: {words['terms'][term]}"
        for term in terms_in(source)
        if source not in otherwise.get(term, ()) and not any(form.casefold() in said for form in words["terms"][term])
    ]
    said = bare(translation)
    faults += [f"{wrong}: {right}" for wrong, right in words["wrong"].items() if re.search(wrong, said, re.IGNORECASE)]
    exact = words["exact"].get(source)
    return faults if exact in (None, translation.replace("&", "")) else [*faults, str(exact)]


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_the_words_of_its_glossary(language: str) -> None:
    faults = {(source, form): faults_of_words(language, source, form) for source, form in entries(language)}
    assert _shown(faults) == ""


@pytest.mark.parametrize("language", OTHERS)
def test_marks_are_those_of_the_language(language: str) -> None:
    faults = {(source, form): re.findall(MARKS[language], bare(form)) for source, form in entries(language)}
    assert _shown(faults) == ""


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_ends_as_its_text_does(language: str) -> None:
    ends = {".": ".。", "?": "?？", "…": "…", ":": ":："}
    for source, form in entries(language):
        if len(source) > 1 and not source.isspace():
            wanted, last = ends.get(source[-1]), form[-1]
            assert last in wanted if wanted else last not in ".。?？…:：", (source, form)


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_is_translated_once(language: str) -> None:
    said = defaultdict(set)
    for _, source, forms in catalogue(language):
        if any(forms):
            said[source].add(tuple(form.replace("&", "") for form in forms))
    assert not {source: forms for source, forms in said.items() if len(forms) > 1}


@pytest.mark.parametrize("language", OTHERS)
def test_a_glossary_has_every_term_and_allows_nothing_that_is_gone(language: str) -> None:
    words, sources = glossary(language), {source for _, source, _ in catalogue(language)}
    assert words["terms"].keys() == glossary("en")["terms"].keys()
    assert words["exact"].keys() == glossary("en")["exact"].keys()
    allowed: Mapping[str, list[str]] = words.get("otherwise", {})
    assert not [source for texts in allowed.values() for source in texts if source not in sources]


def _shown(faults: Mapping[tuple[str, str], list[str]]) -> str:
    return "\n".join(f"{source!r}\n  {form!r}\n  {found}" for (source, form), found in faults.items() if found)
