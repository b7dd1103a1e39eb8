"""A record found, as a page of results shows it: in structs, which are made sooner than dataclasses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from urllib.parse import urlencode

import msgspec

from archive.records.dates import parse
from archive.search.results import Facing, Hit, Reason, Snippet
from archive.texts.languages import direction, language_name
from archive.web.addresses import record_path
from archive.web.words import counted, listed

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class SnippetView(msgspec.Struct, frozen=True):
    """Where the words stand, with the address of that passage."""

    label: str
    href: str
    language: str
    direction: str
    before: str
    hit: str
    after: str


class RowView(msgspec.Struct, frozen=True):
    """Snippets that face each other; ``only`` says where no other text has them."""

    snippets: tuple[SnippetView, ...]
    only: str


class Part(msgspec.Struct, frozen=True):
    """Some words of a title, sought or not."""

    words: str
    hit: bool


class HitView(msgspec.Struct, frozen=True):
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
    href = record_path(hit.id)
    return HitView(
        href=href,
        title=tuple(_title(hit)),
        day=hit.date if _DAY.fullmatch(hit.date) else "",
        date=parse(hit.date).display("month-first-short") if hit.date else "",
        summary=hit.summary,
        rows=tuple([_row(href, row) for row in hit.facing]),
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


def _row(record: str, row: Facing) -> RowView:
    desk = record + _texts(row.snippets)
    only = f"Only in the {language_name(row.snippets[0].language)} text" if row.only else ""
    return RowView(tuple([_snippet(desk, snippet) for snippet in row.snippets]), only)


def _snippet(desk: str, snippet: Snippet) -> SnippetView:
    label = language_name(snippet.language, in_="self") if snippet.text else "Summary"
    if snippet.number:
        label += f", para. {snippet.number}"
    place = f"#{snippet.passage or 'texts'}" if snippet.text else ""
    return SnippetView(
        label=label,
        href=desk + place,
        language=snippet.language,
        direction=direction(snippet.language, snippet.before + snippet.hit + snippet.after),
        before=snippet.before,
        hit=snippet.hit,
        after=snippet.after,
    )


def _texts(snippets: Sequence[Snippet]) -> str:
    """The query of the record's page that shows these texts side by side. English alone stands on
    the left, where it is unless asked for, so that no text is moved."""
    keys = tuple(dict.fromkeys([snippet.text for snippet in snippets if snippet.text]))
    alone = "left" if snippets[0].language.split("-")[0] == "en" else "right"
    return _beside(keys, (alone,) if len(keys) == 1 else ("left", "right"))


@lru_cache(maxsize=1000)
def _beside(keys: tuple[str, ...], sides: tuple[str, ...]) -> str:
    """The query for these texts; an archive names most of its own alike."""
    return "?" + urlencode(list(zip_longest(sides, keys, fillvalue="also"))) if keys else ""


@lru_cache(maxsize=1000)
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
