"""What a page of results can be narrowed by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from archive.search.results import FacetValue, Results
from archive.web.search_links import Links

#: The facets that the page shows, in order, and their headings.
FACETS = {
    "with": "With",
    "language": "Language of a text",
    "kind": "Kind of document",
    "sender": "Sender",
    "recipient": "Recipient",
    "person": "Anyone named",
    "place": "Place",
    "archive": "Archive",
    "collection": "Collection",
    "subject": "Subject",
    "rights": "Rights",
}
#: Values of a facet that are shown unless all are asked for, and how many are counted: one more
#: tells that there are more.
_FEW = 8
VALUES = _FEW + 1


class Choice(msgspec.Struct, frozen=True):
    """A link that changes the search; ``count`` is empty where none is shown. A page has a hundred, which a
    struct makes sooner than a dataclass."""

    label: str
    href: str
    current: bool = False
    count: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet and its most frequent values. ``more`` leads to the page with all of them, or back
    to that with a few; None where these are all."""

    name: str
    label: str
    values: tuple[Choice, ...]
    more: Choice | None


def facet_views(results: Results, links: Links, whole: str = "") -> Iterator[FacetView]:
    """The facets that have values; of the one named ``whole`` every value that was counted."""
    for name, label in FACETS.items():
        values = results.facets.get(name, ())
        few = [v for n, v in enumerate(values) if n < _FEW or v.chosen]
        if few:
            shown = values if name == whole else few
            more = _more(name, links, whole) if len(values) > len(few) else None
            yield FacetView(name, label, tuple(_value(name, v, links) for v in shown), more)


def _more(name: str, links: Links, whole: str) -> Choice:
    if name == whole:
        return Choice("Fewer", f"{links.kept()}#narrow-{name}")
    return Choice("More", f"{links.with_all_of(name)}#narrow-{name}")


def _value(name: str, value: FacetValue, links: Links) -> Choice:
    href = links.without(name, value.value) if value.chosen else links.having(name, value.value)
    language = value.value if name == "language" else ""
    return Choice(value.label, href, value.chosen, f"{value.count:,}", language)
