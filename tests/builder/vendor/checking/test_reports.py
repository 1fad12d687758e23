"""The reports of a check: what a page and a table say of every kind of cell, without building anything."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from typing import Any

import pytest

from builder.base.errors import BuilderCrashed, BuildFailed, EngineInstallerError, ModelInvalid, OutOfMemory
from builder.base.text import verbatim
from builder.vendor.advice.advice import Advice
from builder.vendor.checking.building import CellDone
from builder.vendor.checking.html_report import html_report
from builder.vendor.checking.json_report import to_json
from builder.vendor.checking.matrix import Cell, FailOn, Matrix, Row, all_columns
from builder.vendor.checking.progress import ProgressLine
from builder.vendor.checking.refusals import is_refusal, refusal_of
from builder.vendor.checking.text_report import text_report
from tests.builder.vendor.checking.test_check import SCHEMA
from tests.support.json_schema import faults

EVIL = "<script>alert(1)</script>"


def on_turing(what: str) -> BuildFailed:
    """A refusal in the library's words."""
    return BuildFailed(
        verbatim(f"Myelin ([pass.cpp:337] Cannot compile operation 'head' for Turing (SM75): {what}. In")
    )


def refused(error: EngineInstallerError, column: str) -> Cell:
    refusal = refusal_of(error)
    return Cell(column, "refused" if is_refusal(refusal) else "failed", refusal=refusal)


def matrix(*rows: Row, targets: tuple[str, ...] = ("7.5", "8.6")) -> Matrix:
    libraries = {"tensorrt-rtx": "1.7.1.116"}
    return Matrix(
        f"Lens {EVIL}", "2.0", libraries, "linux", all_columns(targets), rows, 1.5, "2026-11-28T12:00:00+00:00"
    )


def built(column: str) -> Cell:
    return Cell(column, "builds", size=1_234_567, seconds=0.5, sha256="ab" * 32, serves=(column,))


OUT_OF_MEMORY = OutOfMemory(verbatim("There is not enough memory."))
ADVICE = Advice("channel-alignment", "good", "27 channels.", "1.3 times as fast.", "Pad them to 32.")
GOOD = Row("good", None, ("fp16",), "models/good.onnx", 99, (built("7.5"), built("8.6")), (f"odd {EVIL}",), (ADVICE,))
BAD = Row(
    "bad", "fp8", (), "bad.onnx", 9, (refused(ModelInvalid(verbatim(EVIL)), "7.5"), refused(OUT_OF_MEMORY, "8.6"))
)


