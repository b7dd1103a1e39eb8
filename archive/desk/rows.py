"""Rows of the desk: passages that render each other, or their sentences, a cell for each text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from archive.desk.columns import TextChoice
from archive.desk.gutter import Gutter
from archive.desk.labels import date_words
from archive.desk.passages import attribute, passage_element
from archive.desk.plans import Part, Plan
from archive.desk.scans import NO_BREAKS, Breaks
from archive.desk.stretches import Stretches
from archive.desk.wording import Notes, Piece, wording
from archive.editions.apparatus import UNSURE_BELOW
from archive.editions.content import Content, PassageContent
from archive.texts.markup import Block, BlockKind, blocks, definitions


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage, or a part of it, as the element that shows it."""

    id: str
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
    gutter: Gutter
    only: str
    hand: str
    unsure: bool


class Wordings:
    """The passages of the texts shown, as HTML."""

    def __init__(
        self,
        content: Content,
        columns: Sequence[TextChoice],
        over: Stretches,
        groups: Mapping[str, int],
        breaks: Breaks = NO_BREAKS,
    ) -> None:
        self.over, self.groups, self.breaks = over, groups, breaks.before
        self._texts = {column.key: _read(content, column, breaks) for column in columns}

    def view(self, key: str, part: Part) -> PassageView:
        """That part of a passage of the text of that key."""
        body, by_start, notes, spoken = self._texts[key]
        passage = part.passage
        piece = Piece(block_of(passage, by_start), part.start, part.end)
        written = wording(body, piece, notes, self.over.get(passage.id, ()))
        begins = self.breaks.get(passage.id, "")
        element = passage_element(part, spoken, written, self.groups.get(passage.id), begins)
        return PassageView(passage.id, Markup(element))  # noqa: S704 (escaped where it is written)


def _read(
    content: Content, column: TextChoice, breaks: Breaks
) -> tuple[str, Mapping[int, Block], Notes, str]:
    text = content.record.text(column.key)
    body = text.body if text else ""
    by_number = {passage.number: passage.id for passage in content.passages.get(column.key, ())}
    notes = {note.label: by_number[note.block] for note in definitions(body)} if by_number else {}
    by_start = {block.start: block for block in blocks(body)}
    spoken = f"{attribute('lang', column.language)}{attribute('dir', column.direction)}"
    return body, by_start, Notes(notes, breaks.within.get(column.key, {})), spoken


def block_of(passage: PassageContent, by_start: Mapping[int, Block]) -> Block:
    """The block that a passage is, among those of its body."""
    return by_start.get(passage.start) or Block(
        passage.number, BlockKind.PARAGRAPH, passage.start, passage.end
    )


_EMPTY = Gutter()


def rows(
    content: Content,
    columns: tuple[TextChoice, ...],
    plans: Sequence[Plan],
    wordings: Wordings,
    gutters: Mapping[int, Gutter],
) -> Iterator[Row]:
    """The plans made visible."""
    hands = _hands(content, columns)
    shared = _shared(plans)
    for place, plan in enumerate(plans):
        cells = tuple(
            Cell(column, tuple(wordings.view(column.key, part) for part in parts))
            for column, parts in zip(columns, plan.cells, strict=True)
        )
        filled = [cell for cell in cells if cell.passages]
        alone = len(cells) > 1 and len(filled) == 1 and plan.row not in shared
        yield Row(
            cells=cells,
            gutter=gutters.get(place, _EMPTY),
            only=filled[0].text.label if alone else "",
            hand=_begun(hands, filled) if hands else "",
            unsure=len(filled) > 1 and not plan.pinned and plan.confidence < UNSURE_BELOW,
        )


def _shared(plans: Sequence[Plan]) -> set[int]:
    """The rows that more than one text has, if not in the same of their sentences."""
    held: dict[int, int] = {}
    shared = set()
    for plan in plans:
        for column, parts in enumerate(plan.cells):
            if parts and held.setdefault(plan.row, column) != column:
                shared.add(plan.row)
    return shared


def _begun(hands: dict[str, str], filled: Sequence[Cell]) -> str:
    begun = [hands.pop(view.id) for c in filled for view in c.passages if view.id in hands]
    return begun[0] if begun else ""


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
