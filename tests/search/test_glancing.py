from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.analyser import as_written, folded, split, stems_of
from archive.search.glancing import starts, words_in

_ENGLISH = "ying|ies|ied|s|ly|ed|ing|ingly|eed|ational|ibility|ousness|ivity|ence|ency|izer|logy"
_GERMAN = "en|er|es|em|ern|e|st|est|end|ung|ig|isch|lich|heit|keit|nisse"
_ROMANCE = "ment|ions|eux|aient|amente|ando|iendo|ar|oso|issait|emment|eis|ii|x"


def found(wording: str, *values: str, language: str | None = None) -> list[str] | None:
    words = words_in(wording, starts(values, language))
    return None if words is None else [word[0] for word in words]


def test_words_are_found_whole_and_from_their_beginning() -> None:
    said = "A boat, two Boats_bay; “BOATS” – xboat 5boats boat’s bo bóats Bóat éboat"
    assert found(said, "boats") == ["Boats", "BOATS", "bóats"]
    assert found(said, "bo", "x") == [
        "boat", "Boats", "BOATS", "xboat", "boat", "bo", "bóats", "Bóat"
    ]  # fmt: skip
    assert found("Élan elan ʿelan ʼelan", "elan") == ["Élan", "elan", "ʿelan", "ʼelan"]
    assert found("groß GROSS großen Gros passé paß", "gross", "pass") == [
        "groß", "GROSS", "großen", "Gros", "passé", "paß"
    ]  # fmt: skip


def test_words_are_found_with_their_marks_and_beside_runs() -> None:
    said = "bo\u0301at bo\u00adat \u0301boat 毛boat泽 b\u05b0oat x\u0301boat عboat"
    assert found(said, "boat") == ["bo\u0301at", "bo\u00adat", "boat", "boat", "b\u05b0oat"]


def test_many_beginnings_are_cut_until_they_are_few() -> None:
    said = "anna anton boris britta carl cord dora emil fritz gustav – ö"
    values = said.split()[:9]
    assert starts(values, None) == tuple(
        f" {two}".encode() for two in ["an", "bo", "br", "ca", "co", "do", "em", "fr"]
    )
    assert found(said, *values) == values


def test_an_english_stem_of_four_letters_has_at_most_its_last_from_no_word() -> None:
    assert starts(["agre", "conferenc", "age", "die"], "en") == (b" age", b" agi", b" agr",
        b" confe", b" die", b" dii", b" dye", b" dyi")  # fmt: skip
    assert starts(["fraulein", "krieg"], "de") == (b" fra", b" krieg")
    assert starts(["age", "agent"], None) == (b" age",)


@pytest.mark.parametrize(
    "wording", ["сboat and сл", "boaт", "bo\u0301а", "bæπ", "µboat", "е\u200bb ð"]
)
def test_it_does_not_tell_of_letters_of_several_scripts_side_by_side(wording: str) -> None:
    assert found(wording, "boat") is None


@pytest.mark.parametrize("wording", ["Съезд boat", "boat? «Съезд» boot", "“boat” в “π”", "α, boat"])
def test_it_tells_of_words_beside_those_of_other_scripts(wording: str) -> None:
    assert found(wording, "boat") == ["boat"]


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


@given(
    st.text(st.sampled_from("aeéèiïoöuüsßnñcçlmrtgyāḳ\u0301ʿœ"), min_size=1, max_size=8),
    st.sampled_from(["en", "de", "es", "fr", "it", "pt"]),
)
def test_so_does_a_word_with_letters_beyond_ascii(written: str, language: str) -> None:
    for word in split(written):
        said = {*as_written(folded([word])), *stems_of(language)[word]}
        for value in said:
            if "a" <= value < "{":
                assert word in (found(f"“{word}”", value, language=language) or [])
