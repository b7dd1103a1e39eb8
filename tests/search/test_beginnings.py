from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from archive.search.analyser import words
from archive.search.beginnings import beginning, hint_of, letters, second_letters, words_that_may
from archive.search.stemming import stem


def test_words_are_left_by_their_first_letter() -> None:
    written = ["Boats", "and", "bread", "élan", "ﬁre", "12", "Ärger"]
    assert letters(["boat", "elan"]) == frozenset("bBeE")
    assert beginning(written, letters(["boat", "elan"])) == [
        "Boats", "bread", "élan", "ﬁre", "Ärger"
    ]  # fmt: skip


def test_where_something_sought_begins_with_no_such_letter_every_word_is_left() -> None:
    for values in (["1950", "boat"], ["сталин"], ["毛"]):
        assert letters(values) is None
    assert beginning(["a", "12"], None) == ["a", "12"]


def test_every_character_that_may_be_a_letter_of_such_a_word_is_known() -> None:
    """All of Unicode, alone and within a word of Latin letters."""
    missed = []
    for point in range(sys.maxunicode + 1):
        sign = chr(point)
        if not sign.isalnum():
            continue
        begun = words(sign)
        mixed = words(f"{sign}elfareq") if point in range(0x370, 0x530) else []
        for word in (*(begun or ["a"]), *mixed):
            first = word[0]
            if first.isascii() and first.isalpha() and not hint_of(frozenset(first)).match(sign):
                missed.append((sign, word))
    assert [each for each in missed if not each[0].isascii()] == []


def test_words_are_found_whole_and_from_their_beginning() -> None:
    said = "A boat, two Boats_bay; Élan – ebb, xboat 5boats “báb” Ебанк"
    found = words_that_may(letters(["boat"]) or frozenset()).findall(said)
    assert found == ["boat", "Boats", "bay", "Élan", "báb"]


def test_words_are_left_by_their_second_letter_too() -> None:
    assert second_letters(["boat", "elan", "kind"]) == frozenset("oOlLiIyY")
    assert second_letters(["boat", "k"]) is None
    begin, second = letters(["boat"]) or frozenset(), second_letters(["boat"])
    said = "Boats bay bóat b BOAT élan éx"
    assert words_that_may(begin, second).findall(said) == ["Boats", "bóat", "BOAT", "élan", "éx"]


@given(st.from_regex(r"[a-z]{1,3}(ying|ies|ied|s|ly|ed|ing|[a-z]{0,6})", fullmatch=True))
def test_no_english_stem_has_another_second_letter(word: str) -> None:
    stemmed = stem("en", word)
    assert stemmed[:2].replace("y", "i") == word[: len(stemmed)][:2].replace("y", "i")
