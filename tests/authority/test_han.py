from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.authority.han import SIMPLER, families, family_of, reading, simplified


def test_traditional_characters_as_simplified_ones() -> None:
    assert simplified("毛澤東與劉少奇, Mao") == "毛泽东与刘少奇, Mao"
    assert len(SIMPLER) == 4104


@given(st.text(st.sampled_from("".join(map(chr, SIMPLER)) + "后著a"), max_size=20))
def test_simplified_twice_is_simplified_once(wording: str) -> None:
    once = simplified(wording)
    assert (simplified(once), len(once)) == (once, len(wording))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("毛泽东", (("mao",), ("ze", "dong"))),
        ("毛澤東", (("mao",), ("ze", "dong"))),
        ("林彪", (("lin",), ("biao",))),
        ("曾希圣", (("zeng",), ("xi", "sheng"))),
        ("單士元", (("shan",), ("shi", "yuan"))),
        ("仇鳌", (("qiu",), ("ao",))),
        ("吕正操", (("lü",), ("zheng", "cao"))),
        ("欧阳山", (("ou", "yang"), ("shan",))),
        ("諸葛孔明", (("zhu", "ge"), ("kong", "ming"))),
        ("和平", None),
        ("毛泽东说", None),
        ("毛", None),
        ("Mao", None),
        ("", None),
    ],
)
def test_how_a_name_is_read(name: str, said: object) -> None:
    assert reading(name) == said
    assert bool(family_of(name)) == (said is not None)


def test_family_names_that_are_read_alike() -> None:
    assert families()[("xu",)] == ("徐", "胥", "许")
    assert families()[("si", "ma")] == ("司马",)
    assert ("chan",) not in families()
