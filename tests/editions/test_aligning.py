from __future__ import annotations

from datetime import UTC, datetime
from unittest.mock import Mock

import pytest

from archive.editions import aligning, read_before
from archive.editions.aligning import align_texts, pins
from archive.editions.apparatus import RowContent, SentenceContent, StretchContent
from archive.editions.document import PinDocument
from archive.parallel import Lexicon, Pin, Prepared
from tests import world

TEXTS = [
    world.text("en", "*Ten* boats.\n\nTwo ports."),
    world.text("ru", "10 лодок.\n\n2 порта."),
    world.text("fr", "Dix bateaux.\n\nDeux ports."),
]
TWO = world.content(world.document(texts=TEXTS[:2]))
THREE = world.content(world.document(texts=TEXTS))
NOW = datetime(1950, 1, 22, tzinfo=UTC)


def _pin(aligned: bool = True, **cells: tuple[str, ...]) -> PinDocument:
    return PinDocument(cells=dict(cells), aligned=aligned, by="Ada", at=NOW)


def test_rows_name_passages_and_every_sentence_by_its_place_in_the_body() -> None:
    pinned = align_texts(TWO, [_pin(en=("p1",), ru=("p3",)), _pin(en=("p2",), ru=("p4",))])
    assert pinned.rows == (
        RowContent(
            cells={"en": ("p1",), "ru": ("p3",)},
            pinned=True,
            sentences=(
                SentenceContent(
                    cells={
                        "en": (StretchContent("p1", 1, 12),),
                        "ru": (StretchContent("p3", 0, 9),),
                    }
                ),
            ),
        ),
        RowContent(
            cells={"en": ("p2",), "ru": ("p4",)},
            pinned=True,
            sentences=(
                SentenceContent(
                    cells={
                        "en": (StretchContent("p2", 14, 24),),
                        "ru": (StretchContent("p4", 11, 19),),
                    }
                ),
            ),
        ),
    )


def test_one_text_has_no_rows() -> None:
    assert align_texts(world.content(world.document(texts=TEXTS[:1]))).rows == ()


def test_a_side_is_one_text_of_a_row_and_empty_beyond_the_last() -> None:
    found = align_texts(TWO, [_pin(en=("p1", "p2"), ru=("p3", "p4"))])
    assert [found.side(row, "en").wording for row in (-1, 0, 1)] == [
        "",
        "Ten boats.\nTwo ports.",
        "",
    ]


def test_it_serves_whatever_has_the_same_texts() -> None:
    found = align_texts(TWO)
    retitled = world.content(world.document(title="Another", texts=TEXTS[:2]))
    edited = [TEXTS[0], {**TEXTS[1], "body": "11 лодок.\n\n2 порта."}]
    assert found.serves(retitled)
    assert not found.serves(world.content(world.document(texts=edited)))
    assert not found.serves(THREE)


def test_rows_are_made_again_only_where_texts_pins_or_lexicons_are_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, made = Mock(wraps=Prepared), Mock(wraps=Prepared.rows)
    monkeypatch.setattr(read_before, "Prepared", read)
    monkeypatch.setattr(Prepared, "rows", lambda self, pins: made(self, pins))
    aligning._rows.cache_clear()
    aligning._prepared.cache_clear()
    pinned = [_pin(en=("p1",), ru=("p4",))]
    learned = {("en", "ru"): Lexicon(name="of today")}
    for texts, decided, lexicons in (
        (TWO, [], None), (TWO, pinned, None), (TWO, pinned, learned), (THREE, pinned, learned),
    ):  # fmt: skip
        again = [align_texts(texts, decided, lexicons) for _ in range(2)]
        assert again[0] == again[1]
    assert (read.call_count, made.call_count) == (3, 4)


def test_pins_are_by_place_and_for_every_two_texts() -> None:
    decided = [_pin(en=("p1",), ru=("p3",), fr=("p5",)), _pin(False, en=("p2",), ru=("p3",))]
    assert pins(THREE, decided) == {
        ("en", "fr"): [Pin((0,), (0,))],
        ("en", "ru"): [Pin((0,), (0,)), Pin((1,), (0,), aligned=False)],
        ("fr", "ru"): [Pin((0,), (0,))],
    }


@pytest.mark.parametrize(
    "lost",
    [
        _pin(en=("p9",), ru=("p3",)),
        _pin(en=("p3",), ru=("p4",)),
        _pin(en=("p1",), ru=("p4",)),
        _pin(en=(), ru=()),
        _pin(en=("p1",), de=("p7",)),
    ],
    ids=["gone", "of another text", "pinned otherwise before", "nothing", "no such text"],
)
def test_a_pin_that_cannot_hold_any_longer_is_passed_over(lost: PinDocument) -> None:
    before = [_pin(en=("p1",), ru=("p3",))]
    assert pins(TWO, [*before, lost]) == {("en", "ru"): [Pin((0,), (0,))]}


def test_passages_that_no_longer_stand_together_are_no_row_and_still_kept_apart() -> None:
    texts = [world.text("en", "One.\n\nTwo.\n\nThree."), world.text("ru", "Раз.")]
    content = world.content(world.document(texts=texts))
    assert pins(content, [_pin(en=("p1", "p3"), ru=("p4",))]) == {}
    assert pins(content, [_pin(False, en=("p1", "p3"), ru=("p4",))]) == {
        ("en", "ru"): [Pin((0, 2), (0,), aligned=False)]
    }
