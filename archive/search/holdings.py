"""What of a holding can be found, and under which archive it is counted."""

from __future__ import annotations

from collections.abc import Iterator

from archive.editions.content import (
    Content,
    HoldingContent,
    RepositoryContent,
    ShelfmarkContent,
)
from archive.editions.document import HoldingDocument, names
from archive.records.shelfmark_rules import PARTS
from archive.search.fields import LABELLED


def wordings(content: Content, index: int, held: HoldingDocument) -> Iterator[str]:
    """The shelfmark in every spelling, as received too, and the archive under all its names."""
    yield held.as_given
    if isinstance(held.reference, str):
        yield held.reference
    if held.repository:
        for name in names([held.repository]):
            yield from (name.name, *name.forms.values())
    if index < len(content.holdings):
        read = content.holdings[index]
        if read.shelfmark:
            yield from _spelled(read.shelfmark)
        if read.repository:
            yield from _called(read.repository)


def _spelled(shelfmark: ShelfmarkContent) -> Iterator[str]:
    """As displayed, and each part under each of its names (fond, f, фонд, ф).

    ``n`` and ``no`` stand with them, since Russian files write Ф N 45.
    """
    yield shelfmark.display
    labels = {part.key: part.labels for part in PARTS[shelfmark.system]}
    for part, value in shelfmark.parts:
        yield f"{' '.join(labels.get(part, (part,)))} {value}"
    if shelfmark.parts:
        yield "n no"


def _called(repository: RepositoryContent) -> Iterator[str]:
    yield from (repository.name, repository.abbreviation, repository.town)
    yield from (repository.own_name, repository.own_abbreviation)


def facet(holding: HoldingContent) -> str | None:
    """The archive's slug and label; None where the holding is no archive's."""
    repository = holding.repository
    if repository is None:
        return None
    label = repository.abbreviation or repository.name
    if repository.town:
        label += f", {repository.town}"
    return f"{repository.slug}{LABELLED}{label}"


def shown(content: Content) -> tuple[str, ...]:
    """A line for each archival holding: AP RF, fond 45, opis 1, delo 334, list 22."""
    lines = []
    for held, read in zip(content.record.held, content.holdings, strict=False):
        if held.type != "archive":
            continue
        archive = ""
        if read.repository:
            archive = read.repository.abbreviation or read.repository.name
        mark = read.shelfmark.display if read.shelfmark else held.as_given
        lines.append(", ".join(filter(None, (archive, mark))))
    return tuple(dict.fromkeys(filter(None, lines)))
