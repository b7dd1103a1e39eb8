"""Uploads in the admin: what is refused, what is offered, what came with the program."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from archive.exchange.models import Upload
from archive.exchange.uploads import receive, run
from archive.records.models import Record
from archive.staff.upload_example import EXAMPLE

pytestmark = pytest.mark.django_db
LIST = "/admin/exchange/upload/"
_LINES = ({"title": "A"}, {"title": "B", "date": "soon"})


def _received() -> Upload:
    body = "\n".join(json.dumps(line) for line in _LINES).encode()
    return receive(SimpleUploadedFile("a.jsonl", body), by="Ada")


def test_a_file_of_another_kind_is_refused_at_its_field(client: Client) -> None:
    response = client.post(f"{LIST}add/", {"file": SimpleUploadedFile("a.exe", b"MZ")})
    assert list(response.context["form"].errors) == ["file"]
    assert not Upload.objects.exists()
    missing = client.post(f"{LIST}add/", {"scans": ""})
    assert missing.context["form"].errors == {"file": ["Choose the file of records."]}


def test_a_checked_file_shows_its_refused_lines_and_offers_the_next_step(client: Client) -> None:
    upload = _received()
    run(upload, "check", by="Ada")
    html = client.get(f"{LIST}{upload.pk}/change/").content.decode()
    for words in ("1 record can be taken", "“soon” is not a date", "Accept as drafts"):
        assert words in html
    assert not Record.objects.exists()
    rows = client.get(f"{LIST}{upload.pk}/refused.csv").content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith("2,")
    assert client.get(f"{LIST}example.csv").content.decode("utf-8-sig") == EXAMPLE


def test_what_looks_like_a_slip_stands_apart_from_what_is_refused(client: Client) -> None:
    texts = [{"key": "en", "language": "en", "kind": "original", "body": "<b>word  word</b>"}]
    body = json.dumps({"title": "Odd", "texts": texts}).encode()
    upload = receive(SimpleUploadedFile("a.jsonl", body), by="Ada")
    run(upload, "check", by="Ada")
    html = client.get(f"{LIST}{upload.pk}/change/").content.decode()
    for words in ("1 record can be taken", "Worth a look", "“&lt;b&gt;word  word&lt;/b&gt;”"):
        assert words in html
    assert "Refused lines" not in html
    rows = client.get(f"{LIST}{upload.pk}/warnings.csv").content.decode("utf-8-sig").splitlines()
    assert rows[1] == (
        "1,Odd,texts[0].body,1 doubled space: “<b>word  word</b>” in paragraph 1. Leave one space."
    )
    run(upload, "accept", by="Ada")
    record = Record.objects.get()
    html = client.get(f"{LIST}{upload.pk}/change/").content.decode()
    assert f'<a href="/admin/records/record/{record.pk}/change/"><bdi>Odd</bdi></a>' in html
    assert Client().get(f"{LIST}{upload.pk}/warnings.csv").status_code == 302


def test_no_step_runs_without_its_name(client: Client) -> None:
    upload = _received()
    response = client.post(f"{LIST}{upload.pk}/run/", {"step": "drop"}, follow=True)
    assert "Say which step to run: check, accept or publish." in response.content.decode()
    assert not Record.objects.exists()


def test_what_came_with_the_program_is_neither_run_nor_forgotten(client: Client) -> None:
    upload = Upload.objects.create(
        name="sample archive", uploaded_by="Facing Pages", state=Upload.PUBLISHED, record_ids=["a"]
    )
    html = client.get(f"{LIST}{upload.pk}/change/").content.decode()
    assert "1 record came with the program" in html
    for words in ("Check the file", "Run it again", "Forget this upload"):
        assert words not in html
    answer = client.post(f"{LIST}{upload.pk}/delete/", {"post": "yes"})
    assert (answer.status_code, Upload.objects.count()) == (403, 1)
    assert "came with the program" in client.get(LIST).content.decode()
