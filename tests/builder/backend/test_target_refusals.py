"""The library's words for a refused compute capability, in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.backend.target_refusals import in_plain_words, target_refusal


def on_turing(operation: str, what: str) -> str:
    return f"Myelin ([pass.cpp:337: check] Cannot compile operation '{operation}' for Turing (SM75): {what}. In pass"


NO_MATMUL = "TensorRT-RTX does not support a matrix product in fp32 on Turing GPUs"


@pytest.mark.parametrize(
    ("operation", "words", "node"),
    [
        ("head", f"{NO_MATMUL}; the first is the node 'head'", "head"),
        ("node_of_y", f"{NO_MATMUL}; the first is the node that computes 'y'", "node_of_y"),
        ("it's", f'{NO_MATMUL}; the first is the node "it\'s"', "it's"),
        ("$$myelin$$(Unnamed Loop* 0)^(Unnamed Layer* 122) [Matrix Multiply]", NO_MATMUL, None),
        ("(Unnamed Layer* 3) [Shuffle]", NO_MATMUL, None),
        ("", NO_MATMUL, None),
    ],
)
def test_only_nodes_of_the_model_are_named(operation: str, words: str, node: str | None) -> None:
    refusal = target_refusal(on_turing(operation, "FP32 GEMM is not supported"))
    assert refusal is not None
    assert (refusal.words, refusal.node) == (words, node)


def test_all_lacked_types_are_known_and_the_newest_is_what_decides() -> None:
    refusal = target_refusal("because it has HW-specific datatypes: b16, fp8_e4m3. In")
    assert refusal is not None
    assert refusal.data_types == ("bf16", "fp8")
    assert refusal.words == "the model uses fp8, which needs compute capability 8.9 or newer"


@given(st.text(max_size=80))
def test_other_words_stay_and_any_words_are_read(text: str) -> None:
    assert in_plain_words(f"It failed: {text}")
    assert target_refusal(on_turing(text, text)) is not None
    target_refusal(f"HW-specific datatypes: {text}")
