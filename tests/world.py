"""A small named world: the records that tests speak of, stored and published for real.

``document`` builds a record as it travels; ``stored`` makes it a draft; ``published`` an edition.
``CABLE`` is the real cable, ``practice("06")`` a record composed for demonstration.
"""

from __future__ import annotations

from functools import cache
from itertools import count
from typing import Any

import msgspec

from archive.authority.finding import Finder
from archive.editions.content import Content, PassageContent
from archive.editions.document import RecordDocument
from archive.editions.models import Edition
from archive.editions.publishing import publish
from archive.editions.reading import Reading, read
from archive.exchange.ingest.decode import decode
from archive.exchange.ingest.store import store
from archive.exchange.samples import FILES, FOLDER
from archive.records.models import Record
from archive.texts.markup import blocks


@cache
def _samples() -> dict[str, RecordDocument]:
    lines = [line for name in FILES for line in (FOLDER / name).read_bytes().splitlines()]
    found = [decode(line) for line in lines]
    return {str(document.source_id): document for document in found}


CABLE_SOURCE = "wilson-center:liu-shaoqi-mao-1950-01-22"


def cable_document() -> RecordDocument:
    """The real cable: Liu Shaoqi to Mao Zedong, January 22, 1950, English and Russian."""
    return _samples()[CABLE_SOURCE]


def practice_document(number: str) -> RecordDocument:
    """The practice record of that number: "06" is Arabic, Hebrew and English."""
    return next(d for s, d in _samples().items() if s.startswith(f"practice:{number}"))


def document(**fields: Any) -> RecordDocument:
    """A record of these fields, as they stand in a file: at least a title, given if none is."""
    return decode(msgspec.json.encode({"title": "A letter", **fields}))


def text(key: str = "en", body: str = "A wording.", **fields: Any) -> dict[str, Any]:
    """A text as it stands in a file; its language is its key unless given."""
    return {"key": key, "language": key, "kind": "original", "body": body, **fields}


def content(record: RecordDocument) -> Content:
    """The content of an edition of that document, made without a database: every block is a
    paragraph, and no people stand in it."""
    ids = count(1)
    passages = {
        text.key: tuple(
            PassageContent(
                id=f"p{next(ids)}", number=n, kind="paragraph", start=each.start, end=each.end
            )
            for n, each in enumerate(blocks(text.body), 1)
        )
        for text in record.texts
    }
    return Content(record=record, passages=passages)


def stored(record: RecordDocument) -> Record:
    """The draft of that document, its scans beside it where they are the samples'."""
    return store(record, Finder(), beside=FOLDER).record


def published(record: RecordDocument, *, note: str = "") -> Edition:
    """The edition of that document, published by Ada."""
    return publish(stored(record), by="Ada", note=note)


def read_published(record: RecordDocument) -> Reading:
    """That document as readers have it."""
    reading = read(published(record).record_id)
    assert reading is not None
    return reading


def record_ids() -> dict[str, str]:
    """The name in addresses of every record stored, by its source_id."""
    return {str(source): pk for pk, source in Record.objects.values_list("pk", "source_id")}
