"""A reading pack: what faces what, numbered and cited, and what may not be read left out."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.models import Edition
from archive.editions.withholding import embargo, withdraw
from archive.web.lists import pack
from archive.web.lists.pack import ALONE, Entry, Manner, entries, languages, parts
from archive.web.lists.shown import held
from archive.web.lists.value import Item
from tests import world

pytestmark = pytest.mark.django_db

FACING = Manner()
STYLE = "chicago-18-bibliography"


@pytest.fixture
def passage(cable: Edition) -> Item:
    second = cable.content.passages["en"][1].id
    return Item(1, cable.record_id, 1, "en", (second,), note="Week 3")


def laid_out(items: list[Item], manner: Manner = FACING, style: str = STYLE) -> list[Entry]:
    [part] = parts(held(items))
    return entries(part, manner, style)


def keys(entry: Entry) -> list[str]:
    return [column.key for column in entry.extract.columns] if entry.extract else []


def test_a_passage_beside_what_faces_it_each_cited_by_its_own_source(passage: Item) -> None:
    [entry] = laid_out([passage])
    assert (entry.place, entry.date, entry.note, entry.said) == (
        1,
        "January 22, 1950",
        "Week 3",
        (),
    )
    assert keys(entry) == ["en", "ru"]
    own, other = (citation.text for citation in entry.citations)
    assert "para. 2, trans. Kim Donggil" in own
    assert own.endswith("The Russian text (AP RF, f. 45, op. 1, d. 334, l. 22) gives 180.")
    assert "telegram [in Russian], January 22, 1950, paras. 4–5, fond 45" in other
    assert "Kim" not in other


def test_the_text_beside_it_is_chosen_by_language_or_left_out(
    passage: Item, letter: Edition
) -> None:
    items = [passage, Item(2, letter.record_id, 1, "en")]
    assert languages(held(items)) == (("en", "English"), ("ru", "Russian"))
    cable, alone = laid_out(items, Manner("ru"))
    assert (keys(cable), cable.said) == (["en", "ru"], ())
    assert (keys(alone), alone.said) == (["en"], ("No Russian text of it may be read here.",))
    alone, _ = laid_out(items, Manner(ALONE, "passages"))
    assert (keys(alone), len(alone.citations), alone.said) == (["en"], 1, ())


def test_in_the_first_form_of_the_style_which_is_whole(passage: Item) -> None:
    [entry] = laid_out([passage], style="mla-9-in-text")
    assert entry.citations[0].text.startswith("Liu Shaoqi. Cable to Mao Zedong.")


def test_the_archival_document_is_cited_where_the_list_does(passage: Item) -> None:
    item = Item(1, passage.record, 1, "ru", target="document")
    [entry] = laid_out([item])
    assert keys(entry) == ["ru", "en"]
    assert "http" not in entry.citations[0].text


def test_what_may_not_be_read_is_not_there_and_its_citation_says_so(
    passage: Item, cable: Edition
) -> None:
    embargo(cable.record, date(2999, 1, 1))
    [closed] = laid_out([passage])
    assert (closed.extract, closed.said) == (
        None,
        ("Its wording is withheld until January 1, 2999.",),
    )
    assert closed.citations[0].text.endswith("[Its wording is withheld until January 1, 2999.]")
    withdraw(cable.record, by="Ada", reason="Sent back.")
    [gone] = laid_out([passage])
    assert gone.extract is None
    assert gone.said[0].startswith("Withdrawn from this archive on ")


def test_a_text_that_may_not_be_read_faces_nothing() -> None:
    closed = world.text("ru", "Слова.", rights={"embargo_until": "2999-01-01"})
    edition = world.published(world.document(texts=[world.text(), closed]))
    [entry] = laid_out([Item(1, edition.record_id, 1, "en")], Manner("ru"))
    assert (keys(entry), entry.said) == (["en"], ("No Russian text of it may be read here.",))
    [hidden] = laid_out([Item(1, edition.record_id, 1, "ru")])
    assert (hidden.extract, len(hidden.said)) == (None, 1)


def test_a_description_and_what_is_no_more(letter: Edition) -> None:
    bare = world.published(world.document(title="Bare"))
    items = [Item(1, "f4kx7wm4", 1), Item(2, bare.record_id, 1), Item(3, letter.record_id, 1, "en")]
    first, second = laid_out(items)
    assert (first.place, first.title, first.extract, first.said) == (2, "Bare", None, ())
    assert (second.place, second.title, second.date) == (3, "A letter", "undated")


def test_long_packs_come_in_parts(letter: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "MOST_LETTERS", len("A wording.") * 2)
    found = held([Item(n, letter.record_id, 1, "en") for n in range(1, 6)])
    assert [[place for place, _ in part] for part in parts(found)] == [[1, 2], [3, 4], [5]]
    monkeypatch.setattr(pack, "MOST_LETTERS", 1)
    assert [len(part) for part in parts(found)] == [1] * 5
    assert parts([]) == []


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries(count: int) -> None:
    editions = [
        world.published(world.document(title=f"No. {n}", texts=[world.text()]))
        for n in range(count)
    ]
    [part] = parts(held([Item(n, e.record_id, 1, "en") for n, e in enumerate(editions)]))
    with CaptureQueriesContext(connection) as queries:
        assert len(entries(part, Manner(), STYLE)) == count
    assert len(queries) == 2
