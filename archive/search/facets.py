"""Counts as an engine stores them → values that a page shows."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from archive.records import kinds, rights
from archive.search.fields import CHOICES, FACETS, LABELLED, MOST_VALUES, most_values
from archive.search.query import Query
from archive.search.results import FacetValue
from archive.texts.languages import language_name

WITH_LABELS = {
    "side-by-side": "Texts side by side",
    "scans": "Scans",
    "differences": "Differences flagged",
    "original": "Original held",
    "practice": "Composed for demonstration",
}


def facets(
    counts: Mapping[str, Mapping[str, int]], query: Query, total: int, most: int = MOST_VALUES
) -> dict[str, tuple[FacetValue, ...]]:
    """The facets that have values, each value once, a chosen one even where nothing has it. So many
    values of each facet of which none is chosen, the most frequent ones.

    An engine counts the most frequent values alone; one that is chosen by itself has all ``total``
    records that were found.
    """
    chosen = {**query.chosen, "with": query.with_}
    read = {
        name: _values(name, counts.get(name, {}), chosen.get(name, ()), total) for name in FACETS
    }
    return {
        name: values if chosen.get(name) else values[: most_values(name, most)]
        for name, values in read.items()
        if values
    }


def _values(
    name: str, counts: Mapping[str, int], chosen: tuple[str, ...], total: int
) -> tuple[FacetValue, ...]:
    read = [(stored.partition(LABELLED), count) for stored, count in counts.items()]
    if len({parts[0] for parts, _ in read}) < len(read):
        # One value has several labels, of which the most frequent is its name.
        read.sort(key=lambda each: (-each[1], each[0]))
    totals: dict[str, int] = dict.fromkeys(chosen, 0)
    labels: dict[str, str] = {}
    for (value, _, label), count in read:
        totals[value] = totals.get(value, 0) + count
        labels.setdefault(value, label)
    if len(chosen) == 1 and name in CHOICES:
        totals[chosen[0]] = total
    rows = [(-n, labels.get(value) or _label(name, value), value) for value, n in totals.items()]
    rows.sort(key=itemgetter(2) if name == "year" else None)
    return tuple([FacetValue(value, label, -n, value in chosen) for n, label, value in rows])


def _label(name: str, value: str) -> str:
    match name:
        case "language":
            return language_name(value, "self")
        case "kind":
            return kinds.label(value)
        case "rights":
            return rights.label(value)
        case "with":
            return WITH_LABELS.get(value, value)
        case _:
            return value
