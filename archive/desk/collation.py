"""The collation table: every figure, date and known name of each row, in each text shown.

Pure: a ``Reading`` and text keys in, frozen values out. Page, print and the CSV show the same lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from archive.desk.labels import and_list, short_label
from archive.editions.apparatus import ComparisonContent, RowContent, SpanContent, VoteContent
from archive.editions.content import Content
from archive.editions.document import VerdictDocument
from archive.editions.judged import Verdicts, span_words
from archive.editions.reading import Reading
from archive.texts.languages import direction

#: Lines beyond which the table is closed until a reader opens it.
LONG = 40

#: Lines beyond which a page lists only those that do not agree.
MOST = 400

Sign = Literal["=", "≠", ""]

KINDS = {"number": "figure", "date": "date", "name": "name"}


@dataclass(frozen=True, slots=True)
class Column:
    """A text of the table. ``language`` and ``direction`` are those of its words."""

    key: str
    label: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage by its id ("p11") and the number that readers cite."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class Mention:
    """What one text says: its ``words`` as they stand, and the ``value`` read there, a name as the
    record spells it. ``plain``: the words show the value themselves, or it has no year to be read with."""

    words: str
    value: str
    paragraph: Paragraph
    plain: bool

    @property
    def lettered(self) -> bool:
        """The words have letters, and so a language and a direction."""
        return any(character.isalpha() for character in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing compared. ``mentions`` stand in the order of the columns, None where a text does
    not say it. ``sign`` is empty where it neither agrees nor plainly differs; ``result`` says all
    in words. ``odd`` is the key of the text that the others outvote."""

    kind: str
    mentions: tuple[Mention | None, ...]
    sign: Sign
    result: str
    odd: str
    verdicts: tuple[VerdictDocument, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one row of the desk, its number counted from 1, and its passages by column."""

    row: int
    paragraphs: tuple[tuple[Paragraph, ...], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """Two or more texts compared. ``counted`` says how many lines have each sign; ``partial``
    that ``groups`` hold only those that do not agree. ``shared`` counts the rows that two of the
    texts have, ``alone`` those that one has alone: they are not compared. ``worded``: texts in one
    language, whose words are compared too, elsewhere."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    counted: Mapping[Sign, int]
    partial: bool
    shared: int
    alone: int
    worded: bool

    @property
    def total(self) -> int:
        """How many lines there are, listed or not."""
        return sum(self.counted.values())

    @property
    def long(self) -> bool:
        """Too long to stand open under the texts."""
        return self.total > LONG

    def count(self, sign: Sign) -> int:
        """How many lines have that sign."""
        return self.counted.get(sign, 0)


def collation(
    reading: Reading, keys: Sequence[str], *, most: int | None = None
) -> Collation | None:
    """These texts collated, in that order; those that are withheld are left out. None where fewer
    than two are left. Of more than ``most`` lines only those that do not agree are made out."""
    withheld = reading.standing.withheld
    open_keys = [key for key in dict.fromkeys(keys) if not withheld.text(key)]
    columns = tuple(_column(reading.content, key) for key in open_keys)
    if len(columns) < 2:
        return None
    texts = [sum(bool(row.cells.get(key)) for key in open_keys) for row in reading.apparatus.rows]
    languages = [column.language.partition("-")[0] for column in columns]
    joined = _joined(reading, {column.key for column in columns})
    counted = Counter(each.sign for lines in joined.values() for each in lines)
    partial = most is not None and counted.total() > most
    return Collation(
        columns=columns,
        groups=tuple(_groups(reading, columns, _unlike(joined) if partial else joined)),
        counted=counted,
        partial=partial,
        shared=sum(count > 1 for count in texts),
        alone=sum(count == 1 for count in texts),
        worded=len(set(languages)) < len(languages),
    )


def _column(content: Content, key: str) -> Column:
    text = content.record.text(key)
    if text is None:
        raise ValueError(f"This edition has no text {key!r}.")
    way = direction(text.language, text.body[:2000])
    return Column(key, short_label(content, text), text.language, way)


def _joined(reading: Reading, keys: set[str]) -> Mapping[int, Sequence[_Joined]]:
    """The lines of each row of the apparatus that has any, in no order."""
    by_row = reading.apparatus.compared(keys).items()
    return {row: [each for each in _join(found) if each.spans] for row, found in by_row}


def _unlike(joined: Mapping[int, Sequence[_Joined]]) -> Mapping[int, Sequence[_Joined]]:
    unlike = ((row, [each for each in lines if each.sign != "="]) for row, lines in joined.items())
    return {row: lines for row, lines in unlike if lines}


def _groups(
    reading: Reading, columns: Sequence[Column], joined: Mapping[int, Sequence[_Joined]]
) -> Iterator[Group]:
    table = _Table.of(reading, columns)
    for row, found in joined.items():
        ordered = sorted(found, key=lambda each: [_start(each.spans.get(c.key)) for c in columns])
        yield Group(
            row=row + 1,
            paragraphs=table.paragraphs(reading.apparatus.rows[row]),
            lines=tuple(table.line(each) for each in ordered),
        )


def _start(span: SpanContent | None) -> int:
    return span.start if span else 1 << 40


#: Of words: the kind of what they say, their text, where they begin and end.
_Place = tuple[str, str, int, int]


class _Joined:
    """Comparisons of one thing in several pairs of texts; ``spans`` and ``places`` by text key."""

    __slots__ = ("found", "places", "spans")

    def __init__(self, compared: ComparisonContent) -> None:
        self.found = [compared]
        self.spans: dict[str, SpanContent] = {}
        self.places: dict[str, _Place] = {}
        for span in (compared.source, compared.target):
            if span:
                self.spans[span.text] = span
                self.places[span.text] = compared.kind, span.text, span.start, span.end

    @property
    def sign(self) -> Sign:
        """Equal where all agree, unequal where any plainly differ."""
        severities = {compared.severity for compared in self.found}
        if severities == {""}:
            return "="
        return "≠" if "flag" in severities else ""

    def takes(self, other: _Joined) -> bool:
        """No text would say two things in one line."""
        mine = self.places
        for key, place in other.places.items():  # noqa: SIM110 (half the time)
            if mine.get(key, place) != place:
                return False
        return True

    def take(self, other: _Joined) -> None:
        """Have what the other has too."""
        self.spans = {**other.spans, **self.spans}
        self.places = {**other.places, **self.places}
        self.found = [*other.found, *self.found]


def _join(found: Sequence[ComparisonContent]) -> list[_Joined]:
    """One line for what several pairs say of the same words; what agrees is joined first. A pair
    that would put two of a text's words into one line keeps a line of its own."""
    lines: dict[_Joined, None] = {}
    at: dict[_Place, _Joined] = {}
    for compared in sorted(found, key=lambda each: bool(each.severity)):
        line = _Joined(compared)
        met = {other: None for place in line.places.values() if (other := at.get(place))}
        for other in met:
            if other.takes(line):
                line.take(other)
                lines.pop(other)
        lines[line] = None
        for place in line.places.values():
            at[place] = line
    return list(lines)


@dataclass(frozen=True, slots=True)
class _Table:
    """What every line is made with."""

    content: Content
    columns: Sequence[Column]
    numbers: Mapping[str, int]
    names: Mapping[str, str]
    verdicts: Verdicts
    votes: Sequence[VoteContent]

    @classmethod
    def of(cls, reading: Reading, columns: Sequence[Column]) -> _Table:
        content = reading.content
        return cls(
            content=content,
            columns=columns,
            numbers={p.id: p.number for held in content.passages.values() for p in held},
            names={person.slug: person.name for person in content.people},
            verdicts=Verdicts(content, reading.apparatus.verdicts),
            votes=reading.apparatus.votes,
        )

    def paragraphs(self, row: RowContent) -> tuple[tuple[Paragraph, ...], ...]:
        """The row's passages in each column."""
        return tuple(
            tuple(Paragraph(pid, self.numbers[pid]) for pid in row.cells.get(column.key, ()))
            for column in self.columns
        )

    def line(self, joined: _Joined) -> Line:
        """The comparisons of one thing as a line."""
        odd = self._odd(joined)
        return Line(
            kind=KINDS[joined.found[0].kind],
            mentions=tuple(self._mention(joined, column.key) for column in self.columns),
            sign=joined.sign,
            result=self._result(joined, odd),
            odd=odd.odd or "" if odd else "",
            verdicts=tuple(filter(None, map(self.verdicts.on, joined.found))),
        )

    def _mention(self, joined: _Joined, key: str) -> Mention | None:
        span = joined.spans.get(key)
        if span is None:
            return None
        words = span_words(self.content, span)
        value = self.names.get(span.value, span.value)
        shown = "".join(c for c in words if c.isalnum()) if value.isdecimal() else words
        paragraph = Paragraph(span.passage, self.numbers[span.passage])
        return Mention(words, value, paragraph, shown == value or value.startswith("--"))

    def _odd(self, joined: _Joined) -> VoteContent | None:
        """The vote of all texts that found one of this line to be the odd one."""
        first = joined.found[0]
        for vote in self.votes:
            same = (vote.kind, vote.row) == (first.kind, first.row)
            span = joined.spans.get(vote.odd or "")
            if (
                same
                and span
                and (voted := vote.spans.get(span.text))
                and (voted.start, voted.end) == (span.start, span.end)
            ):
                return vote
        return None

    def _result(self, joined: _Joined, odd: VoteContent | None) -> str:
        if all(not compared.severity for compared in joined.found):
            return self._agreement(joined)
        if odd and odd.odd:
            return f"differ: the {self._label(odd.odd)} is the odd one of {len(odd.spans)} texts"
        return "; ".join(dict.fromkeys(self._said(c) for c in joined.found if c.severity))

    def _agreement(self, joined: _Joined) -> str:
        """That they agree, and which, where others were not compared."""
        labels = [column.label for column in self.columns if column.key in joined.spans]
        return "agree" if len(labels) in {1, len(self.columns)} else f"{and_list(labels)} agree"

    def _said(self, compared: ComparisonContent) -> str:
        """Why two texts do not agree."""
        lacking = self._label(compared.right if compared.target is None else compared.left)
        if compared.reason == "only here":
            return f"not found in the {lacking} text"
        if compared.reason == "moved":
            return f"found in a neighbouring row of the {lacking} text"
        if len(self.columns) == 2:
            return _BETWEEN[compared.reason]
        pair = and_list([self._label(compared.left), self._label(compared.right)])
        return f"{pair} {_BETWEEN[compared.reason]}"

    def _label(self, key: str) -> str:
        return next(column.label for column in self.columns if column.key == key)


_BETWEEN = {
    "differs": "differ",
    "calendar": "some days apart: perhaps two calendars",
    "unit": "perhaps converted from another unit",
}
