"""A list's items as the archive has them today."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.models import Edition
from archive.editions.publishing import publish
from archive.editions.withholding import embargo, release, withdraw
from archive.records.models import Record
from archive.web.lists.shown import Part, entries, held, in_order, parts
from archive.web.lists.value import Item
from tests import world

pytestmark = pytest.mark.django_db


def items(cable: Edition, letter: Edition) -> list[Item]:
    p2, p3 = (passage.id for passage in cable.content.passages["en"][1:3])
    return [
        Item(1, letter.record_id, 1, "en"),
        Item(2, cable.record_id, 1, "en", (p2, p3), note="Compare."),
        Item(3, cable.record_id, 1, "ru"),
        Item(4, cable.record_id, 1, "ru", target="document"),
        Item(5, "f4kx7wm4", 1),
    ]


def said(shown: tuple[Part, ...]) -> list[str]:
    return [
        row.citation.text if row.citation else row.what
        for part in shown
        for under in part.archives
        for row in under.rows
    ]


def test_each_with_what_it_is_and_its_neighbours_under_its_heading(
    cable: Edition, letter: Edition
) -> None:
    shown = parts(held(items(cable, letter)), "chicago-18-bibliography")
    assert [
        (
            part.heading,
            [(u.name, [(r.place, r.what, r.up, r.down) for r in u.rows]) for u in part.archives],
        )
        for part in shown
    ] == [
        (
            "Archives consulted",
            [
                (
                    "Archive of the President of the Russian Federation (AP RF), Moscow",
                    [
                        (3, "Russian text, edition 1", None, 4),
                        (4, "The archival document", 3, None),
                    ],
                )
            ],
        ),
        ("Printed sources", [("", [(2, "English text, paragraphs 2–3, edition 1", None, None)])]),
        ("Location not recorded", [("", [(1, "English text, edition 1", None, None)])]),
        ("", [("", [(5, "Record f4kx7wm4 is not in this archive any more.", None, None)])]),
    ]
    row = shown[1].archives[0].rows[0]
    path = f"/records/{cable.record_id}/v1/en/?passage=p2-p3#p2"
    assert (row.href, row.address) == (path, f"http://127.0.0.1:8000{path}")


def test_numbered_in_the_order_of_the_list(cable: Edition, letter: Edition) -> None:
    (part, _) = parts(held(items(cable, letter)), "ieee-reference")
    assert [text[:3] for text in said((part,))] == ["[1]", "[2]", "[3]", "[4]"]


def test_an_edition_says_today_what_it_said(cable: Edition, letter: Edition) -> None:
    listed = items(cable, letter)[:1]
    before = said(parts(held(listed), "mla-9-works-cited"))
    Record.objects.filter(pk=letter.record_id).update(title="Another letter")
    publish(Record.objects.get(pk=letter.record_id), by="Ada")
    shown = parts(held(listed), "mla-9-works-cited")
    assert said(shown) == before
    assert shown[0].archives[0].rows[0].newer == 2


def test_what_was_withdrawn_or_withheld_since_is_said_in_citation_and_file(
    cable: Edition, letter: Edition
) -> None:
    listed = items(cable, letter)[1:3]
    before = said(parts(held(listed), "apa-7-reference"))
    withdraw(cable.record, by="Ada", reason="Sent back.")
    gone = held(listed)
    for was, now in zip(before, said(parts(gone, "apa-7-reference")), strict=True):
        assert now.startswith(f"{was} [Withdrawn from this archive on ")
    assert [entry.notes[-1][:30] for entry in entries(gone)] == [
        "Withdrawn from this archive on"
    ] * 2
    assert [(entry.summary, entry.keywords) for entry in entries(gone)] == [("", ())] * 2
    release(cable.record)
    assert all(entry.summary for entry in entries(held(listed)))
    embargo(cable.record, date(2999, 1, 1))
    closed = said(parts(held(listed), "apa-7-reference"))
    suffix = " [Its wording is withheld until January 1, 2999.]"
    assert closed == [f"{was}{suffix}" for was in before]


def test_files_are_told_each_thing_that_is_there_with_its_note(
    cable: Edition, letter: Edition
) -> None:
    told = entries(held(items(cable, letter)))
    assert [(entry.address.rpartition("/records/")[2], entry.notes[-1]) for entry in told[:2]] == [
        (f"{letter.record_id}/v1/en/", told[0].notes[-1]),
        (f"{cable.record_id}/v1/en/?passage=p2-p3#p2", "Compare."),
    ]
    assert len(told) == 4


def test_alphabetical_without_case_and_quotation_marks() -> None:
    titles = ["“Zeal”", "apple", "Banana", "«Árbol»"]
    listed = [
        Item(
            n, world.published(world.document(title=title, texts=[world.text()])).record_id, 1, "en"
        )
        for n, title in enumerate(titles, 1)
    ]
    assert in_order(held(listed), "chicago-18-bibliography") == [2, 3, 1, 4]


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries(cable: Edition, letter: Edition, count: int) -> None:
    with CaptureQueriesContext(connection) as queries:
        held(items(cable, letter)[:count])
    assert len(queries) == 2
