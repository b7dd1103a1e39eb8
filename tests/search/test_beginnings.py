from __future__ import annotations

import sys

from archive.search.analyser import words
from archive.search.beginnings import beginning, hint_of, letters


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
