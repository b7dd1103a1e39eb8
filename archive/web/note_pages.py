"""What the archive says of a record's texts, each verdict and variance note at its own address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from archive.desk import labels
from archive.desk.labels import short_label
from archive.desk.quoting import Quotation, quote, said_at
from archive.editions.apparatus import ComparisonContent
from archive.editions.document import VarianceDocument, VerdictDocument
from archive.editions.judged import judged_differences
from archive.editions.reading import Reading, read_standing
from archive.editions.standing import Standing
from archive.web.addresses import record_path
from archive.web.answers import Body
from archive.web.note_citing import note_citation
from archive.web.pages import page
from archive.web.refusals import Refusal, not_found

#: Places of the same words that a verdict's page quotes; of more it says how many there are.
MOST_PLACES = 5

STATES = {
    "open": "Open: the archive has not decided yet what it is.",
    "true difference": "A true difference: the texts do say different things.",
    "explained": "Explained.",
    "dismissed": "Dismissed: in the archive's judgement these words do not disagree.",
}
_NOUNS = {"number": "figures", "date": "dates", "name": "names"}


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one text that a note is about; ``words`` empty where it says nothing there."""

    label: str
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand: passages of each text, and the address of the first on the desk."""

    quotations: tuple[Quotation, ...]
    href: str


def verdict_page(standing: Standing, number: int) -> Body:
    """The page of a verdict; 404 where there is none that may be read."""
    reading = read_standing(standing)
    found = next((v for v in reading.apparatus.verdicts if v.number == number), None)
    if found is None:
        raise _none(standing, "verdict", number)
    places = _differences(reading, found)
    what = f"Verdict {number}"
    context = {
        "heading": f"{what}, on two {_NOUNS[found.kind]}",
        "verdict": found,
        "state": STATES[found.state],
        "said": tuple(_said(reading, key, words) for key, words in found.words.items()),
        "places": tuple(_place(reading, each) for each in places[:MOST_PLACES]),
        "more": max(len(places) - MOST_PLACES, 0),
        **_common(reading, what, found.by, found.at, f"verdicts/{number}/"),
    }
    return page("records/verdict.html", context, path=context["path"])


def variance_page(standing: Standing, number: int) -> Body:
    """The page of a variance note; 404 where there is none that may be read."""
    reading = read_standing(standing)
    found = next((v for v in reading.apparatus.variances if v.number == number), None)
    if found is None:
        raise _none(standing, "variance note", number)
    what = f"Variance note {number}"
    quotations = tuple(_quotations(reading, found))
    context = {
        "heading": what,
        "note": found,
        "places": (Place(quotations, _href(standing, quotations)),),
        "lost": tuple(_lost(quotations)),
        "unquoted": tuple(_unquoted(reading, found)),
        **_common(reading, what, found.by, found.at, f"notes/{number}/"),
    }
    return page("records/variance.html", context, path=context["path"])


def _none(standing: Standing, what: str, number: int) -> Refusal:
    message = f"Record {standing.record_id} shows no {what} {number}."
    if standing.withheld:
        message += " Part of its wording is withheld, and what was said of that is withheld too."
    return not_found(message, f"The record is at {record_path(standing.record_id)}.")


def _common(reading: Reading, what: str, by: str, at: datetime, rest: str) -> dict[str, Any]:
    standing = reading.standing
    path = f"{record_path(standing.record_id)}{rest}"
    return {
        "standing": standing,
        "by": by,
        "at": at,
        "path": path,
        "citation": note_citation(standing, what, by=by, at=at, path=path),
        "day": labels.day,
    }


def _said(reading: Reading, key: str, said: str) -> Said:
    text = reading.content.record.text(key)
    label = short_label(reading.content, text) if text else key
    return Said(label, text.language if text else "", said)


def _differences(reading: Reading, verdict: VerdictDocument) -> Sequence[ComparisonContent]:
    """Where the words of a verdict stand against each other today; nowhere where they changed."""
    for judged in judged_differences(reading.content, reading.apparatus):
        if judged.verdict and judged.verdict.number == verdict.number:
            return judged.places
    return ()


def _place(reading: Reading, compared: ComparisonContent) -> Place:
    """Both passages; of a text that says nothing there, its passages of the row."""
    row = reading.apparatus.rows[compared.row]
    quotations = []
    for key, span in ((compared.left, compared.source), (compared.right, compared.target)):
        ids = [span.passage] if span else row.cells.get(key, ())
        marked = [(span.start, span.end)] if span else []
        quotations.append(quote(reading.content, key, ids, marked))
    return Place(tuple(quotations), _href(reading.standing, quotations))


def _quotations(reading: Reading, note: VarianceDocument) -> Iterator[Quotation]:
    for key, ids in note.passages.items():
        said = said_at(reading.content, key, ids, note.words.get(key, ""))
        yield quote(reading.content, key, ids, said)


def _href(standing: Standing, quotations: Sequence[Quotation]) -> str:
    """The first passage there is, on a desk that shows these texts."""
    names = ("left", "right", "also")
    shown = [quotation for quotation in quotations if quotation.passages]
    keys = [f"{names[min(n, 2)]}={quotation.key}" for n, quotation in enumerate(shown)]
    fragment = f"#{shown[0].passages[0].id}" if shown else ""
    query = f"?{'&'.join(keys)}" if len(keys) > 1 else ""
    return f"{record_path(standing.record_id)}{query}{fragment}"


def _lost(quotations: Sequence[Quotation]) -> Iterator[str]:
    """Passages that the newest edition no longer has."""
    for quotation in quotations:
        yield from (f"{pid} ({quotation.label})" for pid in quotation.lost)


def _unquoted(reading: Reading, note: VarianceDocument) -> Iterator[Said]:
    """Words that no longer stand in the passages of the note."""
    for key, said in note.words.items():
        text = reading.content.record.text(key)
        held = [p for p in reading.content.passages.get(key, ()) if p.id in note.passages[key]]
        if not text or not any(said in text.body[p.start : p.end] for p in held):
            yield _said(reading, key, said)
