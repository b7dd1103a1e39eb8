from __future__ import annotations

import pytest

from archive.parallel.anchors import (
    common,
    ending,
    expected,
    features,
    learned,
    matches,
    plain_features,
)
from archive.parallel.skeletons import skeleton
from archive.parallel.values import Lexicon

KINDS = dict.fromkeys("nmlwpsc", 1.0)


def test_figures_dates_and_names_are_anchors_across_scripts() -> None:
    ours = features("Zedong had 14,000 rifles on January 22, 1950", "en", "ru")
    theirs = features("У Цзэдуна 14 тысяч винтовок, 22.1.1950 г.", "ru", "en")
    assert {"n:14000", "n:22", "n:1950", "m:1"} <= ours.keys() & theirs.keys()
    shared = matches(common([ours], [theirs]), KINDS)
    assert (shared.source.tolist(), shared.target.tolist()) == ([0], [0])
    assert shared.weight[0] > 5


def test_the_plainest_anchors_are_figures_and_latin_words() -> None:
    assert plain_features("Приказ N 14 по USSR, ٣٥٠٠٠") == {
        "n:14": 3.0,
        "n:35000": 3.0,
        "l:ussr": 1.5,
    }
    assert plain_features("1" * 100_000)


def test_what_stands_everywhere_tells_nothing() -> None:
    units = [features("7", "en", "ru")] * 20
    assert matches(common(units, units), KINDS).weight.tolist() == []


def test_kinds_of_anchor_weigh_as_they_are_told_and_rare_ones_more() -> None:
    source, target = [{"n:7": 3.0, "l:usa": 1.5}], [{"n:7": 3.0}, {"l:usa": 1.5}, {"l:usa": 1.5}]
    shared = matches(common(source, target), {"n": 2.0, "l": 1.0})
    assert shared.target.tolist() == [0, 1, 2]
    assert shared.weight.tolist() == pytest.approx([6.0, 1.5 / 2**0.5, 1.5 / 2**0.5])


def test_spelt_words_alone_are_shared_by_chance() -> None:
    units = [{"w:news": 1.0, "n:7": 3.0}, {"w:news": 1.0}]
    ((ours, theirs),) = expected(common(units, units), KINDS, (2, 2))
    assert ours.tolist() == [1.0, 1.0]
    assert theirs.tolist() == [0.5, 0.5]
    assert expected(common(units, [{"n:7": 3.0}]), KINDS, (2, 1)) == []


def test_learned_words_are_looked_for_by_their_stems() -> None:
    lexicon = Lexicon({"rifle": {"винто": 0.8}})
    shared = learned(["Rifles.", "Guns."], ["Орудий.", "Винтовок."], ("en", "ru"), lexicon)
    assert (shared.source.tolist(), shared.target.tolist()) == ([0], [1])
    assert shared.weight[0] > 0


@pytest.mark.parametrize(
    ("text", "mark"),
    [("He came.", "."), ("“Go!”", "!"), ("Why?", "?"), ("Mao Zedong", ""), ("25.1.1950 г.", ""),
     ("他来了。", "."), ("Dear Sir:", "!"), ("", ""), ("...", ".")],
)  # fmt: skip
def test_how_a_unit_ends(text: str, mark: str) -> None:
    assert ending(text) == mark


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trump", "Трамп"), ("Singapore", "Сингапур"), ("Busan", "부산"), ("Berlin", "ברלין"),
     ("Damascus", "Дамаскус")],
)  # fmt: skip
def test_skeletons_agree_across_scripts(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""
