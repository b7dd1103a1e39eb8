"""Years of the Islamic calendar beside those of the Gregorian: 1131 is 1718 or 1719.

By the civil (tabular) rule: 354 days, and one more in eleven years of thirty; reckoned from 16 July
622 of the Julian calendar.
"""

from __future__ import annotations

from datetime import date

SPOKEN = frozenset(["ar", "az", "fa", "id", "kk", "ku", "ms", "ota", "ps", "tr", "ug", "ur", "uz"])
"""Languages in which a bare year may be of that calendar."""

LAST = 1500
_FIRST_DAY = 227_015
"""1 Muharram of the year 1, as ``date.toordinal`` counts days."""


def same_year(hijri: int, gregorian: int) -> bool:
    """Whether any day of the one year falls into the other."""
    if not 1 <= hijri <= LAST:
        return False
    return _starts(hijri).year <= gregorian <= _starts(hijri + 1).year


def _starts(year: int) -> date:
    return date.fromordinal(_FIRST_DAY + 354 * (year - 1) + (3 + 11 * year) // 30)
