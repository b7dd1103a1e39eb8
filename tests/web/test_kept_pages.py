"""Pages kept, joined of what is kept, and made anew are the same page; and none is ever stale."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from archive.editions.deciding import judge, pin, write_variance
from archive.editions.models import Availability, Edition
from archive.editions.reporting import answer, report
from archive.editions.withholding import embargo, release, withdraw
from archive.web.keeping import shelf
from archive.web.making_ahead import make_missing
from archive.web.models import KeptPage
from tests import world
from tests.web.conftest import Reader

pytestmark = pytest.mark.django_db

#: Parameters of every kind of page: kept whole, joined of pieces, cited anew, laid out anew.
CHOICES: tuple[dict[str, str], ...] = (
    {},
    {"left": "ru"},
    {"left": "en", "right": "en"},
    {"passage": "p2"},
    {"left": "ru", "cite": "document"},
    {"passage": "p2", "style": "mhra-4-note", "variants": "1"},
    {"style": "apa-7-reference"},
    {"rows": "sentences"},
    {"left": "en", "right": "en", "rows": "sentences"},
)


def addresses(edition: Edition) -> list[str]:
    base = f"/records/{edition.record_id}/"
    found = [f"{base}{number}?{urlencode(asked)}" for number in ("", "v1/") for asked in CHOICES]
    return [*found, f"{base}v1/ru/", f"{base}v1/en/?passage=p2"]


def pages(reader: Reader, edition: Edition) -> dict[str, tuple[int, bytes]]:
    shelf.clear()
    answers = {path: reader.client.get(path) for path in addresses(edition)}
    return {path: (answer.status_code, answer.content) for path, answer in answers.items()}


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def test_pages_take_one_query_but_for_those_laid_out_anew(
    reader: Reader, cable: Edition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_missing()
    for path in addresses(cable):
        with django_assert_num_queries(2 if "right=en&rows" in path else 1):
            reader.get(path)


def test_a_page_is_the_same_kept_joined_or_made_anew(reader: Reader, cable: Edition) -> None:
    anew = pages(reader, cable)
    assert KeptPage.objects.count() == 1
    assert pages(reader, cable) == anew
    KeptPage.objects.all().delete()
    make_missing()
    assert pages(reader, cable) == anew


THREE: tuple[dict[str, str], ...] = (
    {"left": "en", "right": "ru", "also": "zh"},
    {"also": "zh"},
    {"also": "zh", "rows": "sentences"},
    {"also": "zh", "passage": "p3"},
    {"right": "ru", "also": "zh", "cite": "document"},
    {"left": "zh", "right": "ru", "also": "en"},
    {"left": "en", "right": "en", "also": "zh"},
    {"left": "en", "right": "en", "also": "zh", "passage": "p3"},
)


def test_three_texts_are_the_same_joined_or_made_anew(
    reader: Reader, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    texts = [world.text("en", "Of 12."), world.text("ru", "О 12."), world.text("zh", "十三。")]
    edition = world.published(world.document(texts=texts))
    paths = [f"/records/{edition.record_id}/?{urlencode(asked)}" for asked in THREE]
    anew = []
    for path in paths:
        shelf.clear()
        KeptPage.objects.all().delete()
        anew.append(reader.get(path).content)
    kept = []
    for path in paths:
        shelf.clear()
        laid_out_anew = path.endswith(("also=en", "right=en&also=zh"))
        with django_assert_num_queries(2 if laid_out_anew else 1):
            kept.append(reader.get(path).content)
    assert kept == anew


def test_a_reader_who_takes_no_brotli_gets_the_same_page(reader: Reader, cable: Edition) -> None:
    path = f"/records/{cable.record_id}/"
    plain = reader.get(path).content
    shelf.clear()
    assert reader.get(path).content == plain
    assert plain.startswith(b"<!doctype html>")


def linked(edition: Edition) -> None:
    to = {"type": "reply to", "to": edition.record_id}
    world.published(world.document(title="An answer", links=[to]))


def another_edition(edition: Edition) -> None:
    world.published(world.document(source_id=world.CABLE_SOURCE, title="Another", texts=[
        world.text("en", "One.\n\nTwo."), world.text("ru", "Раз.\n\nДва."),
    ]))  # fmt: skip


def withheld_text(edition: Edition) -> None:
    Availability.objects.update(text_embargoes={"ru": "2999-01-01"})


def judged(edition: Edition) -> None:
    words = {"en": "189", "ru": "180"}
    judge(edition.record, kind="number", words=words, state="explained", note="A slip.", by="Ada")


def noted(edition: Edition) -> None:
    write_variance(edition.record, passages={"en": ["p2"]}, words={}, note="A note.", by="Ada")


def pinned(edition: Edition) -> None:
    pin(edition.record, [({"en": ["p1"], "ru": ["p8", "p9", "p10"]}, True)], by="Ada")


def answered(edition: Edition) -> None:
    answer(report(edition, passage="p2", message="Wrong"), outcome="Mended.", by="Ada")


EVENTS: dict[str, Callable[[Edition], None]] = {
    "a record that answers it": linked,
    "another edition": another_edition,
    "an embargo": lambda edition: embargo(edition.record, date(2999, 1, 1)),
    "an embargo on one text": withheld_text,
    "a withdrawal": lambda edition: withdraw(edition.record, by="Ada", reason="No"),
    "a verdict": judged,
    "a note": noted,
    "a pin": pinned,
    "a report answered": answered,
}


@pytest.mark.parametrize("event", EVENTS)
def test_no_page_is_stale(reader: Reader, cable: Edition, event: str) -> None:
    make_missing()
    before = pages(reader, cable)
    EVENTS[event](cable)
    after = pages(reader, cable)
    KeptPage.objects.all().delete()
    assert pages(reader, cable) == after
    own = f"/records/{cable.record_id}/?"
    assert before[own] != after[own]


def test_a_page_released_is_shown_as_before(reader: Reader, cable: Edition) -> None:
    before = pages(reader, cable)
    withdraw(cable.record, by="Ada", reason="No")
    gone = pages(reader, cable)
    assert {status for status, _ in gone.values()} == {410}
    assert not any("тяжёлых пулемётов".encode() in page for _, page in gone.values())
    release(cable.record)
    assert pages(reader, cable) == before


def test_what_was_withheld_opens_by_itself_on_its_day(
    reader: Reader, cable: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pages(reader, cable)
    embargo(cable.record, date(2999, 1, 1))
    make_missing()
    assert all(page != before[path] for path, page in pages(reader, cable).items())
    monkeypatch.setattr(timezone, "localdate", lambda: date(2999, 1, 1))
    assert pages(reader, cable) == before
