"""The page of a reading pack, made to be printed on A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.web.answers import Body
from archive.web.lists.pack import ALONE, Entry, Manner, entries, languages, parts
from archive.web.lists.shown import Held, held
from archive.web.lists.value import CitationList
from archive.web.pages import page
from archive.web.refusals import bad_parameter
from archive.web.script import script_of
from archive.web.words import counted


@dataclass(frozen=True, slots=True)
class PackView:
    """``path`` is that of the pack, ``back`` that of its list; ``part`` of ``count`` parts, from 1,
    ``queries`` those of each part."""

    path: str
    back: str
    shared: bool
    manner: Manner
    languages: tuple[tuple[str, str], ...]
    part: int
    queries: tuple[str, ...]
    records: str
    entries: tuple[Entry, ...]


def pack_page(of: CitationList, path: str, manner: Manner, part: int, style: str) -> Body:
    """That part of the pack of a list, 1 where none is asked for. Raises the 400 for a language or a
    part that there is not."""
    found = held(of.items)
    offered = languages(found)
    _refuse_unknown(manner.beside, [tag for tag, _ in offered])
    cut = parts(found)
    if not 1 <= part <= max(len(cut), 1):
        message = f"The pack has {counted(len(cut), 'part', 'parts')}."
        raise bad_parameter("part", str(part), message, "Leave it out.")
    laid_out = tuple(entries(cut[part - 1], manner, style)) if cut else ()
    view = PackView(
        path=path,
        back=path.removesuffix("reading-pack/"),
        shared=path != "/list/reading-pack/",
        manner=manner,
        languages=offered,
        part=part,
        queries=tuple(_query(manner, number) for number in range(1, len(cut) + 1)),
        records=_records(found),
        entries=laid_out,
    )
    return page("citation/pack.html", {"view": view, "script": script_of("pack").url})


def _refuse_unknown(beside: str, tags: Sequence[str]) -> None:
    if beside not in ("", ALONE, *tags):
        remedy = f"Write {', '.join([ALONE, *tags])}, or leave the parameter out."
        raise bad_parameter("beside", beside, "No record of the list has a text in it.", remedy)


def _query(manner: Manner, part: int) -> str:
    return f"?beside={manner.beside}&rows={manner.grain}&part={part}"


def _records(found: Sequence[Held]) -> str:
    return counted(sum(each.chosen is not None for each in found), "reading", "readings")
