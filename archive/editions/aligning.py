"""The texts of an edition aligned row by row, and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from archive.editions.apparatus import (
    ApparatusContent,
    OmissionContent,
    RowContent,
    SentenceContent,
    StretchContent,
)
from archive.editions.collating import comparisons, votes, wordings
from archive.editions.content import Content
from archive.editions.document import PinDocument
from archive.editions.shown import Shown, shown, stretch_of
from archive.parallel import Lexicons, Pin, Row, TextPassages, rows
from archive.parallel.pins import Limits

Pins = dict[tuple[str, str], list[Pin]]


def compare_texts(
    content: Content, decided: Sequence[PinDocument] = (), lexicons: Lexicons | None = None
) -> ApparatusContent:
    """Rows over all texts and what was compared in each pair; none where there is one text.

    ``decided`` are the staff's pins, kept whatever the program thinks. One that cannot hold any
    longer, since its passages are gone or out of order, is passed over.
    """
    if len(content.record.texts) < 2:
        return ApparatusContent()
    texts = shown(content)
    aligned = _aligned(content, texts, decided, lexicons)
    found = tuple(_row(row, texts) for row in aligned)
    return ApparatusContent(
        rows=found,
        comparisons=tuple(comparisons(content, aligned, texts)),
        wordings=tuple(wordings(content, aligned, texts)),
        omissions=tuple(omissions(found, [text.key for text in content.record.texts])),
        votes=tuple(votes(content, aligned, texts)),
    )


def _aligned(
    content: Content, texts: Shown, decided: Sequence[PinDocument], lexicons: Lexicons | None
) -> list[Row]:
    """The rows with every pin that can hold. Pins of three texts can contradict each other in a
    way that no two of them show: then the latest give way."""
    wordings_given = [
        TextPassages(
            key=text.key,
            language=text.language,
            passages=tuple(passage.text for passage in texts[text.key]),
            kinds=tuple(passage.kind for passage in content.passages[text.key]),
        )
        for text in content.record.texts
    ]
    for count in range(len(decided), 0, -1):
        try:
            return rows(wordings_given, pins(content, decided[:count]), lexicons)
        except ValueError:
            continue
    return rows(wordings_given, None, lexicons)


def pins(content: Content, decided: Sequence[PinDocument]) -> Pins:
    """The staff's pins for each pair of texts, passages by place. Left out are those that cannot
    hold any longer: a passage is gone, passages stand apart, or an earlier pin says otherwise."""
    places = {
        passage.id: (key, place)
        for key, passages in content.passages.items()
        for place, passage in enumerate(passages)
    }
    sizes = {key: len(passages) for key, passages in content.passages.items()}
    found: Pins = {}
    for pin in decided:
        for one, other in combinations(sorted(pin.cells), 2):
            ours, theirs = _places(pin, one, places), _places(pin, other, places)
            if ours is None or theirs is None or not (ours or theirs):
                continue
            held = [*found.get((one, other), []), Pin(ours, theirs, pin.aligned)]
            if _agree(held, sizes[one], sizes[other]):
                found[one, other] = held
    return found


def _agree(held: list[Pin], ours: int, theirs: int) -> bool:
    try:
        Limits(held, ours, theirs)
    except ValueError:
        return False
    return True


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


def omissions(found: Sequence[RowContent], keys: Sequence[str]) -> Iterator[OmissionContent]:
    """Runs of two or more sentences for which another text that the row has says nothing.

    A single one is left out: of those, two in five are no omission (``parallel.md``, precision
    .57 to .82).
    """
    for row in found:
        for text in keys:
            for lacking in keys:
                if text != lacking and text in row.cells and lacking in row.cells:
                    yield from _runs(row, text, lacking)


def _runs(row: RowContent, text: str, lacking: str) -> Iterator[OmissionContent]:
    run: list[StretchContent] = []
    for group in (*row.sentences, SentenceContent(cells={text: (), lacking: ()})):
        if text in group.cells and lacking not in group.cells:
            run += group.cells[text]
        elif text in group.cells or lacking in group.cells:
            if len(run) > 1:
                yield OmissionContent(text=text, lacking=lacking, sentences=tuple(run))
            run = []
