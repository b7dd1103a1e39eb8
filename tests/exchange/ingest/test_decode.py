from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.editions.document import travelling
from archive.exchange.ingest.decode import Refused, decode
from tests.shared_data import shared_path


def refusal(**fields: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        decode(json.dumps({"title": "T", **fields}).encode())
    return [str(problem) for problem in refused.value.problems]


TEXT = {"key": "en", "language": "en", "kind": "original", "body": "One.\n\nTwo."}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": 5}, ["title: 5 should be text in quotes."]),
        ({"title": ""}, ["title: is empty. Write it, or leave the key out."]),
        (
            {"texts": [{"key": "en", "language": "en", "kind": "original"}]},
            ["texts[0].body: is missing, and every record needs it. Add it."],
        ),
        (
            {"titel": "x", "texts": [{**TEXT, "kind": "poem"}]},
            [
                "record: holds keys that records do not have: titel. Remove them.",
                'texts[0].kind: "poem" is not one of: original, transcription, contemporary '
                "translation, translation, machine translation, summary.",
            ],
        ),
        (
            {"texts": [TEXT, TEXT]},
            ["texts[1].key: “en” stands twice. Give each text its own key."],
        ),
        (
            {"texts": [{**TEXT, "translated_from": "en"}]},
            ["texts[0].translated_from: a text is not its own translation."],
        ),
        (
            {"texts": [{**TEXT, "translated_from_holding": 1}]},
            [
                "texts[0].translated_from_holding: there is no holding 1 (counted from 0); this "
                "record has 0."
            ],
        ),
        (
            {"texts": [{**TEXT, "hands": [{"name": "M", "kind": "minute", "from": 2, "to": 3}]}]},
            ["texts[0].hands[0]: paragraphs 2 to 3: this text has paragraphs 1 to 2."],
        ),
        (
            {"held": [{"type": "web", "url": "javascript:alert(1)"}]},
            ["held[0].url: is no web address. It begins with http:// or https://."],
        ),
        (
            {"rights": {"embargo_until": "soon"}},
            ["rights.embargo_until: “soon” is no day. Write year-month-day: 2030-01-01."],
        ),
        ({"summary": "a\0b"}, ["summary: character 2 is a NUL, which is no text. Remove it."]),
        (
            {"number": "9" * 201},
            ["number: 201 characters; at most 200 fit. Shorten it."],
        ),
        (
            {"editorial": {"passages": {"en": ["p1", "p1"]}}},
            ["editorial.passages.en: a passage id stands twice; each belongs to one passage."],
        ),
        (
            {"scans": [{"file": "../../etc/passwd", "sha256": "0" * 64}]},
            ["scans[0].file: is no file name. Folders and “..” are not allowed."],
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_remedy(
    fields: dict[str, Any], said: list[str]
) -> None:
    assert refusal(**fields) == said


def test_a_missing_title_is_named() -> None:
    with pytest.raises(Refused, match="title: is missing"):
        decode(b"{}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            b"{",
            "line: is no JSON: Expecting property name enclosed in double quotes at character 2",
        ),
        (b"\xff\xfe", "line: is no JSON: byte 1 is not UTF-8"),
        (b"[" * 100_000, "line: is no JSON: nested too deeply"),
        (b'["title"]', 'record: ["title"] should be an object {…}.'),
    ],
)
def test_what_is_no_record_is_named(line: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        decode(line)
    assert str(refused.value.problems[0]).startswith(said)


def test_an_empty_date_is_none_and_a_kind_left_out_is_cable() -> None:
    record = decode(b'{"title": "T", "date": "", "source_id": ""}')
    assert travelling(record) == {"title": "T", "kind": "cable"}


def test_every_hostile_string_is_a_title_or_refused_with_a_reason() -> None:
    for value in json.loads(shared_path("data/bad-inputs/blns.json").read_text(encoding="utf-8")):
        for field in ("title", "date", "source_id", "kind"):
            try:
                record = decode(json.dumps({"title": "T", field: value}).encode())
            except Refused as refused:
                assert refused.problems[0].path == field
            else:
                assert getattr(record, field) in (value, None, "cable")


@given(st.binary(max_size=200))
def test_no_bytes_are_ever_a_crash(line: bytes) -> None:
    try:
        decode(line)
    except Refused as refused:
        assert refused.problems
