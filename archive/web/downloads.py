"""A record as a file: the endings of ``/records/<id>.<format>`` and what makes each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from archive.citation import CitationRefused
from archive.citation import formats as citations
from archive.citation.choosing import NAMES
from archive.citation.entry import Asked
from archive.editions.reading import Reading, read_standing
from archive.editions.standing import Standing
from archive.exchange import record_json
from archive.web.answers import Body
from archive.web.refusals import Refusal, bad_parameter, not_found


class What(NamedTuple):
    """What a file is to cite: the key of a text and the ids of passages, each or None; or their
    archival document ("document") or printed source ("print")."""

    text: str | None = None
    passage: str | None = None
    target: str = "text"

    @property
    def asked(self) -> Asked:
        return {"text": self.text, "passage": self.passage, "target": self.target}


@dataclass(frozen=True, slots=True)
class Format:
    """``type`` is the media type; ``name`` is that of the file which a browser keeps, None where it
    shows the answer."""

    type: str
    make: Callable[[Reading, What], bytes]
    name: Callable[[Reading, What], str] | None = None


def _citation(format_: citations.Format) -> Format:
    def make(reading: Reading, what: What) -> bytes:
        return format_.write(reading, **what.asked).encode()

    if format_.media_type == "text/plain":
        return Format("text/plain; charset=utf-8", make)

    def name(reading: Reading, what: What) -> str:
        return citations.filename(format_, reading, **what.asked)

    return Format(f"{format_.media_type}; charset=utf-8", make, name)


def _record_json(reading: Reading, what: What) -> bytes:
    return record_json.record_json(reading)


FORMATS: Mapping[str, Format] = {
    **{ending: _citation(format_) for ending, format_ in citations.FORMATS.items()},
    "json": Format(record_json.MEDIA_TYPE, _record_json),
}


def made_as(standing: Standing, ending: str, what: What) -> Body:
    """The edition in that format; the 404 that says which there are; 400 for a text, passage or
    target that it does not have."""
    chosen = FORMATS.get(ending)
    if chosen is None:
        raise not_found(
            f"Records are not given as “{ending[:40]}”.",
            f"They are given as {', '.join(FORMATS)}.",
        )
    reading = read_standing(standing)
    _check(reading, what)
    try:
        body = chosen.make(reading, what)
    except CitationRefused as refusal:
        raise _unanswered(refusal, what) from None
    headers: tuple[tuple[str, str], ...] = ()
    if chosen.name:
        name = chosen.name(reading, what)
        headers = (("Content-Disposition", f'attachment; filename="{name}"'),)
    return Body(body, chosen.type, headers=headers)


def _check(reading: Reading, what: What) -> None:
    """Raises the 400 for a passage or text that the edition does not have."""
    number = reading.standing.number
    named = NAMES.split(what.passage) if what.passage is not None else []
    if not all(reading.content.passage(each.strip()) for each in named):
        raise bad_parameter(
            "passage",
            what.passage or "",
            f"Edition {number} of this record has no such passage that may be read.",
            "A passage is named as in its address: p17, several p17,p20-p24. "
            "Or leave the parameter out.",
        )
    if what.text is not None and reading.content.record.text(what.text) is None:
        keys = ", ".join(held.key for held in reading.content.record.texts) or "none"
        message = f"Edition {number} of this record has these texts: {keys}."
        remedy = "Name one of them, or leave the parameter out."
        raise bad_parameter("text", what.text, message, remedy)


def _unanswered(refusal: CitationRefused, what: What) -> Refusal:
    if refusal.parameter == "target":
        remedy = "Write document or print, or leave the parameter out."
        return bad_parameter("cite", what.target, refusal.why, remedy)
    remedy = "Cite each by itself, or leave the parameter out."
    return bad_parameter(refusal.parameter, what.passage or "", refusal.why, remedy)
