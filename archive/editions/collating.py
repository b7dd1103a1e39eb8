"""What the texts of each row say, compared: figures, dates, known names; words in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from archive.editions.aligning import Alignment
from archive.editions.apparatus import (
    ApparatusContent,
    ComparisonContent,
    OmissionContent,
    RowContent,
    SentenceContent,
    StretchContent,
    VoteContent,
    WordingContent,
)
from archive.editions.content import Content
from archive.editions.document import TextDocument
from archive.editions.earlier import Earlier, Pair, nearby
from archive.editions.shown import Side
from archive.editions.words import compare_words
from archive.parallel import Comparison, NameForms, collate, vote


def collated(alignment: Alignment, earlier: Earlier | None = None) -> ApparatusContent:
    """The rows and everything compared in them, pair by pair of the texts, in the order of the
    rows. What an ``earlier`` apparatus says of rows that are the same is taken over."""
    rows = alignment.rows
    known = earlier or Earlier(ApparatusContent())
    texts = alignment.content.record.texts
    return ApparatusContent(
        rows=rows,
        comparisons=tuple(_comparisons(alignment, known)),
        wordings=tuple(_wordings(alignment, known)),
        omissions=tuple(omissions(rows, [text.key for text in texts])),
        votes=tuple(_votes(alignment, known)),
    )


def _comparisons(alignment: Alignment, earlier: Earlier) -> Iterator[ComparisonContent]:
    names = names_of(alignment.content)
    for left, right in combinations(alignment.content.record.texts, 2):
        pair = left.key, right.key
        for row, near in enumerate(nearby(alignment.rows, pair)):
            if all(near[1]):
                known = earlier.comparisons(pair, near, row)
                yield from (
                    _compared(alignment, (left, right), names, row) if known is None else known
                )


def _compared(
    alignment: Alignment,
    pair: tuple[TextDocument, TextDocument],
    names: Sequence[NameForms],
    row: int,
) -> Iterator[ComparisonContent]:
    left, right = pair
    ours, theirs = (alignment.side(row, text.key) for text in pair)
    before, after = (
        (alignment.side(door, left.key).wording, alignment.side(door, right.key).wording)
        for door in (row - 1, row + 1)
    )
    found = collate(
        ours.wording,
        theirs.wording,
        left.language,
        right.language,
        date=alignment.content.record.date,
        names=names,
        before=before,
        after=after,
    )
    return (_comparison(line, row, ours, theirs) for line in found)


def _comparison(line: Comparison, row: int, ours: Side, theirs: Side) -> ComparisonContent:
    return ComparisonContent(
        kind=line.kind,
        severity=line.difference.severity if line.difference else "",
        reason=line.difference.reason if line.difference else "",
        row=row,
        left=ours.key,
        right=theirs.key,
        source=ours.span(line.source),
        target=theirs.span(line.target),
    )


def names_of(content: Content) -> list[NameForms]:
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


def _wordings(alignment: Alignment, earlier: Earlier) -> Iterator[WordingContent]:
    """Word by word, every pair of texts in one language; rows that agree are left out."""
    for left, right in combinations(alignment.content.record.texts, 2):
        if left.language.partition("-")[0] != right.language.partition("-")[0]:
            continue
        pair = left.key, right.key
        for row, near in enumerate(nearby(alignment.rows, pair)):
            if all(near[1]):
                known = earlier.wordings(pair, near, row)
                yield from _worded(alignment, pair, row) if known is None else known


def _worded(alignment: Alignment, pair: Pair, row: int) -> Iterator[WordingContent]:
    ours, theirs = (alignment.side(row, key) for key in pair)
    if ours.wording and theirs.wording and ours.wording != theirs.wording:
        yield _wording(row, ours, theirs)


def _wording(row: int, ours: Side, theirs: Side) -> WordingContent:
    removed: list[StretchContent] = []
    added: list[StretchContent] = []
    old = new = 0
    for piece in compare_words(ours.wording, theirs.wording):
        size = len(piece.text)
        if piece.change != "added":
            removed += ours.stretches(old, old + size) if piece.change == "removed" else ()
            old += size
        if piece.change != "removed":
            added += theirs.stretches(new, new + size) if piece.change == "added" else ()
            new += size
    return WordingContent(
        row=row, left=ours.key, right=theirs.key, source=tuple(removed), target=tuple(added)
    )


def _votes(alignment: Alignment, earlier: Earlier) -> Iterator[VoteContent]:
    for row, content in enumerate(alignment.rows):
        if len(content.cells) > 2:
            known = earlier.votes(content, row)
            yield from _voted(alignment, row) if known is None else known


def _voted(alignment: Alignment, row: int) -> Iterator[VoteContent]:
    """Where three or more texts of a row are not agreed. A text is read in its own language."""
    languages = {text.key: text.language for text in alignment.content.record.texts}
    keys = alignment.aligned[row].cells
    sides = {_voter(key, languages[key]): alignment.side(row, key) for key in keys}
    for found in vote({voter: side.wording for voter, side in sides.items()}):
        yield VoteContent(
            kind=found.kind,
            row=row,
            spans={sides[voter].key: sides[voter].span(span) for voter, span in found.spans},
            value=found.value,
            odd=sides[found.odd].key if found.odd else None,
        )


def _voter(key: str, language: str) -> str:
    """``vote`` reads a text in the language with which its key begins."""
    tongue = language.partition("-")[0]
    return key if key.partition("-")[0] == tongue else f"{tongue}-{key}"


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
