"""The apparatus of an edition: its texts aligned row by row, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from archive.editions.apparatus import (
    ApparatusContent,
    DifferenceContent,
    RowContent,
    SpanContent,
)
from archive.editions.content import Content, PassageContent
from archive.editions.document import TextDocument
from archive.parallel import Difference, NameForms, Row, Span, TextPassages, differences, rows
from archive.texts.markup import Block, BlockKind, blocks, plain


@dataclass(frozen=True, slots=True)
class _Shown:
    """A passage as it is shown, with each character's offset in the body."""

    id: str
    text: str
    offsets: Sequence[int]


def compare_texts(content: Content) -> ApparatusContent:
    """Rows over all texts and the differences of each pair; nothing where there is one text."""
    texts = content.record.texts
    if len(texts) < 2:
        return ApparatusContent()
    shown = {text.key: _shown(text, content.passages[text.key]) for text in texts}
    aligned = rows(
        [
            TextPassages(
                key=text.key,
                language=text.language,
                passages=tuple(passage.text for passage in shown[text.key]),
                kinds=tuple(passage.kind for passage in content.passages[text.key]),
            )
            for text in texts
        ]
    )
    return ApparatusContent(
        rows=tuple(_row(row, shown) for row in aligned),
        differences=tuple(
            difference
            for left, right in combinations(texts, 2)
            for difference in _differences(content, left, right, aligned, shown)
        ),
    )


def _shown(text: TextDocument, passages: Sequence[PassageContent]) -> list[_Shown]:
    by_start = {block.start: block for block in blocks(text.body)}
    return [
        _Shown(passage.id, *plain(text.body, by_start.get(passage.start) or _bare(passage)))
        for passage in passages
    ]


def _bare(passage: PassageContent) -> Block:
    return Block(passage.number, BlockKind.PARAGRAPH, passage.start, passage.end)


def _row(row: Row, shown: dict[str, list[_Shown]]) -> RowContent:
    return RowContent(
        cells={
            key: tuple(shown[key][index].id for index in indexes)
            for key, indexes in row.cells.items()
            if indexes
        },
        confidence=round(row.confidence, 3),
    )


def _differences(
    content: Content,
    left: TextDocument,
    right: TextDocument,
    aligned: Sequence[Row],
    shown: dict[str, list[_Shown]],
) -> Iterator[DifferenceContent]:
    known = _names(content)
    sides = [(_Side.of(row, left.key, shown), _Side.of(row, right.key, shown)) for row in aligned]
    wordings = [("", ""), *((ours.wording, theirs.wording) for ours, theirs in sides), ("", "")]
    for index, (ours, theirs) in enumerate(sides):
        if not ours.wording or not theirs.wording:
            continue
        found = differences(
            ours.wording,
            theirs.wording,
            left.language,
            right.language,
            date=content.record.date,
            names=known,
            before=wordings[index],
            after=wordings[index + 2],
        )
        for difference in found:
            yield _difference(difference, index, left.key, right.key, ours, theirs)


def _difference(
    found: Difference, row: int, left: str, right: str, ours: _Side, theirs: _Side
) -> DifferenceContent:
    return DifferenceContent(
        kind=found.kind,
        severity=found.severity,
        row=row,
        left=left,
        right=right,
        source=ours.span(left, found.source),
        target=theirs.span(right, found.target),
    )


def _names(content: Content) -> list[NameForms]:
    """The forms of the record's people, from the record and from the authority."""
    known = []
    for given, person in zip(content.record.people, content.people, strict=True):
        forms: dict[str, set[str]] = {}
        for language, form in (*given.forms.items(), *person.forms):
            forms.setdefault(language, set()).add(form)
        forms.setdefault("en", set()).update({given.name, person.name})
        ordered = {language: tuple(sorted(spelled)) for language, spelled in forms.items()}
        known.append(NameForms(key=person.slug, forms=ordered))
    return list({name.key: name for name in known}.values())


@dataclass(frozen=True, slots=True)
class _Side:
    """One text's passages of a row as one wording, a line each."""

    passages: tuple[_Shown, ...]
    wording: str

    @classmethod
    def of(cls, row: Row, key: str, shown: dict[str, list[_Shown]]) -> _Side:
        passages = tuple(shown[key][index] for index in row.cells.get(key, ()))
        return cls(passages, "\n".join(passage.text for passage in passages))

    def span(self, text: str, span: Span | None) -> SpanContent | None:
        """The span of the wording as code points of the body."""
        start = 0
        for passage in self.passages:
            end = start + len(passage.text)
            if span and start <= span.start < span.end <= end:
                return SpanContent(
                    text=text,
                    passage=passage.id,
                    start=passage.offsets[span.start - start],
                    end=passage.offsets[span.end - 1 - start] + 1,
                    value=span.value,
                )
            start = end + 1
        return None
