from __future__ import annotations

from typing import Any

import pytest

from archive.editions import apparatus
from archive.editions.apparatus import ApparatusContent, RowContent, SentenceContent, StretchContent
from archive.editions.models import Apparatus
from archive.search import Facing, Query, Results, Snippet, search
from tests import world

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]

EN = "We met Lin.\n\nThe wells were dry. He answered nothing at all."
RU = "Мы встретили Линя.\n\nКолодцы высохли. Он ничего не ответил."
DE = "Wir trafen Lin.\n\nDie Brunnen waren trocken. Er antwortete nichts."


def published(*texts: dict[str, Any], **fields: Any) -> str:
    """A record of these texts, whose rows are made by the aligner."""
    record = world.document(title="A letter", texts=list(texts), **fields)
    edition = world.published(record)
    assert Apparatus.objects.filter(edition=edition).exists()
    return edition.record_id


def in_rows(*cells: dict[str, tuple[str, ...]]) -> None:
    """The one record's rows, instead of those that the aligner made."""
    rows = tuple(RowContent(cells=each) for each in cells)
    Apparatus.objects.update(stored=apparatus.encode(ApparatusContent(rows=rows)))


def rows(q: str, *reads: str) -> list[list[tuple[str, str, str, str, str]]]:
    (hit,) = search(Query(q=q), reads or ("en",)).hits
    return [[parts(snippet) for snippet in row.snippets] for row in hit.facing]


def parts(snippet: Snippet) -> tuple[str, str, str, str, str]:
    return snippet.text, snippet.passage, snippet.before, snippet.hit, snippet.after


def test_a_word_of_one_text_stands_beside_the_sentence_that_renders_it() -> None:
    published(world.text("en", EN), world.text("ru", RU))
    assert rows("ответил") == [
        [
            ("en", "p2", "… He answered nothing at all.", "", ""),
            ("ru", "p4", "Колодцы высохли. Он ничего не ", "ответил", "."),
        ]
    ]


def test_a_name_is_lit_on_both_sides_and_the_row_stands_once() -> None:
    person = {"name": "Lin", "role": "mentioned", "forms": {"ru": "Линя"}}
    published(world.text("en", EN), world.text("ru", RU), people=[person])
    assert rows("Lin") == [
        [("en", "p1", "We met ", "Lin", "."), ("ru", "p3", "Мы встретили ", "Линя", ".")]
    ]


def test_the_counterpart_is_in_a_language_that_the_reader_reads() -> None:
    published(world.text("en", EN), world.text("ru", RU), world.text("de", DE))
    assert [row[0][0] for row in rows("ответил", "de", "en")] == ["ru"]
    assert {row[1][0] for row in rows("ответил", "de", "en")} == {"de"}
    assert [[cell[0] for cell in row] for row in rows("ответил", "en")] == [["en", "ru"]]
    assert [[cell[0] for cell in row] for row in rows("ответил", "fr", "en")] == [["en", "ru"]]


def test_words_that_the_reader_reads_stand_beside_what_they_were_translated_from() -> None:
    english = world.text("en", EN, kind="translation", translated_from="de")
    published(english, world.text("ru", RU), world.text("de", DE))
    assert [[cell[0] for cell in row] for row in rows("answered")] == [["en", "de"]]


def test_what_only_one_text_has_says_so() -> None:
    published(world.text("en", EN), world.text("ru", RU))
    in_rows({"en": ("p1",)}, {"ru": ("p3",)}, {"en": ("p2",), "ru": ("p4",)})
    (hit,) = search(Query(q="встретили")).hits
    assert [(row.only, len(row.snippets)) for row in hit.facing] == [(True, 1)]
    (hit,) = search(Query(q="высохли")).hits
    assert [(row.only, len(row.snippets)) for row in hit.facing] == [(False, 2)]


def test_a_row_without_sentences_shows_its_first_passage_from_the_beginning() -> None:
    published(world.text("en", EN), world.text("ru", RU))
    in_rows({"en": ("p1", "p2"), "ru": ("p3", "p4")})
    assert rows("ответил")[0][0] == ("en", "p1", "We met Lin.", "", "")


def test_a_sentence_that_faces_none_stands_alone_and_nothing_is_said_of_it() -> None:
    """Sentences are paired with less certainty than passages."""
    published(world.text("en", EN), world.text("ru", RU))
    start = RU.index("Он ничего")
    lone = SentenceContent(cells={"ru": (StretchContent("p4", start, len(RU)),)})
    row = RowContent(cells={"en": ("p2",), "ru": ("p4",)}, sentences=(lone,))
    Apparatus.objects.update(stored=apparatus.encode(ApparatusContent(rows=(row,))))
    (hit,) = search(Query(q="ответил")).hits
    assert [(row.only, len(row.snippets)) for row in hit.facing] == [(False, 1)]


def test_one_text_alone_has_no_counterpart_and_says_nothing() -> None:
    world.published(world.document(title="A letter", texts=[world.text("ru", RU)]))
    (hit,) = search(Query(q="высохли")).hits
    assert hit.facing == (Facing(hit.snippets, only=False),)


def test_a_withheld_text_is_no_counterpart_and_nothing_is_said_of_it() -> None:
    withheld = world.text("en", EN, rights={"embargo_until": "2999-01-01"})
    published(withheld, world.text("ru", RU))
    found = search(Query(q="высохли"))
    assert "wells" not in repr(found)
    assert [(row.only, len(row.snippets)) for row in found.hits[0].facing] == [(False, 1)]


def test_a_withheld_third_text_leaves_it_open_what_only_one_text_has() -> None:
    withheld = world.text("de", DE, rights={"embargo_until": "2999-01-01"})
    published(world.text("en", EN), world.text("ru", RU), withheld)
    in_rows({"en": ("p1",)}, {"ru": ("p3",), "de": ("p5",)})
    found = search(Query(q="встретили"), ("de",))
    assert [(row.only, len(row.snippets)) for row in found.hits[0].facing] == [(False, 1)]


def test_a_summary_faces_nothing() -> None:
    published(world.text("en", EN), world.text("ru", RU), summary="Of grenadiers.")
    (hit,) = search(Query(q="grenadiers")).hits
    assert hit.facing == (Facing(hit.snippets, only=False),)


def test_without_words_nothing_is_shown() -> None:
    published(world.text("en", EN), world.text("ru", RU))
    found: Results = search(Query())
    assert [hit.facing for hit in found.hits] == [()]
