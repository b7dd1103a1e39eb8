"""The dates that a text states, in words, figures, Chinese numerals and eras."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from archive.parallel.cjk import DIGITS, cjk_numbers
from archive.parallel.languages import tongue


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text; None is a part that the text does not state.

    ``year`` below 100 leaves the century open. ``swapped``: month and day may stand the other way
    round (2/1/1950 in English). ``doubtful``: perhaps no date at all ("may", "mar").
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    swapped: bool = False
    doubtful: bool = False

    @property
    def soft(self) -> bool:
        """Too little is stated to be flagged: no month, or one that may be another word."""
        return self.month is None or (self.doubtful and self.day is None and self.year is None)

    @property
    def value(self) -> str:
        """ISO 8601 with what is known: 1950-01-22, 1950-01, --01-22, ---22, 50-01-22."""
        year = "-" if self.year is None else f"{self.year:0{2 if self.year < 100 else 4}d}"
        month = "-" if self.month is None else f"{self.month:02d}"
        parts = [year, month] + ([] if self.day is None else [f"{self.day:02d}"])
        return "-".join(parts).replace("----", "---").removesuffix("--")

    @property
    def parts(self) -> tuple[int, ...]:
        """The figures stated, any of which may answer a bare figure of the other side."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def agrees(self, other: DateMention) -> bool:
        """No stated part contradicts the other's; what one does not state agrees with anything."""
        turned = [(self.month, self.day)] + ([(self.day, self.month)] if self.swapped else [])
        others = [(other.month, other.day)] + ([(other.day, other.month)] if other.swapped else [])
        return _same_year(self.year, other.year) and any(
            _same(month, their_month) and _same(day, their_day)
            for month, day in turned
            for their_month, their_day in others
        )

    def calendar_apart(self, other: DateMention, year: int | None) -> bool:
        """As Julian and Gregorian days are: 11 to 13 days apart, before 1924.

        ``year`` stands in where a date does not state its own.
        """
        mine, theirs = self._exact(year), other._exact(year)
        if mine is None or theirs is None or max(mine, theirs).year >= 1924:
            return False
        return 11 <= abs((mine - theirs).days) <= 13

    def _exact(self, fallback: int | None) -> date | None:
        year = self.year or fallback
        if not year or year < 100 or not self.month or not self.day:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def _same(first: int | None, second: int | None) -> bool:
    return first is None or second is None or first == second


def _same_year(first: int | None, second: int | None) -> bool:
    if first is None or second is None or first == second:
        return True
    return min(first, second) < 100 and first % 100 == second % 100


ERAS = {
    "民国": 1911, "民國": 1911, "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988,
    "令和": 2018, "단기": -2333, "檀紀": -2333, "주체": 1911, "juche": 1911, "чучхе": 1911,
}  # fmt: skip
"""What an era's year is counted from: 民国三十九年 is 1950."""

ROMAN_MONTHS = {
    numeral: month
    for month, numeral in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1
    )
}
MONTH_FIRST = frozenset(["en"])

_HAN = "".join(DIGITS) + "十廿卅"
_COUNT = rf"(?:\d{{1,4}}|[{_HAN}]{{1,4}})"
_EAST = re.compile(
    rf"(?:(?P<era>{'|'.join(ERAS)})\s?)?"
    rf"(?:(?P<year>{_COUNT}|元)\s?[年년]\s?(?:度\s?)?)?"
    rf"(?:(?P<month>{_COUNT})\s?[月월]\s?(?:(?P<day>{_COUNT})\s?[日号號일])?)?"
)
_EAST_MARK = re.compile("[年년月월]")
_ERA_YEAR = re.compile(r"(?P<era>juche|чучхе|주체|단기)\s?(?P<year>\d{1,4})(?:[년年])?")
_DIGIT = re.compile(r"\d")
# What every date in figures alone has, and few sentences do: one look instead of three.
_PARTED = re.compile(r"\d\s?[./-]\s?[\divx]")
_ISO = re.compile(r"(?<![\d.-])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d-])")
_DOTTED = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\s?([./-])\s?(?P<month>\d{1,2}|[ivx]{1,4})\s?\2\s?"
    r"(?P<year>\d{4}|\d{2})(?![\d]|[./-]\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d.])(?P<year>\d{4})\s?([./])\s?(?P<month>\d{1,2})\s?\2\s?(?P<day>\d{1,2})(?![\d])"
)
_KOREAN = re.compile(r"(?<![\d.])(?P<year>\d\d)\. (?P<month>\d{1,2})\. (?P<day>\d{1,2})\.")


