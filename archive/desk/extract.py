"""Chosen passages of one text and what faces them in another, for a page that holds several records.

Nothing in it has an id or leads anywhere: the same passage may stand on the page twice. Figures,
dates and names that differ are marked as on the desk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from archive.desk.columns import Grain, TextChoice, choices
from archive.desk.marks import marks
from archive.desk.plans import Part, Plan, plans
from archive.desk.rows import block_of
from archive.desk.stretches import Stretches, words_over
from archive.desk.wording import Notes, Piece, wording
from archive.editions.reading import Reading
from archive.texts.markup import Block, blocks

_NO_NOTES = Notes({})


@dataclass(frozen=True, slots=True)
class ExtractPassage:
    """A passage, or a part of it. ``number`` is that in the margin of its text, None in a part that
    does not begin it; ``kind`` with hyphens serves as its class."""

    id: str
    number: int | None
    kind: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Extract:
    """``columns`` are the texts, one or two. A row has a cell for each of them, empty where another
    text alone has the row."""

    columns: tuple[TextChoice, ...]
    rows: tuple[tuple[tuple[ExtractPassage, ...], ...], ...]

    def passages(self, column: int) -> tuple[str, ...]:
        """The ids of the passages of a column, each once, in its order."""
        return tuple(dict.fromkeys(p.id for row in self.rows for p in row[column]))


def extract(
    reading: Reading, keys: Sequence[str], passages: Collection[str], grain: Grain
) -> Extract:
    """These passages of the first of these texts, all of it where none is named, and what faces
    them in the second."""
    offered = {choice.key: choice for choice in choices(reading)}
    compared = marks(reading, keys if len(keys) > 1 else ())
    written = _Written(reading, words_over(reading, keys, compared.words, ()))
    return Extract(
        columns=tuple(offered[key] for key in keys),
        rows=tuple(
            tuple(
                tuple(written.passage(key, part) for part in cell)
                for key, cell in zip(keys, plan.cells, strict=True)
            )
            for plan in _chosen(plans(reading, keys, grain), passages)
        ),
    )


def _chosen(found: Sequence[Plan], passages: Collection[str]) -> Iterator[Plan]:
    """The rows of the passages named, with what the other text alone has of them. Without any all
    rows, but for those at either end that the other text alone has."""
    if passages:
        named = {plan.row for plan in found if _holds(plan, passages)}
        yield from (p for p in found if p.row in named and (_holds(p, passages) or not p.cells[0]))
        return
    filled = [place for place, plan in enumerate(found) if plan.cells[0]]
    if filled:
        yield from found[filled[0] : filled[-1] + 1]


def _holds(plan: Plan, passages: Collection[str]) -> bool:
    return any(part.passage.id in passages for part in plan.cells[0])


class _Written:
    """The wording of an edition's texts."""

    def __init__(self, reading: Reading, over: Stretches) -> None:
        self._over = over
        self._bodies = {text.key: text.body for text in reading.content.record.texts}
        self._blocks: dict[str, dict[int, Block]] = {}

    def passage(self, key: str, part: Part) -> ExtractPassage:
        """A part of a passage of that text."""
        body = self._bodies[key]
        by_start = self._blocks.setdefault(key, {b.start: b for b in blocks(body)})
        piece = Piece(block_of(part.passage, by_start), part.start, part.end)
        written = wording(body, piece, _NO_NOTES, self._over.get(part.passage.id, ()))
        return ExtractPassage(
            id=part.passage.id,
            number=part.passage.number if part.first else None,
            kind=part.passage.kind.replace(" ", "-"),
            html=Markup(written.html),  # noqa: S704 (escaped where it is written)
        )
