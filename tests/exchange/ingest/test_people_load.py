from __future__ import annotations

import gzip
import io
import json
import lzma
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from archive.authority.models import Person, PersonForm
from archive.editions.models import Edition
from archive.exchange.ingest.bounded import lines
from archive.exchange.ingest.load import BATCH, Line
from archive.exchange.ingest.people_load import load_people
from tests import world
from tests.shared_data import shared_path

pytestmark = pytest.mark.django_db

LIN = json.dumps({"name": "Lin Biao", "forms": [{"form": "林彪", "language": "zh"}]}).encode()
BAD = json.dumps({"name": "Bad", "forms": [{"form": "B", "language": "?"}]}).encode()


def test_a_bad_line_is_named_and_the_rest_is_taken_in() -> None:
    seen: list[Line] = []
    report = load_people([LIN, b"\n", BAD, LIN], seen=seen.append)
    assert report.counts == {"new": 1, "refused": 1, "same": 1}
    assert [str(line) for line in report.refused] == [
        "line 3: forms[0].language: '?' is not a BCP 47 language tag; "
        "use one such as en, ru, zh-Hant or zh-Latn-wadegile"
    ]
    assert [(line.number, line.outcome, line.title) for line in seen] == [
        (1, "new", "Lin Biao"), (3, "refused", ""), (4, "same", "Lin Biao"),
    ]  # fmt: skip


def test_identifiers_of_two_people_refuse_a_line() -> None:
    people = [("A", {"viaf": "1"}), ("B", {"viaf": "2"}), ("C", {"viaf": ["1", "2"]})]
    report = load_people(json.dumps({"name": n, "identifiers": i}).encode() for n, i in people)
    assert [str(line) for line in report.refused] == [
        "line 3: identifiers.viaf: is B here (b), but another identifier of this line is A (a). "
        "Correct one, or make the two one first."
    ]


def test_half_a_pair_of_surrogates_refuses_a_line() -> None:
    report = load_people([b'{"name": "\\ud800"}'])
    assert report.counts == {"refused": 1}


def test_stopped_half_way_and_run_again_it_completes() -> None:
    people = [json.dumps({"name": f"Person {n}"}).encode() for n in range(BATCH * 2)]

    def stopped(line: Line) -> None:
        if line.number == BATCH + 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_people(people, seen=stopped)
    assert Person.objects.count() == BATCH
    assert load_people(people).counts == {"same": BATCH, "new": BATCH}


def test_no_edition_changes() -> None:
    edition = world.published(world.cable_document())
    load_people([LIN])
    assert Edition.objects.get().sha256 == edition.sha256


def test_the_command_reads_packed_files_and_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = {"a.jsonl.xz": lzma.compress(LIN), "a.jsonl.gz": gzip.compress(LIN), "a.jsonl": LIN}
    for name, data in packed.items():
        (tmp_path / name).write_bytes(data)
        call_command("import_people", str(tmp_path / name))
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(BAD)))
    with pytest.raises(CommandError, match=r"^1 refused; the rest were loaded\.$") as error:
        call_command("import_people", "-")
    assert error.value.returncode == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "Lines that were: 1 new.",
        "Lines that were: 1 same.",
        "Lines that were: 1 same.",
        "Lines that were: 1 refused.",
    ]
    assert printed.err.startswith("line 1: forms[0].language: '?' is not a BCP 47 language tag")


def test_a_real_authority_twice_changes_nothing() -> None:
    path = shared_path("data/names/hsg-people.jsonl.xz")
    people = list(islice(lines(path, 2**31), 0, 16_312, 80))
    first, second = load_people(people), load_people(people)
    assert (first.counts, second.counts) == ({"new": 204}, {"same": 204})
    assert (Person.objects.count(), PersonForm.objects.count() > 204) == (204, True)
