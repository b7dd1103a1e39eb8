"""A citation list as a file, in every format in which a record is cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from anyascii import anyascii
from django.conf import settings

from archive.citation.csl import StyleFailed
from archive.citation.formats import FORMATS, Format
from archive.citation.many import many
from archive.web.answers import JSON, Body
from archive.web.lists.data import list_json
from archive.web.lists.shown import Held, Part, Row, entries, held, parts
from archive.web.lists.value import CitationList
from archive.web.refusals import bad_parameter, not_found
from archive.web.words import listed


def file(of: CitationList, ending: str, style: str, named: str) -> Body:
    """The list as a file; plain text, HTML and JSON in that style. ``named`` tells lists apart in the name
    of the file. Raises the 404 that says which files there are, and the 400 of a style that fails."""
    if ending == "json":
        return Body(_in(style, lambda: list_json(parts(held(of.items), style), style)), JSON)
    format = FORMATS.get(ending)
    if format is None:
        there = f"It is given as {listed([*FORMATS, 'json'])}."
        raise not_found(f"A list is not given as “{ending[:40]}”.", there)
    content = _in(style, lambda: "".join(_written(format, held(of.items), style)).encode())
    name = f"{_filename(named, len(of.items))}.{ending}"
    disposition = ("Content-Disposition", f'attachment; filename="{name}"')
    return Body(content, f"{format.media_type}; charset=utf-8", headers=(disposition,))


def _in(style: str, make: Callable[[], bytes]) -> bytes:
    """What it makes. Raises the 400 of a style that fails."""
    try:
        return make()
    except StyleFailed as failure:
        raise bad_parameter("style", style, str(failure), "Choose another style.") from None


def _written(format: Format, found: Sequence[Held], style: str) -> Iterator[str]:
    if format.series is not None:
        return many(format, entries(found))
    shown = parts(found, style)
    return _html(shown) if format.media_type == "text/html" else _plain(shown)


def _filename(named: str, count: int) -> str:
    """``Facing-Pages-list-12-citations``, in ASCII."""
    words = re.findall(r"[A-Za-z0-9]+", anyascii(f"{settings.SITE_NAME[:40]} list {named}"))
    return "-".join([*words, str(count), "citation" if count == 1 else "citations"])


def _plain(shown: Sequence[Part]) -> Iterator[str]:
    """Paragraphs with an empty line between them; a note stands under its citation."""
    for part in shown:
        if part.heading:
            yield f"{part.heading}\n\n"
        for archive in part.archives:
            if archive.name:
                yield f"{archive.name}\n\n"
            yield from (f"{_said(row)}{_noted(row)}\n\n" for row in archive.rows)


def _said(row: Row) -> str:
    return row.citation.text if row.citation else f"{row.what} {row.address}"


def _noted(row: Row) -> str:
    return "".join(f"\n    {line}" for line in row.item.note.splitlines())


def _html(shown: Sequence[Part]) -> Iterator[str]:
    """A page of its own, for a word processor."""
    title = escape(f"{settings.SITE_NAME}: citation list")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f"<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n"
    for part in shown:
        if part.heading:
            yield f'<h2 lang="{part.language}">{escape(part.heading)}</h2>\n'
        for archive in part.archives:
            if archive.name:
                yield f'<h3 lang="{part.language}">{escape(archive.name)}</h3>\n'
            yield from map(_row, archive.rows)
    yield "</body>\n</html>\n"


def _row(row: Row) -> str:
    said = row.citation.html if row.citation else escape(_said(row))
    note = escape(row.item.note).replace("\n", "<br>\n")
    return f"<p>{said}</p>\n" + (f"<blockquote><p>{note}</p></blockquote>\n" if note else "")
