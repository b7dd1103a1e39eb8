"""What is kept of editions: made ahead of its first reader, and missing when it is out of date."""

from __future__ import annotations

import pytest

from archive.editions.reading import read_standing
from archive.editions.withholding import withdraw
from archive.exchange.practice import remove_practice
from archive.web import edition_pages
from archive.web.edition_pages import make, missing
from archive.web.making_ahead import make_missing
from archive.web.models import KeptChoice, KeptPage
from archive.web.standings import known
from tests import world

pytestmark = pytest.mark.django_db


def choices(record_id: str) -> list[str]:
    """The first name of each choice that is kept."""
    found = known(record_id, None)
    assert found is not None
    make(found, read_standing(found.standing))
    kept = KeptChoice.objects.filter(page__edition__record_id=record_id).order_by("pk")
    return [choice.names[0] for choice in kept]


def test_editions_are_missing_until_they_are_made() -> None:
    edition = world.published(world.cable_document())
    assert missing() == [(edition.pk, edition.record_id, 1)]
    assert missing(after=edition.pk) == []
    assert make_missing()
    assert missing() == []


def test_a_new_edition_wants_pages_of_the_one_before_too() -> None:
    first = world.published(world.document(source_id="s", title="One"))
    make_missing()
    second = world.published(world.document(source_id="s", title="Two"))
    assert missing() == [(first.pk, first.record_id, 1), (second.pk, second.record_id, 2)]
    make_missing()
    old, new = KeptPage.objects.order_by("edition_id")
    assert (bytes(old.page), bytes(new.page) != b"") == (b"", True)


def test_every_choice_of_a_short_record_is_kept_by_all_its_names() -> None:
    cable = world.published(world.cable_document())
    assert choices(cable.record_id) == [
        "None None passages", "None 'en' passages", "'en' 'en' passages", "'ru' 'ru' passages",
        "None None sentences", "None 'en' sentences", "/en", "/ru",
    ]  # fmt: skip
    own = KeptChoice.objects.filter(page=cable.pk).earliest("pk")
    assert own.names == [
        f"{left} {right} passages"
        for left, right in [("None", "None"), ("None", "'ru'"), ("'en'", "None"), ("'en'", "'ru'")]
    ]
    assert choices(world.published(world.document()).record_id) == ["None None passages"]


def test_of_a_long_record_and_of_one_with_many_texts_the_first_choice_alone_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = [world.text(key) for key in ("en", "fr", "de", "it")]
    assert choices(world.published(world.document(texts=many)).record_id) == ["None None passages"]
    monkeypatch.setattr(edition_pages, "_MOST_LETTERS", 15)
    long = world.document(texts=many[:2])
    assert choices(world.published(long).record_id) == ["None None passages"]
    alone = world.document(texts=[world.text("en", "A longer wording.")])
    assert choices(world.published(alone).record_id) == ["None None passages", "/en"]


def test_what_is_made_again_takes_the_place_of_what_was() -> None:
    record_id = world.published(world.cable_document()).record_id
    assert choices(record_id) == choices(record_id)


def test_of_a_withdrawn_record_no_pieces_are_kept() -> None:
    edition = world.published(world.document(texts=[world.text(body="A secret wording.")]))
    withdraw(edition.record, by="Ada", reason="No")
    found = known(edition.record_id, None)
    assert found is not None
    made = make(found, read_standing(found.standing))
    assert (made.page.status, made.page.fixed, made.choices) == (410, b"", {})
    assert made.page.page == made.page.numbered


def test_a_removed_record_leaves_no_page() -> None:
    world.published(world.practice_document("01"))
    make_missing()
    remove_practice()
    assert not KeptPage.objects.exists()
