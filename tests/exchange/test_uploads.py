"""Uploads: checked, accepted, published, and taken up again after a kill."""

from __future__ import annotations

import json
import lzma
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from archive.editions.models import Edition
from archive.exchange.ingest import load as loading
from archive.exchange.models import Upload
from archive.exchange.samples import FOLDER
from archive.exchange.uploads import (
    ReportedLine,
    UploadRefused,
    UploadReport,
    is_running,
    lines_csv,
    receive,
    report_of,
    run,
    start,
)
from archive.records.models import Record
from tests import world


def _sent(name: str, *records: Any) -> SimpleUploadedFile:
    lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
    return SimpleUploadedFile(name, b"\n".join(lines))


_GOOD = {"title": "A letter", "source_id": "up-1", "texts": [world.text()]}


@pytest.mark.django_db
def test_a_file_is_checked_then_accepted_then_published() -> None:
    upload = receive(_sent("a.jsonl", _GOOD, {"title": "B", "date": "soon"}), by="Ada")
    refused = (
        ReportedLine(
            2,
            "",
            (
                (
                    "date",
                    "“soon” is not a date. Write 1950-01-22, 1950-01, 1950~ (about), 195X "
                    "(a decade) or 1950-01/1950-03.",
                ),
            ),
        ),
    )
    counts = {"new": 1, "refused": 1}
    assert run(upload, "check", by="Ada") == UploadReport("check", "done", 2, counts, refused)
    assert (upload.state, Record.objects.count()) == (Upload.CHECKED, 0)
    assert run(upload, "accept", by="Ada") == UploadReport("accept", "done", 2, counts, refused)
    record = Record.objects.get()
    assert (upload.state, upload.record_ids) == (Upload.ACCEPTED, [record.pk])
    assert not Edition.objects.exists()
    done = UploadReport("publish", "done", 1, {"published": 1})
    assert run(upload, "publish", by="Ada", note="First") == done
    edition = Edition.objects.get()
    assert (edition.published_by, edition.note, upload.state) == ("Ada", "First", Upload.PUBLISHED)


@pytest.mark.django_db
def test_what_was_accepted_twice_stands_once() -> None:
    upload = receive(_sent("a.jsonl", _GOOD), by="Ada")
    run(upload, "accept", by="Ada")
    assert run(upload, "accept", by="Ada").counts == {"same": 1}
    assert Record.objects.count() == len(upload.record_ids) == 1


@pytest.mark.django_db
def test_scans_lie_beside_the_file_that_names_them() -> None:
    name = "kamenobor-1934-03-17-f1.jpg"
    document = next(
        line
        for line in (FOLDER / "practice.jsonl").read_bytes().splitlines()
        if name.encode() in line
    )
    image = next(FOLDER.rglob(name)).read_bytes()
    alone = receive(_sent("a.jsonl", document), by="Ada")
    remedy = (
        "Give it along with the file: a pack of the archive holds its scans, an export does not."
    )
    assert [line.problems for line in run(alone, "check", by="Ada").refused] == [
        (("scans[0].file", f"{name} does not lie beside the file of records. {remedy}"),)
    ]
    beside = receive(_sent("a.jsonl", document), [SimpleUploadedFile(name, image)], by="Ada")
    assert run(beside, "check", by="Ada").counts == {"new": 1}


@pytest.mark.django_db
def test_what_looks_like_a_slip_is_warned_of_and_taken_as_it_is() -> None:
    body = "Все люди.Cогласен  с этим."
    odd = {"title": "Odd", "source_id": "odd-1", "texts": [world.text("ru", body)]}
    upload = receive(_sent("a.jsonl", _GOOD, odd), by="Ada")
    said = (
        (
            "texts[0].body",
            "1 word in letters of two scripts: “Cогласен” in paragraph 1. “C” is a Latin letter "
            "(U+0043). Write “С”, a Cyrillic letter (U+0421).",
        ),
        (
            "texts[0].body",
            "1 pair of glued sentences: “люди.Cогласен” in paragraph 1. Put a space between them.",
        ),
        (
            "texts[0].body",
            "1 doubled space: “люди.Cогласен  с” in paragraph 1. Leave one space.",
        ),
    )
    checked = run(upload, "check", by="Ada")
    assert (checked.counts, checked.refused) == ({"new": 2}, ())
    assert (checked.warned, checked.warned_count) == ((ReportedLine(2, "Odd", said),), 1)
    accepted = run(upload, "accept", by="Ada")
    record = Record.objects.get(source_id="odd-1")
    assert accepted.warned == (ReportedLine(2, "Odd", said, record.pk),)
    assert record.texts.get().body == body
    assert report_of(upload) == accepted
    again = run(upload, "check", by="Ada")
    assert (again.counts, again.warned, again.warned_count) == ({"same": 2}, (), 0)


