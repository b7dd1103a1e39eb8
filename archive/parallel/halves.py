"""Halves and quarters of what is counted: half a million, two and a half, half an hour, ½.

Written by hand for the languages that have a table of number words, and for Chinese, Japanese and
Korean what can be said so simply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from archive.parallel.numerals import word_table

_HALF = {
    "ar": "نصف", "de": "halbe[nrsm]?|halb", "en": "half", "es": "medi[oa]", "fr": "demie?",
    "he": "חצי", "it": "mezz[oa]", "ru": "половин[аыуе]", "uk": "половин[аиуі]",
}  # fmt: skip
_QUARTER = {
    "ar": "ربع", "de": "viertel", "en": "quarter", "es": "cuarto", "fr": "quart", "he": "רבע",
    "it": "quarto", "ru": "четверт[ьи]", "uk": "чверт[ьі]",
}  # fmt: skip
_AND_A_HALF = {
    "ar": r"\s?ونصف", "de": r"(?:und\s?)?einhalb", "en": r"\s(?:and|&)\sa\shalf", "es": r"\sy\smedi[oa]",
    "fr": r"\set\sdemie?", "he": r"\sוחצי", "it": r"\se\smezz[oa]", "ru": r"\sс\sполовиной",
    "uk": r"\s(?:з|із)\sполовиною",
}  # fmt: skip
_FILLER = r"(?:of\s)?(?:a|an|de|d'|di|ein\w{0,2}|une?|один)"
_HOURS = r"hours?|stunden?|heures?|horas?|or[ae]|час\w{0,2}|годин\w?|小时|小時|時間|시간|ساعة|שעה"
_YEARS = r"years?|jahre?s?|ans?|année|años?|ann[oi]|год\w?|рок\w|年|년|عام|سنة|שנה"
_PARTS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.33", "⅔": "0.67"}
_PART = re.compile(rf"(?<=\d)\s?(?P<part>[{''.join(_PARTS)}])")
_SCALE = re.compile(r"[\s-]{1,2}([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Half:
    """Where it stands and what it says. ``exact`` where it is a number as good as another."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    exact: bool


def halves(folded: str, language: str) -> Iterator[Half]:
    """Half or a quarter of a million, of an hour, of a year, in order of kind."""
    for pattern, scales in _patterns(language):
        for found in pattern.finditer(folded):
            share = Decimal("0.5") if found["half"] else Decimal("0.25")
            of = found["of"]
            if of in scales:
                yield Half(*found.span(), (share * scales[of],), exact=True)
            else:
                whole = 60 if re.fullmatch(_HOURS, of) else 12
                yield Half(*found.span(), (share, share * whole), exact=False)


def with_half(folded: str, end: int, value: Decimal, language: str) -> tuple[int, Decimal] | None:
    """The end and the value of a number and what "and a half" after it adds; None without one."""
    part = _PART.match(folded, end)
    if part:
        return part.end(), value + Decimal(_PARTS[part["part"]])
    said = _and_a_half(language)
    found = said.match(folded, end) if said else None
    if found is None:
        return None
    table = word_table(language)
    scale = _SCALE.match(folded, found.end())
    times = table.scales.get(scale[1]) if table and scale else None
    if times and scale and value < times:
        return scale.end(), (value + Decimal("0.5")) * times
    last = max((each for each in _scales(language).values() if value % each == 0), default=1)
    return found.end(), value + Decimal("0.5") * (last if value else 1)


@cache
def _scales(language: str) -> Mapping[str, int]:
    table = word_table(language)
    return table.scales if table else {}


@cache
def _and_a_half(language: str) -> re.Pattern[str] | None:
    return re.compile(rf"{_AND_A_HALF[language]}(?!\w)") if language in _AND_A_HALF else None


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], Mapping[str, int]], ...]:
    if language not in _HALF:
        between = re.compile(rf"(?P<half>半|반)(?P<quarter>)\s?个?個?(?P<of>{_HOURS}|{_YEARS})")
        return ((between, {}),) if language in ("zh", "ja", "ko") else ()
    scales = _scales(language)
    words = "|".join(sorted(scales, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<!\w)(?:ה|ב|ل|ال)?(?:(?P<half>{_HALF[language]})|(?P<quarter>{_QUARTER[language]}))[\s-]"
        rf"(?:{_FILLER}[\s-]?)?(?P<of>{words}|{_HOURS}|{_YEARS})(?!\w)"
    )
    return ((pattern, scales),)
