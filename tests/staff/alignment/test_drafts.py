from __future__ import annotations

import pytest

from archive.editions.apparatus import RowContent
from archive.parallel.models import Pin
from archive.staff.alignment.drafts import (
    aligned,
    brought_over,
    chosen,
    fits,
    held,
    opened,
    order,
    shown_anew,
    stored_pins,
    table_of,
)
from archive.staff.alignment.table import Row, Table, decided
from archive.staff.alignment.work import Work, stepped
from tests import world

TEXTS = [
    world.text("en", "Hello.\n\nGoodbye."),
    world.text("ru", "Привет.\n\nПока."),
    world.text("fr", "Bonjour.\n\nAu revoir."),
    world.text("de", "Hallo.\n\nTschüss."),
]
CONTENT = world.content(world.document(texts=TEXTS))
PINNED = decided([("en", ["p1", "p2"]), ("ru", ["p3", "p4"])])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([], ("en", "ru", "fr")),
        (["de", "en"], ("en", "de")),
        (["en"], ("en", "ru", "fr")),
        (["zh", "<b>", "en", "en"], ("en", "ru", "fr")),
        (["de", "fr", "ru", "en"], ("en", "ru", "fr", "de")),
    ],
)
def test_the_texts_asked_for_stand_in_the_records_order(
    asked: list[str], expected: tuple[str, ...]
) -> None:
    assert chosen(CONTENT, asked) == expected


def test_passages_of_a_draft_in_order_and_in_all() -> None:
    assert (order(CONTENT, "ru"), order(CONTENT, "zh")) == (("p3", "p4"), ())
    assert held(CONTENT) == {f"p{n}" for n in range(1, 9)}


def test_rows_without_any_text_shown_are_left_out_and_a_pinned_row_has_no_confidence() -> None:
    rows = [
        RowContent(cells={"en": ("p1",), "ru": ("p3",)}, confidence=0.7),
        RowContent(cells={"fr": ("p5",)}),
        RowContent(cells={"en": ("p2",), "fr": ("p6",)}, pinned=True),
    ]
    assert table_of(rows, ("en", "ru"), (PINNED,)) == Table(
        ("en", "ru"), (Row((("p1",), ("p3",)), 0.7), Row((("p2",), ()), None)), (PINNED,)
    )


@pytest.mark.django_db
def test_decisions_are_stored_in_their_order_and_the_page_opens_on_them() -> None:
    record = world.stored(world.document(texts=TEXTS))
    Pin.objects.create(record=record, cells={"ru": ["p3", "p4"], "en": ["p1", "p2"]}, by="Ada")
    Pin.objects.create(record=record, cells={"en": ["p1"], "fr": ["p6"]}, aligned=False, by="Ada")
    apart = decided([("en", ["p1"]), ("fr", ["p6"])], aligned=False)
    assert stored_pins(record) == (PINNED, apart)
    work = opened(CONTENT, ("en", "ru"), (PINNED,), 7)
    assert work == Work(
        (PINNED,), Table(("en", "ru"), (Row((("p1", "p2"), ("p3", "p4"))),), (PINNED,)), 7
    )


@pytest.mark.django_db
def test_other_texts_are_shown_with_what_is_not_saved() -> None:
    work = stepped(opened(CONTENT, ("en", "ru"), (), 7), "join-above p2")
    anew = shown_anew(CONTENT, work, ("en", "de"))
    assert (anew.stored, anew.seen, anew.done, anew.start.texts) == ((), 7, (), ("en", "de"))
    assert anew.start.pins == (PINNED,)
    assert anew.changed


@pytest.mark.django_db
def test_my_decisions_are_brought_over_to_a_draft_on_which_others_have_decided() -> None:
    work = stepped(opened(CONTENT, ("en", "ru"), (), 7), "join-above p2")
    theirs = decided([("en", ["p2"]), ("ru", ["p4"])])
    after, lost = brought_over(CONTENT, work, (theirs,), 9)
    assert (after.stored, after.seen, lost) == ((theirs,), 9, (theirs,))
    assert [row.cells for row in after.start.rows] == [(("p1", "p2"), ("p3", "p4"))]
    assert after.start.pins == (PINNED,)


@pytest.mark.django_db
def test_a_page_fits_as_long_as_the_texts_shown_have_its_passages() -> None:
    work = opened(CONTENT, ("en", "ru"), (), 0)
    retyped = [{**TEXTS[0], "body": "Hello!\n\nGoodbye!"}, *TEXTS[1:]]
    longer = [{**TEXTS[0], "body": "Hello.\n\nGoodbye.\n\nHello."}, *TEXTS[1:]]
    assert fits(work, world.content(world.document(texts=retyped)))
    assert not fits(work, world.content(world.document(texts=longer)))
    assert not fits(work, world.content(world.document(texts=TEXTS[:1])))


@pytest.mark.django_db
def test_a_decision_that_cannot_hold_leaves_the_rows_alone() -> None:
    gone = decided([("en", ["p9"]), ("ru", ["p3"])])
    assert aligned(CONTENT, ("en", "ru"), (gone,)).rows == aligned(CONTENT, ("en", "ru"), ()).rows
