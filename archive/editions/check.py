"""What is wrong with a record beyond its shape: each problem with its place and the remedy.

Shape (types, required keys, known words) is the schema's; here is what a schema cannot say.
Import refuses a line for any of these and publishing refuses a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from archive.editions.decision_check import decision_problems, passage_ids
from archive.editions.document import (
    HoldingDocument,
    RecordDocument,
    Rights,
    TextDocument,
)
from archive.records.dates import DateRefused
from archive.records.dates import parse as parse_date
from archive.records.identifiers import IdentifierRefused
from archive.records.identifiers import check as check_identifier
from archive.texts.languages import check_tag
from archive.texts.markup import blocks
from archive.texts.quirks import quirk_groups

_KEY = re.compile(r"^[a-z][a-z0-9-]{0,31}\Z")
_HALF = re.compile("[\ud800-\udfff]")
_WEB = re.compile(r"^https?://[^\s/]+\S*\Z", re.IGNORECASE)
#: The tag of a form as the schema has a text's; romanisations have private ones.
_TAG = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_SHA256 = re.compile(r"^[0-9a-f]{64}\Z")

#: The longest value that the database holds, by the end of the field's path.
LIMITS = {
    "source_id": 300,
    "title": 1000,
    "kind": 100,
    "date": 100,
    "classification": 200,
    "number": 200,
    "name": 500,
    "family": 300,
    "given": 300,
    "forms": 500,
    "translators": 500,
    "editors": 500,
    "repository": 500,
    "subjects": 2000,
    "collections": 500,
    "language": 60,
    "translated_from": 60,
    "document_kind": 100,
    "volume": 100,
    "place": 300,
    "publisher": 500,
    "year": 100,
    "pages": 200,
    "url": 2000,
    "series": 500,
    "volume_title": 500,
    "translated_title": 1000,
    "statement": 300,
    "holder": 500,
    "contact": 500,
    "supported_by": 1000,
    "to": 300,
    "file": 500,
    "leaf": 60,
    "credit": 500,
    "by": 200,
}
_MOST_ITEMS = 30_000
_LONGEST_FORM_TAG = 40
#: The highest passage id taken in: far beyond what an archive gives, far within an integer.
_LAST_PASSAGE = 999_999_999


@dataclass(frozen=True, slots=True)
class Problem:
    """``path`` as in ``texts[0].language``; ``message`` says what is wrong and what to do."""

    path: str
    message: str

    def __str__(self) -> str:
        """One line for a terminal: what steers one, from a hostile key, is not passed on."""
        words = f"{self.path}: {self.message}"
        return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)


def problems(record: RecordDocument) -> list[Problem]:
    """All that is wrong, in the order of the schema; empty where nothing is."""
    return [
        *_characters(msgspec.to_builtins(record), "", ""),
        *_identifier(record),
        *_date("date", record.date),
        *(p for i, text in enumerate(record.texts) for p in _text(record, i, text)),
        *(p for i, held in enumerate(record.held) for p in _holding(record, i, held)),
        *_rights("rights", record.rights),
        *_day("first_published", record.first_published),
        *_scans(record),
        *_editorial(record),
    ]


def slips(record: RecordDocument) -> list[Problem]:
    """What looks like a slip in the wording of its texts (``texts.quirks``), one for each kind in
    each text. None of it forbids anything."""
    return [
        Problem(f"texts[{place}].body", str(group))
        for place, text in enumerate(record.texts)
        for group in quirk_groups(text.body, text.language)
    ]


def _characters(value: Any, path: str, field: str) -> Iterator[Problem]:
    """Characters that a database cannot hold, and values longer than it holds."""
    if isinstance(value, dict):
        for key, item in value.items():
            named = field if field == "forms" else key
            yield from _characters(key, path or "record", "key")
            if field == "forms":
                yield from _form_tag(f"{path}.{str(key)[:60]}", str(key))
            yield from _characters(item, f"{path}.{key}" if path else str(key), named)
    elif isinstance(value, list | tuple):
        if len(value) > _MOST_ITEMS:
            yield Problem(path, f"{len(value):,} entries; a record holds at most {_MOST_ITEMS:,}.")
        for index, item in enumerate(value[:_MOST_ITEMS]):
            yield from _characters(item, f"{path}[{index}]", field)
    elif isinstance(value, str):
        yield from _string(value, path, field)


def _string(value: str, path: str, field: str) -> Iterator[Problem]:
    if (at := value.find("\0")) >= 0:
        yield Problem(path, f"character {at + 1} is a NUL, which is no text. Remove it.")
    if _HALF.search(value):
        yield Problem(path, "holds half of a surrogate pair, which is no character. Remove it.")
    if (limit := LIMITS.get(field)) and len(value) > limit:
        yield Problem(path, f"{len(value):,} characters; at most {limit:,} fit. Shorten it.")


def _form_tag(path: str, tag: str) -> Iterator[Problem]:
    if len(tag) > _LONGEST_FORM_TAG or not _TAG.match(tag):
        yield Problem(
            path,
            f"{tag[:40]!r} is no language tag. Write one of at most {_LONGEST_FORM_TAG} characters,"
            " such as ru, zh-Hant or zh-Latn-wadegile.",
        )


def _identifier(record: RecordDocument) -> Iterator[Problem]:
    if record.id is not None:
        try:
            check_identifier(record.id)
        except IdentifierRefused as refusal:
            yield Problem("id", str(refusal))


def _date(path: str, value: str | None) -> Iterator[Problem]:
    if value:
        try:
            parse_date(value)
        except DateRefused as refusal:
            yield Problem(path, str(refusal))


def _day(path: str, value: str | None) -> Iterator[Problem]:
    if not value:
        return
    try:
        # The other spellings that Python reads would not come out again as they came in.
        spelled = date.fromisoformat(value).isoformat()
    except ValueError:
        spelled = ""
    if spelled != value:
        yield Problem(path, f"“{value[:40]}” is no day. Write year-month-day: 2030-01-01.")


def _language(path: str, value: str) -> Iterator[Problem]:
    try:
        check_tag(value)
    except ValueError as refusal:
        yield Problem(path, str(refusal))


def _rights(path: str, rights: Rights) -> Iterator[Problem]:
    yield from _day(f"{path}.embargo_until", rights.embargo_until)
    if rights.statement and not _WEB.match(rights.statement):
        yield Problem(
            f"{path}.statement",
            "is no address. Write one of rightsstatements.org or creativecommons.org, such as "
            "http://rightsstatements.org/vocab/InC/1.0/, or put words into the rights note.",
        )


def _text(record: RecordDocument, index: int, text: TextDocument) -> Iterator[Problem]:
    path = f"texts[{index}]"
    if not _KEY.match(text.key):
        yield Problem(f"{path}.key", "a small letter first, then letters, digits, hyphens: en-2.")
    if any(text.key == other.key for other in record.texts[:index]):
        yield Problem(f"{path}.key", f"“{text.key}” stands twice. Give each text its own key.")
    yield from _language(f"{path}.language", text.language)
    yield from _translated_from(record, path, text)
    yield from _date(f"{path}.date", text.date)
    yield from _rights(f"{path}.rights", text.rights)
    yield from _body(path, text.body)
    yield from _hands(path, text)


def _translated_from(record: RecordDocument, path: str, text: TextDocument) -> Iterator[Problem]:
    if text.translated_from == text.key:
        yield Problem(f"{path}.translated_from", "a text is not its own translation.")
    elif text.translated_from and record.text(text.translated_from) is None:
        for problem in _language(f"{path}.translated_from", text.translated_from):
            yield Problem(problem.path, "is neither the key of a text here nor a language tag.")
    place = text.translated_from_holding
    if place is not None and not 0 <= place < len(record.held):
        yield Problem(
            f"{path}.translated_from_holding",
            f"there is no holding {place} (counted from 0); this record has {len(record.held)}.",
        )


def _body(path: str, body: str) -> Iterator[Problem]:
    """No more paragraphs than may have ids; they are counted where there are lines enough."""
    if body.count("\n") < _MOST_ITEMS:
        return
    if (count := len(blocks(body))) > _MOST_ITEMS:
        yield Problem(
            f"{path}.body",
            f"{count:,} paragraphs; a text holds at most {_MOST_ITEMS:,}. Divide the record.",
        )


def _hands(path: str, text: TextDocument) -> Iterator[Problem]:
    count = len(blocks(text.body)) if text.hands else 0
    for index, hand in enumerate(text.hands):
        last = hand.first if hand.last is None else hand.last
        yield from _date(f"{path}.hands[{index}].date", hand.date)
        if not 1 <= hand.first <= last <= count:
            yield Problem(
                f"{path}.hands[{index}]",
                f"paragraphs {hand.first} to {last}: this text has paragraphs 1 to {count}.",
            )


def _holding(record: RecordDocument, index: int, held: HoldingDocument) -> Iterator[Problem]:
    path = f"held[{index}]"
    if held.url and not _WEB.match(held.url):
        yield Problem(f"{path}.url", "is no web address. It begins with http:// or https://.")
    for place, key in enumerate(held.texts):
        if record.text(key) is None:
            for problem in _language(f"{path}.texts[{place}]", key):
                yield Problem(problem.path, f"“{key}” is neither a text here nor a language tag.")


def _scans(record: RecordDocument) -> Iterator[Problem]:
    for index, scan in enumerate(record.scans):
        path = f"scans[{index}]"
        yield from _rights(f"{path}.rights", scan.rights)
        if not _SHA256.match(scan.sha256):
            yield Problem(f"{path}.sha256", "is no SHA-256: 64 digits of 0-9 and a-f.")
        if scan.text and record.text(scan.text) is None:
            yield Problem(f"{path}.text", f"this record has no text “{scan.text}”.")
        if "/" in scan.file or "\\" in scan.file or scan.file in {"", ".", ".."}:
            yield Problem(f"{path}.file", "is no file name. Folders and “..” are not allowed.")


def _editorial(record: RecordDocument) -> Iterator[Problem]:
    if not 0 <= record.editorial.last_passage <= _LAST_PASSAGE:
        yield Problem("editorial.last_passage", f"is no number from 0 to {_LAST_PASSAGE}.")
    seen: set[str] = set()
    for key, ids in record.editorial.passages.items():
        path = f"editorial.passages.{key}"
        yield from (Problem(*found) for found in passage_ids(path, ids))
        if len(set(ids)) < len(ids) or seen & set(ids):
            yield Problem(path, "a passage id stands twice; each belongs to one passage.")
        seen |= set(ids)
    yield from (Problem(*found) for found in decision_problems(record.editorial))