def dates(folded: str, language: str) -> list[DateMention]:
    """The dates of a folded text in order, never overlapping. A bare year is left to numbers."""
    spoken = tongue(language)
    found: list[DateMention] = []
    taken: set[int] = set()
    for mention in _all(folded, language, spoken):
        stretch = range(mention.start, mention.end)
        if taken.isdisjoint(stretch) and _possible(mention):
            taken.update(stretch)
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _all(folded: str, language: str, spoken: str) -> Iterator[DateMention]:
    if spoken in ("zh", "ja", "ko"):
        yield from _eastern(folded)
    if spoken == "ko":
        yield from _matches(_KOREAN, folded, _plain)
    worded = _worded(language)
    if worded and not worded.names(folded):
        worded = None
    if _DIGIT.search(folded):
        yield from _matches(_ERA_YEAR, folded, _era)
        if _PARTED.search(folded):
            yield from _matches(_ISO, folded, _plain)
            yield from _matches(_YEAR_FIRST, folded, _plain)
            yield from _matches(_DOTTED, folded, lambda found: _dotted(found, spoken))
        if worded:
            for pattern in worded.figured:
                yield from _matches(pattern, folded, worded.read)
    if worded:
        yield from _matches(worded.alone, folded, worded.read)


def _matches(
    pattern: re.Pattern[str],
    folded: str,
    read: Callable[[re.Match[str]], DateMention | None],
) -> Iterator[DateMention]:
    for found in pattern.finditer(folded):
        mention = read(found)
        if mention is not None:
            yield mention


def _possible(mention: DateMention) -> bool:
    month, day = mention.month or 1, mention.day or 1
    return 1 <= month <= 12 and 1 <= day <= 31


def _plain(found: re.Match[str]) -> DateMention:
    return DateMention(*found.span(), int(found["year"]), int(found["month"]), int(found["day"]))


def _era(found: re.Match[str]) -> DateMention:
    return DateMention(*found.span(), int(found["year"]) + ERAS[found["era"]], None, None)


def _dotted(found: re.Match[str], spoken: str) -> DateMention | None:
    first, mark, year = int(found["day"]), found[2], int(found["year"])
    if not found["month"].isdigit():
        month = ROMAN_MONTHS.get(found["month"])
        return DateMention(*found.span(), year, month, first) if month else None
    second = int(found["month"])
    if mark == "-" and len(found["year"]) == 2:
        return None
    if (mark == "/" and spoken in MONTH_FIRST and first <= 12) or second > 12:
        first, second = second, first
    both = mark == "/" and first <= 12 and second <= 12
    return DateMention(*found.span(), year, second, first, swapped=both)


def _eastern(folded: str) -> Iterator[DateMention]:
    for found in _EAST.finditer(folded) if _EAST_MARK.search(folded) else ():
        if found["month"] or (found["era"] and found["year"]):
            yield _read_east(found)


def _read_east(found: re.Match[str]) -> DateMention:
    year = _count(found["year"]) if found["year"] else None
    if year is not None and found["era"]:
        year += ERAS[found["era"]]
    month = _count(found["month"]) if found["month"] else None
    day = _count(found["day"]) if found["day"] else None
    length = len(found[0].rstrip())
    return DateMention(found.start(), found.start() + length, year, month, day)


def _count(written: str) -> int:
    if written.isdigit() and written.isascii():
        return int(written)
    return 1 if written == "元" else int(next(cjk_numbers(written)).value)


