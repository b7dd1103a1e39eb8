from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import Sentence, split


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He came. Did he? Yes!", ["He came.", "Did he?", "Yes!"]),
        ("en", "On Jan. 22 Mr. Smith of St. Louis wrote. He left.",
         ["On Jan. 22 Mr. Smith of St. Louis wrote.", "He left."]),
        ("en", "He said “Go.” Then he left.", ["He said “Go.”", "Then he left."]),
        ("en", "It cost 3.5 million.", ["It cost 3.5 million."]),
        ("de", "Am 22. Januar kam Nr. 5 an. Er blieb.", ["Am 22. Januar kam Nr. 5 an.", "Er blieb."]),
        ("ru", "14 тысяч человек.Ким  Ир Сен прислал т. Ли. Он в г. Москве.",
         ["14 тысяч человек.", "Ким  Ир Сен прислал т. Ли.", "Он в г. Москве."]),
        ("ru", "Это было в 1950 г. Он приехал.", ["Это было в 1950 г.", "Он приехал."]),
        ("ru", ".Лю Шаоци", [".Лю Шаоци"]),
        ("ru", "А.С.Пушкин писал.", ["А.С.Пушкин писал."]),
        ("zh", "他来了。“你好！”他说。", ["他来了。", "“你好！”", "他说。"]),
        ("ar", "هل جاء؟ نعم.", ["هل جاء؟", "نعم."]),
        ("ur", "وہ آیا۔ وہ گیا۔", ["وہ آیا۔", "وہ گیا۔"]),
        ("en", "Wait ... what? ... Go.", ["Wait ... what? ...", "Go."]),
        ("en", "One\n\nTwo", ["One", "Two"]),
        ("en", "", []),
        ("en", " \n ", []),
        ("en", "?!…", ["?!…"]),
    ],
)  # fmt: skip
def test_splits(language: str, text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in split(text, language)] == expected


def test_offsets_are_into_the_untouched_text() -> None:
    assert split("  A  b.  C.", "en") == [Sentence(2, 7, "A  b."), Sentence(9, 11, "C.")]


@given(st.text(alphabet="aB1 .!?。؟\n\u00a0“”(г", max_size=60), st.sampled_from(["en", "ru", "zh"]))
def test_every_character_but_white_space_stands_in_one_sentence(text: str, language: str) -> None:
    sentences = split(text, language)
    places = [place for each in sentences for place in range(each.start, each.end)]
    assert places == sorted(set(places))
    left_out = "".join(c for place, c in enumerate(text) if place not in set(places))
    assert left_out.strip() == ""
    assert all(each.text == text[each.start : each.end] == each.text.strip() for each in sentences)
