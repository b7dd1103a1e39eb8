from __future__ import annotations

import msgspec
import pytest
from django.core.management import CommandError, call_command

from archive.editions.models import Availability
from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.search import drain
from archive.search.backend import backend
from archive.search.checking import check
from archive.search.search_indexes import index_document, index_documents
from tests import world

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]


@pytest.fixture
def records() -> list[str]:
    """Three published records, indexed, in the order of their ids."""
    made = [
        world.published(world.document(title=title, source_id=title)).record_id
        for title in ("First", "Second", "Third")
    ]
    drain()
    return sorted(made)


def differences() -> list[str]:
    return [str(discrepancy) for discrepancy in check()]


def test_a_true_index_has_no_difference(
    records: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert differences() == []
    call_command("index", "--check")
    assert capsys.readouterr() == ("The index holds exactly what may be shown.\n", "")


def test_several_documents_are_those_of_each_without_what_may_not_be_shown(
    records: list[str],
) -> None:
    draft = world.stored(world.document(source_id="draft")).pk
    withdraw(Record.objects.get(pk=records[1]), by="Ada", reason="No")
    expected = [index_document(record_id) for record_id in (records[2], records[0])]
    assert None not in expected
    assert list(index_documents([records[2], draft, records[1], records[0]])) == expected
    assert list(index_documents([])) == []


def test_each_difference_is_named(records: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    first, second, third = records
    held = {record_id: index_document(record_id) for record_id in records}
    stale, older = held[second], held[third]
    assert stale is not None
    assert older is not None
    with backend().writing() as writer:
        writer.remove(first)
        writer.put([msgspec.structs.replace(stale, words={"title": "other"})])
        writer.put([msgspec.structs.replace(older, number=7)])
        writer.put([msgspec.structs.replace(stale, id="0extra00")])
    expected = [
        f"{first}: edition 1 is not in the index",
        f"{second}: edition 1 is in the index otherwise",
        f"{third}: the index holds edition 7, the newest is 1",
        "0extra00: is in the index and may not be shown",
    ]
    assert differences() == expected
    with pytest.raises(CommandError, match="The index differs in 4 places"):
        call_command("index", "--check")
    assert capsys.readouterr().err.splitlines() == expected
    call_command("index", "--rebuild")
    assert differences() == []


def test_what_was_withdrawn_behind_the_log_is_named(records: list[str]) -> None:
    Availability.objects.filter(pk=records[0]).update(
        withdrawn_at="2020-01-01T00:00Z", withdrawn_reason="x"
    )
    assert differences() == [f"{records[0]}: is in the index and may not be shown"]


def test_the_command_brings_a_missing_index_up(capsys: pytest.CaptureFixture[str]) -> None:
    world.published(world.document(title="First"))
    with pytest.raises(CommandError, match=r"Run manage\.py index --rebuild\."):
        call_command("index", "--check")
    call_command("index")
    assert capsys.readouterr().out == "1 records written to the index.\n"
    call_command("index", "--check")
