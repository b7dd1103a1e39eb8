"""Number words by language: tables generated from ICU, and what ICU does not say.

The tables in ``tables`` hold the words; ``tables/README.md`` says how they are made. What stands
here was written by hand: abbreviations, joining words, and the Arabic and Hebrew spellings that
ICU's rules leave out. Words are lower case, with ё written е.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from archive.parallel.affixes import JOINING, written
from archive.parallel.languages import tongue

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True)
class WordTable:
    """How a language spells whole numbers.

    ``values``: words that add (one … ninety, fused hundreds). ``hundreds``: words that multiply
    what stands before by 100. ``teens``: words that add ten to a unit before them. ``scales``:
    thousand and up. ``abbreviated``: scales written short, only after digits. ``joiners`` may stand
    between parts; ``units_first``: the unit precedes the ten. ``ordinals`` end a number.
    """

    language: str
    values: Mapping[str, int]
    hundreds: frozenset[str] = frozenset()
    teens: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)
    abbreviated: Mapping[str, int] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    units_first: bool = False
    ordinals: Mapping[str, int] = field(default_factory=dict)
    fused_thousand: tuple[str, ...] = ()

    def begins(self, word: str) -> bool:
        """Whether a number may begin with the word."""
        if word in self.written:
            return True
        return bool(self.fused_thousand) and any(fused in word for fused in self.fused_thousand)

    @cached_property
    def written(self) -> dict[str, tuple[str, str]]:
        """Every word of the table, with what may be written on to its front."""
        known = frozenset().union(
            self.values, self.scales, self.hundreds, self.teens, self.ordinals
        )
        return written(known, self.language)

    def value(self, word: str) -> int | None:
        """What the word adds; None where it is no such word. German writes 12 400 as one word."""
        if word in self.values:
            return self.values[word]
        for fused in self.fused_thousand:
            head, found, tail = word.partition(fused)
            tail = tail if tail in self.values else tail.removeprefix("und")
            known = (not head or head in self.values) and (not tail or tail in self.values)
            if found and known and (head or tail):
                return self.values.get(head, 1) * 1000 + self.values.get(tail, 0)
        return None


def _listed(words: str, first: int, step: int = 1) -> dict[str, int]:
    """``"a b|c d"`` from 1: a and b are 1, c and d are 2."""
    return {
        word: first + step * place
        for place, group in enumerate(words.split("|"))
        for word in group.split()
    }


def _as_written(words: Mapping[str, int]) -> dict[str, int]:
    """Also hundert for einhundert, and Italian tre within a word without its accent."""
    shorter = {w.removeprefix("ein"): n for w, n in words.items() if w.startswith("einhundert")}
    plain = {w.removesuffix("é") + "e": n for w, n in words.items() if w.endswith("tré")}
    return {**plain, **shorter, **words}


@cache
def word_table(language: str) -> WordTable | None:
    """The table of a language tag's language, or None where there is none."""
    spoken = tongue(language)
    path = TABLES / f"{spoken}.json"
    if spoken not in _BY_HAND or not path.is_file():
        return None
    return _with_generated(_BY_HAND[spoken], json.loads(path.read_text(encoding="utf-8")))


def _with_generated(by_hand: WordTable, made: Mapping[str, Any]) -> WordTable:
    values = {**_as_written(made["words"]), **by_hand.values}
    scales = {**made["scales"], **by_hand.scales}
    teens = by_hand.teens | frozenset(made["teens"])
    ordinals = {
        word: value
        for word, value in made["ordinals"].items()
        if word not in values and word not in scales and word[0] not in JOINING
    }
    return replace(
        by_hand,
        values={word: value for word, value in values.items() if word not in scales},
        hundreds=by_hand.hundreds | frozenset(made["hundreds"]),
        teens=teens,
        scales=scales,
        ordinals={**ordinals, **by_hand.ordinals},
    )