_ALSO_WORDS = {
    "ar": "مارس ماي آب جوان أوت",
    "de": "",
    "en": "may march",
    "es": "",
    "fr": "mars",
    "he": "מאי מרץ מרס יוני יולי",
    "it": "",
    "ru": "",
    "uk": "лист серп трав груд квіт верес",
}
_LEAD = re.compile(
    r"(?:\b(?:in|since|until|till|of|last|next|this|early|late|mid|from|during|through"
    r"|en|de|du|fin|début|mi|au|depuis|dès)[\s-]|(?:في|شهر|من|خلال|منذ|حتى|أواخر|أوائل)\s)$"
)


def _is_doubtful(found: re.Match[str], language: str) -> bool:
    """Whether a month's name is as likely another word: short ones, "march" but not "in march".

    Hebrew writes "in" on to the word; with it May is a stage director too.
    """
    month = found["month"]
    if language not in _ALSO_WORDS:
        return len(month) <= 4
    if len(month) > 3 and month not in _ALSO_WORDS[language].split():
        return False
    if language == "he":
        return month == "מאי" or found[0].startswith(month)
    return _LEAD.search(found.string[max(0, found.start() - 10) : found.start()]) is None


@dataclass(frozen=True, slots=True)
class _Worded:
    """The patterns of dates whose month is a word, with figures and ``alone``; the months, and
    ``heads``, with which every name of one begins."""

    language: str
    figured: tuple[re.Pattern[str], ...]
    alone: re.Pattern[str]
    months: dict[str, int]
    heads: frozenset[str]

    def names(self, folded: str) -> bool:
        """Whether a month may be named, which few sentences do: a hundredth of the time of looking
        for the patterns."""
        return any(head in folded for head in self.heads)

    def read(self, found: re.Match[str]) -> DateMention | None:
        parts = found.groupdict()
        day, year = parts.get("day"), parts.get("year")
        return DateMention(
            *found.span(),
            int(year) if year else None,
            self.months[parts["month"]],
            int(day) if day else None,
            doubtful=_is_doubtful(found, self.language),
        )


_MONTHS: dict[str, dict[str, int]] = json.loads(
    (Path(__file__).parent / "tables" / "months.json").read_text(encoding="utf-8")
)


_UNLISTED = {"en": {"sept": 9}, "he": {"מרס": 3}}
"""Names of months that CLDR leaves out."""


@cache
def _months(language: str) -> dict[str, int]:
    """Every way in which CLDR writes a month of the language, and the Russian cases."""
    spoken = tongue(language)
    names = dict(_MONTHS.get(spoken, {}))
    if spoken == "ru":
        names |= _inflected(names)
    return names | _UNLISTED.get(spoken, {})


def _inflected(names: dict[str, int]) -> dict[str, int]:
    """The cases of Russian months that CLDR leaves out: в январе, к маю, перед августом."""
    stems = {name.rstrip("ьй"): month for name, month in names.items() if name[-1] in "ьйт"}
    return {
        stem + ending: month
        for stem, month in stems.items()
        for ending in ("е", "ю", "у", "ем", "ом")
    }


_HEAD = 3


@cache
def _worded(language: str) -> _Worded | None:
    months = _months(language)
    if not months:
        return None
    listed = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    month = rf"(?:\bde |\bd'|\bمن )?(?:[בלמהושכ]{{1,2}}(?=[֐-׿])|[وبلفك](?=[\u0620-\u064a]))?(?P<month>{listed})(?![^\W\d_])\.?"
    day = r"(?<![\d.,:/])(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th|er|-?го|-?е|º))?\.?"
    year = r"(?:,? (?:de |of |(?:من )?(?:ال)?(?:عام|سنة) |(?:של )?שנת )?|\s?,?\s?)(?P<year>\d{4})(?!\d)"
    start = r"(?<![^\W\d_])"
    written = (
        rf"{day}\s?(?:of |day of )?{month}{year}",
        rf"{start}{month}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.:]\d){year}",
        rf"{day}\s?(?:of )?{month}(?!\w)",
        rf"{start}{month}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%]|[.:,]\d)",
        rf"{start}{month}{year}",
    )
    figured = tuple(re.compile(pattern) for pattern in written)
    if tongue(language) == "fr":
        month = month.replace("|sept|", "|")
    alone = re.compile(rf"{start}{month}(?!\w)")
    heads = frozenset(name[:_HEAD] for name in months)
    return _Worded(tongue(language), figured, alone, months, heads)
