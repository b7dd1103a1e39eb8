"""What the aligner and the collator take and give: frozen values, nothing that needs a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["number", "date", "name"]
Severity = Literal["flag", "note"]
Reason = Literal["differs", "only here", "moved", "calendar", "unit"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, in code points of the text as given, end exclusive.

    ``value`` is canonical: a number in plain digits ("12000", "1.5"), a date as ISO 8601 with what
    is known ("1950-01-22", "1950-01", "--01-22"), a name as the authority's key.
    """

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands in the untouched text, white space at its ends left out."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Bead:
    """Units of two texts that render each other; one side empty where a text stands alone.

    ``confidence`` is 0..1: how likely the bead is among all ways to align the texts; a pinned one
    has 1.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Pin:
    """A decision of the staff that no programme may overrule.

    ``aligned``: these units, consecutive on each side, are exactly one bead (with an empty side:
    they stand alone). Not ``aligned``: none of the source units shares a bead with any of the
    target's.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    aligned: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word translations learned from the archive's alignments: source word → target word → 0..1.

    Words are given by their stems (``stems.stems``). Empty until an archive has learned its own.
    ``name`` tells one that was learned from another.
    """

    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    name: str = field(default="", compare=False)


Lexicons = Mapping[tuple[str, str], Lexicon]
"""By the languages (without region or script) of source and target: ``("en", "ru")``."""


@dataclass(frozen=True, slots=True)
class NameForms:
    """One person, place or body: the authority's key, and its forms by language tag."""

    key: str
    forms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two wordings disagree. A span is None where that side has nothing to set against it.

    A ``flag`` says that both sides state something and the two cannot both be right, or that one
    states a figure in digits that nothing on the other side answers (``only here``); a ``note`` is
    weaker: a date or a number in words on one side only, found next door (``moved``), ten-odd days
    apart (``calendar``) or the same measure in other units (``unit``). Of kind "date" is also a date
    against a bare figure, whose value is then a number's.
    """

    kind: Kind
    source: Span | None
    target: Span | None
    severity: Severity
    reason: Reason


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of the collation table; ``difference`` is None where the sides agree."""

    kind: Kind
    source: Span | None
    target: Span | None
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class Vote:
    """A value on which three or more texts are not agreed.

    ``spans`` is in the order of the texts given. ``value`` is what most texts say and ``odd`` the
    one text that says otherwise; both None where no majority stands against a single text.
    """

    kind: Kind
    spans: tuple[tuple[str, Span | None], ...]
    value: str | None
    odd: str | None


@dataclass(frozen=True, slots=True)
class TextPassages:
    """One text for ``rows``: its key in the record, its language tag, its passages as plain text.

    ``kinds`` (heading, salutation, paragraph, shelfmark line …), where given, is one for each passage.
    """

    key: str
    language: str
    passages: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence where it stands: the place of its passage, and code points of that passage."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """Sentences of one row that render each other: text key → stretches in reading order; no key
    for a text that has no counterpart. ``confidence`` is that of the least sure bead, 0..1; 1
    where a sentence stands alone in a row that only its text has."""

    cells: Mapping[str, tuple[Stretch, ...]]
    confidence: float


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that stand beside each other: text key → rising places; no key for an absent text.

    ``confidence`` is the mean of the beads that make the row, 0..1; ``pinned`` where a pin fixes
    any of its passages. ``sentences`` hold every sentence of the row once, in an order that agrees
    with every text.
    """

    cells: Mapping[str, tuple[int, ...]]
    confidence: float
    pinned: bool = False
    sentences: tuple[SentenceRow, ...] = ()
