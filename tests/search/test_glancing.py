from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.analyser import as_written, folded, split, stems_of
from archive.search.glancing import may_begin, starts, words_in

_ENGLISH = "ying|ies|ied|s|ly|ed|ing|ingly|eed|ational|ibility|ousness|ivity|ence|ency|izer|logy"
_GERMAN = "en|er|es|em|ern|e|st|est|end|ung|ig|isch|lich|heit|keit|nisse"
_ROMANCE = "ment|ions|eux|aient|amente|ando|iendo|ar|oso|issait|emment|eis|ii|x"


def found(wording: str, *values: str, language: str | None = None) -> list[str] | None:
    words = words_in(wording, starts(values, language))
    return None if words is None else [word[0] for word in words]


def test_words_are_found_whole_and_from_their_beginning() -> None:
    said = "A boat, two Boats_bay; “BOATS” – xboat 5boats boat’s bo bóats Bóat éboat"
    assert found(said, "boats") == ["Boats", "BOATS", "bóats", "Bóat"]
    assert found(said, "bo", "x") == [
        "boat", "Boats", "BOATS", "xboat", "boat", "bo", "bóats", "Bóat"
    ]  # fmt: skip
    assert found(f"Élan elan ʿelan ʼelan {'and more ' * 12}", "elan") == [
        "Élan",
        "elan",
        "ʿelan",
        "ʼelan",
    ]


def test_many_beginnings_are_looked_for_at_once() -> None:
    said = "anna boris carl dora emil fritz gustav heinrich – ö"
    values = said.split()[:7]
    assert found(said, *values) == values


def test_an_english_stem_of_four_letters_has_at_most_its_last_from_no_word() -> None:
    assert starts(["agre", "conferenc", "age", "die"], "en") == (b" age", b" agi", b" agr",
        b" confe", b" die", b" dii", b" dye", b" dyi")  # fmt: skip
    assert starts(["fraulein", "krieg"], "de") == (b" fra", b" krieg")
    assert starts(["age", "agent"], None) == (b" age",)


@pytest.mark.parametrize(
    "wording", ["毛泽东 boat", "сboat and сл", "bo\u00adat", "b\u0301oat x", "bo\u200bat"]
)
def test_it_does_not_tell_of_what_it_does_not_see_through(wording: str) -> None:
    assert found(wording, "boat") is None


@pytest.mark.parametrize(
    "wording", ["毛泽东，1950年。", "Съезд, 1950", "דבר", "“x” → €5", "가나다 (abc)"]
)
def test_other_scripts_have_no_word_of_latin_letters(wording: str) -> None:
    assert found(wording, "boat") == []


def test_no_character_keeps_a_word_from_being_found() -> None:
    missed = []
    for sign in map(chr, [*range(0x80, 0x3100), *range(0xFB00, 0xFB10), *range(0xFF00, 0xFF70)]):
        wordings = (f"agre{sign}", f"{sign}agre", f"{sign}gre", f"a{sign}agre", f"a{sign}re",
                    f"ag{sign}e agre", f"x {sign} agre")  # fmt: skip
        for wording in wordings:
            words = found(wording, "agre")
            all_ = [w for w in split(wording) if as_written(folded([w]))[:1] >= ["agre"]]
            sought = [w for w in all_ if as_written(folded([w]))[0].startswith("agre")]
            if words is not None and not set(sought).issubset(words):
                missed.append(wording)
    assert missed == []


@given(
    st.from_regex(rf"[a-z]{{1,6}}({_ENGLISH}|{_GERMAN}|{_ROMANCE}|[a-z]{{0,4}})", fullmatch=True),
    st.sampled_from(["en", "de", "es", "fr", "it", "pt", "ru", "ar"]),
)
def test_a_word_begins_as_its_stem_does(word: str, language: str) -> None:
    for stemmed in filter(str.isascii, stems_of(language)[word]):
        assert found(f"“{word}”", stemmed, language=language) == [word]


def test_a_first_letter_beyond_ascii_may_be_one_sought() -> None:
    letters = frozenset("ec")
    assert [word for word in ("élan", "çe", "état", "ñu", "ʿx", "сell", "сом") if may_begin(word, letters)] == [
        "élan", "çe", "état", "ʿx", "сell"
    ]  # fmt: skip
