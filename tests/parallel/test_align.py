from __future__ import annotations

import json
from importlib import import_module
from time import process_time
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import Bead, Lexicon, Pin, align, scoring
from archive.parallel.align import Aligner
from archive.parallel.programme import best_path
from tests.shared_data import shared_path

ENGLISH = ["Chairman Mao:", "There are 14,000 soldiers here.", "Please reply.", "January 22, 1950"]
RUSSIAN = [
    "Телеграмма",
    "Председателю Мао!",
    "Здесь 14 тысяч солдат.",
    "Прошу ответа.",
    "22.1.1950 г.",
]


def _pairs(beads: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def test_a_heading_of_one_text_stands_alone() -> None:
    assert _pairs(align(ENGLISH, RUSSIAN, "en", "ru")) == [
        ((), (0,)),
        ((0,), (1,)),
        ((1,), (2,)),
        ((2,), (3,)),
        ((3,), (4,)),
    ]


def test_the_sample_is_aligned_as_by_hand() -> None:
    item = json.loads(shared_path("data/parallel/seed.en-ru.json").read_text("utf-8"))["items"][0]
    beads = align(item["src"], item["tgt"], "en", "ru")
    assert _pairs(beads) == [(tuple(one), tuple(other)) for one, other in item["beads"]]


def test_pins_are_hard() -> None:
    pins = [Pin((0,), (0,)), Pin((1,), (2,), aligned=False), Pin((), (4,))]
    beads = align(ENGLISH, RUSSIAN, "en", "ru", pins=pins)
    assert Bead((0,), (0,), 1.0) in beads
    assert Bead((), (4,), 1.0) in beads
    assert not any(1 in bead.source and 2 in bead.target for bead in beads)


def test_a_pinned_bead_may_be_of_any_size() -> None:
    units = ["a."] * 9
    pins = [Pin(tuple(range(1, 8)), (3,)), Pin((8,), ())]
    beads = align(units, units, "en", "en", pins=pins)
    assert Bead((1, 2, 3, 4, 5, 6, 7), (3,), 1.0) in beads
    assert Bead((8,), (), 1.0) in beads


def test_units_pinned_together_alone_are_one_bead() -> None:
    pins = [Pin((), (0, 1))]
    assert Bead((), (0, 1), 1.0) in align(ENGLISH, RUSSIAN, "en", "ru", pins=pins)


@pytest.mark.parametrize(
    ("pins", "message"),
    [
        ([Pin((9,), (0,))], r"a pin names source \(9,\), and there are 4 units"),
        ([Pin((0, 2), (0,))], r"a pin's units must be consecutive: source \(0, 2\)"),
        ([Pin((0,), (3,)), Pin((1,), (2,))], "the pins at source 0 and source 1 cross"),
        ([Pin((0,), (0,)), Pin((0,), ())], "source 0 is pinned twice: aligned, and alone"),
        ([Pin((0,), (0,)), Pin((0,), (0,), False)], "source 0 is pinned as aligned and as not"),
        ([Pin((0,), ()), Pin((0, 1), ())], "source 0 is pinned twice"),
    ],
)
def test_a_pin_that_cannot_hold_is_refused(pins: list[Pin], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        align(ENGLISH, RUSSIAN, "en", "ru", pins=pins)


def test_a_lexicon_decides_where_lengths_do_not() -> None:
    source, target = ["Rice rice"], ["Вода вода", "Рис рис"]
    lexicon = Lexicon({"rice": {"рис": 1.0}})
    assert _pairs(align(source, target, "en", "ru", lexicon=lexicon)) == [((), (0,)), ((0,), (1,))]


@pytest.mark.parametrize("units", [[], [""], ["..."], ["", "?!", " "], ["no break " * 20_000]])
def test_nothing_to_go_by(units: list[str]) -> None:
    beads = align(units, units, "en", "ru")
    assert sorted(place for bead in beads for place in bead.source) == list(range(len(units)))
    assert [bead for bead in align(units, [], "en", "ru") if bead.target] == []


UNITS = st.lists(st.text(alphabet="ab1.7 !", max_size=12), max_size=9)


@given(UNITS, UNITS, st.data())
def test_every_unit_in_one_bead_in_order_and_pins_kept(
    source: list[str], target: list[str], data: st.DataObject
) -> None:
    pins = []
    if source and target:
        i = data.draw(st.integers(0, len(source) - 1))
        j = data.draw(st.integers(0, len(target) - 1))
        pins = [Pin((i,), (j,), aligned=data.draw(st.booleans()))]
    beads = align(source, target, "en", "ru", pins=pins)
    assert [place for bead in beads for place in bead.source] == list(range(len(source)))
    assert [place for bead in beads for place in bead.target] == list(range(len(target)))
    assert all(0 <= bead.confidence <= 1 for bead in beads)
    for pin in pins:
        together = [b for b in beads if pin.source[0] in b.source and pin.target[0] in b.target]
        assert together == ([Bead(pin.source, pin.target, 1.0)] if pin.aligned else [])
    assert beads == align(source, target, "en", "ru", pins=pins)


@given(UNITS, UNITS, st.data())
def test_texts_read_once_are_aligned_the_same_whatever_was_pinned_before(
    source: list[str], target: list[str], data: st.DataObject
) -> None:
    aligner = Aligner(source, target, ("en", "ru"))
    places = st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from(["with", "not", "no"]))
    for drawn in data.draw(st.lists(st.lists(places, max_size=3), max_size=4)):
        pins = [
            Pin((i,), () if how == "no" else (j,), aligned=how != "not")
            for i, j, how in drawn
            if i < len(source) and j < len(target)
        ]
        try:
            expected = align(source, target, "en", "ru", pins=pins)
        except ValueError:
            continue
        assert aligner.beads(pins) == expected


def test_only_the_rectangle_that_a_pin_cuts_is_worked_through_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worked = Mock(wraps=best_path)
    monkeypatch.setattr(import_module("archive.parallel.align"), "best_path", worked)
    aligner = Aligner(ENGLISH, RUSSIAN, ("en", "ru"))
    for pins, times in (
        ((), 1),
        ((Pin((1,), (2,)),), 2),
        ((Pin((1,), (2,)),), 0),
        ((Pin((1,), (2,)), Pin((3,), (4,))), 2),
        ((Pin((1,), (2,)), Pin((3,), (4,)), Pin((0,), (1,), aligned=False)), 1),
        ((Pin((1,), (2,)), Pin((3,), (4,)), Pin((0,), ())), 1),
    ):
        worked.reset_mock()
        aligner.beads(pins)
        assert worked.call_count == times


def test_a_long_text_takes_bounded_time_and_follows_a_gap() -> None:
    source = [f"Sentence {place} has {place * 7} words, more or less." for place in range(1500)]
    target = [f"Предложение {place}: {place * 7} слов или около того." for place in range(1500)]
    start = process_time()
    beads = align(source, target[:400] + target[700:], "en", "ru")
    assert process_time() - start < 10
    right = sum(
        bead.source == bead.target for bead in beads if bead.source and bead.source[0] < 400
    )
    moved = sum(
        bead.target == tuple(place - 300 for place in bead.source)
        for bead in beads
        if bead.source and bead.source[0] >= 700
    )
    assert right + moved >= 1150


def test_a_very_long_text_is_steered_by_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "MANY", 100)
    source = [f"Sentence {place} has {place * 7} words." for place in range(10, 110)]
    target = [f"Предложение {place}: {place * 7} слов." for place in range(10, 110)]
    beads = align(source, target, "en", "ru")
    assert _pairs(beads) == [((place,), (place,)) for place in range(100)]
