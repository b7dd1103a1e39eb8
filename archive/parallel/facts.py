"""What one text states that can be compared: its dates and its numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from archive.parallel.dateindex import DateIndex
from archive.parallel.dates import DateMention, dates
from archive.parallel.folding import fold
from archive.parallel.languages import EAST_ASIAN, tongue
from archive.parallel.numbers import Number, numbers
from archive.parallel.numerals import word_table


@dataclass(frozen=True, slots=True)
class Facts:
    """Dates and numbers in the order of the text; no figure of a date is among the numbers.

    ``spoken`` is the language, empty where it is not known.
    """

    dates: tuple[DateMention, ...]
    numbers: tuple[Number, ...]
    spoken: str = ""
    _likely: frozenset[Decimal] = field(init=False, compare=False, repr=False)
    _possible: frozenset[Decimal] = field(init=False, compare=False, repr=False)
    _dated: DateIndex = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        parts = {Decimal(part) for mention in self.dates for part in mention.parts}
        likely = {number.values[0] for number in self.numbers} | parts
        possible = {value for number in self.numbers for value in (*number.values, *number.parts)}
        object.__setattr__(self, "_likely", frozenset(likely))
        object.__setattr__(self, "_possible", frozenset(possible))
        object.__setattr__(self, "_dated", DateIndex(self.dates))

    @property
    def reads_words(self) -> bool:
        """Whether numbers in words would be known: else the text may well say what is not found."""
        known = not self.spoken or self.spoken in EAST_ASIAN
        return known or word_table(self.spoken) is not None

    def answers(self, number: Number) -> bool:
        """Whether anything here states the number, a figure of a date included."""
        if number.values[0] in self._possible or not self._likely.isdisjoint(number.values):
            return True
        return bool(number.parts) and self._possible.issuperset(number.parts)

    def states(self, figure: int) -> bool:
        """Whether any number in digits here, outside a date, may mean this."""
        return any(number.digits and figure in number.values for number in self.numbers)

    def names_day(self, day: int) -> bool:
        """Whether a day is said without its month: 27日."""
        return any(
            number.digits and number.counted and number.values[0] == day for number in self.numbers
        )

    def dated(self, mention: DateMention) -> DateMention | None:
        """The first date here that agrees."""
        return self._dated.first(mention)


REMEMBERED = 16_384
"""So many wordings are remembered, with what was read in them: two records of 500 passages in
three texts, some 1.4 KB each. A row is asked for again by its neighbours, by every other text and
by the vote, and all of them when a record is aligned anew."""


@lru_cache(maxsize=REMEMBERED)
def facts(text: str, language: str) -> Facts:
    """Read a text once."""
    folded = fold(text)
    found = dates(folded, language)
    taken = [(mention.start, mention.end) for mention in found]
    return Facts(tuple(found), tuple(numbers(folded, language, taken)), tongue(language))
