"""Number words by language: tables of fact, made by hand.

Source: written out by hand for en, ru, de, fr, ar and he, and not yet checked against a published
table (CLDR's rule-based number formats are the one to check with). Words are lower case, with ё
written е.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from archive.parallel.languages import tongue


@dataclass(frozen=True, slots=True)
class WordTable:
    """How a language spells whole numbers.

    ``values``: words that add (one … ninety, fused hundreds). ``hundreds``: words that multiply
    what stands before by 100. ``teens``: words that add ten to a unit before them. ``scales``:
    thousand and up. ``abbreviated``: scales written short, only after digits. ``joiners`` may stand
    between parts; ``prefix`` is a joiner written on to the next word; ``units_first``: the unit
    precedes the ten.
    """

    values: Mapping[str, int]
    hundreds: frozenset[str] = frozenset()
    teens: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)
    abbreviated: Mapping[str, int] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    prefix: str = ""
    units_first: bool = False
    ordinals: Mapping[str, int] = field(default_factory=dict)
    fused_thousand: str = ""

    def begins(self, word: str) -> bool:
        """Whether a number may begin with the word."""
        return (
            word in self.values
            or word in self.scales
            or word in self.hundreds
            or word in self.ordinals
            or (self.fused_thousand != "" and self.fused_thousand in word)
        )

    def value(self, word: str) -> int | None:
        """What the word adds; None where it is no such word. German writes 12 400 as one word."""
        if word in self.values or not self.fused_thousand:
            return self.values.get(word)
        head, fused, tail = word.partition(self.fused_thousand)
        tail = tail if tail in self.values else tail.removeprefix("und")
        if not fused or (head and head not in self.values) or tail not in self.values:
            return None
        return self.values.get(head, 1) * 1000 + self.values[tail]


def _listed(words: str, first: int, step: int = 1) -> dict[str, int]:
    """``"a b|c d"`` from 1: a and b are 1, c and d are 2."""
    return {
        word: first + step * place
        for place, group in enumerate(words.split("|"))
        for word in group.split()
    }


@cache
def word_table(language: str) -> WordTable | None:
    """The table of a language tag's language, or None where there is none."""
    maker = _MAKERS.get(tongue(language))
    return maker() if maker else None


