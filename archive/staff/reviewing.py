"""The differences of a record's newest edition, laid out for whoever judges them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from archive.desk.quoting import Quotation, Stretch, said_at
from archive.editions import apparatus
from archive.editions.apparatus import ApparatusContent, ComparisonContent, SpanContent
from archive.editions.content import Content
from archive.editions.document import VarianceDocument, VerdictDocument
from archive.editions.judged import JudgedDifference, adrift, judged_differences
from archive.editions.models import Apparatus, Availability
from archive.staff.excerpts import TextName, side, text_names

#: Why two texts do not agree, in words, by the reason that the program gives.
REASONS = {
    "differs": "the texts say different things",
    "only here": "one text alone says it",
    "moved": "found in a row next door",
    "calendar": "perhaps two calendars",
    "unit": "perhaps converted units",
}
KINDS = {"number": "Figure", "date": "Date", "name": "Name"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a difference stands: its row (from 1), and both sides, first cut, then whole."""

    row: int
    reason: str
    left: Quotation
    right: Quotation
    whole: tuple[Quotation, Quotation]

    @property
    def passage(self) -> str:
        """The passage by which readers come to it."""
        shown = (*self.left.passages, *self.right.passages)
        return next((passage.id for passage in shown if passage.marked), "")

    @property
    def cut(self) -> bool:
        """Whether the whole row says more than is shown at first."""
        return self.left.cut or self.right.cut


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one text; ``words`` is empty where it says nothing."""

    text: TextName
    words: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A difference as it is judged: what stands against what, and where."""

    difference: JudgedDifference
    kind: str
    sides: tuple[Said, Said]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Adrift:
    """A verdict on words that no longer stand against each other."""

    verdict: VerdictDocument
    kind: str
    sides: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A variance note, with the passages that it is tied to."""

    note: VarianceDocument
    sides: tuple[tuple[Quotation, str], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything to be judged of one edition."""

    edition: int
    published_at: datetime
    content: Content
    apparatus: ApparatusContent
    texts: dict[str, TextName]
    differences: tuple[Reviewed, ...]
    adrift: tuple[Adrift, ...]
    notes: tuple[Written, ...]

    @property
    def open_count(self) -> int:
        """How many nobody has judged."""
        return sum(each.difference.state == "open" for each in self.differences)


def review(standing: Availability) -> Review:
    """The newest edition of a published record. One query. The wording is whole: an embargo does
    not bind the staff."""
    stored = Apparatus.objects.filter(edition=standing.newest_id).values_list("stored", flat=True)
    found = stored.first()
    return lay_out(standing, apparatus.decode(found) if found else ApparatusContent())


def lay_out(standing: Availability, compared: ApparatusContent) -> Review:
    """That edition with this apparatus."""
    content = standing.newest.content
    texts = text_names(content)
    return Review(
        edition=standing.newest.number,
        published_at=standing.newest.published_at,
        content=content,
        apparatus=compared,
        texts=texts,
        differences=tuple(
            _reviewed(content, compared, texts, each)
            for each in judged_differences(content, compared)
        ),
        adrift=tuple(_adrift(texts, verdict) for verdict in adrift(content, compared)),
        notes=tuple(_written(content, texts, note) for note in compared.variances),
    )


def _reviewed(
    content: Content,
    compared: ApparatusContent,
    texts: dict[str, TextName],
    difference: JudgedDifference,
) -> Reviewed:
    left, right = difference.left, difference.right
    return Reviewed(
        difference=difference,
        kind=KINDS[difference.kind],
        sides=(
            Said(texts[left], difference.words[left]),
            Said(texts[right], difference.words[right]),
        ),
        places=tuple(_place(content, compared, texts, each) for each in difference.places),
    )


def _place(
    content: Content,
    compared: ApparatusContent,
    texts: dict[str, TextName],
    place: ComparisonContent,
) -> Place:
    cells = compared.rows[place.row].cells
    asked = ((place.left, place.source), (place.right, place.target))

    def sides(*, whole: bool) -> Iterator[Quotation]:
        for key, span in asked:
            yield side(content, texts[key], cells.get(key, ()), _marked(span), whole=whole)

    left, right = sides(whole=False)
    first, second = sides(whole=True)
    return Place(
        place.row + 1, REASONS.get(place.reason, place.reason), left, right, (first, second)
    )


def _marked(span: SpanContent | None) -> list[Stretch]:
    return [(span.start, span.end)] if span else []


def _adrift(texts: dict[str, TextName], verdict: VerdictDocument) -> Adrift:
    return Adrift(
        verdict,
        KINDS[verdict.kind],
        tuple(Said(named(texts, key), words) for key, words in verdict.words.items()),
    )


def named(texts: dict[str, TextName], key: str) -> TextName:
    """A text by key; one that the edition no longer has goes by its key."""
    return texts.get(key) or TextName(key, key, "und", "auto")


def _written(content: Content, texts: dict[str, TextName], note: VarianceDocument) -> Written:
    sides = []
    for key, ids in note.passages.items():
        said = note.words.get(key, "")
        sides.append(
            (side(content, named(texts, key), ids, said_at(content, key, ids, said)), said)
        )
    return Written(note, tuple(sides))
