"""What the citation panel of a record's page offers to cite instead, and at which address."""

from __future__ import annotations

import pytest

from archive.desk.page import lay_out
from archive.web.citing import Instead, cited, instead
from tests import world

pytestmark = pytest.mark.django_db


def test_each_other_target_then_each_other_text() -> None:
    reading = world.read_published(world.cable_document())
    columns = lay_out(reading).columns
    of_text, of_print = cited(reading, columns), cited(reading, columns, "print")
    document = Instead("cite the archival document instead", "?left=en&right=ru&cite=document")
    russian = Instead("cite the Russian text instead", "?left=ru&right=en")
    assert (of_text.citing, tuple(instead(of_text, columns))) == (
        "The English text on the left, from the printed source",
        (
            document,
            Instead("cite the printed source instead", "?left=en&right=ru&cite=print"),
            russian,
        ),
    )
    assert (of_print.citing, tuple(instead(of_print, columns))) == (
        "The printed source",
        (Instead("cite the text instead", "?left=en&right=ru"), document, russian),
    )


def test_one_text_stands_on_no_side() -> None:
    held = [{"type": "archive", "as_given": "box 1", "texts": ["en"]}]
    reading = world.read_published(world.document(texts=[world.text()], held=held))
    columns = lay_out(reading).columns
    panel = cited(reading, columns)
    assert (panel.citing, tuple(instead(panel, columns))) == (
        "The English text, from the copy in box 1",
        (Instead("cite the archival document instead", "?cite=document"),),
    )


def test_without_a_text_nothing_else_is_offered() -> None:
    reading = world.read_published(world.document())
    panel = cited(reading, ())
    assert (panel.citing, tuple(instead(panel, ()))) == (
        "The document as described; no text of it is held here",
        (),
    )
