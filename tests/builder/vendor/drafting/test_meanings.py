"""What a dynamic dimension probably means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.vendor.drafting.meanings import clashes, dimensions_of, meaning_of_name, starting_sizes
from builder.vendor.models.facts import TensorFacts


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        *((name, "batch") for name in ("batch", "batch_size", "N", "n", "batchSize", "B", "batch_sequence")),
        *((name, "height") for name in ("height", "H", "image_height", "imageHeight", "rows")),
        *((name, "width") for name in ("width", "w", "width_out", "cols")),
        *((name, "sequence") for name in ("sequence", "seq_len", "past_sequence_length", "num_tokens", "length")),
        *((name, "frames") for name in ("time", "n_frames", "time_steps")),
        *((name, "samples") for name in ("samples", "audio_length", "n_samples")),
        *((name, "count") for name in ("num_boxes", "n_points", "labels")),
        # What exporters make up says nothing.
        *((name, None) for name in ("unk__214", "p2o.DynamicDimension.0", "?", "x_dynamic_axes_1", "s0", "", None)),
    ],
)
def test_names(name: str | None, meaning: str | None) -> None:
    assert meaning_of_name(name) == meaning


@pytest.mark.parametrize(
    ("tensor", "meanings"),
    [
        (TensorFacts("x", "fp32", (None, 3, None, None)), ["batch", "height", "width"]),
        (TensorFacts("x", "uint8", (None, None, None, 3)), ["batch", "height", "width"]),
        (TensorFacts("x", "fp32", (None, 16, None, None, None)), ["batch", "depth", "height", "width"]),
        (TensorFacts("ids", "int64", (None, None)), ["batch", "sequence"]),
        (TensorFacts("x", "fp32", (None, None)), ["batch", "samples"]),
        (TensorFacts("x", "fp32", ("batch", "sequence")), ["batch", "samples"]),
        (TensorFacts("waveforms", "fp32", ("batch_size", "N")), ["batch", "samples"]),
        (TensorFacts("x", "fp32", ("batch", "sequence", 64)), ["batch", "sequence"]),
        (TensorFacts("ids", "int64", ("batch", "sequence")), ["batch", "sequence"]),
        (TensorFacts("points", "fp32", (1, "num_points", 2)), ["count"]),
        (TensorFacts("x", "fp32", (None, None, 80)), ["batch", "sequence"]),
        (TensorFacts("state", "fp32", (2, None, 128)), ["batch"]),
        (TensorFacts("x", "int32", (None,)), ["unknown"]),
        (TensorFacts("x", "fp32", None), []),
        (TensorFacts("x", "fp32", ("frames", 3, "h", "w")), ["frames", "height", "width"]),
    ],
)
def test_places(tensor: TensorFacts, meanings: list[str]) -> None:
    assert [dimension.meaning for dimension in dimensions_of([tensor])] == meanings


def test_images_come_one_at_a_time() -> None:
    images, texts = TensorFacts("x", "fp32", ("b", 3, "h", "w")), TensorFacts("x", "int64", ("b", "seq"))
    assert starting_sizes(dimensions_of([images]))["b"].max == 1
    assert starting_sizes(dimensions_of([texts]))["b"].max == 8


def test_one_name_for_different_things_is_noticed() -> None:
    x = TensorFacts("x", "fp32", ("?", 3, "?", "w"))
    ((group, dimensions),) = clashes(dimensions_of([x])).items()
    assert (group, [dimension.axis for dimension in dimensions]) == ("?", [0, 2])
    assert not clashes(dimensions_of([TensorFacts("x", "fp32", ("n", 3)), TensorFacts("y", "fp32", ("n", 5))]))


SHAPES = st.lists(st.none() | st.integers(0, 9) | st.text(max_size=6), max_size=6).map(tuple)


@given(st.lists(st.builds(TensorFacts, st.text(max_size=4), st.sampled_from(["fp32", "int64"]), SHAPES), max_size=4))
def test_every_dynamic_dimension_has_a_meaning_and_sizes(tensors: list[TensorFacts]) -> None:
    dimensions = dimensions_of(tensors)
    dynamic = [size for tensor in tensors for size in tensor.shape or () if not isinstance(size, int)]
    assert len(dimensions) == len(dynamic)
    sizes = starting_sizes(dimensions)
    assert all(0 < sizes[item.group].min <= sizes[item.group].opt <= sizes[item.group].max for item in dimensions)
