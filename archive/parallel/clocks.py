"""Times of day in figures: 15:30, 3.30 p.m., 15h30. Hours by twelve and by twenty-four are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HALF = r"a\.?\s?m\b|p\.?\s?m\b"
_CLOCK = re.compile(
    r"(?<![\d.:,/])(?P<hour>[01]?\d|2[0-4])"
    rf"(?:(?::|(?<=\d)\s?h\s?)(?P<minute>[0-5]\d)(?!\d|:\d|\.\d)"
    rf"|\.(?P<dotted>[0-5]\d)(?=\s?(?:{_HALF}|uhr\b|час|ч\b|h\b)))"
)


def clocks(folded: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where the hour and the minutes of each time of day stand, in order."""
    for found in _CLOCK.finditer(folded):
        minutes = "minute" if found["minute"] else "dotted"
        yield found.span("hour"), found.span(minutes)
