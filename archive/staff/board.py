"""The board: the differences of all published records, as staff ask for them, gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet

from archive.editions.models import FoundDifference
from archive.parallel.models import Verdict
from archive.staff.excerpts import TextName
from archive.staff.reviewing import KINDS, REASONS, Said
from archive.texts.languages import direction, language_name

PER_PAGE = 50
STATES = tuple(state for state, _ in Verdict.STATES)
SEVERITIES = {"flag": "Flags", "note": "Notes"}
_KIND_NAMES = {"number": "Figures", "date": "Dates", "name": "Names"}
_REASON_NAMES = {reason: words[:1].upper() + words[1:] for reason, words in REASONS.items()}
#: The fields that are counted together; collections are counted apart.
_COUNTED = ("state", "severity", "kind", "reason", "languages")


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; empty asks for all. ``languages`` are two primary tags in their order,
    or one where both texts are in that; ``collection`` is a slug."""

    state: str = "open"
    severity: str = ""
    kind: str = ""
    reason: str = ""
    languages: str = ""
    collection: str = ""

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Filters:
        """As an address says it; what nothing could answer to is passed over."""
        known: dict[str, tuple[str, ...]] = {
            "state": STATES,
            "severity": tuple(SEVERITIES),
            "kind": tuple(KINDS),
            "reason": tuple(REASONS),
        }
        asked = {name: str(given.get(name, ""))[:200] for name in asdict(cls())}
        return cls(**{n: v for n, v in asked.items() if v and v in known.get(n, (v,))})

    @property
    def query(self) -> str:
        """The address's query that asks for this, without what is asked for anyway."""
        usual = asdict(Filters())
        return urlencode({n: v for n, v in asdict(self).items() if v and v != usual[n]})

    @property
    def narrowed(self) -> bool:
        """Whether anything but the state is chosen."""
        return self != Filters(state=self.state)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, how many differences it would give, and the query that asks for it."""

    value: str
    label: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A difference on the board: where it stands, and what against what."""

    found: FoundDifference
    kind: str
    reason: str
    sides: tuple[Said, Said]
    title: str
    date: str
    withheld_until: Any
    practice: bool


@dataclass(frozen=True, slots=True)
class Board:
    """One page of it. ``total`` counts what the filters let through, ``pages`` its pages."""

    filters: Filters
    states: tuple[Choice, ...]
    choices: Mapping[str, tuple[Choice, ...]]
    listed: tuple[Listed, ...]
    total: int
    page: int
    pages: int


def standing_differences() -> QuerySet[FoundDifference]:
    """The differences of every published record that is not withdrawn."""
    return FoundDifference.objects.filter(record__availability__withdrawn_at__isnull=True)


def board(filters: Filters, page: int = 1) -> Board:
    """That page of what the filters let through; the nearest where there is none. Three queries."""
    counts = _counts(filters)
    total = sum(_counted(counts, filters, "").values())
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(page, 1), pages)
    return Board(
        filters=filters,
        states=tuple(_choices(counts, filters, "state", {s: s.capitalize() for s in STATES})),
        choices={
            "severity": tuple(_choices(counts, filters, "severity", SEVERITIES)),
            "kind": tuple(_choices(counts, filters, "kind", _KIND_NAMES)),
            "reason": tuple(_choices(counts, filters, "reason", _REASON_NAMES)),
            "languages": tuple(_choices(counts, filters, "languages", _pairs(counts))),
            "collection": tuple(_collections(filters)),
        },
        listed=tuple(_listed(filters, (page - 1) * PER_PAGE)),
        total=total,
        page=page,
        pages=pages,
    )


def next_open(filters: Filters, record: str, name: str) -> FoundDifference | None:
    """The open difference that comes on the board after that one, which need not be open any
    longer; the first of all where none comes after it, or where it is gone; None where none but
    it is open. At most three queries."""
    waiting = _chosen(replace(filters, state="open")).order_by(*_ORDER)
    here = FoundDifference.objects.filter(record=record, name=name).first()
    if here is None:
        return waiting.first()
    after = waiting.filter(_beyond(here)).first()
    return after or waiting.exclude(pk=here.pk).first()


