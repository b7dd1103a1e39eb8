from __future__ import annotations

import json
import lzma
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from archive.editions.models import Edition
from archive.exchange.ingest.load import Publication, load
from archive.records.models import Record
from tests import world
from tests.shared_data import shared_path

pytestmark = pytest.mark.django_db

GOOD = json.dumps({"source_id": "good", "title": "Good"}).encode()
BAD = json.dumps({"title": "Bad", "texts": [{"key": "en"}]}).encode()


def test_a_bad_line_is_named_and_the_rest_is_loaded() -> None:
    report = load([GOOD, b"\n", BAD])
    assert report.counts == {"new": 1, "refused": 1}
    assert str(report.refused[0]).splitlines()[0] == (
        "line 3: texts[0].language: is missing, and every record needs it. Add it."
    )
    assert list(Record.objects.values_list("title", flat=True)) == ["Good"]


def test_a_dry_run_says_the_same_and_keeps_nothing() -> None:
    report = load([GOOD, BAD, GOOD], dry_run=True, publication=Publication("Ada"))
    assert report.counts == {"new": 1, "refused": 1, "same": 1}
    assert (Record.objects.count(), Edition.objects.count()) == (0, 0)


def test_loaded_twice_and_published_twice_is_once() -> None:
    outcomes = [load([GOOD], publication=Publication("Ada")).counts for _ in range(2)]
    assert outcomes == [{"new": 1}, {"same": 1}]
    assert Edition.objects.count() == 1


def test_the_command_reads_compressed_files_and_ends_with_1_where_a_line_was_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "records.jsonl.xz"
    file.write_bytes(lzma.compress(GOOD + b"\n" + BAD))
    with pytest.raises(CommandError) as error:
        call_command("import_records", str(file))
    assert error.value.returncode == 1
    assert "line 2: texts[0].language: is missing" in capsys.readouterr().err


def test_a_dry_run_says_what_looks_like_a_slip_and_refuses_nothing_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "records.jsonl"
    odd = {"title": "Odd", "texts": [world.text(body="A  wording.")]}
    file.write_text(json.dumps(odd))
    call_command("import_records", str(file), "--dry-run")
    assert capsys.readouterr().out == (
        "Lines that would be: 1 new.\n"
        "1 line has wording that looks like a slip (-v 2 says where); it is kept as it is.\n"
    )
    call_command("import_records", str(file), "--dry-run", verbosity=2)
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out == (
        "warning, line 1: texts[0].body: 1 doubled space: “A  wording.” in paragraph 1. "
        "Leave one space.\n"
        "Lines that would be: 1 new.\n"
        "1 line has wording that looks like a slip; it is kept as it is.\n"
    )
    call_command("import_records", str(file), verbosity=2)
    assert capsys.readouterr().out == "Lines that were: 1 new.\n"


def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    def said(name: str, content: bytes | None = None) -> str:
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(CommandError) as error:
            call_command("import_records", str(path))
        return str(error.value).removeprefix(f"{path}: ")

    assert said("absent.jsonl") == (
        "The file cannot be opened: No such file or directory. Nothing is loaded."
    )
    assert said("") == "The file cannot be opened: Is a directory. Nothing is loaded."
    damaged = "The file is damaged or not what its name says: "
    assert said("a.jsonl.xz", b"not compressed at all") == (
        f"{damaged}Input format not supported by decoder. Pack it again. Nothing is loaded."
    )
    lines = b"".join(b'{"title": "%032x"}\n' % (n * 7919**9) for n in range(3000))
    cut = said("b.jsonl.xz", lzma.compress(lines)[:1500])
    assert cut.startswith(f"{damaged}it ends in the middle. Pack it again. The ")
    assert f"The {Record.objects.count():,} lines before it are taken." in cut


def test_a_bomb_is_refused_without_filling_the_memory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bomb = tmp_path / "bomb.jsonl.xz"
    bomb.write_bytes(lzma.compress(b"x" * 70 * 2**20 + b"\n" + GOOD))
    with pytest.raises(CommandError, match="1 refused"):
        call_command("import_records", str(bomb))
    assert "line 1: record: longer than 64 MiB. Split it." in capsys.readouterr().err
    assert Record.objects.get().title == "Good"


def test_all_of_the_habsburg_records_load_publish_and_come_out_the_same(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    source = shared_path("data/records/qhod.jsonl.xz")
    call_command("import_records", str(source), "--publish", "--note", "All")
    capsysbinary.readouterr()
    call_command("export_records")
    first = capsysbinary.readouterr().out
    assert len(first.splitlines()) == 91
    report = load(first.splitlines(), publication=Publication("Ada"))
    assert report.counts == {"same": 91}


@pytest.mark.django_db(transaction=True)
def test_two_who_load_the_same_records_in_opposite_order_take_turns() -> None:
    lines = [json.dumps({"source_id": f"s{n}", "title": "T"}).encode() for n in range(40)]

    def run(given: list[bytes]) -> dict[str, int]:
        try:
            return load(given).counts
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as threads:
        counts = list(threads.map(run, [lines, lines[::-1], lines]))
    total = {word: sum(count.get(word, 0) for count in counts) for word in ("new", "same")}
    assert total == {"new": 40, "same": 80}
    assert Record.objects.count() == 40


def test_several_files_are_loaded_in_one_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for name in ("one", "two"):
        files.append(tmp_path / f"{name}.jsonl")
        files[-1].write_text(json.dumps({"source_id": name, "title": name.title()}))
    call_command("import_records", *map(str, files))
    assert Record.objects.count() == 2
    assert capsys.readouterr().out == "Lines that were: 2 new.\n"
