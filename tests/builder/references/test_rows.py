from __future__ import annotations

import numpy

from builder.references.rows import compare_equal_rows, with_equal_rows


def test_the_first_row_of_what_has_rows_is_repeated() -> None:
    image, rate = numpy.arange(6, dtype=numpy.float32).reshape(3, 2), numpy.array(16000)
    kernel = numpy.ones((3, 3))
    batch = with_equal_rows({"image": image, "rate": rate, "kernel": kernel}, {"image", "rate"})
    assert batch is not None
    assert batch["image"].tolist() == [[0, 1], [0, 1]]
    assert batch["rate"] is rate
    assert batch["kernel"] is kernel


def test_without_rows_there_is_nothing_to_repeat() -> None:
    image = numpy.ones((1, 2), numpy.float32)
    assert with_equal_rows({"image": image}, ()) is None
    assert with_equal_rows({"image": image[:0], "rate": numpy.array(1)}, {"image", "rate"}) is None


def test_only_outputs_with_two_rows_are_compared() -> None:
    answers = {
        "same": numpy.ones((2, 3), numpy.float32),
        "other": numpy.array([[1.0], [2.0]], numpy.float32),
        "left out": numpy.array([1, 2]),
        "whole": numpy.ones((1, 3)),
        "number": numpy.array(1.0),
    }
    same, other = compare_equal_rows(answers, {"same", "other", "whole", "number"})
    assert (same.output, same.fault) == ("same", None)
    assert other.output == "other"
    assert other.fault is not None
    assert "equal rows" in other.fault
