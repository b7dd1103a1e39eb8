"""What each block of a document is."""

from __future__ import annotations

import json
import lzma
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.texts.markup import blocks
from archive.texts.passages import HandRange, divide
from tests.shared_data import shared_path

CABLE = """Telegram to Moscow

Chairman Mao [Zedong]:

There are 14,000 officers and soldiers on duty. Please give instructions.

Liu Shaoqi

January 22, 1950

I completely agree.

Mao Zedong

January 25, 1950

RGASPI, f. 558, op. 11, d. 334, ll. 0022"""


def kinds(
    body: str, language: str = "en", title: str = "", hands: tuple[HandRange, ...] = ()
) -> list[str]:
    return [str(division.kind) for division in divide(body, language, title=title, hands=hands)]


def test_the_sample_cable() -> None:
    path = shared_path("samples/liu-shaoqi-to-mao-1950-01-22.json")
    found = {
        text["key"]: kinds(
            text["body"],
            text["language"],
            text.get("title", ""),
            tuple(HandRange(hand["from"], hand["to"]) for hand in text["hands"]),
        )
        for text in json.loads(path.read_text("utf-8"))["texts"]
    }
    note = ["signature", "dateline", "annotation", "signature", "dateline"]
    assert found == {
        "en": ["salutation", "paragraph", *note],
        "ru": [*["heading"] * 2, "salutation", *["paragraph"] * 2, *note, "shelfmark line"],
    }


def test_an_annotation_is_known_by_its_hand() -> None:
    note = ["paragraph", "signature", "dateline", "shelfmark line"]
    assert kinds(CABLE) == ["heading", "salutation", *["paragraph"] * 2, "dateline", *note]
    with_hand = ["heading", "salutation", "paragraph", "signature", "dateline", "annotation"]
    assert kinds(CABLE, hands=(HandRange(6, 8),)) == [*with_hand, *note[1:]]


def test_offsets_are_those_of_the_blocks() -> None:
    found = [(division.start, division.end) for division in divide(CABLE, "en")]
    assert found == [(block.start, block.end) for block in blocks(CABLE)]


def test_markup_decides_first() -> None:
    body = "# Washington, May 5, 1950\n\nText.[^1]\n\n1. One.\n\n| a |\n|---|\n\n[^1]: Note."
    assert kinds(body) == ["heading", "paragraph", "list item", "table", "footnote"]


def test_all_of_a_hand_but_names_and_dates_is_annotation() -> None:
    body = "Body text.\n\n1. Agreed.\n\nSend it to all members.\n\nJ. Stalin"
    assert kinds(body, hands=(HandRange(2, 4),)) == [
        *["paragraph", "annotation", "annotation", "signature"]
    ]


def test_a_hand_outside_the_body_says_nothing() -> None:
    assert kinds("One.\n\nTwo.", hands=(HandRange(2, 9), HandRange(0, 1))) == ["paragraph"] * 2


def test_a_german_date_is_no_list_item() -> None:
    assert kinds("Erstens.\n\n22. Januar trafen wir ein.", "de") == ["paragraph"] * 2
    assert kinds("Erstens.\n\n22. Januar 1950", "de") == ["paragraph", "dateline"]


@pytest.mark.parametrize(
    ("body", "language", "expected"),
    [
        (
            "毛主席：\n\n同意。\n\n刘少奇\n\n1950年1月22日",
            "zh",
            "salutation paragraph signature dateline",
        ),
        ("김일성 동지:\n\n동의합니다.\n\n1950년 1월 22일", "ko", "salutation paragraph dateline"),
        ("Sehr geehrter Herr Ulbricht!\n\nIch stimme zu.", "de", "salutation paragraph"),
        ("Dear Bill,\n\nI agree.\n\nDean Rusk", "en", "salutation paragraph signature"),
        ("Dear Bill, I agree.\n\nIt is so.", "en", "paragraph paragraph"),
        ("PARTICIPANTS:\n\nThe President\n\nWe met.", "en", "paragraph paragraph paragraph"),
        ("PARTICIPANTS\n\nThe Secretary\n\nWe met.", "en", "heading paragraph paragraph"),
        ("SUBJECT\n\nChina and the UN\n\nWe met.", "en", "heading heading paragraph"),
        ("We met.\n\nRecommendation", "en", "paragraph paragraph"),
        ("We met.\n\nThey said:\n\nKorea", "en", "paragraph paragraph paragraph"),
        ("We met.\n\nSincerely,\n\nRusk", "en", "paragraph paragraph signature"),
        ("Rusk", "en", "paragraph"),
        ("[Not printed.]", "en", "paragraph"),
        ("hüve\n\nSelīm Şāh", "ota", "paragraph paragraph"),
        ("", "en", ""),
    ],
)
def test_kinds(body: str, language: str, expected: str) -> None:
    assert " ".join(kinds(body, language)) == expected


@given(st.lists(st.sampled_from(["# a", "Mao Zedong", "Dear A:", "1950", "1. a", "a.", " "])))
def test_one_division_for_each_block(parts: list[str]) -> None:
    body = "\n\n".join(parts)
    assert len(kinds(body, "en", "a", (HandRange(2, 3),))) == len(blocks(body))


def test_real_documents_are_mostly_paragraphs() -> None:
    """Of each kind 60 were read by eye: at most 4 are doubtful, and no salutation is."""
    found: Counter[str] = Counter()
    with lzma.open(shared_path("data/records/frus.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            for text in record.get("texts", []):
                found.update(kinds(text["body"], text["language"], record["title"]))
    assert found == {
        "paragraph": 43182,
        "list item": 14956,
        "heading": 2468,
        "signature": 1972,
        "dateline": 138,
        "salutation": 70,
    }
