from __future__ import annotations

import pytest

from archive.parallel.anchors import ending, features, matches, plain_features
from archive.parallel.skeletons import skeleton


def test_figures_dates_and_names_are_anchors_across_scripts() -> None:
    ours = features("Zedong had 14,000 rifles on January 22, 1950", "en", "ru")
    theirs = features("У Цзэдуна 14 тысяч винтовок, 22.1.1950 г.", "ru", "en")
    assert {"n:14000", "n:22", "n:1950", "m:1"} <= ours.keys() & theirs.keys()
    shared = matches([ours], [theirs])
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
    assert matches(units, units).weight.tolist() == []


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