def _english() -> WordTable:
    units = (
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
        "sixteen|seventeen|eighteen|nineteen"
    )
    tens = "twenty|thirty|forty fourty|fifty|sixty|seventy|eighty|ninety"
    ordinals = (
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
        "thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    )
    round_ordinals = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"
    return WordTable(
        values=_listed(units, 1) | _listed(tens, 20, 10) | {"zero": 0, "dozen": 12},
        hundreds=frozenset(["hundred"]),
        scales={"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
        abbreviated={
            "k": 10**3,
            "m": 10**6,
            "mn": 10**6,
            "mln": 10**6,
            "mil": 10**6,
            "bn": 10**9,
            "b": 10**9,
            "tn": 10**12,
            "thousands": 10**3,
            "millions": 10**6,
        },
        joiners=frozenset(["and"]),
        ordinals=_listed(ordinals, 1) | _listed(round_ordinals, 20, 10),
    )


def _russian() -> WordTable:
    small = (
        "один одна одно одного одной одному одним одном одну|два две двух двум двумя|"
        "три трех трем тремя|четыре четырех четырем четырьмя|пять пяти пятью|шесть шести шестью|"
        "семь семи семью|восемь восьми восемью|девять девяти девятью|десять десяти десятью|"
        + "|".join(
            f"{stem}ь {stem}и {stem}ью"
            for stem in (
                [
                    "одиннадцат",
                    "двенадцат",
                    "тринадцат",
                    "четырнадцат",
                    "пятнадцат",
                    "шестнадцат",
                    "семнадцат",
                    "восемнадцат",
                    "девятнадцат",
                ]
            )
        )
    )
    tens = (
        "двадцать двадцати двадцатью|тридцать тридцати тридцатью|сорок сорока|"
        "пятьдесят пятидесяти пятьюдесятью|шестьдесят шестидесяти шестьюдесятью|"
        "семьдесят семидесяти семьюдесятью|восемьдесят восьмидесяти восемьюдесятью|"
        "девяносто девяноста"
    )
    hundreds = (
        "сто ста|двести двухсот двумстам двумястами двухстах|"
        "триста трехсот тремстам тремястами трехстах|"
        "четыреста четырехсот четыремстам четырьмястами четырехстах|"
        + "|".join(
            f"{stem}ьсот {stem}исот {stem}истам {stem}ьюстами {stem}истах"
            for stem in ("пят", "шест", "сем", "восем", "девят")
        )
    )
    endings = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
    large = {
        stem + ending: value
        for stem, value in (("миллион", 10**6), ("миллиард", 10**9), ("триллион", 10**12))
        for ending in endings
    }
    thousand = dict.fromkeys(
        [
            "тысяча",
            "тысячи",
            "тысяч",
            "тысяче",
            "тысячу",
            "тысячей",
            "тысячью",
            "тысячам",
            "тысячами",
            "тысячах",
        ],
        1000,
    )
    return WordTable(
        values=_listed(small, 1)
        | _listed(tens, 20, 10)
        | _listed(hundreds, 100, 100)
        | {"восьмисот": 800, "восьмистам": 800, "восьмистах": 800, "ноль": 0, "нуль": 0},
        scales=thousand | large,
        abbreviated={"тыс": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12},
    )


def _german() -> WordTable:
    units = "ein eins eine einen einem einer|zwei zwo|drei|vier|fünf|sechs|sieben|acht|neun"
    teens = "zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"
    tens = "zwanzig|dreißig dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
    ones = _listed("ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun", 1)
    below = _listed(units, 1) | _listed(teens, 10) | _listed(tens, 20, 10)
    for ten, value in _listed(tens, 20, 10).items():
        below |= {f"{one}und{ten}": count + value for one, count in ones.items()}
    hundred = {"hundert": 100} | {f"{one}hundert": 100 * n for one, n in ones.items()}
    joined = {
        f"{head}{link}{tail}": high + low
        for head, high in hundred.items()
        for tail, low in below.items()
        for link in ("", "und")
    }
    below_thousand = below | hundred | joined
    thousands = {f"{head}tausend": n * 1000 for head, n in below_thousand.items()}
    return WordTable(
        values=below_thousand | thousands | {"null": 0, "dutzend": 12},
        fused_thousand="tausend",
        scales={
            "tausend": 10**3,
            "million": 10**6,
            "millionen": 10**6,
            "milliarde": 10**9,
            "milliarden": 10**9,
            "billion": 10**12,
            "billionen": 10**12,
        },
        abbreviated={"tsd": 10**3, "mio": 10**6, "mill": 10**6, "mrd": 10**9},
    )


def _french() -> WordTable:
    units = (
        "un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|"
        "seize"
    )
    tens = "vingt|trente|quarante|cinquante|soixante|septante|octante huitante|nonante"
    return WordTable(
        values=_listed(units, 1) | _listed(tens, 20, 10) | {"zéro": 0, "vingts": 20},
        hundreds=frozenset(["cent", "cents"]),
        scales={
            "mille": 10**3,
            "million": 10**6,
            "millions": 10**6,
            "milliard": 10**9,
            "milliards": 10**9,
        },
        abbreviated={"mio": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9},
        joiners=frozenset(["et"]),
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
        values=_listed(units, 1) | _listed(tens, 20, 10) | hundreds | {"عشرة": 10, "صفر": 0},
        teens=frozenset(["عشر", "عشرة"]),
        scales=dict.fromkeys(["ألف", "ألفا", "ألفاً", "آلاف", "الف", "الفا", "الاف"], 10**3)
        | dict.fromkeys(["مليون", "مليونا", "مليوناً", "ملايين"], 10**6)
        | dict.fromkeys(["مليار", "مليارا", "ملياراً", "مليارات", "بليون"], 10**9)
        | dict.fromkeys(["تريليون"], 10**12),
        prefix="و",
        units_first=True,
    )


def _hebrew() -> WordTable:
    units = (
        "אחת אחד|שתיים שתים שניים שנים שתי שני|שלוש שלושה שלושת|ארבע ארבעה ארבעת|חמש חמישה חמשת|"
        "שש שישה ששת|שבע שבעה שבעת|שמונה שמונת|תשע תשעה תשעת|עשר עשרה עשרת"
    )
    tens = "עשרים|שלושים|ארבעים|חמישים|שישים|שבעים|שמונים|תשעים"
    return WordTable(
        values=_listed(units, 1) | _listed(tens, 20, 10) | {"מאה": 100, "מאתיים": 200, "אפס": 0},
        hundreds=frozenset(["מאות"]),
        teens=frozenset(["עשר", "עשרה"]),
        scales=dict.fromkeys(["אלף", "אלפים", "אלפי"], 10**3)
        | dict.fromkeys(["מיליון", "מיליוני"], 10**6)
        | dict.fromkeys(["מיליארד", "מיליארדי"], 10**9)
        | dict.fromkeys(["טריליון"], 10**12),
        prefix="ו",
    )


_MAKERS = {
    "en": _english,
    "ru": _russian,
    "de": _german,
    "fr": _french,
    "ar": _arabic,
    "he": _hebrew,
}
