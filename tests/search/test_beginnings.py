from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from archive.search.analyser import stems_of, words
from archive.search.beginnings import beginning, further_letters, hint_of, letters, words_that_may


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


def test_words_are_left_by_their_further_letters_too() -> None:
    said = "Boats bay bóat b BOAT bo boy élan éx bœuf"
    begin, further = letters(["boat"]) or frozenset(), further_letters(["boat"])
    assert words_that_may(begin, further).findall(said) == [
        "Boats", "bóat", "BOAT", "élan", "éx", "bœuf"
    ]  # fmt: skip
    assert words_that_may(begin, further_letters(["bo"])).findall(said) == [
        "Boats", "bóat", "BOAT", "bo", "boy", "élan", "éx", "bœuf"
    ]  # fmt: skip


def test_there_are_as_many_further_letters_as_every_word_has() -> None:
    assert further_letters(["boat", "elan"]) == (frozenset("oOlL"), frozenset("aA"))
    assert further_letters(["kind", "age"]) == (frozenset("iIyYgG"), frozenset("nNeEiI"))
    assert further_letters(["boat", "my"]) == (frozenset("oOyYiI"),)
    assert further_letters(["boat", "k"]) == further_letters(["c4"]) == ()


_ENGLISH = "ying|ies|ied|s|ly|ed|ing|ingly|eed"
_ROMANCE = "ment|ions|eux|aient|amente|ando|iendo|ar|oso|issait|emment|eis|ii|x"


@given(
    st.from_regex(rf"[a-z]{{1,3}}({_ENGLISH}|{_ROMANCE}|[a-z]{{0,6}})", fullmatch=True),
    st.sampled_from(["en", "es", "fr", "it", "pt"]),
)
def test_a_word_goes_on_as_its_stem_does(word: str, language: str) -> None:
    for stemmed in filter(str.isascii, stems_of(language)[word]):
        begin = letters([stemmed]) or frozenset()
        assert words_that_may(begin, further_letters([stemmed])).findall(word) == [word]
