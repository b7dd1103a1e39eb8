from __future__ import annotations

from datetime import date

import pytest

from archive.editions.standing import Neighbour, stand, stand_several
from archive.editions.withholding import withdraw
from tests import world

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 1)


def test_links_are_seen_from_both_ends_by_id_and_by_source_id() -> None:
    first = world.published(world.document(source_id="a", title="The question"))
    second = world.published(
        world.document(
            source_id="b",
            title="The answer",
            links=[{"type": "reply to", "to": "a"}, {"type": "see also", "to": "nowhere"}],
        )
    )
    asked, answered = (stand(e.record_id, today=DAY) for e in (first, second))
    assert asked is not None
    assert answered is not None
    assert answered.links == (
        Neighbour("reply to", "a", first.record_id, "The question"),
        Neighbour("see also", "nowhere", None, ""),
    )
    assert asked.linked_from == (Neighbour("reply to", "a", second.record_id, "The answer"),)


def test_a_link_from_a_withdrawn_record_is_not_shown() -> None:
    first = world.published(world.document(source_id="a"))
    link = {"type": "reply to", "to": first.record_id}
    second = world.published(world.document(source_id="b", links=[link]))
    withdraw(second.record, by="Ada", reason="No")
    standing = stand(first.record_id, today=DAY)
    assert standing is not None
    assert standing.linked_from == ()


def test_there_is_no_standing_where_there_is_no_edition() -> None:
    edition = world.published(world.document())
    draft = world.stored(world.document(source_id="draft"))
    assert stand(edition.record_id, 2, today=DAY) is None
    assert stand(draft.pk, today=DAY) is None


def test_an_older_edition_knows_that_it_is_not_the_newest() -> None:
    edition = world.published(world.document(source_id="a", title="One"))
    world.published(world.document(source_id="a", title="Two"))
    old, new = (stand(edition.record_id, n, today=DAY) for n in (1, None))
    assert old is not None
    assert new is not None
    assert [(s.number, s.newest, s.is_newest, s.title) for s in (old, new)] == [
        (1, 2, False, "One"),
        (2, 2, True, "Two"),
    ]


def test_several_are_told_in_order_and_the_newest_where_no_number_is_given() -> None:
    first = world.published(world.document(source_id="a", title="One"))
    world.published(world.document(source_id="a", title="Two"))
    other = world.published(world.document(source_id="b", title="Other"))
    asked = [(other.record_id, None), (first.record_id, None), (first.record_id, 1)]
    found = stand_several([*asked, (first.record_id, 3), ("nothing", None)], today=DAY)
    assert found == [stand(record_id, number, today=DAY) for record_id, number in asked]
    assert [standing.title for standing in found] == ["Other", "Two", "One"]