class Page(HTMLParser):
    """Collects the elements of a page, and finds out whether each is closed."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_needs_nothing_else() -> None:
    content = html_report(matrix(GOOD, BAD), for_vendor=True)
    page = Page(content)
    assert page.open == []
    tags = {tag for tag, _ in page.found}
    assert not tags & {"script", "link", "img", "iframe", "object"}
    assert "url(" not in content
    assert "http" not in content
    links = {values["href"] for tag, values in page.found if tag == "a"}
    assert links == {f"#{values['id']}" for _, values in page.found if "id" in values} == {"#r1", "#r2"}
    assert "<script" not in content
    assert content.count("&lt;script&gt;") >= 4
    for part in ("prefers-color-scheme: dark", "@media print", "1.23 MB", "ab" * 32, "27 channels.", "GeForce RTX 30"):
        assert part in content


def test_a_page_for_users_has_nothing_for_vendors() -> None:
    turing = Row("mm", None, (), "mm.onnx", 9, (refused(on_turing("FP32 GEMM is not supported"), "7.5"), built("8.6")))
    users, vendor = (html_report(matrix(GOOD, BAD, turing), for_vendor=for_vendor) for for_vendor in (False, True))
    for part in ("27 channels.", "Pad them to 32.", "[[model.variant]]", " cells in ", "odd "):
        assert part not in users, part
        assert part in vendor
    assert "mm for GeForce RTX 20, GTX 16</strong>" in users
    assert Page(users).open == []


def test_counts_are_those_of_the_table() -> None:
    not_here = Cell("tensorrt", "not_run", note="TensorRT is not installed here.")
    columns = all_columns()
    row = Row("a", None, (), "a.onnx", 9, (*(built(column.name) for column in columns[:-1]), not_here))
    text = text_report(matrix(row, targets=()))
    assert f"{len(columns) - 1} cells in 2 s: {len(columns) - 1} build." in text


def test_the_table_says_all_of_it() -> None:
    text = text_report(matrix(GOOD, BAD))
    assert "good       1.23 MB    1.23 MB" in text
    assert "bad (fp8)  refused 1  failed 2" in text
    assert "[2] bad (fp8) for 8.6: There is not enough memory." in text
    assert "Advice for good (channel-alignment): 27 channels." in text
    assert "4 cells in 2 s: 2 build, 1 refused, 1 failed here." in text
    one = Row("one", None, (), "one.onnx", 9, (built("7.5"),))
    assert text_report(matrix(one, targets=("7.5",))).endswith("1 cell in 2 s: 1 build.")


def test_the_json_is_as_its_schema_says() -> None:
    assert list(faults(to_json(matrix(GOOD, BAD)), SCHEMA)) == []
    spoilt: dict[str, Any] = to_json(matrix(GOOD)) | {"schema": 2, "more": 1}
    spoilt["models"][0]["cells"][0]["state"] = "maybe"
    assert len(list(faults(spoilt, SCHEMA))) == 3


ONLY_WARNED = Row("a", None, (), "a.onnx", 9, (built("8.6"),), ("odd",))
ONLY_REFUSED = Row("b", None, (), "b.onnx", 9, (refused(ModelInvalid(verbatim("no")), "8.6"),))
HALF = Row("c", None, (), "c.onnx", 9, (built("7.5"), refused(OUT_OF_MEMORY, "8.6")))
LEFT_OUT = Row("d", None, (), "d.onnx", 9, (Cell("8.6", "left_out", note="as app.toml says"),))


@pytest.mark.parametrize(
    ("row", "fails"),
    [
        (ONLY_WARNED, {"warning"}),
        (ONLY_REFUSED, {"nowhere", "refused", "warning"}),
        (HALF, {"refused", "warning"}),
        (LEFT_OUT, set()),
    ],
    ids=lambda value: value.model if isinstance(value, Row) else "",
)
def test_what_fails(row: Row, fails: set[str]) -> None:
    every: tuple[FailOn, ...] = ("nowhere", "refused", "warning")
    assert {on for on in every if matrix(row).fails(on)} == fails


def test_a_model_builds_if_a_variant_does() -> None:
    variant = Row("b", "fp16", (), "b.fp16.onnx", 9, (built("8.6"),))
    assert matrix(ONLY_REFUSED).without_engine == ("b",)
    assert matrix(ONLY_REFUSED, variant).without_engine == ()


@pytest.mark.parametrize(
    ("error", "reason", "words"),
    [
        (on_turing("FP32 3D deconvolution is not supported"), "conv3d_on_turing", "'head'"),
        (on_turing("native INT8 convolution is not currently supported"), "int8_convolution_on_turing", "int8"),
        (on_turing("something new"), "unsupported_operator", "something new"),
        (BuildFailed(verbatim("HW-specific datatypes: b16, fp8_e4m3. In")), "data_type", "uses fp8, which needs"),
        (BuildFailed(verbatim("It failed: Foo (node 'x')")), "library", "It failed"),
        (BuilderCrashed(verbatim("Gone.")), "crash", "Gone"),
        (OUT_OF_MEMORY, "memory", "memory"),
    ],
)
def test_reasons_have_names(error: EngineInstallerError, reason: str, words: str) -> None:
    refusal = refusal_of(error)
    assert refusal.reason == reason
    assert words in refusal.message
    assert is_refusal(refusal) == (reason not in ("crash", "memory"))


def test_a_reason_is_told_once_for_each_model() -> None:
    stream = io.StringIO()
    progress = ProgressLine(stream, 4)
    for model, column in (("bad", "7.5"), ("bad", "8.6"), ("other", "7.5")):
        progress.hear(CellDone(model, refused(ModelInvalid(verbatim("It is odd.")), column)))
    progress.hear(CellDone("good", built("7.5")))
    assert stream.getvalue().splitlines() == [
        "[1/4] bad for 7.5: refused: It is odd.",
        "[2/4] bad for 8.6: refused as well",
        "[3/4] other for 7.5: refused: It is odd.",
        "[4/4] good for 7.5: builds, 1.23 MB, 0.5 s",
    ]
