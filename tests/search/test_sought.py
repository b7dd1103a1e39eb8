from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.analyser import as_written, folded, split, stems_of
from archive.search.pieces import Piece, each_word, piece
from archive.search.sought import Sought, sought_in
from archive.search.stemming import stemmed_language

_WORDS = st.sampled_from(
    [
        "Die",
        "dying",
        "dies",
        "early",
        "earlier",
        "Élan",
        "elan",
        "eLaN",
        "1950",
        "Über",
        "uber",
        "cafés",
        "Cafe",
        "ſtone",
        "stone",
        "K",
        "kelvin",
        "СССР",
        "CCCP",
        "Сталин",
        "毛泽东",
        "naïve",
        "Naive",
        "x",
    ]
)


def sought(q: str, language: str) -> Sought:
    return Sought(enumerate(each_word(q)), language)


def slowly(q: Sequence[Piece], language: str, wording: str) -> int:
    """The same, every word of the wording looked at."""
    tag = stemmed_language(language)
    said = set(as_written(folded(split(wording))))
    if tag:
        said.update(stem for word in split(wording) for stem in stems_of(tag)[word])
    count = 0
    for each in q:
        for word, written in zip(each.words, each.written, strict=True):
            stems = stems_of(tag)[written] if tag and isinstance(word, str) else ()
            count += sum(not {text, *stems}.isdisjoint(said) for text in as_written([word]))
    return count


@given(
    st.lists(_WORDS, min_size=1, max_size=3),
    st.lists(_WORDS, max_size=8),
    st.sampled_from(["en", "fr", "de", "ru", "id", "zh", "he"]),
    st.sampled_from([", ", "_", " \u200b", "\u0301 ", "–"]),
)
def test_looking_at_words_that_begin_alike_is_looking_at_all(
    q: list[str], said: list[str], language: str, between: str
) -> None:
    asked, wording = " ".join(q), between.join(said)
    expected = slowly(each_word(asked), language, wording)
    body = f"dying die {wording}\n\n\u0301elan and {wording}"
    again = len(body) - len(wording)
    stretches = [(0, 9), (10, 10 + len(wording)), (again, len(body))]
    for read in (Sought, sought_in):
        found = read(list(enumerate(each_word(asked))), language).present(body, stretches)
        assert [(n, count) for n, count in found if n] == [(1, expected), (2, expected)] * (
            expected > 0
        )


@pytest.mark.parametrize(
    ("q", "wording", "found"),
    [
        ("dying", "They died.", 1),
        ("elan", "Avec Élan", 1),
        ("boats 1950", "a boat in 1950", 2),
        ("毛泽东", "毛泽东的电报", 3),
        ("rifle", "no weapon", 0),
    ],
)
def test_how_much_of_a_query_stands_in_a_passage(q: str, wording: str, found: int) -> None:
    assert dict(sought(q, "en").present(wording, [(0, len(wording))])).get(0, 0) == found


@given(
    st.lists(_WORDS, min_size=1, max_size=3),
    st.lists(_WORDS, max_size=8),
    st.sampled_from(["en", "fr", "de", "ru", "id", "zh", "he"]),
    st.booleans(),
    st.sampled_from([" – ", "_", " \u200b", "\u0301 ", " x ", " ʿ "]),
)
def test_places_are_the_same_where_every_word_is_looked_at(
    q: list[str], said: list[str], language: str, whole: bool, between: str
) -> None:
    asked, wording = " ".join(q), between.join(said)
    phrase = piece(asked, quoted=True) if whole else None
    pieces = list(enumerate([phrase] if phrase else each_word(asked)))
    quick, slow = Sought(pieces, language), Sought(pieces, language)
    slow._begin = None
    assert quick.spans(wording) == slow.spans(wording)


_SIGNS = "abceioBEßéïþðʿœﬁ\u0301\u00ad\u200bаеоАαΟ毛가عـ\u05b0ｂµº²5_"


@given(
    st.lists(st.text(st.sampled_from(_SIGNS), min_size=1, max_size=5), min_size=1, max_size=6),
    st.sampled_from(["en", "fr", "de", "ru", "zh", "es", "ota"]),
    st.sampled_from([" ", "", " – "]),
    st.sampled_from(["", " é" * 110, " а" * 110, " ع" * 110, " 毛" * 110]),
)
def test_any_signs_are_seen_through(
    said: list[str], language: str, between: str, more: str
) -> None:
    wording = between.join(said) + more
    pieces = list(enumerate(each_word(" ".join(said[:2]))))
    quick, slow = Sought(pieces, language), Sought(pieces, language)
    slow._begin = None
    whole = [(0, len(wording))]
    assert quick.spans(wording) == slow.spans(wording)
    assert [*quick.present(wording, whole)] == [*slow.present(wording, whole)]
