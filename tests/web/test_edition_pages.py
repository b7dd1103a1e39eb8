"""What is kept of editions: made ahead of its first reader, and missing when it is out of date."""

from __future__ import annotations

import pytest

from archive.editions.reading import read_standing
from archive.editions.withholding import withdraw
from archive.exchange.practice import remove_practice
from archive.web import edition_pages
from archive.web.edition_pages import Made, make, missing
from archive.web.making_ahead import make_missing
from archive.web.models import KeptPage
from archive.web.standings import known
from tests import world

pytestmark = pytest.mark.django_db


def choices(record_id: str) -> list[str]:
    """The first name of each choice that is kept."""
    page = made(record_id).page
    return [page.names[page.starts.index(start)] for start in sorted(set(page.starts))]


def made(record_id: str) -> Made:
    found = known(record_id, None)
    assert found is not None
    return make(found, read_standing(found.standing))


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
    page = KeptPage.objects.get(edition=cable)
    assert [name for name, start in zip(page.names, page.starts, strict=True) if start == 1] == [
        f"{left} {right} passages"
        for left, right in [("None", "None"), ("None", "'ru'"), ("'en'", "None"), ("'en'", "'ru'")]
    ]
    assert choices(world.published(world.document()).record_id) == ["None None passages"]


def test_of_a_long_record_and_of_one_with_many_texts_the_first_choice_and_all_texts_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = [world.text(key) for key in ("en", "fr", "de", "it")]
    assert choices(world.published(world.document(texts=many)).record_id) == [
        "None None passages",
        "None None passages 'de' 'it'",
    ]
    monkeypatch.setattr(edition_pages, "_MOST_LETTERS", 15)
    long = world.document(texts=many[:2])
    assert choices(world.published(long).record_id) == ["None None passages"]
    alone = world.document(texts=[world.text("en", "A longer wording.")])
    assert choices(world.published(alone).record_id) == ["None None passages", "/en"]


def test_three_texts_are_kept_side_by_side_in_the_archives_own_order() -> None:
    three = [world.text(key) for key in ("ru", "en", "de")]
    kept = made(world.published(world.document(texts=three)).record_id).choices
    assert [name for name in kept if name.endswith(" 'de'")] == [
        f"{left} {right} {grain} 'de'"
        for grain in ("passages", "sentences")
        for left, right in [("None", "None"), ("None", "'ru'"), ("'en'", "None"), ("'en'", "'ru'")]
    ]


def test_of_more_texts_than_fit_as_many_are_kept_as_are_shown() -> None:
    many = [world.text(key) for key in ("ru", "fr", "en", "de", "it", "es", "uk", "pl")]
    assert choices(world.published(world.document(texts=many)).record_id) == [
        "None None passages",
        "None None passages 'fr' 'de' 'it' 'es'",
    ]


def test_each_choice_is_the_slice_that_its_names_say() -> None:
    one = made(world.published(world.cable_document()).record_id)
    page = KeptPage.objects.get()
    ends = zip(page.names, page.starts, page.lengths, strict=True)
    whole = bytes(page.choices)
    assert {name: whole[start - 1 : start - 1 + length] for name, start, length in ends} == (
        one.choices
    )
    assert sum(dict(zip(page.starts, page.lengths, strict=True)).values()) == (len(whole))


def test_of_a_withdrawn_record_no_pieces_are_kept() -> None:
    edition = world.published(world.document(texts=[world.text(body="A secret wording.")]))
    withdraw(edition.record, by="Ada", reason="No")
    kept = made(edition.record_id)
    assert (kept.page.status, kept.page.fixed, kept.page.names, kept.choices) == (410, b"", [], {})
    assert kept.page.page == kept.page.numbered


def test_a_removed_record_leaves_no_page() -> None:
    world.published(world.practice_document("01"))
    make_missing()
    remove_practice()
    assert not KeptPage.objects.exists()
