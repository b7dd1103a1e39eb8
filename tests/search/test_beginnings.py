from __future__ import annotations

from archive.search.beginnings import beginning, letters


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
