"""The page of search results: what was found, how to narrow it, and where to go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.search.results import AlsoSearched, AlsoWritten, Results
from archive.web.answers import Body
from archive.web.histogram import Histogram, histogram
from archive.web.languages_read import VARY
from archive.web.pages import absolute, page
from archive.web.script import script_of
from archive.web.search_exports import EXPORTS
from archive.web.search_facets import FACETS, Choice, FacetView, facet_views
from archive.web.search_hits import HitView, hit_view
from archive.web.search_links import DAYS, Links, Pairs
from archive.web.words import counted, listed

SORTS = {
    "best": "Best match",
    "date": "Earliest",
    "-date": "Latest",
    "new": "Newly published",
    "title": "Title",
}
_MOST_FORMS = 10
#: Wide enough to be pointed at in a narrow column.
_MOST_BARS = 36


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in the query and other forms of it that were searched: language and form. ``more``
    were searched and are not listed."""

    people: str
    forms: tuple[Choice, ...]
    more: int


@dataclass(frozen=True, slots=True)
class WrittenView:
    """Other spellings of a name, and where they are searched too."""

    forms: tuple[Choice, ...]
    href: str


@dataclass(frozen=True, slots=True)
class ExportView:
    """All results as a file; ``ends`` stands in it once for each record."""

    label: str
    href: str
    ends: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The whole page. Addresses are empty where there is nothing to go to."""

    words: str
    heading: str
    chips: tuple[Choice, ...]
    clear_url: str
    notices: tuple[str, ...]
    names: tuple[NameView, ...]
    names_choice: Choice | None
    written: tuple[WrittenView, ...]
    meant: Choice | None
    left_out: Choice | None
    sorts: tuple[Choice, ...]
    results: tuple[HitView, ...]
    facets: tuple[FacetView, ...]
    histogram: Histogram | None
    date_from: str
    date_to: str
    date_form_hidden: Pairs
    previous_url: str
    next_url: str
    range_words: str
    json_url: str
    total: int
    exports_words: str
    exports: tuple[ExportView, ...]
    feed_url: str
    kept_url: str


def search_page(results: Results, links: Links, whole: str = "") -> Body:
    """The page of these results; ``links`` is the search as the address has it, ``whole`` the
    facet of which all values are shown."""
    context = {"view": search_view(results, links, whole), "script": script_of("search").url}
    here = "search" if not links.pairs else ""
    return page("search/results.html", context, here=here, headers=(("Vary", VARY),))


def search_view(results: Results, links: Links, whole: str = "") -> SearchView:
    """What the page shows, in plain values."""
    query = results.query
    given = dict(links.pairs)
    return SearchView(
        words=query.q,
        heading=_heading(results),
        chips=tuple(_chips(results, links)),
        clear_url=links.bare(),
        notices=results.notices,
        names=tuple(_searched_name(each) for each in results.also_searched),
        names_choice=_names_choice(results, links),
        written=tuple(_written(each, links) for each in results.also_written),
        meant=Choice(results.meant, links.setting("q", results.meant)) if results.meant else None,
        left_out=_left_out(results, links),
        sorts=tuple(
            Choice(label, links.setting("sort", sort), query.sort == sort)
            for sort, label in SORTS.items()
        ),
        results=tuple(hit_view(hit) for hit in results.hits),
        facets=tuple(facet_views(results, links, whole)),
        histogram=_years(results, links),
        date_from=given.get("from", ""),
        date_to=given.get("to", ""),
        date_form_hidden=links.besides("from", "to"),
        previous_url=links.page(query.page - 1) if query.page > 1 else "",
        next_url=links.page(results.next) if results.next else "",
        range_words=_range(results),
        json_url=links.url(ending="json"),
        total=results.total,
        exports_words=counted(results.total, "citation", "citations"),
        exports=tuple(
            ExportView(export.label, links.export(ending), export.ends)
            for ending, export in EXPORTS.items()
        ),
        feed_url=links.feed(),
        kept_url=absolute(links.kept()),
    )


def _heading(results: Results) -> str:
    found = counted(results.total, "record", "records")
    if results.like:
        found += f" like “{results.like}”"
    return f"{found} for “{results.query.q}”" if results.query.q else found


def _range(results: Results) -> str:
    first = results.query.offset + 1
    return f"{first:,}–{first + len(results.hits) - 1:,} of {results.total:,}"


def _left_out(results: Results, links: Links) -> Choice | None:
    if not results.left_out:
        return None
    words = counted(results.left_out, "record", "records")
    label = (
        f"{words} composed for demonstration also {'matches' if results.left_out == 1 else 'match'}"
    )
    return Choice(label, links.having("with", "practice"))


def _searched_name(also: AlsoSearched) -> NameView:
    listed_forms = tuple(Choice(f.form, "", language=f.language) for f in also.forms[:_MOST_FORMS])
    return NameView(listed(also.people), listed_forms, len(also.forms) - len(listed_forms))


def _written(also: AlsoWritten, links: Links) -> WrittenView:
    forms = tuple(Choice(form.form, "", language=form.language) for form in also.forms)
    return WrittenView(forms, links.setting("q", also.q))


def _names_choice(results: Results, links: Links) -> Choice | None:
    """The way to search names only as typed, or in all their forms again."""
    if results.also_searched:
        return Choice("Search only as typed", links.setting("names", "as-typed"))
    if results.query.q and results.query.names:
        return Choice("Search all forms of names", links.without("names"), True)
    return None


def _chips(results: Results, links: Links) -> Iterator[Choice]:
    labels = {
        (name, value.value): value.label
        for name, values in results.facets.items()
        for value in values
        if value.chosen
    }
    days = {name: value for name, value in links.pairs if name in DAYS}
    for name, value in links.pairs:
        if name == "like":
            yield Choice(f"Like {results.like or value}", links.without(name), True)
        elif name in FACETS:
            yield Choice(labels.get((name, value), value), links.without(name, value), True)
        elif name in days and len(days) == 1:
            yield Choice(f"{name} {value}", links.without(name), True)
    if len(days) == 2:
        first, last = days["from"], days["to"]
        yield Choice(first if first == last else f"{first}–{last}", links.without_days(), True)


def _years(results: Results, links: Links) -> Histogram | None:
    years = {int(v.value): v.count for v in results.facets.get("year", ()) if v.value.isdigit()}
    query = results.query
    chosen = None
    if query.from_ or query.to:
        chosen = (query.from_.year if query.from_ else 1, query.to.year if query.to else 9999)
    return histogram(years, chosen, ticks=2, most=_MOST_BARS, link=links.between)
