"""An edition and its apparatus laid out on facing pages: columns, rows, marks.

What a page, the admin's preview and print show. Pure: a ``Reading`` in, frozen values out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from archive.desk.labels import Lineage, date_words, lineage, origin_line, short_label
from archive.desk.marks import DifferenceMark, Summary, difference_marks, highlights, summary
from archive.desk.wording import Highlight, Notes, wording
from archive.editions.apparatus import RowContent
from archive.editions.content import Content, PassageContent
from archive.editions.document import TextDocument
from archive.editions.reading import Reading
from archive.texts.languages import direction, language_name
from archive.texts.markup import Block, BlockKind, blocks, definitions

#: A row whose passages the aligner was less sure of than this looks unsure.
UNSURE_BELOW = 0.5


class NoSuchText(ValueError):
    """The address names a text that this edition does not have."""

    def __init__(self, key: str, keys: Sequence[str]) -> None:
        super().__init__(f"This edition has no text “{key}”. It has: {', '.join(keys) or 'none'}.")
        self.key = key


@dataclass(frozen=True, slots=True)
class TextChoice:
    """A text as the chooser offers it. ``opens`` is the day a withheld text opens, else None."""

    key: str
    language: str
    direction: str
    label: str
    own_name: str
    origin: str
    opens: date | None


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage ready to be shown. ``kind`` with hyphens serves as its class."""

    id: str
    number: int
    kind: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Cell:
    """One text's side of a row; no passages where the row is another text's alone."""

    text: TextChoice
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that render each other, a cell for each column.

    ``only`` names the one text that has this row, where the others have none; ``hand`` says who
    writes from here on, where another hand begins; ``unsure`` where the aligner was.
    """

    cells: tuple[Cell, ...]
    differences: tuple[DifferenceMark, ...]
    only: str
    hand: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """The texts side by side. ``columns`` are those chosen, left first; none where no text is
    held; ``choices`` are all texts; ``compared`` is None unless two texts are shown."""

    choices: tuple[TextChoice, ...]
    columns: tuple[TextChoice, ...]
    rows: tuple[Row, ...]
    lineage: tuple[Lineage, ...]
    compared: Summary | None

    @property
    def swapped(self) -> str:
        """The query that shows the same texts the other way round."""
        left, right = (column.key for column in self.columns[:2])
        also = "".join(f"&also={column.key}" for column in self.columns[2:])
        return f"?left={right}&right={left}{also}"


def lay_out(
    reading: Reading, left: str | None = None, right: str | None = None, also: Sequence[str] = ()
) -> Desk:
    """Facing pages of these texts, by key; None lets the archive choose.

    The same key twice, or one text in all, gives one column. Raises ``NoSuchText``.
    """
    content = reading.content
    choices = tuple(_choice(reading, text) for text in content.record.texts)
    columns = _columns(choices, left, right, also)
    pair = [column.key for column in columns[:2]]
    shown = difference_marks(reading, *pair) if len(pair) == 2 else ()
    views = {column.key: _passages(content, column, highlights(shown)) for column in columns}
    return Desk(
        choices=choices,
        columns=columns,
        rows=tuple(_rows(reading, columns, views, shown)),
        lineage=lineage(content),
        compared=summary(shown) if len(pair) == 2 else None,
    )


def _choice(reading: Reading, text: TextDocument) -> TextChoice:
    return TextChoice(
        key=text.key,
        language=text.language,
        direction=direction(text.language, text.body[:2000]),
        label=short_label(reading.content, text),
        own_name=language_name(text.language, in_="self"),
        origin=origin_line(reading.content, text),
        opens=reading.standing.withheld.text(text.key),
    )


def _columns(
    choices: tuple[TextChoice, ...], left: str | None, right: str | None, also: Sequence[str]
) -> tuple[TextChoice, ...]:
    by_key = {choice.key: choice for choice in choices}
    for key in (left, right, *also):
        if key is not None and key not in by_key:
            raise NoSuchText(key, list(by_key))
    if not choices:
        return ()
    first = left or _first(choices, right)
    others = [key for key in by_key if key != first]
    second = right or (others[0] if others else first)
    return tuple(by_key[key] for key in dict.fromkeys((first, second, *also)))


def _first(choices: tuple[TextChoice, ...], right: str | None) -> str:
    """The English text where there is one, else the first; never the one already on the right."""
    free = [choice for choice in choices if choice.key != right] or list(choices)
    english = [choice for choice in free if choice.language.split("-")[0] == "en"]
    return (english or free)[0].key


def _passages(
    content: Content, column: TextChoice, marks: dict[str, list[Highlight]]
) -> dict[str, PassageView]:
    text = content.record.text(column.key)
    passages = content.passages.get(column.key, ())
    body = text.body if text else ""
    by_start = {block.start: block for block in blocks(body)}
    notes = _notes(body, passages)
    return {
        passage.id: PassageView(
            id=passage.id,
            number=passage.number,
            kind=passage.kind.replace(" ", "-"),
            html=wording(
                body, _block(passage, by_start), notes, marks.get(f"{column.key} {passage.id}", [])
            ),
        )
        for passage in passages
    }


def _block(passage: PassageContent, by_start: dict[int, Block]) -> Block:
    return by_start.get(passage.start) or Block(
        passage.number, BlockKind.PARAGRAPH, passage.start, passage.end
    )


def _notes(body: str, passages: Sequence[PassageContent]) -> Notes:
    by_number = {passage.number: passage.id for passage in passages}
    return Notes(
        {note.label: by_number[note.block] for note in definitions(body)} if passages else {}
    )


def _rows(
    reading: Reading,
    columns: tuple[TextChoice, ...],
    views: dict[str, dict[str, PassageView]],
    shown: Sequence[DifferenceMark],
) -> list[Row]:
    hands = _hands(reading.content, columns)
    rows = []
    for index, row in _aligned(reading, columns):
        cells = tuple(
            Cell(column, tuple(views[column.key][pid] for pid in row.cells.get(column.key, ())))
            for column in columns
        )
        filled = [cell for cell in cells if cell.passages]
        begun = [hands.pop(view.id) for c in cells for view in c.passages if view.id in hands]
        rows.append(
            Row(
                cells=cells,
                differences=tuple(mark for mark in shown if mark.row == index),
                only=filled[0].text.label if len(filled) == 1 and len(cells) > 1 else "",
                hand=begun[0] if begun else "",
                unsure=len(filled) > 1 and row.confidence < UNSURE_BELOW,
            )
        )
    return rows


def _aligned(reading: Reading, columns: tuple[TextChoice, ...]) -> list[tuple[int, RowContent]]:
    """The rows of the apparatus that hold anything of these columns; of one text alone, a row
    for each passage."""
    if len(columns) == 1:
        key = columns[0].key
        passages = reading.content.passages.get(key, ())
        return [(n, RowContent(cells={key: (p.id,)})) for n, p in enumerate(passages)]
    return [
        (index, row)
        for index, row in enumerate(reading.apparatus.rows)
        if any(row.cells.get(column.key) for column in columns)
    ]


def _hands(content: Content, columns: tuple[TextChoice, ...]) -> dict[str, str]:
    """Who begins to write at which passage: ``Mao Zedong, January 25, 1950``."""
    begun: dict[str, str] = {}
    for column in columns:
        text = content.record.text(column.key)
        passages = content.passages.get(column.key, ())
        for hand in text.hands if text else ():
            if hand.first <= len(passages):
                words = [hand.name, date_words(hand.date)]
                begun[passages[hand.first - 1].id] = ", ".join(word for word in words if word)
    return begun
