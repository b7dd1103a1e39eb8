"""What of a holding can be found, and under which archive it is counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from archive.editions.content import (
    Content,
    HoldingContent,
    RepositoryContent,
    ShelfmarkContent,
)
from archive.editions.document import HoldingDocument, names
from archive.records.shelfmark_rules import PARTS
from archive.records.shelfmarks import from_parts
from archive.search.fields import LABELLED

#: Of a shelfmark that choices are made of; no system has more.
_MOST_PARTS = 5


def wordings(content: Content, index: int, held: HoldingDocument) -> Iterator[str]:
    """The shelfmark in every spelling, as received too, and the archive under all its names."""
    yield held.as_given
    if isinstance(held.reference, str):
        yield held.reference
    yield from _named(held)
    if index < len(content.holdings):
        read = content.holdings[index]
        if read.shelfmark:
            yield from _spelled(read.shelfmark)
        if read.repository:
            yield from _called(read.repository)


def archive_wordings(content: Content) -> Iterator[str]:
    """The archives as the record names them, and under all their names."""
    for held in content.record.held:
        yield from _named(held)
    for read in content.holdings:
        if read.repository:
            yield from _called(read.repository)


def shelfmark_keys(content: Content) -> Iterator[str]:
    """Of each shelfmark the keys of its first part with every choice of the others, so that fond
    and delo alone find it."""
    for holding in content.holdings:
        if holding.shelfmark is None or not holding.shelfmark.parts:
            continue
        first, *others = holding.shelfmark.parts[:_MOST_PARTS]
        for count in range(len(others) + 1):
            for chosen in combinations(others, count):
                yield key_token(from_parts(dict((first, *chosen))).key)


def key_token(key: str) -> str:
    """A shelfmark's key as one token."""
    return "".join(key.split())


def _named(held: HoldingDocument) -> Iterator[str]:
    if held.repository:
        for name in names([held.repository]):
            yield from (name.name, *name.forms.values())


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
    """A line for each archival holding."""
    held = enumerate(content.record.held[: len(content.holdings)])
    lines = (line(content, index) for index, each in held if each.type == "archive")
    return tuple(dict.fromkeys(filter(None, lines)))


def line(content: Content, index: int) -> str:
    """That holding as it is shown: AP RF, fond 45, opis 1, delo 334, list 22."""
    held, read = content.record.held[index], content.holdings[index]
    archive = ""
    if read.repository:
        archive = read.repository.abbreviation or read.repository.name
    mark = read.shelfmark.display if read.shelfmark else held.as_given
    return ", ".join(filter(None, (archive, mark)))
