"""What a reader asks: the parameters of ``/search/``, typed and within bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from archive.records.dates import DateRefused
from archive.records.dates import parse as parse_date
from archive.records.identifiers import IdentifierRefused, check, is_well_formed
from archive.search.fields import CHOICES

SORTS = ("best", "date", "-date", "new", "title")
#: What a record can be asked to come with. ``practice`` adds records and the others narrow.
WITH = ("side-by-side", "scans", "differences", "original", "practice")
#: Every parameter, in the order of an address.
PARAMETERS = ("q", "like", "names", "size", *CHOICES, "from", "to", "with", "sort", "page")
DEFAULT_SIZE = 20
LARGEST_SIZE = 200
#: How far into its results a search can be paged.
DEEPEST = 10_000
_LONGEST_VALUE = 500
_MOST_VALUES = 50


class BadParameter(ValueError):
    """A parameter that means nothing: ``name`` is its name, ``message`` says what would do."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search. Empty values ask for nothing.

    ``like`` is the id of a record that results are to be like. ``names`` is "" (a name finds its other forms too) or "as-typed". ``chosen`` has the values
    of those of ``CHOICES`` that were given: a record needs one value of each; of ``with_`` it
    needs all. ``from_`` and ``to`` are the first and last day, both included. ``page`` counts
    from 1.
    """

    q: str = ""
    like: str = ""
    names: str = ""
    size: int = DEFAULT_SIZE
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    from_: date | None = None
    to: date | None = None
    with_: tuple[str, ...] = ()
    sort: str = "best"
    page: int = 1

    @property
    def practice(self) -> bool:
        """Whether records composed for demonstration are asked for: by ``with=practice``, or by
        naming a collection, which may be theirs."""
        return "practice" in self.with_ or "collection" in self.chosen

    @property
    def offset(self) -> int:
        """How many results come before this page."""
        return (self.page - 1) * self.size


def parse_query(parameters: Mapping[str, str | Sequence[str]]) -> Query:
    """The query of an address; ``parameters`` may be a ``QueryDict``, a plain mapping, or one of
    lists. Parameters not known are ignored, empty ones count as absent.

    Raises ``BadParameter`` for the first that means nothing.
    """
    values = {name: _values(parameters, name) for name in (*CHOICES, "with")}
    for value in values["with"]:
        _one_of("with", value, WITH)
    query = Query(
        q=_last(parameters, "q"),
        like=_record(parameters, "like"),
        names=_one_of("names", _last(parameters, "names"), ("", "as-typed")),
        size=_number(parameters, "size", DEFAULT_SIZE, LARGEST_SIZE),
        chosen={name: values[name] for name in CHOICES if values[name]},
        from_=_day(parameters, "from"),
        to=_day(parameters, "to"),
        with_=values["with"],
        sort=_one_of("sort", _last(parameters, "sort") or "best", SORTS),
        page=_number(parameters, "page", 1, DEEPEST),
    )
    _check_bounds(query)
    return query


def _check_bounds(query: Query) -> None:
    if query.from_ and query.to and query.to < query.from_:
        raise BadParameter(
            "to", f"{query.to} is before {query.from_}, the day in “from”. Exchange the two."
        )
    if query.offset + query.size > DEEPEST:
        raise BadParameter(
            "page",
            f"results can be paged to the {DEEPEST:,}th. Narrow the search, or export the results.",
        )


def _values(parameters: Mapping[str, str | Sequence[str]], name: str) -> tuple[str, ...]:
    getlist = getattr(parameters, "getlist", None)
    given = getlist(name) if getlist else parameters.get(name, ())
    several = [given] if isinstance(given, str) else list(given)
    values = tuple(dict.fromkeys(value.strip() for value in several if value.strip()))
    if name == "q":
        return values
    if len(values) > _MOST_VALUES:
        raise BadParameter(name, f"{len(values)} values; at most {_MOST_VALUES} can be chosen.")
    for value in values:
        if len(value) > _LONGEST_VALUE or "\0" in value:
            raise BadParameter(name, "is too long, or holds what is no character. Choose again.")
    return values


def _last(parameters: Mapping[str, str | Sequence[str]], name: str) -> str:
    values = _values(parameters, name)
    return values[-1] if values else ""


def _record(parameters: Mapping[str, str | Sequence[str]], name: str) -> str:
    value = _last(parameters, name)
    if not value or is_well_formed(value):
        return value
    try:
        return check(value)
    except IdentifierRefused as refusal:
        raise BadParameter(name, str(refusal)) from None


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise BadParameter(
            name, f"“{value[:40]}” is none of {', '.join(word for word in known if word)}."
        )
    return value


def _number(
    parameters: Mapping[str, str | Sequence[str]], name: str, default: int, largest: int
) -> int:
    value = _last(parameters, name)
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        raise BadParameter(name, f"“{value[:40]}” is no whole number from 1 to {largest:,}.")
    if not 1 <= int(value) <= largest:
        raise BadParameter(name, f"{int(value):,} is not from 1 to {largest:,}.")
    return int(value)


def _day(parameters: Mapping[str, str | Sequence[str]], name: str) -> date | None:
    value = _last(parameters, name)
    if not value:
        return None
    try:
        parsed = parse_date(value)
    except DateRefused as refusal:
        raise BadParameter(name, str(refusal)) from None
    day = parsed.earliest if name == "from" else parsed.latest
    if day is None:
        raise BadParameter(
            name, f"“{value[:40]}” has no {'first' if name == 'from' else 'last'} day."
        )
    return day
