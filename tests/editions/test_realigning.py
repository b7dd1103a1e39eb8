from __future__ import annotations

import pytest

from archive.editions import realigning
from archive.editions.models import Apparatus, Change
from archive.editions.program import PROGRAM, program_of
from archive.editions.realigning import Realigned, realign_records
from archive.parallel.lexicons import lexicons
from archive.parallel.models import LearnedLexicon
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def records() -> list[Record]:
    texts = [
        world.text("en", "There are 14,000 soldiers."),
        world.text("ru", "Здесь 14 тысяч солдат.", language="ru"),
    ]
    documents = [world.document(source_id=f"test:{n}", texts=texts) for n in range(3)]
    return [world.published(document).record for document in documents]


def _programs() -> set[str]:
    return set(Apparatus.objects.values_list("program", flat=True))


def test_what_the_program_has_made_is_left_alone(records: list[Record]) -> None:
    assert realign_records() == Realigned(0, 0)
    assert realign_records(everything=True) == Realigned(3, 0)
    assert not Change.objects.filter(kind="compared").exists()


def test_what_another_program_has_made_is_made_again_and_revised_where_it_changes(
    records: list[Record],
) -> None:
    Apparatus.objects.update(program="of another day")
    other = Apparatus.objects.get(edition__record=records[1])
    Apparatus.objects.filter(pk=other.pk).update(stored="{}")
    told: list[tuple[int, int]] = []
    assert realign_records(seen=lambda *done: told.append(done)) == Realigned(3, 1)
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert _programs() == {PROGRAM}
    other.refresh_from_db()
    assert other.revision == 2
    assert list(Change.objects.filter(kind="compared").values_list("record_id", flat=True)) == [
        records[1].pk
    ]


def test_stopped_half_way_it_goes_on_with_the_rest(
    records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    Apparatus.objects.update(program="of another day")

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        realign_records(seen=stop)
    assert realign_records() == Realigned(1, 0)
    assert realign_records() == Realigned(0, 0)


def test_another_lexicon_is_another_program(records: list[Record]) -> None:
    learned = LearnedLexicon.objects.create(languages=["en", "ru"], weights={}, pairs=1)
    LearnedLexicon.objects.create(languages=["de", "en"], weights={}, pairs=1)
    assert realign_records() == Realigned(3, 0)
    assert _programs() == {program_of(lexicons(["en", "ru"]))}
    assert realign_records() == Realigned(0, 0)
    learned.delete()
    assert realign_records() == Realigned(3, 0)
    assert _programs() == {PROGRAM}


def test_a_record_that_is_gone_is_passed_over(
    records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(realigning, "_every", lambda: iter(["gone"]))
    assert realign_records(everything=True) == Realigned(1, 0)


def test_an_empty_archive() -> None:
    assert realign_records() == Realigned(0, 0)
    assert realign_records(everything=True) == Realigned(0, 0)
