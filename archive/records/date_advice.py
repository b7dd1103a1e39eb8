"""What somebody may have meant who wrote a date in another way than EDTF.

Candidates only: whoever asks tries them and offers those that can be read. Two remain where
the writing has two readings (1/2/1950).
"""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Iterator

#: Longer strings are not worth a guess.
LONGEST_GUESSED = 60

_MONTHS = {name.casefold(): number for number, name in enumerate(month_abbr) if name}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|approximately|around)\s*(.+)", re.IGNORECASE)
_PERHAPS = re.compile(r"(?:perhaps|probably|possibly)\s+(.+)", re.IGNORECASE)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})(?:\s?г\.?)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./ -]([0-9]{1,2})(?:[./ -]([0-9]{1,2}))?")
_RUN_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_WORD_FIRST = re.compile(r"([A-Za-z]+)\.? (?:([0-9]{1,2})(?:st|nd|rd|th)?,? )?([0-9]{4})")
_DAY_WORD = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([A-Za-z]+)\.?,? ([0-9]{4})")
_DECADE = re.compile(r"([0-9]{3})0['’]?s")
_YEARS = re.compile(r"([0-9]{2})([0-9]{2}) ?[-–—] ?([0-9]{2})?([0-9]{2})")
_OLD_UNKNOWN = re.compile(r"[0-9]{2,3}[xu]{1,2}|[0-9]{4}-(?:[0-9]{2}|uu|xx)(?:-(?:uu|xx))?")


def guesses(value: str) -> Iterator[str]:
    """EDTF strings that ``value`` may mean, likeliest first; none is promised to be valid."""
    text = " ".join(value.split())
    if len(text) > LONGEST_GUESSED:
        return
    yield text
    yield from _signs(text)
    for pattern, mark in ((_ABOUT, "~"), (_PERHAPS, "?")):
        if found := pattern.fullmatch(text):
            yield from (f"{guess}{mark}" for guess in guesses(found[1]))
    yield from _numbers(text)
    yield from _words(text)


def _signs(text: str) -> Iterator[str]:
    """Signs of older EDTF, or of another keyboard."""
    yield re.sub("[‐‑‒–—−]", "-", text).replace(" ", "")
    if _OLD_UNKNOWN.fullmatch(text):
        yield text.replace("u", "X").replace("x", "X")
    yield re.sub("/(?:open|now|present)$", "/..", text, flags=re.IGNORECASE)
    yield re.sub("(?:^unknown/|/unknown$)", "/", text, flags=re.IGNORECASE)


def _numbers(text: str) -> Iterator[str]:
    if found := _DAY_FIRST.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        day, month = (second, first) if second > 12 else (first, second)
        yield f"{found[3]}-{month:02}-{day:02}"
        if "." not in text and day <= 12:
            yield f"{found[3]}-{day:02}-{month:02}"
    if found := _YEAR_FIRST.fullmatch(text):
        yield "-".join([found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)])
    if found := _RUN_TOGETHER.fullmatch(text):
        yield "-".join(found.groups())
    if found := _DECADE.fullmatch(text):
        yield f"{found[1]}X"
    if found := _YEARS.fullmatch(text):
        century, year, later, last = found.groups()
        yield f"{century}{year}/{later or century}{last}"


def _words(text: str) -> Iterator[str]:
    if found := _WORD_FIRST.fullmatch(text):
        word, day, year = found.groups()
    elif found := _DAY_WORD.fullmatch(text):
        day, word, year = found.groups()
    else:
        return
    if day is None and (season := _SEASONS.get(word.casefold())):
        yield f"{year}-{season}"
    if month := _MONTHS.get(word[:3].casefold()):
        yield f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
