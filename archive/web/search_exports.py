"""All results of a search as one file, written while it is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from django.conf import settings
from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from archive.citation import formats
from archive.citation.entry import entry_of
from archive.citation.many import many
from archive.editions.models import Edition
from archive.exchange.csv_writing import MEDIA_TYPE as CSV
from archive.exchange.results_csv import results_csv
from archive.search.query import Query
from archive.search.whole import Whole
from archive.web.addresses import record_path
from archive.web.answers import JSON, REVALIDATE
from archive.web.pages import absolute

_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Export:
    """``write`` makes the parts of a file, each of some records; ``ends`` stands in it once for
    each record, so that a script can count them."""

    label: str
    media_type: str
    write: Callable[[Whole], Iterator[bytes]]
    ends: str


def _citations(format: formats.Format, ends: str) -> Export:
    def write(whole: Whole) -> Iterator[bytes]:
        return (part.encode() for part in many(format, map(entry_of, whole.editions)))

    return Export(format.label, f"{format.media_type}; charset=utf-8", write, ends)


def _csv(whole: Whole) -> Iterator[bytes]:
    return results_csv(whole.editions, settings.SITE_URL)


def _json(whole: Whole) -> Iterator[bytes]:
    """A line for each record, as ``/search.json`` has it, without snippets and facets."""
    yield b'{"total":%d,"results":[' % whole.total
    before = b"\n"
    for edition in whole.editions:
        yield before + msgspec.json.encode(_result(edition))
        before = b",\n"
    yield b'\n],"next":null}\n'


def _result(edition: Edition) -> dict[str, Any]:
    record = edition.content.record
    return {
        "id": edition.record_id,
        "source_id": record.source_id,
        "title": record.title,
        "date": record.date,
        "kind": record.kind or "cable",
        "languages": list(dict.fromkeys(text.language for text in record.texts)),
        "url": absolute(record_path(edition.record_id)),
    }


#: By the ending of the address; ``ends`` of CSV stands after its header too.
EXPORTS: Mapping[str, Export] = {
    "ris": _citations(formats.FORMATS["ris"], "\r\nER  - "),
    "bib": _citations(formats.FORMATS["bib"], "\n}\n"),
    "csl.json": _citations(formats.FORMATS["csl.json"], "\n  }"),
    "csv": Export("Table (CSV)", CSV, _csv, "\r\n"),
    "json": Export("JSON", JSON, _json, "\n{"),
}


def exported(query: Query, whole: Whole, ending: str) -> StreamingHttpResponse:
    """The file, saved by a browser under a name that says what it is."""
    export = EXPORTS[ending]
    response = StreamingHttpResponse(_joined(export.write(whole)), content_type=export.media_type)
    name = content_disposition_header(True, filename(query, whole.total, ending))
    response.headers["Content-Disposition"] = str(name)
    response.headers["Cache-Control"] = REVALIDATE
    return response


def filename(query: Query, total: int, ending: str) -> str:
    """``Facing-Pages-Lin-Biao-256-records.ris``."""
    asked = _UNFIT.sub("-", f"{settings.SITE_NAME} {query.q}")[:_LONGEST_NAME].strip("-.")
    return f"{asked}-{total}-{'record' if total == 1 else 'records'}.{ending}"


#: Bytes that are sent at once: a record has about a thousand.
_AT_ONCE = 32_768


def _joined(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer pieces, each a chunk of the answer."""
    held = bytearray()
    for part in parts:
        held += part
        if len(held) >= _AT_ONCE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
