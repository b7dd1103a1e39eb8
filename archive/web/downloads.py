"""A record as a file: the endings of ``/records/<id>.<format>`` and what makes each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from archive.citation import CitationRefused
from archive.citation import formats as citations
from archive.editions.reading import Reading, read_standing
from archive.editions.standing import Standing
from archive.exchange import record_json
from archive.web.answers import Body
from archive.web.refusals import bad_parameter, not_found


@dataclass(frozen=True, slots=True)
class Format:
    """``make`` takes a reading, the key of a text and the ids of passages to cite, each or None;
    ``type`` is the media type; ``name`` is that of the file which a browser keeps, None where it
    shows the answer."""

    type: str
    make: Callable[[Reading, str | None, str | None], bytes]
    name: Callable[[Reading, str | None, str | None], str] | None = None


def _citation(format_: citations.Format) -> Format:
    def make(reading: Reading, text: str | None, passage: str | None) -> bytes:
        return format_.write(reading, text=text, passage=passage).encode()

    if format_.media_type == "text/plain":
        return Format("text/plain; charset=utf-8", make)

    def name(reading: Reading, text: str | None, passage: str | None) -> str:
        return citations.filename(format_, reading, text=text, passage=passage)

    return Format(f"{format_.media_type}; charset=utf-8", make, name)


def _record_json(reading: Reading, text: str | None, passage: str | None) -> bytes:
    return record_json.record_json(reading)


FORMATS: Mapping[str, Format] = {
    **{ending: _citation(format_) for ending, format_ in citations.FORMATS.items()},
    "json": Format(record_json.MEDIA_TYPE, _record_json),
}


def made_as(standing: Standing, ending: str, text: str | None, passage: str | None) -> Body:
    """The edition in that format; the 404 that says which there are; 400 for a text or passage
    that it does not have."""
    chosen = FORMATS.get(ending)
    if chosen is None:
        raise not_found(
            f"Records are not given as “{ending[:40]}”.",
            f"They are given as {', '.join(FORMATS)}.",
        )
    reading = read_standing(standing)
    named = passage.split(",") if passage is not None else []
    if not all(reading.content.passage(each) for each in named):
        raise bad_parameter(
            "passage",
            passage or "",
            f"Edition {standing.number} of this record has no such passage that may be read.",
            "A passage is named as in its address: p17, several p17,p18. "
            "Or leave the parameter out.",
        )
    if text is not None and reading.content.record.text(text) is None:
        keys = ", ".join(held.key for held in reading.content.record.texts) or "none"
        message = f"Edition {standing.number} of this record has these texts: {keys}."
        raise bad_parameter("text", text, message, "Name one of them, or leave the parameter out.")
    try:
        body = chosen.make(reading, text, passage)
    except CitationRefused as refusal:
        remedy = "Cite each by itself, or leave the parameter out."
        raise bad_parameter(refusal.parameter, passage or "", refusal.why, remedy) from None
    headers: tuple[tuple[str, str], ...] = ()
    if chosen.name:
        name = chosen.name(reading, text, passage)
        headers = (("Content-Disposition", f'attachment; filename="{name}"'),)
    return Body(body, chosen.type, headers=headers)
