"""Addresses of neighbouring searches: the same one narrowed, widened, sorted or turned over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlencode

from django.http import QueryDict

from archive.search.query import PARAMETERS
from archive.web.paths import path_to

Pairs = tuple[tuple[str, str], ...]

#: The ends of a range of days.
DAYS = frozenset({"from", "to"})
#: Parameters that leave the results as many as they are.
_WIDE = frozenset({"q", "like", "names", "sort", "size", "page"})


@dataclass(frozen=True)
class Links:
    """The search that was asked for, as pairs of name and value. What a hundred addresses of a page
    begin with is written once."""

    pairs: Pairs

    def url(self, pairs: Sequence[tuple[str, str]] | None = None, *, ending: str = "") -> str:
        """The address of these pairs, by default of the search itself."""
        path = path_to("web:search_file", ending) if ending else path_to("web:search")
        chosen = self.pairs if pairs is None else pairs
        return f"{path}?{'&'.join(_written(*pair) for pair in chosen)}" if chosen else path

    def having(self, name: str, value: str) -> str:
        """Narrowed by one more value."""
        return _with(self._kept, _written(name, value))

    def without(self, name: str, value: str | None = None) -> str:
        """Widened by taking one value, or all values of a name, away."""
        return self.url([p for p in self._first_page if p[0] != name or value not in (None, p[1])])

    def setting(self, name: str, value: str) -> str:
        """With one value in the place of any of that name."""
        return self.url([*(p for p in self._first_page if p[0] != name), (name, value)])

    def between(self, first: int, last: int) -> str:
        """Of these years alone."""
        return _with(self._of_any_day, f"from={first:04}&to={last:04}")

    def without_days(self) -> str:
        """Of any day."""
        return self._of_any_day

    def with_all_of(self, facet: str) -> str:
        """The same page with every value of a facet."""
        return self.having("more", facet)

    def page(self, number: int, *, ending: str = "") -> str:
        """Another page of the same results."""
        kept = self._first_page
        return self.url(kept if number == 1 else (*kept, ("page", str(number))), ending=ending)

    def kept(self) -> str:
        """The address of the search itself, wherever its results have been turned over to."""
        return self._kept

    def export(self, ending: str) -> str:
        """All results as a file. JSON is otherwise given by the page."""
        pairs = [p for p in self._first_page if p[0] != "size"]
        return self.url([*pairs, ("size", "all")] if ending == "json" else pairs, ending=ending)

    def feed(self) -> str:
        """What the search finds as a feed, whose order is its own."""
        return self.url([p for p in self._first_page if p[0] != "sort"], ending="atom")

    def narrowing(self) -> Pairs:
        """The pairs that narrow the search."""
        return tuple(p for p in self.pairs if p[0] not in _WIDE)

    def bare(self) -> str:
        """The words alone, without anything that narrows them."""
        return self.url([p for p in self.pairs if p[0] in _WIDE and p[0] != "page"])

    def besides(self, *names: str) -> Pairs:
        """The pairs that a form for these names carries as hidden fields."""
        return tuple(p for p in self._first_page if p[0] not in names)

    @cached_property
    def _first_page(self) -> Pairs:
        return tuple(p for p in self.pairs if p[0] != "page")

    @cached_property
    def _kept(self) -> str:
        return self.url(self._first_page)

    @cached_property
    def _of_any_day(self) -> str:
        return self.url([p for p in self._first_page if p[0] not in DAYS])


def _with(address: str, pair: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{pair}"


@lru_cache(maxsize=10_000)
def _written(name: str, value: str) -> str:
    """A pair as it stands in an address; a page has most of its own a hundred times."""
    return urlencode({name: value})


def links(parameters: QueryDict) -> Links:
    """The known, filled parameters of an address, in the contract's order."""
    return Links(
        tuple(
            (name, value)
            for name in PARAMETERS
            for value in dict.fromkeys(parameters.getlist(name))
            if value.strip()
        )
    )