def _arabic() -> WordTable:
    units = (
        "واحد واحدة احدى إحدى أحد|اثنان اثنين اثنتان اثنتين اثنا اثنتا اثني اثنتي|"
        "ثلاثة ثلاث|أربعة أربع اربعة اربع|خمسة خمس|ستة ست|سبعة سبع|ثمانية ثماني ثمان|تسعة تسع"
    )
    tens = (
        "عشرون عشرين|ثلاثون ثلاثين|أربعون أربعين اربعون اربعين|خمسون خمسين|ستون ستين|"
        "سبعون سبعين|ثمانون ثمانين|تسعون تسعين"
    )
    heads = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
    hundreds = {
        head + tail: 100 * place for place, head in enumerate(heads, 3) for tail in ("مئة", "مائة")
    } | {"ثمانيمئة": 800, "ثمانيمائة": 800, "اربعمئة": 400, "اربعمائة": 400}
    hundreds |= dict.fromkeys(["مئة", "مائة"], 100)
    hundreds |= dict.fromkeys(["مئتان", "مئتين", "مائتان", "مائتين", "مئتي", "مائتي"], 200)
    return WordTable(
        "ar",
        values=_listed(units, 1) | _listed(tens, 20, 10) | hundreds | {"عشرة": 10, "صفر": 0},
        teens=frozenset(["عشر", "عشرة"]),
        scales=dict.fromkeys(["ألف", "ألفا", "ألفاً", "آلاف", "الف", "الفا", "الاف"], 10**3)
        | dict.fromkeys(["مليون", "مليونا", "مليوناً", "ملايين"], 10**6)
        | dict.fromkeys(["مليار", "مليارا", "ملياراً", "مليارات", "بليون"], 10**9)
        | dict.fromkeys(["تريليون"], 10**12),
        units_first=True,
    )


def _hebrew() -> WordTable:
    units = (
        "אחת אחד|שתיים שתים שניים שנים שתי שני|שלוש שלושה שלושת|ארבע ארבעה ארבעת|חמש חמישה חמשת|"
        "שש שישה ששת|שבע שבעה שבעת|שמונה שמונת|תשע תשעה תשעת|עשר עשרה עשרת"
    )
    tens = "עשרים|שלושים|ארבעים|חמישים|שישים|שבעים|שמונים|תשעים"
    return WordTable(
        "he",
        values=_listed(units, 1) | _listed(tens, 20, 10) | {"מאה": 100, "מאתיים": 200, "אפס": 0},
        hundreds=frozenset(["מאות"]),
        teens=frozenset(["עשר", "עשרה"]),
        ordinals=_listed(
            "ראשון ראשונה ראשונים|שנייה שניה|שלישי שלישית|רביעי רביעית|חמישי חמישית|שישי שישית|"
            "שביעי שביעית|שמיני שמינית|תשיעי תשיעית|עשירי עשירית",
            1,
        ),
        scales=dict.fromkeys(["אלף", "אלפים", "אלפי"], 10**3)
        | dict.fromkeys(["מיליון", "מיליוני"], 10**6)
        | dict.fromkeys(["מיליארד", "מיליארדי"], 10**9)
        | dict.fromkeys(["טריליון"], 10**12),
    )


_EN_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9,
             "b": 10**9, "tn": 10**12, "thousands": 10**3, "millions": 10**6}  # fmt: skip
_BY_HAND = {
    "ar": _arabic(),
    "de": WordTable(
        "de",
        values={"zwo": 2, "dreissig": 30, "dutzend": 12, "null": 0},
        fused_thousand=("tausend",),
        scales={"tausend": 10**3},
        abbreviated={"tsd": 10**3, "mio": 10**6, "mill": 10**6, "mrd": 10**9},
    ),
    "en": WordTable(
        "en",
        values={"fourty": 40, "dozen": 12},
        abbreviated=_EN_SHORT,
        joiners=frozenset(["and"]),
    ),
    "es": WordTable(
        "es",
        values={"cien": 100, "ciento": 100, "docena": 12},
        joiners=frozenset(["y"]),
    ),
    "fr": WordTable(
        "fr",
        values={"vingts": 20, "septante": 70, "octante": 80, "huitante": 80, "nonante": 90},
        abbreviated={"mio": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9},
        joiners=frozenset(["et"]),
    ),
    "he": _hebrew(),
    "it": WordTable(
        "it",
        values={"dozzina": 12},
        fused_thousand=("mila", "mille"),
        scales={"mille": 10**3, "mila": 10**3},
    ),
    "ru": WordTable(
        "ru",
        values={"нуль": 0},
        scales={"тысячью": 10**3},
        abbreviated={"тыс": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12},
    ),
    "uk": WordTable(
        "uk",
        values={},
        abbreviated={"тис": 10**3, "млн": 10**6, "млрд": 10**9},
    ),
}
