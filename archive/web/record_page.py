"""A record's pages, made of a reading: the desk above, the dossier below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from archive.citation import CitationRefused
from archive.desk import labels
from archive.desk.collation import MOST, collation
from archive.desk.page import Desk, Grain, NoSuchText, lay_out
from archive.editions.content import Content
from archive.editions.reading import Reading, read_standing
from archive.editions.standing import Standing
from archive.records import rights
from archive.web import words
from archive.web.addresses import record_path, search_path, text_path
from archive.web.answers import Body
from archive.web.citing import cited, instead
from archive.web.dossier import dossier, when
from archive.web.fonts import scripts_of
from archive.web.outcomes import outcomes
from archive.web.pages import absolute, page
from archive.web.refusals import bad_parameter, not_found
from archive.web.scan_pages import page_images
from archive.web.script import record_script


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of a record. ``number`` is None where it asks for the newest edition;
    ``key`` is set where it asks for one text alone; ``cite`` where another thing than the text on
    the left is to be cited, ``passage`` where a passage is. ``also`` are texts beside the two."""

    record_id: str
    number: int | None = None
    left: str | None = None
    right: str | None = None
    key: str | None = None
    cite: str | None = None
    also: tuple[str, ...] = ()
    grain: Grain = "passages"
    passage: str | None = None
    scans: bool = False


def made(standing: Standing, asked: Asked) -> Body:
    """The page made anew; raises the refusal of what an address asks that there is not."""
    reading = read_standing(standing)
    if standing.withdrawn:
        return withdrawn_page(reading)
    if asked.key is not None and reading.content.record.text(asked.key) is None:
        raise not_found(
            f"Edition {standing.number} of this record has no text “{asked.key[:40]}”.",
            f"The record with all its texts is at {record_path(standing.record_id)}.",
        )
    return record_page(reading, asked)


def record_page(reading: Reading, asked: Asked) -> Body:
    """The page. Raises the refusal of a parameter that names no text of this edition."""
    desk = _desk(reading, asked)
    return page("records/record.html", _context(reading, asked, desk), path=_path(asked))


def withdrawn_page(reading: Reading) -> Body:
    """410: title, date, shelfmarks, citation and the reason; no wording, no summary."""
    context = {
        "standing": reading.standing,
        "record": reading.content.record,
        "when": when(reading.content),
        "dossier": dossier(reading.content),
        "panel": cited(reading, ()),
        **_says(),
    }
    return page("records/withdrawn.html", context, status=410)


def _desk(reading: Reading, asked: Asked) -> Desk:
    if asked.key is not None:
        return lay_out(reading, asked.key, asked.key)
    if asked.scans and not reading.content.record.scans:
        raise bad_parameter(
            "scans", "beside", "This edition has no scans.", "Leave the parameter out."
        )
    try:
        return lay_out(
            reading, asked.left, asked.right, asked.also, asked.grain, beside=asked.scans
        )
    except NoSuchText as missing:
        named = {"left": (asked.left,), "right": (asked.right,), "also": asked.also}
        name = next(name for name, keys in named.items() if missing.key in keys)
        remedy = "Choose one of them, or leave the parameter out."
        raise bad_parameter(name, missing.key, str(missing), remedy) from None


def _citing(reading: Reading, asked: Asked, desk: Desk) -> dict[str, Any]:
    columns = desk.columns[:2]
    try:
        panel = cited(reading, columns, asked.cite or "text", asked.passage)
        return {"panel": panel, "instead": tuple(instead(panel, columns))}
    except CitationRefused as refusal:
        remedy = "Choose another, or leave it out."
        name = "passage" if refusal.parameter == "passage" else "cite"
        given = asked.passage if name == "passage" else asked.cite
        raise bad_parameter(name, given or "", refusal.why, remedy) from None


def _path(asked: Asked) -> str:
    if asked.key is not None and asked.number is not None:
        return text_path(asked.record_id, asked.number, asked.key)
    return record_path(asked.record_id, asked.number)


def _context(reading: Reading, asked: Asked, desk: Desk) -> dict[str, Any]:
    standing, content = reading.standing, reading.content
    return {
        "standing": standing,
        "record": content.record,
        "dossier": dossier(content),
        "subjects": content.subjects,
        "collections": content.collections,
        "desk": desk,
        "page_images": page_images(standing, desk),
        "single": asked.key is not None,
        "pinned": asked.number is not None,
        "when": when(content),
        "collation": collation(reading, [c.key for c in desk.columns], most=MOST),
        "outcomes": outcomes(reading),
        "exact_day": _exact_day(content),
        "script": record_script().url,
        "font_scripts": scripts_of(column.language for column in desk.columns),
        "desk_path": record_path(standing.record_id, asked.number),
        "data_path": record_path(standing.record_id, standing.number).rstrip("/"),
        "ark": absolute(f"/ark:/{settings.NAAN}/{standing.record_id}"),
        "text_paths": {
            text.key: text_path(standing.record_id, standing.number, text.key)
            for text in content.record.texts
        },
        **_citing(reading, asked, desk),
        **_says(),
    }


def _says() -> dict[str, Any]:
    """The small wordings that templates use."""
    return {
        "day": labels.day,
        "dated": labels.date_words,
        "people": words.people,
        "capital": words.capital,
        "counted": words.counted,
        "rights_label": rights.label,
        "search_path": search_path,
    }


def _exact_day(content: Content) -> str:
    """The day as ``<time>`` wants it; empty where it is not one certain day."""
    date = content.date
    return date.earliest if date.earliest and date.earliest == date.latest else ""
