"""What is quoted shares a fingerprint with where it was taken from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.texts.fingerprints import (
    KEYS,
    SURE_SIGNS,
    SURE_WORDS,
    Unit,
    fingerprints,
    has_a_run,
    run_numbers,
    units,
)

WORDS = st.lists(
    st.sampled_from(["мао", "lin", "189", "the", "пулемёт", "of", "הגשר", "الجسر", "Ünïon"]),
    max_size=40,
)
SIGNS = st.text("毛泽东同志电报二百辆卡車", max_size=40)


@given(WORDS, WORDS, st.lists(st.sampled_from("abcdefgh"), min_size=SURE_WORDS, max_size=20))
def test_words_in_a_row_are_known_again(
    before: list[str], after: list[str], kept: list[str]
) -> None:
    stored = fingerprints(" ".join([*before, *kept, *after]))
    assert set(run_numbers(" ".join(kept))) & set(stored)


@given(SIGNS, SIGNS, st.text("春夏秋冬山川", min_size=SURE_SIGNS, max_size=20))
def test_so_are_characters_of_a_script_without_spaces(before: str, after: str, kept: str) -> None:
    assert set(run_numbers(kept)) & set(fingerprints(before + kept + after))


@given(st.text(max_size=200))
def test_any_wording_has_few_of_them_in_order_and_bounds(wording: str) -> None:
    found = fingerprints(wording)
    assert found == sorted(set(found))
    assert all(0 <= number < KEYS for number in found)
    assert set(found) <= set(run_numbers(wording))
    assert bool(found) == bool(units(wording))


@given(st.lists(st.sampled_from(["мао", "lin", "189", "the"]), min_size=3, max_size=12))
def test_words_alone_are_numbered_as_among_characters(words: list[str]) -> None:
    alone, among = run_numbers(" ".join(words)), run_numbers(" ".join([*words, "毛"]))
    assert among[: len(alone)] == alone


def test_signs_capitals_accents_and_look_alikes_change_nothing() -> None:
    assert run_numbers("Согласен с Ли́нь Бяо!") == run_numbers(
        "cогласен — с «Линь» Бяо".replace("c", "С")
    )
    assert run_numbers("毛澤東同志電報") != run_numbers("毛泽东同志电报")


def test_units_stand_where_they_are_written() -> None:
    assert units("The пулемёт, 毛東!") == [
        Unit("the", 0, 3),
        Unit("пулемет", 4, 11),
        Unit("毛", 13, 14),
        Unit("東", 14, 15),
    ]


@pytest.mark.parametrize(
    ("wording", "whole"),
    [
        ("two lorries", False),
        ("two hundred lorries", True),
        ("二百辆卡", False),
        ("二百辆卡车", True),
    ],
)
def test_what_is_long_enough_for_a_run(wording: str, whole: bool) -> None:
    assert has_a_run(wording) is whole
