"""A record's pages, made of a reading: the desk above, the dossier below.

A page is made in pieces (``pieces``): the dossier, which is the same whatever an address chooses of an
edition, and the desk and the citations of the texts chosen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from markupsafe import escape

from archive.citation import CitationRefused
from archive.citation.choosing import choose as chosen_to_cite
from archive.citation.meta_tags import meta_tags
from archive.citation.panel import Panel
from archive.desk import labels
from archive.desk.collation import MOST, collation
from archive.desk.columns import TextChoice, choices, choose
from archive.desk.labels import lineage
from archive.desk.page import Desk, Grain, NoSuchText, lay_out
from archive.editions.content import Content
from archive.editions.reading import Reading
from archive.editions.standing import Standing
from archive.records import rights
from archive.web import unapi, words
from archive.web.addresses import record_path, search_path, text_path
from archive.web.answers import Body
from archive.web.citing import Wanted, cited, file_query, notes_on, noting, query, styles, unstyled
from archive.web.citing import choices as choices_of
from archive.web.dossier import dossier, when
from archive.web.fonts import scripts_of
from archive.web.outcomes import outcomes
from archive.web.pages import absolute, page, rendered
from archive.web.pieces import Address, Chosen
from archive.web.refusals import bad_parameter, not_found
from archive.web.scan_pages import page_images
from archive.web.script import script_of
from archive.web.signposts import signposts


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of a record. ``number`` is None where it asks for the newest edition;
    ``key`` is set where it asks for one text alone; ``cite`` where another thing than the text on
    the left is to be cited, ``passage`` where a passage is, ``style`` where another style is to be
    shown first; ``variants``: with what other texts have. ``also`` are texts beside the two."""

    record_id: str
    number: int | None = None
    left: str | None = None
    right: str | None = None
    key: str | None = None
    cite: str | None = None
    also: tuple[str, ...] = ()
    grain: Grain = "passages"
    passage: str | None = None
    style: str | None = None
    variants: bool = False
    scans: bool = False

    @property
    def cites(self) -> bool:
        """Whether it asks anything of the citations."""
        return any((self.cite, self.passage, self.style, self.variants))

    @property
    def wanted(self) -> Wanted:
        """What it asks of the panel."""
        return Wanted(self.cite or "text", self.passage, self.style, self.variants)


def refuse_unknown(reading: Reading, asked: Asked) -> None:
    """Raises the 404 of one text alone that this edition does not have."""
    if asked.key is not None and reading.content.record.text(asked.key) is None:
        number = reading.standing.number
        raise not_found(
            f"Edition {number} of this record has no text “{asked.key[:40]}”.",
            f"The record with all its texts is at {record_path(asked.record_id)}.",
        )


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


def dossier_page(reading: Reading) -> bytes:
    """The page with its slots open: all that no choice of texts changes."""
    standing, content = reading.standing, reading.content
    context = {
        "standing": standing,
        "record": content.record,
        "dossier": dossier(content),
        "lineage": lineage(content),
        "subjects": content.subjects,
        "collections": content.collections,
        "when": when(content),
        "outcomes": outcomes(reading),
        "exact_day": _exact_day(content),
        "script": script_of("record").url,
        "data_path": _data_path(standing),
        "ark": absolute(f"/ark:/{settings.NAAN}/{standing.record_id}"),
        "text_paths": {
            text.key: text_path(standing.record_id, standing.number, text.key)
            for text in content.record.texts
        },
        "here": "",
        **_says(),
    }
    return rendered("records/record.html", context)


def chosen_texts(reading: Reading, asked: Asked) -> Chosen:
    """What stands in the slots. Raises the refusal of what an address asks that there is not."""
    refuse_unknown(reading, asked)
    desk = desk_of(reading, asked)
    return in_slots(reading, asked, desk, *citations(reading, asked, desk.columns[:2]))


def in_slots(reading: Reading, asked: Asked, desk: Desk, cite: bytes, told: bytes) -> Chosen:
    """The texts laid out and the ``citations`` written, as HTML."""
    context = _desk_context(reading, asked, desk)
    return Chosen(
        label=str(escape(desk.columns[0].label)).encode() if asked.key is not None else b"",
        links=rendered("records/chosen_links.html", context),
        described=told,
        desk=_marked(rendered("records/desk.html", context), reading, asked.passage),
        cite=cite,
        scans=rendered("records/chosen_scans.html", context),
        scripts=rendered("records/chosen_scripts.html", context),
    )