@pytest.mark.django_db
def test_faults_of_a_csv_are_said_by_its_columns() -> None:
    body = b"title,text:en,text:en:date\nA,B,soon\nC,D,1950\n"
    upload = receive(SimpleUploadedFile("a.CSV", body), by="Ada")
    report = run(upload, "check", by="Ada")
    assert [(line.line, line.problems[0][0]) for line in report.refused] == [(2, "text:en:date")]
    bad = receive(SimpleUploadedFile("a.csv", b"titel\nA\n"), by="Ada")
    failed = run(bad, "check", by="Ada")
    assert failed.state == "failed"
    assert failed.error.startswith("Column 1, “titel”, is not known. Did you mean “title”?")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.exe", b"x", "“a.exe” is no file of records. Choose one that ends in .jsonl, "),
        ("", b"x", "“” is no file of records."),
        ("a.jsonl", b"", "“a.jsonl” is empty. Choose another file."),
        (".jsonl", b"x", "“.jsonl” is no name for a file here."),
        ("x" * 200 + ".jsonl", b"x", "is no name for a file here."),
    ],
)
def test_names_and_sizes_that_are_not_taken(name: str, data: bytes, message: str) -> None:
    sent = SimpleUploadedFile("a", data)
    vars(sent)["_name"] = name
    with pytest.raises(UploadRefused) as refused:
        receive(sent, by="Ada")
    assert message in str(refused.value)
    assert not Upload.objects.exists()


@pytest.mark.django_db
def test_a_file_that_is_not_what_its_name_says_fails_in_words() -> None:
    damaged = lzma.compress(b'{"title": "A"}\n' * 50)[:-20]
    upload = receive(SimpleUploadedFile("a.jsonl.xz", damaged), by="Ada")
    report = run(upload, "check", by="Ada")
    assert report.state == "failed"
    assert report.error.startswith("The file is damaged or not what its name says: ")


@pytest.mark.django_db
def test_what_the_program_did_not_foresee_ends_the_step_in_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(loading, "decode", broken)
    upload = receive(_sent("a.jsonl", _GOOD), by="Ada")
    report = run(upload, "check", by="Ada")
    assert (report.state, report.error) == (
        "failed",
        "The program failed after line 0. Run this step again.",
    )
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_step_runs_beside_the_request_and_only_once() -> None:
    upload = receive(_sent("a.jsonl", _GOOD), by="Ada")
    other = connections["default"].copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(4608076, %s)", [upload.pk])
            assert is_running(upload)
            start(upload, "check", by="Ada")
            upload.refresh_from_db()
            assert report_of(upload) == UploadReport()
            cursor.execute("SELECT pg_advisory_unlock(4608076, %s)", [upload.pk])
    finally:
        other.close()
    start(upload, "check", by="Ada")
    while is_running(upload):
        pass
    upload.refresh_from_db()
    assert report_of(upload) == UploadReport("check", "done", 1, {"new": 1})


def test_the_csv_of_refused_lines_holds_no_formula() -> None:
    lines = [ReportedLine(3, "=cmd|'/C calc'!A0", ((" +1", "@SUM(1)"),))]
    assert lines_csv(lines).splitlines() == [
        "line,title,field,what is wrong and what to do",
        "3,'=cmd|'/C calc'!A0,' +1,'@SUM(1)",
    ]
