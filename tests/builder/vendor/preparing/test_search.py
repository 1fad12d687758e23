"""The search knows only which sets pass: here, those that hold every node of a secret set."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from builder.vendor.preparing.search import find_keep

COUNTS = st.integers(1, 200)


def nodes(count: int) -> list[str]:
    return [f"n{number}" for number in range(count)]


@given(st.data(), COUNTS)
def test_exactly_the_needed_nodes_are_found(data: st.DataObject, count: int) -> None:
    order = nodes(count)
    needed = data.draw(st.frozensets(st.sampled_from(order), min_size=1, max_size=5))
    must = data.draw(st.frozensets(st.sampled_from(order), max_size=5)) - needed
    tried: list[frozenset[str]] = []

    def passes(keep: frozenset[str]) -> bool:
        tried.append(keep)
        return keep >= needed

    found = find_keep(order, passes, must)
    assert found.keep == needed | must
    assert found.complete
    assert found.runs == len(tried)
    assert all(keep >= must for keep in tried)


@given(st.data(), COUNTS)
def test_two_bisections_find_a_range_that_passes(data: st.DataObject, count: int) -> None:
    order = nodes(count)
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    left = 2 * math.ceil(math.log2(count))

    def goes_on() -> bool:
        nonlocal left
        left -= 1
        return left >= 0

    found = find_keep(order, lambda keep: keep >= {order[first], order[last]}, frozenset(), goes_on)
    assert {order[first], order[last]} <= found.keep <= set(order[first : last + 1])


@given(st.data(), COUNTS, st.integers(0, 60))
def test_what_is_found_was_seen_to_pass_or_is_everything(data: st.DataObject, count: int, most: int) -> None:
    order = nodes(count)
    seen: dict[frozenset[str], bool] = {}
    left = most

    def passes(keep: frozenset[str]) -> bool:
        return seen.setdefault(keep, data.draw(st.booleans()))

    def goes_on() -> bool:
        nonlocal left
        left -= 1
        return left >= 0

    found = find_keep(order, passes, frozenset(), goes_on)
    assert found.runs <= most
    assert found.keep == set(order) or seen[found.keep]


def test_nothing_is_tried_without_time_for_it() -> None:
    found = find_keep(nodes(9), lambda keep: True, frozenset(), lambda: False)
    assert (found.keep, found.runs, found.complete) == (frozenset(nodes(9)), 0, False)


def test_where_every_node_is_needed_all_stay() -> None:
    order = nodes(6)
    assert find_keep(order, lambda keep: keep >= set(order), frozenset()).keep == set(order)
