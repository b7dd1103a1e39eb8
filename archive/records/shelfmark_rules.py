"""How archives write the parts of a shelfmark: labels, order and values. Facts only.

Russian parts follow GOST R 7.0.5-2008, 9 (Ф. 45. Оп. 1. Д. 334. Л. 22.) and the romanised
habits of historians writing English (fond 45, opis 1, delo 334, list 22).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

System = Literal["fond", "box", "series", "free"]
Language = Literal["en", "ru"]
Style = Literal["long", "short"]

# A number with what may hang on it: 45, 0102, 1012а, Р-5446, 54/1, 184-2, 45–49.
_NUMBER = r"(?:[^\W\d_]{1,3}-?)?[0-9]{1,9}[^\W\d_]{0,2}(?:[-/][^\W_]{1,9}){0,2}"
# Leaves: 22, 22 об., 45r-54v, 12-14, 16.
_LEAF = r"\[?[0-9]{1,6}(?:\s?(?:ob|об)\b\.?|[^\W\d_]{0,2})\]?"
_LEAVES = (
    rf"{_LEAF}(?:\s?-\s?(?:{_LEAF}|[rv]))?(?:\s?[,;]\s?{_LEAF}(?:\s?-\s?(?:{_LEAF}|[rv]))?){{0,20}}"
)
# A numbered or lettered name: A, FO 371, Turcica I.
_NAME = r"[A-Z0-9][\w/-]{0,30}(?: [A-Z0-9][\w/-]{0,30}){0,3}"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a system. ``words`` are (language, style) → (for one, for several)."""

    key: str
    labels: tuple[str, ...]
    value: str
    words: dict[tuple[Language, Style], tuple[str, str]]
    leaves: bool = False


def _part(
    key: str,
    labels: str,
    value: str,
    english: tuple[str, str],
    russian: tuple[str, str] | None = None,
    plural: tuple[str, str, str, str] | None = None,
) -> Part:
    """``english`` and ``russian`` are (long, short); ``plural`` both of them for several."""
    singular = (*english, *(russian or english))
    manners: tuple[tuple[Language, Style], ...] = (
        ("en", "long"),
        ("en", "short"),
        ("ru", "long"),
        ("ru", "short"),
    )
    words = dict(zip(manners, zip(singular, plural or singular, strict=True), strict=True))
    return Part(key, tuple(labels.split("|")), value, words, leaves=plural is not None)


#: Parts of each system in the order of the description, from the whole to the leaf.
#: The first label found in a string decides which system is tried.
PARTS: dict[System, tuple[Part, ...]] = {
    "fond": (
        _part("fond", "fond|f|фонд|ф", _NUMBER, ("fond", "f."), ("фонд", "ф.")),
        _part("opis", "opis|op|опись|оп", _NUMBER, ("opis", "op."), ("опись", "оп.")),
        _part("papka", "papka|pap|p|папка|пап|п", _NUMBER, ("papka", "p."), ("папка", "п.")),
        _part("delo", "delo|d|дело|д", _NUMBER, ("delo", "d."), ("дело", "д.")),
        _part(
            "list",
            "list|listy|l|ll|лист|листы|л|лл",
            _LEAVES,
            ("list", "l."),
            ("лист", "л."),
            ("listy", "ll.", "листы", "лл."),
        ),
    ),
    "box": (
        _part("box", "box|bx", _NUMBER, ("box", "box")),
        _part("folder", "folder|fldr", _NUMBER, ("folder", "folder")),
    ),
    "series": (
        _part("series", "series|ser", _NAME, ("series", "ser.")),
        _part("file", "file", _NUMBER, ("file", "file")),
        _part(
            "folio",
            "folio|folios|fol|fols|f|ff",
            _LEAVES,
            ("folio", "fol."),
            plural=("folios", "fols.", "folios", "fols."),
        ),
    ),
    "free": (),
}

#: The part that a shelfmark of the system cannot do without.
FIRST: dict[System, str] = {"fond": "fond", "box": "box", "series": "series"}
