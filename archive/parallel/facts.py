"""What one text states that can be compared: its dates and its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from archive.parallel.dates import DateMention, dates
from archive.parallel.folding import fold
from archive.parallel.numbers import Number, numbers


@dataclass(frozen=True, slots=True)
class Facts:
    """Dates and numbers in the order of the text; no figure of a date is among the numbers."""

    dates: tuple[DateMention, ...]
    numbers: tuple[Number, ...]

    def answers(self, number: Number) -> bool:
        """Whether anything here states the number, a figure of a date included."""
        if any(number.agrees(other) for other in self.numbers):
            return True
        return any(part in number.values for mention in self.dates for part in mention.parts)


@lru_cache(maxsize=256)
def facts(text: str, language: str) -> Facts:
    """Read a text once; the rows above and below ask for it again."""
    folded = fold(text)
    found = dates(folded, language)
    taken = [(mention.start, mention.end) for mention in found]
    return Facts(tuple(found), tuple(numbers(folded, language, taken)))
