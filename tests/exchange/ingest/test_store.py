from __future__ import annotations

import msgspec
import pytest

from archive.authority.finding import Finder
from archive.authority.models import Person, Repository
from archive.editions.document import RecordDocument
from archive.editions.draft import describe, drafts
from archive.exchange.ingest.decode import Refused
from archive.exchange.ingest.store import store
from archive.records.models import Holding, Record
from archive.texts.models import Passage
from tests import world

pytestmark = pytest.mark.django_db


def described(record: Record) -> RecordDocument:
    return describe(drafts(Record.objects.filter(pk=record.pk)).get())


@pytest.mark.parametrize("number", [f"{n:02d}" for n in range(1, 16)])
def test_what_is_stored_is_described_as_it_came(number: str) -> None:
    given = world.practice_document(number)
    found = described(world.stored(given))
    editorial = msgspec.structs.replace(found.editorial, passages={}, last_passage=0)
    assert msgspec.structs.replace(found, id=None, editorial=editorial) == given


def test_the_same_line_twice_changes_nothing() -> None:
    first = store(world.cable_document(), Finder())
    again = store(world.cable_document(), Finder())
    assert (first.outcome, again.outcome, again.record.pk) == ("new", "same", first.record.pk)
    assert Record.objects.count() == 1


def test_a_line_without_any_identifier_is_known_when_it_comes_again() -> None:
    outcomes = [store(world.document(title="Nameless"), Finder()).outcome for _ in range(2)]
    assert outcomes == ["new", "same"]


def test_an_identifier_that_came_along_is_kept() -> None:
    record = world.stored(world.document())
    again = store(msgspec.structs.replace(described(record), title="Renamed"), Finder())
    assert (again.outcome, again.record.pk) == ("changed", record.pk)


def test_an_id_and_a_source_id_of_two_records_are_refused() -> None:
    one = world.stored(world.document(source_id="one"))
    world.stored(world.document(source_id="two"))
    with pytest.raises(Refused, match="Correct one"):
        store(world.document(id=one.pk, source_id="two"), Finder())


def test_an_update_keeps_the_internal_note_and_the_passage_ids() -> None:
    body = "First paragraph of some length.\n\nSecond paragraph of some length."
    world.stored(world.document(source_id="s", internal_note="Ours", texts=[world.text(body=body)]))
    changed = f"An opening paragraph, new.\n\n{body}"
    record = world.stored(world.document(source_id="s", texts=[world.text(body=changed)]))
    assert record.internal_note == "Ours"
    ids = Passage.objects.filter(record=record).order_by("position")
    assert list(ids.values_list("number", flat=True)) == [3, 1, 2]


def test_one_person_under_several_forms_is_one_entry() -> None:
    world.stored(world.cable_document())
    sender = {"name": "Линь Бяо", "role": "mentioned"}
    world.stored(world.document(source_id="other", people=[sender]))
    assert Person.objects.filter(name__in=["Lin Biao", "Линь Бяо"]).count() == 1


def test_the_three_ways_of_writing_a_shelfmark_are_one_value() -> None:
    world.stored(world.cable_document())
    ways = ["fond 45, opis 1, delo 334, listy 22", "Ф N 45, Оп N 1, Д N 334, Л N 22"]
    held = [{"type": "archive", "repository": "AP RF", "reference": way} for way in ways]
    world.stored(world.document(source_id="other", held=held))
    keys = Holding.objects.filter(repository__abbreviation="AP RF")
    assert len(set(keys.values_list("shelfmark_key", flat=True))) == 1
    assert Repository.objects.filter(abbreviation="AP RF").get().town == "Moscow"


def test_a_refused_record_leaves_nothing_behind() -> None:
    document = world.document(
        people=[{"name": "Nobody", "role": "sender"}],
        scans=[{"file": "absent.jpg", "sha256": "0" * 64}],
    )
    with pytest.raises(Refused, match=r"scans\[0\].file: absent.jpg does not lie beside"):
        store(document, Finder())
    assert (Record.objects.count(), Person.objects.count()) == (0, 0)
