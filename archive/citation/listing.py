"""Several things cited as one list: a bibliography in a style, by archive where the style wants it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Generic, Literal, TypeVar

from django.utils.safestring import SafeString

from archive.citation import csl, phrases
from archive.citation.choosing import Chosen
from archive.citation.describing import describe
from archive.citation.styles import form_of
from archive.citation.value import Book, Citation, Cited, Copy
from archive.citation.wording import clean, commas, finish, is_written_in

#: Whatever stands in a list: a place in it, or all that a page shows of it.
R = TypeVar("R")
Kind = Literal["archive", "printed", "web", "unknown"]

#: The lists that name archives in headings.
GROUPED = frozenset(
    {
        ("chicago-18", "bibliography"),
        ("chicago-17", "bibliography"),
        ("turabian-9", "bibliography"),
        ("mhra-4", "bibliography"),
        ("gost-r-7.0.5-2008", "bibliography"),
        ("gost-r-7.0.100-2018", "bibliography"),
    }
)
#: Headings in their order; those of GOST are Russian.
_HEADINGS: Mapping[Kind, tuple[str, str]] = {
    "archive": ("Archives consulted", "Архивные источники"),
    "printed": ("Printed sources", "Опубликованные источники"),
    "web": ("Online sources", "Электронные ресурсы"),
    "unknown": ("Location not recorded", "Место хранения не указано"),
}


@dataclass(frozen=True, slots=True)
class ToCite:
    """The text or passages chosen of an edition, or their archival document or printed source.
    ``standing`` is a sentence that has to be said beside it, such as that the record was withdrawn;
    empty where there is none."""

    chosen: Chosen
    target: str = "text"
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A citation, and under which headings it stands where the list has any; ``archive`` is empty
    unless an archive holds what is cited."""

    citation: Citation
    kind: Kind
    archive: str


@dataclass(frozen=True, slots=True)
class Archive(Generic[R]):
    """Rows of one archive; without a name where the section is not divided."""

    name: str
    rows: tuple[R, ...]


@dataclass(frozen=True, slots=True)
class Section(Generic[R]):
    """A part of a list. ``heading`` is empty where the style has none, ``language`` that of its
    words."""

    heading: str
    language: str
    archives: tuple[Archive[R], ...]


def lines(items: Sequence[ToCite], style: str, form: str) -> list[Line]:
    """Each cited in that style, in that order, which numbers them where the style numbers.

    Editions are named by their number, as in the panel of a record; styles of the CSL repository name
    none. Raises ``CitationRefused``, and ``csl.StyleFailed``.
    """
    own = _is_russian(style)
    told = [describe(item.chosen, item.target, edition="site") for item in items]
    return [
        Line(_with(said, clean(item.standing)), *_consulted(cited, own=own))
        for item, cited, said in zip(items, told, _said(items, told, style, form), strict=True)
    ]


def _said(
    items: Sequence[ToCite], told: Sequence[Cited], style: str, form: str
) -> Iterable[Citation]:
    if of_csl := csl.named(f"{style}-{form}"):
        return csl.cite_all(of_csl, [(item.chosen, c) for item, c in zip(items, told, strict=True)])
    write = form_of(style, form)
    return (
        finish(write(replace(cited, place=place)), composed=cited.composed)
        for place, cited in enumerate(told, 1)
    )


def sections(listed: Iterable[Line], style: str, form: str) -> tuple[Section[int], ...]:
    """The places, counted from 0, under their headings: archives first and in the order in which they come. One section
    without a heading where the style has none; none of nothing."""
    held = list(listed)
    if not held:
        return ()
    if (style, form) not in GROUPED:
        return (Section("", "", (Archive("", tuple(range(len(held)))),)),)
    russian = _is_russian(style)
    return tuple(
        Section(headings[russian], "ru" if russian else "en", archives)
        for kind, headings in _HEADINGS.items()
        if (archives := _archives(held, kind))
    )


def _archives(held: Sequence[Line], kind: Kind) -> tuple[Archive[int], ...]:
    places: dict[str, list[int]] = {}
    for place, line in enumerate(held):
        if line.kind == kind:
            places.setdefault(line.archive, []).append(place)
    return tuple(Archive(name, tuple(each)) for name, each in places.items())


def _is_russian(style: str) -> bool:
    return style.startswith("gost-")


def _with(said: Citation, standing: str) -> Citation:
    """In brackets after the citation, which stays as it was."""
    if not standing:
        return said
    html = SafeString(f"{said.html} [{escape(standing, quote=False)}]")
    return Citation(f"{said.text} [{standing}]", html)


def _consulted(cited: Cited, *, own: bool) -> tuple[Kind, str]:
    place = cited.source.place if cited.source else None
    if place is None:
        return "unknown", ""
    if isinstance(place, Book):
        return "printed", ""
    if not isinstance(place, Copy):
        return "web", ""
    if own and is_written_in(place.own_name, "CYRILLIC"):
        return "archive", _named(place.own_name, place.own_abbreviation)
    name = commas(phrases.archive_name(place), place.town)
    return ("archive", name) if place.archive else ("unknown", "")


def _named(name: str, abbreviation: str) -> str:
    return f"{name} ({abbreviation})" if abbreviation else name
