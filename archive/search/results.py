"""What a search gives back. All wording is plain text, for the caller to escape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from archive.search.query import Query


@dataclass(frozen=True, slots=True)
class Snippet:
    """A place where the words stand.

    ``text`` is the text's key and ``passage`` the passage's id ("p17"), ``number`` its number as
    cited; all empty (0) where the words stand in the summary. ``before`` and ``after`` begin or
    end with an ellipsis where they were cut. Of a counterpart without any of the words ``hit`` is
    empty, and ``before`` has what it says.
    """

    text: str
    language: str
    passage: str
    number: int
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class Facing:
    """Snippets of one row of the desk. ``only``: the record has other texts, which all may be read
    and of which none has this row."""

    snippets: tuple[Snippet, ...]
    only: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """What of a description has the words: what it is ("Sender"), and its words around them;
    ``hit`` is empty where they stand in another form of a name."""

    label: str
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One record. ``date`` is EDTF, ``date_display`` in words, both empty where unknown.

    ``languages`` are those of its texts, ``not_held`` those of originals that are not here;
    ``held`` one line for each archival holding; ``scans`` how many are open; ``practice``:
    composed for demonstration; ``published_at``: its newest edition. ``summary`` is there for a hit without snippets. ``snippets`` are
    where the words stand, text by text; ``facing`` are the first of these again with what faces
    them. ``title_hits`` are where the words stand in the title, from and to; ``reasons`` tell of
    words that no snippet and no title has.
    """

    id: str
    source_id: str | None
    title: str
    date: str
    date_display: str
    kind: str
    kind_label: str
    languages: tuple[str, ...]
    not_held: tuple[str, ...]
    held: tuple[str, ...]
    scans: int
    practice: bool
    published_at: datetime
    summary: str
    snippets: tuple[Snippet, ...]
    facing: tuple[Facing, ...]
    title_hits: tuple[tuple[int, int], ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OtherForm:
    """Another form of a name; ``language`` a BCP 47 tag, empty for a preferred name."""

    language: str
    form: str


@dataclass(frozen=True, slots=True)
class AlsoSearched:
    """A name as it was typed, the preferred names of those who bear it, and the forms that were
    searched too."""

    typed: str
    people: tuple[str, ...]
    forms: tuple[OtherForm, ...]


@dataclass(frozen=True, slots=True)
class AlsoWritten:
    """A Chinese name as it was typed, and other spellings of it with which more records would be
    found; ``q`` is the query that searches them too."""

    typed: str
    forms: tuple[OtherForm, ...]
    q: str


class FacetValue(msgspec.Struct, frozen=True):
    """A value as in the address, its name, how many results have it, whether it is chosen. A page
    has a thousand, which a struct makes sooner than a dataclass."""

    value: str
    label: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """A page of results.

    ``facets`` has a member for each that has values, the most frequent first, years in order.
    ``next`` is the number of the next page, None after the last. ``left_out`` counts records
    composed for demonstration that match too. ``notices`` say how the query was understood,
    ``also_searched`` which names were searched in all their forms, and ``also_written`` offers
    spellings of Chinese names that were not searched. ``meant`` is the query without what look like
    slips, empty where there are none. ``like`` is the title of the record that results are like,
    empty where none was named.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetValue, ...]]
    next: int | None
    left_out: int
    notices: tuple[str, ...]
    also_searched: tuple[AlsoSearched, ...] = ()
    also_written: tuple[AlsoWritten, ...] = ()
    meant: str = ""
    like: str = ""