def cited_texts(reading: Reading, asked: Asked, stored: Chosen) -> Chosen:
    """What is stored of the texts chosen, with what this address cites instead; raises its
    refusal. What is stored describes the text on the left to programs, and so all passages of it."""
    key = asked.key
    left, right = (key, key) if key is not None else (asked.left, asked.right)
    columns = choose(choices(reading), left, right, asked.also)[:2]
    panel = _panel(reading, asked, columns)
    on_the_left = panel.target == "text" and (not columns or panel.text == columns[0].key)
    return replace(
        stored,
        cite=_cite(reading, asked, columns, panel),
        described=stored.described if on_the_left else _described(reading, panel),
        desk=_marked(stored.desk, reading, asked.passage),
    )


def _marked(desk: bytes, reading: Reading, passage: str | None) -> bytes:
    """The texts with the passages marked that are cited; their citation has been written, so that
    they are there."""
    if passage is None:
        return desk
    cited = chosen_to_cite(reading, None, passage).passages
    ids = b"|".join(re.escape(each.id.encode()) for each in cited)
    return re.sub(b" id=(%s)(?=[ >])" % ids, rb" id=\1 data-cited", desk)


def citations(reading: Reading, asked: Asked, columns: Sequence[TextChoice]) -> tuple[bytes, bytes]:
    """The panel that cites one of these texts, or what is asked instead, and what programs are told
    of that; raises the refusal of a passage, style or thing that there is not."""
    panel = _panel(reading, asked, columns)
    return _cite(reading, asked, columns, panel), _described(reading, panel)


def _panel(reading: Reading, asked: Asked, columns: Sequence[TextChoice]) -> Panel:
    try:
        return cited(reading, columns, asked.wanted)
    except CitationRefused as refusal:
        name = refusal.parameter if refusal.parameter in ("passage", "style") else "cite"
        given = {"passage": asked.passage, "style": asked.style, "cite": asked.cite}[name] or ""
        remedy = "Choose another, or leave it out."
        raise bad_parameter(name, given, refusal.why, remedy) from None


def _cite(reading: Reading, asked: Asked, columns: Sequence[TextChoice], panel: Panel) -> bytes:
    here = query(panel, columns, asked.wanted)
    context = {
        "panel": panel,
        "choices": tuple(choices_of(panel, columns, here)),
        "here": here,
        "styles": styles(),
        "noting": noting(panel, here),
        "file_query": file_query(panel),
        "notes": notes_on(reading, panel),
        "record_id": reading.standing.record_id,
        "data_path": _data_path(reading.standing),
        "address": absolute(panel.path),
        "unapi_id": unapi.address(absolute(panel.path), panel.target),
        "unstyled": unstyled(_page_path(reading.standing, asked), here),
    }
    return rendered("citation/panel.html", context)


def _described(reading: Reading, panel: Panel) -> bytes:
    """``<meta>`` and ``<link>`` of what the panel cites."""
    tags = meta_tags(reading, text=panel.text, passage=panel.passage, target=panel.target)
    posts = signposts(reading, panel.path, file_query(panel))
    return rendered("records/described.html", {"meta_tags": tags, "signposts": posts})


def desk_of(reading: Reading, asked: Asked) -> Desk:
    """The texts chosen, laid out; raises the refusal of what there is not."""
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


def _desk_context(reading: Reading, asked: Asked, desk: Desk) -> dict[str, Any]:
    standing = reading.standing
    return {
        "standing": standing,
        "record": reading.content.record,
        "desk": desk,
        "page_images": page_images(standing, desk),
        "single": asked.key is not None,
        "collation": collation(reading, [c.key for c in desk.columns], most=MOST),
        "font_scripts": scripts_of(column.language for column in desk.columns),
        "desk_path": record_path(standing.record_id, standing.number),
        **_says(),
    }


def address_of(standing: Standing, asked: Asked) -> Address:
    """What the address says on its page."""
    if asked.key is not None and asked.number is not None:
        path = text_path(asked.record_id, asked.number, asked.key)
    else:
        path = record_path(asked.record_id, asked.number)
    return Address(asked.number, absolute(path), record_path(standing.record_id, asked.number))


def _page_path(standing: Standing, asked: Asked) -> str:
    """Of the edition, or of one text of it."""
    if asked.key is not None:
        return text_path(standing.record_id, standing.number, asked.key)
    return record_path(standing.record_id, standing.number)


def _data_path(standing: Standing) -> str:
    return record_path(standing.record_id, standing.number).rstrip("/")


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
