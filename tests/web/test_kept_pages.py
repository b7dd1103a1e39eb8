from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.editions.withholding import withdraw
from archive.exchange.practice import remove_practice
from archive.web.kept_pages import kept_page, missing, page_of
from archive.web.making_ahead import make_missing
from archive.web.models import KeptPage
from archive.web.standings import Known, known
from tests import world

pytestmark = pytest.mark.django_db


def standing(record_id: str) -> Known:
    found = known(record_id, None)
    assert found is not None
    return found


def test_pages_are_made_ahead_of_their_first_reader(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    record = world.published(world.cable_document()).record_id
    assert missing() == [record]
    assert make_missing()
    assert missing() == []
    found = standing(record)
    with django_assert_num_queries(1):
        body = page_of(found)
    assert (body.status, "189" in body.content.decode()) == (200, True)


def test_a_new_edition_wants_a_new_page() -> None:
    record = world.published(world.document(source_id="s", title="One")).record_id
    make_missing()
    world.published(world.document(source_id="s", title="Two"))
    assert missing() == [record]


def test_what_is_kept_is_what_was_made() -> None:
    found = standing(world.published(world.cable_document()).record_id)
    made = page_of(found)
    kept = kept_page(found)
    assert kept is not None
    assert (kept.content, kept.digest, kept.brotli) == (made.content, made.digest, made.brotli)


def test_a_page_of_another_standing_is_never_shown() -> None:
    edition = world.published(world.document(texts=[world.text(body="A secret wording.")]))
    page_of(standing(edition.record_id))
    withdraw(edition.record, by="Ada", reason="No")
    found = standing(edition.record_id)
    assert kept_page(found) is None
    body = page_of(found)
    assert (body.status, b"A secret wording." in body.content) == (410, False)
    assert KeptPage.objects.count() == 1


def test_a_removed_record_leaves_no_page() -> None:
    page_of(standing(world.published(world.practice_document("01")).record_id))
    remove_practice()
    assert not KeptPage.objects.exists()
