"""The front page: what the archive holds, and two texts that disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from archive.desk.marks import Difference, difference_marks
from archive.desk.page import NoSuchText, TextChoice, lay_out
from archive.desk.quoting import word_begins, word_ends
from archive.editions.apparatus import SpanContent
from archive.editions.queries import Published
from archive.editions.reading import Reading
from archive.search.results import FacetValue, Results
from archive.web.addresses import record_path, search_path
from archive.web.answers import Body
from archive.web.dossier import dossier, when
from archive.web.fonts import scripts_of
from archive.web.histogram import Histogram, histogram
from archive.web.pages import page
from archive.web.words import counted, listed

#: Code points shown on either side of a differing figure.
_AROUND = 70
_MOST_COLLECTIONS = 6


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few words of a text around the figure that the other text gives otherwise."""

    language: str
    direction: str
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class Showcase:
    """Two texts of one document side by side where they differ."""

    heading: str
    caption: str
    left: Excerpt
    right: Excerpt
    href: str


@dataclass(frozen=True, slots=True)
class Home:
    """The front page in plain values; empty parts are left out by the template."""

    lede: str
    tries: tuple[tuple[str, str], ...]
    showcase: Showcase | None
    histogram: Histogram | None
    collections: tuple[FacetValue, ...]
    newest: Sequence[Published]


def home_page(
    found: Results | None,
    newest: Sequence[Published],
    shown: Reading | None,
    texts: tuple[str, str],
) -> Body:
    """``found`` is a search for everything, None where search is away; ``shown`` a record of which
    these two ``texts``, by key, disagree; None where there is none."""
    facets: Mapping[str, tuple[FacetValue, ...]] = found.facets if found else {}
    showcase = show(shown, *texts) if shown else None
    home = Home(
        lede=_lede(found),
        tries=_tries(shown),
        showcase=showcase,
        histogram=histogram({int(year.value): year.count for year in facets.get("year", ())}),
        collections=facets.get("collection", ())[:_MOST_COLLECTIONS],
        newest=newest,
    )
    languages = [showcase.left.language, showcase.right.language] if showcase else []
    context = {"home": home, "search_path": search_path, "font_scripts": scripts_of(languages)}
    return page("web/home.html", context, path="/")


def _lede(found: Results | None) -> str:
    promise = "with its provenance, its rights and a citation that stays true."
    if found is None or not found.total:
        return f"Documents with their translations, each {promise}"
    counts = {value.value: value.count for value in found.facets.get("with", ())}
    beside = counts.get("side-by-side", 0)
    records = counted(found.total, "record", "records")
    if found.total == 1:
        return f"Documents with their translations: {records}, {promise}"
    several = f", {beside:,} of them in two texts or more" if beside else ""
    return f"Documents with their translations: {records}{several}, each {promise}"


def _tries(reading: Reading | None) -> tuple[tuple[str, str], ...]:
    """A name of the record shown in each script, as examples of what can be typed."""
    if reading is None or not reading.content.people:
        return ()
    person = reading.content.people[-1]
    forms = [(form, tag) for tag, form in person.forms if "Latn" not in tag]
    return ((person.name, ""), *forms[:2])


def show(reading: Reading, first: str, second: str) -> Showcase | None:
    """The first difference of these two texts that stands, with the words around it."""
    try:
        left, right = lay_out(reading, first, second).columns[:2]
    except NoSuchText:  # withheld, or published without it, since the difference was asked for
        return None
    marks = difference_marks(reading, left.key, right.key)
    standing = [mark for mark in marks if mark.flag and mark.state != "explained"]
    flagged = [mark for mark in standing if mark.left and mark.right]
    return _showcase(reading, flagged[0], left, right) if flagged else None


def _showcase(
    reading: Reading, mark: Difference, left: TextChoice, right: TextChoice
) -> Showcase | None:
    if mark.left is None or mark.right is None:
        return None
    kind = dossier(reading.content).kind.lower()
    several = len(reading.content.record.texts) > 2
    chosen = f"?{urlencode({'left': left.key, 'right': right.key})}" if several else ""
    return Showcase(
        heading=f"{'Several' if several else 'Two'} texts of one {kind}",
        caption=" · ".join([when(reading.content), _route(reading) or reading.standing.title]),
        left=_excerpt(reading, left, mark.left),
        right=_excerpt(reading, right, mark.right),
        href=record_path(reading.standing.record_id) + chosen,
    )


def _route(reading: Reading) -> str:
    people = reading.content.record.people
    ends = [listed(p.name for p in people if p.role == role) for role in ("sender", "recipient")]
    return " to ".join(ends) if all(ends) else ""


def _excerpt(reading: Reading, column: TextChoice, span: SpanContent) -> Excerpt:
    text = reading.content.record.text(column.key)
    found = reading.content.passage(span.passage)
    body = text.body if text else ""
    start, end = (found[1].start, found[1].end) if found else (0, len(body))
    first, last = span.start - _AROUND, span.end + _AROUND
    return Excerpt(
        language=column.language,
        direction=column.direction,
        before=body[word_begins(body, first) if first > start else start : span.start],
        hit=body[span.start : span.end],
        after=body[span.end : word_ends(body, last) if last < end else end],
    )
