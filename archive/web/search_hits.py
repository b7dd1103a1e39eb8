"""A record found, as a page of results shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from archive.records.dates import parse
from archive.search.results import Facing, Hit, Reason, Snippet
from archive.texts.languages import direction, language_name
from archive.web.addresses import record_path
from archive.web.words import counted, listed

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class SnippetView:
    """Where the words stand, with the address of that passage."""

    label: str
    href: str
    language: str
    direction: str
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class RowView:
    """Snippets that face each other; ``only`` says where no other text has them."""

    snippets: tuple[SnippetView, ...]
    only: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a title, sought or not."""

    words: str
    hit: bool


@dataclass(frozen=True, slots=True)
class HitView:
    """A record found. ``day`` is for ``<time>``, empty where there is no certain day."""

    href: str
    title: tuple[Part, ...]
    day: str
    date: str
    summary: str
    rows: tuple[RowView, ...]
    reasons: tuple[Reason, ...]
    meta: tuple[str, ...]


def hit_view(hit: Hit) -> HitView:
    """One result in plain values."""
    return HitView(
        href=record_path(hit.id),
        title=tuple(_title(hit)),
        day=hit.date if _DAY.fullmatch(hit.date) else "",
        date=parse(hit.date).display("month-first-short") if hit.date else "",
        summary=hit.summary,
        rows=tuple(_row(hit, row) for row in hit.facing),
        reasons=hit.reasons,
        meta=tuple(_meta(hit)),
    )


def _title(hit: Hit) -> Iterator[Part]:
    at = 0
    for start, end in hit.title_hits:
        if at < start:
            yield Part(hit.title[at:start], hit=False)
        yield Part(hit.title[start:end], hit=True)
        at = end
    if at < len(hit.title):
        yield Part(hit.title[at:], hit=False)


def _row(hit: Hit, row: Facing) -> RowView:
    query = _texts(row.snippets)
    only = f"Only in the {language_name(row.snippets[0].language)} text" if row.only else ""
    return RowView(tuple(_snippet(hit, snippet, query) for snippet in row.snippets), only)


def _snippet(hit: Hit, snippet: Snippet, query: str) -> SnippetView:
    label = language_name(snippet.language, in_="self") if snippet.text else "Summary"
    if snippet.number:
        label += f", para. {snippet.number}"
    place = f"#{snippet.passage or 'texts'}" if snippet.text else ""
    return SnippetView(
        label=label,
        href=f"{record_path(hit.id)}{query}{place}",
        language=snippet.language,
        direction=direction(snippet.language, snippet.before + snippet.hit + snippet.after),
        before=snippet.before,
        hit=snippet.hit,
        after=snippet.after,
    )


def _texts(snippets: Sequence[Snippet]) -> str:
    """The query of the record's page that shows these texts side by side. English alone stands on
    the left, where it is unless asked for, so that no text is moved."""
    keys = list(dict.fromkeys(snippet.text for snippet in snippets if snippet.text))
    if len(keys) == 1:
        side = "left" if snippets[0].language.split("-")[0] == "en" else "right"
        return "?" + urlencode({side: keys[0]})
    sides = ("left", "right", *["also"] * len(keys))
    return "?" + urlencode(list(zip(sides, keys, strict=False))) if keys else ""


def _isolated(tag: str) -> str:
    """A language's own name; right to left, it is kept from turning its neighbours round."""
    name = language_name(tag, in_="self")
    return f"\u2068{name}\u2069" if direction(tag) == "rtl" else name


def _meta(hit: Hit) -> Iterator[str]:
    if hit.practice:
        yield "Composed for demonstration"
    yield hit.kind_label
    if hit.languages:
        yield ", ".join(_isolated(tag) for tag in hit.languages)
    else:
        yield "No text is held here"
    if hit.not_held:
        yield f"{listed(language_name(tag) for tag in hit.not_held)} not held here"
    yield from hit.held
    if hit.scans:
        yield counted(hit.scans, "scan", "scans")
