from __future__ import annotations

import pytest

from archive.editions import apparatus, earlier, revising
from archive.editions.aligning import align_texts
from archive.editions.apparatus import ComparisonContent
from archive.editions.collating import collated
from archive.editions.deciding import pin
from archive.editions.decisions import decisions
from archive.editions.models import Apparatus, Change, Edition
from archive.editions.program import PROGRAM
from archive.editions.publishing import publish
from archive.editions.revising import make, realign, restate
from archive.records.models import Record
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db

JOINED = {"en": ["p1", "p2"], "ru": ["p10", "p11", "p12"]}


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def held(record: Record) -> Apparatus:
    found = Apparatus.objects.filter(edition__record=record).order_by("-edition__number").first()
    assert found is not None
    return found


def compared_anew(edition: Edition) -> str:
    """The apparatus as it would be if nothing were known."""
    said = decisions(edition.record)
    return apparatus.encode(
        revising._saying(collated(align_texts(edition.content, said.pins)), edition.record, said)
    )


def test_a_saved_pin_leaves_what_a_full_comparison_would(cable: Edition) -> None:
    pin(cable.record, [(JOINED, True)], by="Ada")
    assert held(cable.record).stored == compared_anew(cable)
    pin(cable.record, [], by="Ada")
    assert held(cable.record).stored == compared_anew(cable)


def test_rows_that_a_pin_does_not_touch_are_not_compared_again(
    cable: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, bool]] = []

    class Watched(earlier.Earlier):
        def comparisons(
            self, pair: earlier.Pair, near: earlier.Near, row: int
        ) -> list[ComparisonContent] | None:
            found = super().comparisons(pair, near, row)
            asked.append((row, found is not None))
            return found

    monkeypatch.setattr(revising, "Earlier", Watched)
    pin(cable.record, [({"en": ["p6", "p7"], "ru": ["p16", "p17"]}, True)], by="Ada")
    assert asked[0] == (1, True)
    assert all(known for _, known in asked)
    asked.clear()
    pin(cable.record, [(JOINED, True)], by="Ada")
    assert [row for row, known in asked if not known] == [1, 2]


def test_what_another_program_has_compared_is_compared_again(cable: Edition) -> None:
    wrong = apparatus.encode(
        apparatus.ApparatusContent(rows=apparatus.decode(held(cable.record).stored).rows)
    )
    Apparatus.objects.update(stored=wrong, program="of another day")
    assert realign(cable.record)
    assert (held(cable.record).stored, held(cable.record).program) == (
        compared_anew(cable),
        PROGRAM,
    )


def test_another_program_that_finds_the_same_makes_no_new_revision(cable: Edition) -> None:
    Apparatus.objects.update(program="of another day")
    assert not realign(cable.record)
    assert (held(cable.record).revision, held(cable.record).program) == (1, PROGRAM)
    assert list(Change.objects.values_list("kind", flat=True)) == ["published"]


def test_what_is_only_said_anew_stays_compared_by_whom_it_was(cable: Edition) -> None:
    Apparatus.objects.update(program="of another day")
    cable.record.verdicts.all().delete()
    cable.record.variance_notes.all().delete()
    restate(cable.record)
    assert held(cable.record).program == "of another day"


def test_an_edition_with_another_wording_is_compared_anew(cable: Edition) -> None:
    record = Record.objects.get(pk=cable.record_id)
    text = record.texts.get(key="en")
    text.body = text.body.replace("189", "190")
    write(record, text)
    second = publish(record, by="Ada")
    assert held(record).stored == compared_anew(second)
    assert "190" in {
        line.source.value
        for line in make(record, second.content).content.comparisons
        if line.source
    }


def test_pins_on_a_draft_that_was_edited_hold_in_the_edition_too(cable: Edition) -> None:
    record = Record.objects.get(pk=cable.record_id)
    text = record.texts.get(key="en")
    text.body = text.body.replace("189", "190")
    write(record, text)
    rows = pin(record, [(JOINED, True)], by="Ada")
    assert {key: tuple(ids) for key, ids in JOINED.items()} in [row.cells for row in rows]
    assert held(record).stored == compared_anew(cable)


def test_an_edition_is_compared_with_its_own_people_and_not_the_draft_s(cable: Edition) -> None:
    record = Record.objects.get(pk=cable.record_id)
    record.participations.all().delete()
    pin(record, [(JOINED, True)], by="Ada")
    assert held(record).stored == compared_anew(cable)
    assert "name" in {line.kind for line in apparatus.decode(held(record).stored).comparisons}


def test_nothing_published_is_nothing_to_realign() -> None:
    record = world.stored(world.cable_document())
    assert not realign(record)
    assert not restate(record)
