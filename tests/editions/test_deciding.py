from __future__ import annotations

import pytest

from archive.editions.apparatus import ApparatusContent
from archive.editions.deciding import (
    DecisionRefused,
    judge,
    pin,
    take_back_variance,
    write_variance,
)
from archive.editions.models import Change
from archive.editions.publishing import publish
from archive.editions.reading import read
from archive.records.models import Record
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db

GUNS = {"en": "189", "ru": "180"}


@pytest.fixture
def cable() -> Record:
    return world.published(world.cable_document()).record


def apparatus(record: Record) -> ApparatusContent:
    reading = read(record.pk)
    assert reading is not None
    return reading.apparatus


def rows(record: Record) -> list[dict[str, tuple[str, ...]]]:
    return [row.cells for row in apparatus(record).rows]


def test_a_verdict_stands_at_once_and_keeps_its_number_when_it_changes(cable: Record) -> None:
    judge(cable, kind="number", words=GUNS, state="true difference", note="", by="Ada")
    judge(cable, kind="number", words=GUNS, state="explained", note=" A slip. ", by="Ben")
    (verdict,) = apparatus(cable).verdicts
    assert (verdict.number, verdict.state, verdict.note, verdict.by, verdict.words) == (
        1,
        "explained",
        "A slip.",
        "Ben",
        GUNS,
    )
    assert list(Change.objects.values_list("kind", flat=True)) == [
        "published",
        "compared",
        "compared",
    ]


@pytest.mark.parametrize(
    ("state", "field"), [("explained", "note"), ("certainly", "state"), ("", "state")]
)
def test_a_verdict_is_refused_without_its_words(cable: Record, state: str, field: str) -> None:
    with pytest.raises(DecisionRefused) as refusal:
        judge(cable, kind="number", words=GUNS, state=state, note=" ", by="Ada")
    assert refusal.value.field == field
    assert apparatus(cable).verdicts == ()


def test_a_variance_note_quotes_the_texts_and_is_taken_back_with_its_number_kept(
    cable: Record,
) -> None:
    said = {"en": "Comrade Lin Biao has agreed", "ru": "Нами предложено т. Линь Бяо"}
    passages = {"en": ["p2"], "ru": ["p11"]}
    before = len(apparatus(cable).variances)
    written = write_variance(
        cable, passages=passages, words=said, note="Agreed, or proposed.", by="Ada"
    )
    note = apparatus(cable).variances[-1]
    assert (note.words, note.note, len(apparatus(cable).variances)) == (
        said,
        "Agreed, or proposed.",
        before + 1,
    )
    take_back_variance(cable, written.number, by="Ben")
    note = apparatus(cable).variances[-1]
    assert (note.number, note.note, note.words, note.taken_back) == (written.number, "", {}, True)


@pytest.mark.parametrize(
    ("passages", "words", "note", "field"),
    [
        ({"en": ["p2"]}, {}, " ", "note"),
        ({"en": []}, {}, "Something.", "passages"),
        ({"en": ["p11"]}, {}, "Something.", "passages"),
        ({"fr": ["p2"]}, {}, "Something.", "passages"),
        ({"en": ["p2"]}, {"en": "has refused"}, "Something.", "words"),
    ],
)
def test_a_variance_note_about_nothing_there_is_refused(
    cable: Record,
    passages: dict[str, list[str]],
    words: dict[str, str],
    note: str,
    field: str,
) -> None:
    before = apparatus(cable).variances
    with pytest.raises(DecisionRefused) as refusal:
        write_variance(cable, passages=passages, words=words, note=note, by="Ada")
    assert refusal.value.field == field
    assert apparatus(cable).variances == before


def test_a_pinned_row_holds_and_outlives_an_edit_of_both_texts(cable: Record) -> None:
    wrong = {"en": ["p1"], "ru": ["p8", "p9", "p10"]}
    pin(cable, [(wrong, True)], by="Ada")
    assert {"en": ("p1",), "ru": ("p8", "p9", "p10")} in rows(cable)
    for text in cable.texts.all():
        text.body = text.body.replace("440", "441")
        write(Record.objects.get(pk=cable.pk), text)
    assert publish(cable, by="Ada").number == 2
    pinned = [row.cells for row in apparatus(cable).rows if row.pinned]
    assert pinned == [{"en": ("p1",), "ru": ("p8", "p9", "p10")}]


def test_parted_passages_share_no_row(cable: Record) -> None:
    assert {"en": ("p1",), "ru": ("p10",)} in rows(cable)
    pin(cable, [({"en": ["p1"], "ru": ["p10"]}, False)], by="Ada")
    assert not any("p1" in row.get("en", ()) and "p10" in row.get("ru", ()) for row in rows(cable))


@pytest.mark.parametrize(
    "decided",
    [
        [({"en": ["p1"], "ru": ["p11"]}, True), ({"en": ["p2"], "ru": ["p10"]}, True)],
        [({"en": ["p1"], "ru": ["p99"]}, True)],
        [({"en": ["p1"], "ru": ["p10"]}, True), ({"en": ["p1"], "ru": ["p10"]}, False)],
    ],
)
def test_pins_that_cannot_hold_are_refused_and_nothing_is_kept(
    cable: Record, decided: list[tuple[dict[str, list[str]], bool]]
) -> None:
    before = apparatus(cable)
    with pytest.raises(DecisionRefused) as refusal:
        pin(cable, decided, by="Ada")
    assert refusal.value.field == "pins"
    assert apparatus(cable) == before
    assert cable.pins.count() == 0


def test_pinning_again_keeps_who_decided_first(cable: Record) -> None:
    kept = ({"en": ["p1"], "ru": ["p10"]}, True)
    pin(cable, [kept], by="Ada")
    pin(cable, [kept, ({"en": ["p5"], "ru": ["p15"]}, True)], by="Ben")
    assert list(cable.pins.values_list("by", flat=True)) == ["Ada", "Ben"]
    pin(cable, [], by="Ben")
    assert apparatus(cable).pins == ()
