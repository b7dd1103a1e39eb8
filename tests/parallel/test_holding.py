from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import Pin, TextPassages, rows
from archive.parallel.holding import Decision, check, fixed, holding, numbered

SIZES = {"en": 3, "fr": 3, "ru": 3}
TEXTS = [
    TextPassages("en", "en", ("Ten boats sank.", "Two ports burnt.", "The end.")),
    TextPassages("fr", "fr", ("Dix bateaux ont coulé.", "Deux ports ont brûlé.", "Fin.")),
    TextPassages("ru", "ru", ("Затонули 10 лодок.", "Сгорели 2 порта.", "Конец.")),
]


def test_pins_are_numbered_by_their_texts_the_smaller_first() -> None:
    pins = {("ru", "en"): [Pin((2,), (0, 1))], ("en", "zh"): [Pin((0,), (0,))]}
    assert numbered(pins, ["en", "fr", "ru"]) == {(0, 2): [Pin((0, 1), (2,))]}


def test_what_a_pin_holds_together_is_fixed() -> None:
    components, held = fixed([3, 3], {(0, 1): [Pin((0,), (1, 2)), Pin((2,), (), aligned=False)]})
    assert held == {(0, 0), (1, 1), (1, 2)}
    assert components.ordered() == [
        {1: (0,)},
        {0: (0,), 1: (1, 2)},
        {0: (1,)},
        {0: (2,)},
    ]


CONTRADICTIONS: list[tuple[Decision, ...]] = [
    (("en", "ru", Pin((0,), (1,))), ("en", "ru", Pin((1,), (0,)))),
    (("en", "ru", Pin((0,), (0,))), ("en", "ru", Pin((0,), (0,), aligned=False))),
    (("en", "ru", Pin((0,), (0,))), ("en", "ru", Pin((0,), ()))),
    (
        ("en", "fr", Pin((0,), (0,))),
        ("fr", "ru", Pin((0,), (0,))),
        ("en", "ru", Pin((0,), (1,))),
    ),
    (
        ("en", "fr", Pin((0,), (1,))),
        ("en", "ru", Pin((1,), (0,))),
        ("fr", "ru", Pin((0,), (1,))),
    ),
]


@pytest.mark.parametrize("decided", CONTRADICTIONS)
def test_the_last_of_pins_that_contradict_each_other_gives_way(
    decided: tuple[Decision, ...],
) -> None:
    assert holding(SIZES, decided) == holding(SIZES, decided[:-1])
    with pytest.raises(ValueError):  # noqa: PT011 (each says it in its own words)
        check(SIZES, {(one, other): [pin] for one, other, pin in decided} | _both(decided))


def _both(decided: tuple[Decision, ...]) -> dict[tuple[str, str], list[Pin]]:
    """All pins of the first pair, where two have it."""
    one, other, _ = decided[0]
    return {(one, other): [pin for a, b, pin in decided if (a, b) == (one, other)]}


def test_what_follows_a_contradiction_holds_all_the_same() -> None:
    decided = [
        ("en", "ru", Pin((1,), (1,))),
        ("en", "ru", Pin((0,), (2,))),
        ("en", "ru", Pin((2,), (2,))),
    ]
    assert holding(SIZES, decided) == {("en", "ru"): [Pin((1,), (1,)), Pin((2,), (2,))]}


def _decisions() -> st.SearchStrategy[list[Decision]]:
    stretch = st.tuples(st.integers(0, 2), st.integers(0, 2)).map(
        lambda ends: tuple(range(ends[0], min(ends[0] + ends[1], 3)))
    )
    pin = st.builds(Pin, stretch, stretch, st.booleans())
    pairs = st.sampled_from([("en", "fr"), ("fr", "ru"), ("en", "ru")])
    return st.lists(st.tuples(pairs, pin).map(lambda given: (*given[0], given[1])), max_size=5)


@given(_decisions())
def test_whatever_holds_is_borne_out_by_the_rows_of_three_texts(decided: list[Decision]) -> None:
    pins = holding(SIZES, decided)
    found = rows(TEXTS, pins)
    for (one, other), held in pins.items():
        for pin in held:
            beside = [(row.cells.get(one, ()), row.cells.get(other, ())) for row in found]
            if pin.aligned and (pin.source or pin.target):
                assert (pin.source, pin.target) in beside
            else:
                assert not any(
                    set(pin.source) & set(ours) and set(pin.target) & set(theirs)
                    for ours, theirs in beside
                    if not pin.aligned
                )
