"""Whether a block is a date and nothing else, with or without its place."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

_LONGEST = 80
_YEAR = r"(?:1\d{3}|20\d{2})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMERIC = rf"{_DAY}\s*[./-]\s*(?:{_DAY}|[IVX]{{1,4}})\s*[./-]\s*(?:{_YEAR}|\d{{2}})"
_ISO = rf"{_YEAR}-\d{{2}}(?:-\d{{2}})?"
_EAST_ASIAN = (
    rf"(?:{_YEAR}|[一二三四五六七八九〇○零]{{4}})\s*[年년]"
    r"(?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月월]"
    r"(?:\s*(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*[日일号號])?)?"
)
_AFTER = r"(?:\s*(?:г\.?|года|гг\.|р\.|року|r\.|m\.|م|г))?"
_TIME = (
    r"(?:\s*[,—–-]?\s*(?:at\s+)?\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\.?|noon|midnight|h|Uhr|час\.?)?"
    r"(?:\s*\(?[A-Z]{3,4}\)?)?)?"
)
_PLACE = (
    r"(?:(?:[^\W\d_][\w.'’-]*\s+){0,2}[^\W\d_][\w.'’-]*\s*[,،]\s+(?:den\s+|le\s+|the\s+)?"
    r"|(?:le|den|al|el|a)\s+)?"
)


def is_dateline(wording: str, language: str) -> bool:
    """Whether the wording is only a date: ``January 22, 1950``, ``22.1.1950 г.``, ``1950年1月22日``.

    A place with its comma may stand before it and a time after it. Months are read in the language and in English
    (names: CLDR).
    """
    wording = wording.strip().strip("[]().").strip()
    return len(wording) <= _LONGEST and _pattern(language).fullmatch(wording) is not None


def names_a_day(wording: str, language: str) -> bool:
    """Whether the wording begins with a day and a month: ``22. Januar trafen wir``."""
    return _day_and_month(language).match(wording) is not None


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str]:
    month = _months(language)
    day_first = (
        rf"{_DAY}\.?(?:st|nd|rd|th|er|º|-го)?\s+(?:of\s+|de\s+)?{month},?\s+(?:de\s+)?{_YEAR}"
    )
    month_first = rf"{month}\.?\s+(?:{_DAY}(?:st|nd|rd|th)?\s*,?\s+)?{_YEAR}"
    date = rf"(?:{day_first}|{month_first}|{_NUMERIC}|{_ISO})"
    return re.compile(
        rf"{_PLACE}{date}{_AFTER}{_TIME}|(?:\w{{1,10}}[,，、]?\s*)?{_EAST_ASIAN}", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _day_and_month(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{_DAY}\.\s+{_months(language)}\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _months(language: str) -> str:
    names = _month_names("en") | _month_names(language.split("-", maxsplit=1)[0].lower())
    prefix = "ב?" if language.startswith("he") else ""
    return f"{prefix}(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})"


def _month_names(language: str) -> set[str]:
    try:
        months = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return set()
    return {
        name.rstrip(".")
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in months[context][width].values()
        if not name[:1].isdigit()
    }
