from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.authority.han import simplified
from archive.search.analyser import (
    BREAK,
    LONGEST_TOKEN,
    Token,
    as_pairs,
    as_stems,
    as_written,
    pairs,
    split,
    tokens,
    word_at,
    words,
)
from archive.search.stemming import STEMMERS, stem
from archive.texts.folding import fold

WORDINGS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aé0١9.,’'-林彪김성ёЁйC ß\u00ad\u200d\u0301\u00a0\n|"),
    ),
    max_size=80,
)


def test_words_numbers_and_runs_with_their_places() -> None:
    assert tokens("Cогласен: 12.000 林彪, People's") == [
        Token("согласен", 0, 8),
        Token("12000", 10, 16),
        Token(("林", "彪"), 17, 19),
        Token("people", 21, 27),
        Token("s", 28, 29),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("лёгкий пулемёт", ["легкий", "пулемет"]),
        ("12,000 12.000 12\u00a0000 12’000", ["12000", "12000", "12000", "12000"]),
        ("22.1.1950 г.", ["22", "1", "1950", "г"]),
        ("ll. 0022, 000", ["ll", "22", "0"]),
        ("١٩٥٠", ["1950"]),
        ("человек.Ким  Ир", ["человек", "ким", "ир"]),
        ("mini\u00adstry", ["ministry"]),
        ("Ḫān el-muẓaffer", ["han", "el", "muzaffer"]),
        ("ＡＢ１２", ["ab12"]),
        ("e\u0301cole", ["ecole"]),
        ("김일성은", ["김", "일", "성", "은"]),
        ("!!! … | —", []),
        ("", []),
    ],
)
def test_tokens_of_an_unstemmed_field(written: str, expected: list[str]) -> None:
    assert as_written(words(written)) == expected


@given(
    st.text(st.sampled_from("aZ019.,'-_ \n\t\x1c\x7f"), max_size=40)
    | st.text(st.characters(max_codepoint=127))
)
@example("1,000 1.000.000 a1,000 1'000 12,0000 1,00 _1,000_")
def test_words_of_ascii_are_those_of_any_wording(wording: str) -> None:
    """What is split by its spaces is what the pattern finds, which a letter beyond ASCII calls for."""
    assert split(wording) == split(f"{wording} \u00e9")[:-1]


def test_inflected_forms_meet_in_their_language() -> None:
    assert as_stems(["станковых", "пулеметов"], "ru") == as_stems(["станковые", "пулемёты"], "ru")
    assert as_stems(["Rifles"], "en") == ["rifl"]


def test_a_stem_is_kept_as_written_and_as_folded_where_they_differ() -> None:
    assert as_stems(["listów"], "pl") == ["list", "listow"]
    assert as_stems(["listow"], "pl") == ["listow"]
    assert as_stems(["Cогласен"], "ru")[-1] == as_stems(["согласен"], "ru")[0]


@given(st.from_regex("[a-zA-Z]{1,12}", fullmatch=True), st.sampled_from(sorted(STEMMERS)))
def test_a_plain_word_is_folded_and_stemmed_as_any_other(word: str, language: str) -> None:
    folded = fold(word).text
    stemmed = stem(language, word.lower())
    assert as_written(words(word)) == [folded]
    assert as_stems([word], language) == [*dict.fromkeys([fold(stemmed).text, stemmed])]


def test_a_word_in_another_script_is_not_stemmed() -> None:
    assert as_stems(split("rifles винтовок 林彪"), "ru") == ["rifles", "винтовок"]


def test_pairs_overlap_and_end_with_their_run() -> None:
    assert as_pairs(words("毛泽东、林 a 彪")) == ["毛泽", "泽东", BREAK, BREAK, BREAK]
    assert pairs(("林",)) == ()


def test_a_token_is_cut_where_it_is_no_word_any_more() -> None:
    assert as_written(words("a" * 5_000)) == ["a" * LONGEST_TOKEN]


def _kept(folded: str) -> str:
    """What of it may stand in a token: no sign that this Python does not know, be it Chinese."""
    return "".join(c for c in folded if c.isalnum() or unicodedata.category(c)[0] == "M")


@given(WORDINGS)
@example("\u3400\U0003134b")
def test_each_span_holds_what_its_token_was_made_of(wording: str) -> None:
    end = 0
    for token in tokens(wording):
        assert end <= token.start < token.end <= len(wording)
        end = token.end
        span = wording[token.start : token.end]
        made = "".join(token.text)
        folded = _kept(fold(span).text)
        if made.isdecimal():
            assert made == "".join(filter(str.isdecimal, folded)).lstrip("0")[:LONGEST_TOKEN] or (
                made == "0"
            )
        elif isinstance(token.text, tuple):
            assert made == simplified("".join(_kept(fold(sign).text) for sign in span))
        else:
            assert made == folded[:LONGEST_TOKEN]


@given(WORDINGS)
def test_no_token_holds_what_an_engine_splits_by(wording: str) -> None:
    found = words(wording)
    assert found == [token.text for token in tokens(wording)]
    stems = (
        stem for language in ("ru", "en", "ar", "tr") for stem in as_stems(split(wording), language)
    )
    for token in (*as_written(found), *stems):
        assert token
        assert not any(character.isspace() or character == BREAK for character in token)


@given(st.text(st.sampled_from("abIeéßæœİʼҳсСомÿЙøΟσµǅł"), min_size=1, max_size=6))
def test_a_word_is_folded_letter_by_letter_as_a_whole(word: str) -> None:
    folded = "".join(letter for letter in fold(word).text if letter.isalnum())
    assert words(word) == ([folded] if folded else [])


@given(st.text(st.sampled_from("aé9 ,林C\u00ad\u0301\u05b0ع_"), max_size=12))
def test_a_word_is_found_at_its_place_and_none_within_it(wording: str) -> None:
    found = {token.start: token.end for token in tokens(wording)}
    for place, sign in enumerate(wording):
        if sign in "aéCع":
            word = word_at(wording, place)
            assert (word and word.end()) == found.get(place)