_ORDER = ("severity", "since", "record_id", "position")


def _beyond(here: FoundDifference) -> Q:
    """What comes after it on the board."""
    beyond, equal = Q(), Q()
    for field in _ORDER:
        value = getattr(here, field)
        beyond |= equal & Q(**{f"{field}__gt": value})
        equal &= Q(**{field: value})
    return beyond


def _chosen(filters: Filters) -> QuerySet[FoundDifference]:
    found = standing_differences()
    if filters.collection:
        found = found.filter(record__collections__slug=filters.collection)
    return found.filter(**{n: v for n in _COUNTED if (v := getattr(filters, n))})


_Counts = Mapping[tuple[str, ...], int]


def _counts(filters: Filters) -> _Counts:
    """How many there are of each state, severity, kind, reason and pair of languages, in the
    collection."""
    rows = _chosen(Filters(state="", collection=filters.collection)).order_by()
    counted = rows.values_list(*_COUNTED).annotate(count=Count("pk"))
    return {tuple(values): count for *values, count in counted}


def _counted(counts: _Counts, filters: Filters, field: str) -> Counter[str]:
    """By the value of one field, whatever is chosen there and as is chosen elsewhere."""
    asked = [(place, getattr(filters, n)) for place, n in enumerate(_COUNTED) if n != field]
    at = _COUNTED.index(field) if field else 0
    found: Counter[str] = Counter()
    for values, count in counts.items():
        if all(not value or values[place] == value for place, value in asked):
            found[values[at]] += count
    return found


def _choices(
    counts: _Counts, filters: Filters, field: str, labels: Mapping[str, str]
) -> Iterator[Choice]:
    found = _counted(counts, filters, field)
    for value, label in labels.items():
        yield _choice(filters, field, value, label, found[value])


def _choice(filters: Filters, field: str, value: str, label: str, count: int) -> Choice:
    chosen = getattr(filters, field) == value
    return Choice(value, label, count, chosen, replace(filters, **{field: value}).query)


def _pairs(counts: _Counts) -> dict[str, str]:
    """The pairs of languages that there are, by name."""
    named = {pair: pair_name(pair) for *_, pair in counts}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def pair_name(languages: str) -> str:
    """``English and Russian``; ``both in English``."""
    names = [language_name(tag) for tag in languages.split()]
    return " and ".join(names) if len(names) > 1 else f"Both in {names[0]}"


def _collections(filters: Filters) -> Iterator[Choice]:
    rows = _chosen(replace(filters, collection="")).order_by()
    path = "record__collections"
    counted = rows.values_list(f"{path}__slug", f"{path}__name").annotate(count=Count("pk"))
    for slug, name, count in counted.exclude(**{path: None}).order_by(f"{path}__name"):
        yield _choice(filters, "collection", slug, name, count)


def _listed(filters: Filters, start: int) -> Iterator[Listed]:
    newest = "record__availability__newest"
    rows = _chosen(filters).annotate(
        shown_title=F(f"{newest}__title"),
        shown_date=F("record__date"),
        closed_until=F("record__availability__closed_until"),
        composed=F("record__composed"),
    )
    for row in rows.order_by(*_ORDER)[start : start + PER_PAGE]:
        yield Listed(
            found=row,
            kind=KINDS[row.kind],
            reason=REASONS.get(row.reason, row.reason),
            sides=(
                _said(row.left_text, row.left_language, row.left_words),
                _said(row.right_text, row.right_language, row.right_words),
            ),
            title=row.shown_title,
            date=row.shown_date,
            withheld_until=row.closed_until,
            practice=row.composed,
        )


def _said(key: str, tag: str, words: str) -> Said:
    return Said(TextName(key, language_name(tag), tag, direction(tag, words)), words)
