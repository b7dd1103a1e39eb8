from __future__ import annotations

import pytest

from archive.parallel.components import Components


def test_what_stands_between_comes_along() -> None:
    components = Components([1, 3], set())
    components.join((0, 0), (1, 0))
    components.join((0, 0), (1, 2))
    assert components.ordered() == [{0: (0,), 1: (0, 1, 2)}]


def test_the_weaker_link_past_four_is_cut() -> None:
    components = Components([1, 5], set())
    for place in range(5):
        components.join((0, 0), (1, place))
    assert components.ordered() == [{0: (0,), 1: (0, 1, 2, 3)}, {1: (4,)}]


def test_a_pin_may_make_a_larger_row() -> None:
    components = Components([1, 6], set())
    components.join((0, 0), (1, 0), forced=True)
    components.join((0, 0), (1, 5), forced=True)
    assert components.ordered() == [{0: (0,), 1: (0, 1, 2, 3, 4, 5)}]


def test_what_must_stay_apart_is_never_joined() -> None:
    components = Components([1, 1], {frozenset([(0, 0), (1, 0)])})
    components.join((0, 0), (1, 0))
    assert components.ordered() == [{0: (0,)}, {1: (0,)}]
    with pytest.raises(ValueError, match="aligned and as not aligned"):
        components.join((0, 0), (1, 0), forced=True)


def test_crossing_sets_have_no_order() -> None:
    components = Components([2, 2], set())
    components.join((0, 0), (1, 1), forced=True)
    components.join((0, 1), (1, 0), forced=True)
    with pytest.raises(ValueError, match="the pins cross"):
        components.ordered()


def test_a_passage_alone_follows_its_own_text() -> None:
    components = Components([2, 3], set())
    components.join((0, 0), (1, 0))
    components.join((0, 1), (1, 2))
    assert components.ordered() == [{0: (0,), 1: (0,)}, {1: (1,)}, {0: (1,), 1: (2,)}]
