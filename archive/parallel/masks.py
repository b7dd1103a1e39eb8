"""What looks like a quantity and is none: shelfmarks, pages, list markers, links, weekdays."""

from __future__ import annotations

import re

_REFERENCE = (
    r"(?:[№#]|n[o°º]?\.?|nr\.?)?\s{0,2}\d{1,6}(?:[-–/,]\s{0,2}\d{1,6}){0,4}(?:\s{0,2}об\.?)?"
)
_ARCHIVE = (
    r"фонд|опись|дело|листы?|ф|оп|д|лл?|fond|opis|delo|listy?|folder|box|reel|f|op|d|ll?|"
    r"бd|bd|bl|akte|carton|dossier"
)
_PAGE = r"pp?|pages?|fols?|ff|vol|volume|с|сс|стр|страниц[аыеу]|том|т|s|seiten?|page|стор|ص|עמ['’]?"
_MASKS = re.compile(
    "|".join(
        (
            rf"(?<![^\W\d_])(?:{_ARCHIVE})\.?\s*(?:№|n[o°º]?\b\.?)\s{{0,2}}\d{{1,6}}",
            rf"(?<![^\W\d_])(?:{_ARCHIVE})\.?\s{{0,2}}{_REFERENCE}(?=\s{{0,2}}[,;]\s{{0,2}}(?:{_ARCHIVE})\b)",
            rf"(?<=[,;]\s)(?:{_ARCHIVE})\.?\s{{0,2}}{_REFERENCE}(?!\w)",
            rf"(?<![^\W\d_])(?<!\.)(?:{_PAGE})\.\s{{0,2}}{_REFERENCE}",
            r"(?<![^\W\d_])(?:pages?|seiten?|страниц[аыеу])\s{1,2}\d{1,6}(?:[-–]\d{1,6})?",
            r"第\s?\d{1,5}\s?[页頁]|(?<!\d)\d{1,5}\s?쪽",
            r"\[\^?\d{1,5}\]|[⁰¹²³⁴-⁹]",
            r"\A\s{0,4}[(（]?\d{1,2}[.)）、]\s",
        )
    )
)


def masked(folded: str) -> list[tuple[int, int]]:
    """Stretches whose figures may satisfy the other side and are never themselves flagged.

    Takes the text in lower case, as ``folding.fold`` gives it; in order, never overlapping.
    """
    return [found.span() for found in _MASKS.finditer(folded)]


_ORDINAL = "(?:st|nd|rd|th|-?[йя]|-?го|e|ème|er)?"
_LABELS = re.compile(
    "|".join(
        [
            r"(?:https?://|\bwww\.)\S{1,300}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w|[@#]\w{1,64}",
            rf"\b\d{{1,2}}{_ORDINAL}\.?\s?(?:centur|век|ст\.|jahrhundert|siècle|世纪|世紀|세기)",
            r"القرن\s\w{2,12}(?:\s\w{2,12})?|המאה\s(?:ה\s?[-־]?\s?\d{1,2}|ה\w{2,8}(?:\s\w{2,8})?)",
        ]
    )
)


# What each of them has, and few sentences do: a twentieth of the time of looking for all.
_LABELLED = ("http", "www.", "@", "#", "centur", "век", "ст.", "jahrhundert", "siècle", "世纪", "世紀",
             "세기", "القرن", "המאה")  # fmt: skip


def labels(folded: str) -> list[tuple[int, int]]:
    """Stretches whose figures are no quantity either, but which the other side repeats if it has
    them: links, handles, centuries. What stands in one is flagged only against another."""
    if not any(mark in folded for mark in _LABELLED):
        return []
    return [found.span() for found in _LABELS.finditer(folded)]


_WEEKDAYS = re.compile(
    r"(?:(?<![一每两])[周週]|星期|[礼禮]拜)[一二三四五六](?!天)"
    r"|(?:יום|בימי|ימי)\s(?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|(?:ال)?[اإ]ثنين(?=\s)|ال[أا]حد\b"
)


_NUMBERED_DAYS = frozenset(["ar", "he", "ja", "zh"])


def weekdays(folded: str, spoken: str) -> list[tuple[int, int]]:
    """Days of the week that the language names by number, which say no number."""
    if spoken not in _NUMBERED_DAYS:
        return []
    return [found.span() for found in _WEEKDAYS.finditer(folded)]
