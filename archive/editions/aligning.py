"""The texts of an edition or a draft aligned row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import combinations, pairwise

from archive.editions.apparatus import RowContent, SentenceContent
from archive.editions.content import Content
from archive.editions.document import PinDocument
from archive.editions.program import program_of
from archive.editions.read_before import prepared
from archive.editions.shown import Shown, Side, shown, stretch_of
from archive.parallel import Lexicons, Pin, Prepared, Row, TextPassages
from archive.parallel.holding import Decision, Pins, holding


@dataclass(frozen=True)
class Alignment:
    """The texts of a content in rows: ``texts`` are their passages as shown, by key; ``aligned``
    the rows with passages by place, none where there is one text; ``program`` made them."""

    content: Content
    texts: Shown
    aligned: Sequence[Row]
    program: str

    @cached_property
    def rows(self) -> tuple[RowContent, ...]:
        """The rows as they are stored."""
        return tuple(_row(row, self.texts) for row in self.aligned)

    def side(self, row: int, key: str) -> Side:
        """One text's side of a row; empty above the first row and below the last."""
        inside = 0 <= row < len(self.aligned)
        return Side.of(self.aligned[row], key, self.texts) if inside else Side(key, (), "")

    def serves(self, content: Content) -> bool:
        """Whether that content has the same texts in the same passages."""
        return texts_of(self.content) == texts_of(content)


def texts_of(content: Content) -> tuple[object, ...]:
    """What aligning takes of a content; equal where the rows are."""
    wording = [(text.key, text.language, text.body) for text in content.record.texts]
    return wording, content.passages


def align_texts(
    content: Content, decided: Sequence[PinDocument] = (), lexicons: Lexicons | None = None
) -> Alignment:
    """Rows over all texts.

    ``decided`` are the staff's pins, kept whatever the program thinks. One that cannot hold any
    longer, since its passages are gone or out of order, or since an earlier one says otherwise, is
    passed over.
    """
    texts, program = shown(content), program_of(lexicons or {})
    if len(texts) < 2:
        return Alignment(content, texts, (), program)
    given = tuple(
        TextPassages(
            key=text.key,
            language=text.language,
            passages=tuple(passage.text for passage in texts[text.key]),
            kinds=tuple(passage.kind for passage in content.passages[text.key]),
        )
        for text in content.record.texts
    )
    held = tuple((keys, tuple(each)) for keys, each in pins(content, decided).items())
    aligned = _rows(_Given(given, program, lexicons or {}, content.record.id or ""), held)
    return Alignment(content, texts, aligned, program)


@dataclass(frozen=True, slots=True)
class _Given:
    """All but the pins that rows rest on; equal where they are. ``program`` stands for the
    lexicons too; ``record_id`` is empty where none is stored."""

    texts: tuple[TextPassages, ...]
    program: str
    lexicons: Lexicons = field(compare=False)
    record_id: str = field(compare=False)


_Held = tuple[tuple[tuple[str, str], tuple[Pin, ...]], ...]


@lru_cache(maxsize=2)
def _rows(given: _Given, held: _Held) -> Sequence[Row]:
    """Kept until others are made: who saves a pin or publishes is shown the same rows at once."""
    return tuple(_prepared(given).rows(dict(held)))


@lru_cache(maxsize=2)
def _prepared(given: _Given) -> Prepared:
    """Kept until others are: who pins rows changes the pins again and again, not the texts."""
    return prepared(given.record_id, given.texts, given.lexicons)


def pins(content: Content, decided: Sequence[PinDocument]) -> Pins:
    """The staff's pins for each pair of texts, passages by place; those that can hold."""
    sizes = {text.key: len(content.passages[text.key]) for text in content.record.texts}
    return holding(sizes, list(_placed(content, decided)))


def _placed(content: Content, decided: Sequence[PinDocument]) -> Iterator[Decision]:
    """Each pin for each two of its texts, where its passages are there and stand together."""
    places = {
        passage.id: (key, place)
        for key, passages in content.passages.items()
        for place, passage in enumerate(passages)
    }
    for pin in decided:
        for one, other in combinations(sorted(pin.cells), 2):
            ours, theirs = _places(pin, one, places), _places(pin, other, places)
            if ours is not None and theirs is not None and (ours or theirs):
                yield one, other, Pin(ours, theirs, pin.aligned)


def _places(
    pin: PinDocument, key: str, places: Mapping[str, tuple[str, int]]
) -> tuple[int, ...] | None:
    """The places of a pin's passages in a text; None where it no longer holds there."""
    named = [places.get(passage) for passage in pin.cells[key]]
    held = sorted(place for text, place in filter(None, named) if text == key)
    broken = any(after != before + 1 for before, after in pairwise(held))
    return None if len(held) < len(named) or (pin.aligned and broken) else tuple(held)


def _row(row: Row, texts: Shown) -> RowContent:
    return RowContent(
        cells={
            key: tuple(texts[key][index].id for index in indexes)
            for key, indexes in row.cells.items()
            if indexes
        },
        confidence=round(row.confidence, 3),
        pinned=row.pinned,
        sentences=tuple(
            SentenceContent(
                cells={
                    key: tuple(stretch_of(texts, key, stretch) for stretch in stretches)
                    for key, stretches in group.cells.items()
                },
                confidence=round(group.confidence, 3),
            )
            for group in row.sentences
        ),
    )
