"""Folding for comparing and searching."""

from __future__ import annotations

import json
import lzma

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.texts.folding import Folded, fold
from tests.shared_data import shared_path

LETTERS = st.sampled_from(
    [*"aCоТ ёйї\u0301\u0306\u200bكًـßﬁ한\u1100\u1161ㄱㅏか\u3099क\u093c'ʿ\u0345½"]
)
TEXTS = st.text(max_size=20) | st.lists(LETTERS, max_size=10).map("".join)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Liu Shaoqi", "liu shaoqi"),
        ("Cогласен", "согласен"),
        ("Tелеграмма ЦK", "телеграмма цк"),
        ("Сongress", "congress"),
        ("лёгкий Йод, Київ, ў", "легкий йод, київ, ў"),
        ("\u0438\u0306од", "йод"),
        ("находящиеся\u00a0 на\u2009службе\n\tв", "находящиеся на службе в"),
        ("Straße façade Łódź İstanbul", "strasse facade lodz istanbul"),
        ("ʿAlī dā’imā", "ali da'ima"),
        ("Ἀθῆναι ΣΟΦΟΣ", "αθηναι σοφοσ"),
        ("إِلَى الـقَاهِرَة آخر", "الي القاهره اخر"),
        ("کتابی ۱۹۵۰ ١٢٬٠٠٠", "كتابي 1950 12٬000"),
        ("שָׁלוֹם", "שלום"),
        ("１９５０年，主席", "1950年,主席"),
        ("ｶﾞ か\u3099", "ガ が"),
        ("\u1100\u1161\u11a8 한국", "각 한국"),
        ("हिन्दी ก็", "हिन्दी ก็"),
        ("«a» “b” ‘c’ „d“", '"a" "b" \'c\' "d"'),
        ("a–b—c−d", "a-b-c-d"),
        ("soft\u00adhyphen zero\u200bwidth\ufeff", "softhyphen zerowidth"),
        ("ﬁve № ½", "five no 1⁄2"),
        ("Ⅳ 'AB'", "iv 'ab'"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize("text", ["aо", "Tab Та", "x-ray и"])
def test_no_script_prevails_or_none_is_mixed(text: str) -> None:
    assert fold(text).text == text.lower()


def test_offsets_lead_back() -> None:
    text = "A\u00a0 ﬁn\u0301\u200b!"
    found = fold(text)
    assert found == Folded("a fin!", (0, 1, 3, 3, 4, 7), (1, 3, 4, 4, 7, 8))
    assert found.span(2, 5) == (3, 7)
    assert found.span(0, 6) == (0, len(text))


def test_a_hit_is_marked_with_its_vowels() -> None:
    text = "هَذَا كِتَابٌ."
    found = fold(text)
    start = found.text.index("كتاب")
    begin, end = found.span(start, start + 4)
    assert text[begin:end] == "كِتَابٌ"


@given(TEXTS)
@example("ㄱㅏ")
@example("かʿ\u3099")
@example("qжTо")
def test_idempotent(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_folded_as_it_is_beside_other_signs(text: str) -> None:
    alone, beside = fold(text), fold(f"{text}漢")
    assert (alone.text, *alone.offsets) == (beside.text[:-1], *beside.offsets[:-1])
    assert alone.ends == beside.ends[:-1]


@given(TEXTS)
def test_offsets_rise_within_the_text(text: str) -> None:
    found = fold(text)
    assert len(found.text) == len(found.offsets) == len(found.ends)
    assert list(found.offsets) == sorted(found.offsets)
    assert list(found.ends) == sorted(found.ends)
    for start, end in zip(found.offsets, found.ends, strict=True):
        assert 0 <= start < end <= len(text)


def test_real_wording_folds_once_and_for_all() -> None:
    with lzma.open(shared_path("data/records/qhod.jsonl.xz"), "rt", encoding="utf-8") as lines:
        bodies = [text["body"] for line in lines for text in json.loads(line)["texts"]]
    folded = [fold(body).text for body in bodies]
    assert [fold(text).text for text in folded] == folded
    assert len(folded) == 134
