"""What the texts of each row say, compared: figures, dates, known names; words in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from archive.editions.apparatus import (
    ComparisonContent,
    StretchContent,
    VoteContent,
    WordingContent,
)
from archive.editions.content import Content
from archive.editions.document import TextDocument
from archive.editions.shown import Shown, Side
from archive.editions.words import compare_words
from archive.parallel import Comparison, NameForms, Row, collate, vote


def comparisons(
    content: Content, aligned: Sequence[Row], texts: Shown
) -> Iterator[ComparisonContent]:
    """Everything compared, pair by pair of the texts, in the order of the rows."""
    known = _names(content)
    for left, right in combinations(content.record.texts, 2):
        yield from _compared(content.record.date, known, (left, right), aligned, texts)


def _compared(
    date: str | None,
    known: Sequence[NameForms],
    pair: tuple[TextDocument, TextDocument],
    aligned: Sequence[Row],
    texts: Shown,
) -> Iterator[ComparisonContent]:
    left, right = pair
    sides = [(Side.of(row, left.key, texts), Side.of(row, right.key, texts)) for row in aligned]
    wordings = [("", ""), *((ours.wording, theirs.wording) for ours, theirs in sides), ("", "")]
    for index, (ours, theirs) in enumerate(sides):
        if not ours.wording or not theirs.wording:
            continue
        found = collate(
            ours.wording,
            theirs.wording,
            left.language,
            right.language,
            date=date,
            names=known,
            before=wordings[index],
            after=wordings[index + 2],
        )
        yield from (_comparison(line, index, ours, theirs) for line in found)


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


def wordings(content: Content, aligned: Sequence[Row], texts: Shown) -> Iterator[WordingContent]:
    """Word by word, every pair of texts in one language; rows that agree are left out."""
    for left, right in combinations(content.record.texts, 2):
        if left.language.partition("-")[0] != right.language.partition("-")[0]:
            continue
        for index, row in enumerate(aligned):
            ours, theirs = Side.of(row, left.key, texts), Side.of(row, right.key, texts)
            if ours.wording and theirs.wording and ours.wording != theirs.wording:
                yield _wording(index, ours, theirs)


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


def votes(content: Content, aligned: Sequence[Row], texts: Shown) -> Iterator[VoteContent]:
    """Where three or more texts of a row are not agreed. A text is read in its own language."""
    languages = {text.key: text.language for text in content.record.texts}
    for index, row in enumerate(aligned):
        if len(row.cells) < 3:
            continue
        sides = {_voter(key, languages[key]): Side.of(row, key, texts) for key in row.cells}
        for found in vote({voter: side.wording for voter, side in sides.items()}):
            yield VoteContent(
                kind=found.kind,
                row=index,
                spans={sides[voter].key: sides[voter].span(span) for voter, span in found.spans},
                value=found.value,
                odd=sides[found.odd].key if found.odd else None,
            )


def _voter(key: str, language: str) -> str:
    """``vote`` reads a text in the language with which its key begins."""
    tongue = language.partition("-")[0]
    return key if key.partition("-")[0] == tongue else f"{tongue}-{key}"
