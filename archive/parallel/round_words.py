"""Words that imply a number without being one: both, a decade, half, the eighties, noon, twofold.

What they say may answer a figure of the other side; they are never flagged themselves. Written by
hand for the languages that have a table of number words; values likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from archive.parallel.affixes import words, written
from archive.parallel.languages import EAST_ASIAN

_CENTURIES = (0, 1900, 1800, 2000)
_VALUES: Mapping[str, tuple[str, ...]] = {
    "two": ("2",), "three": ("3",), "four": ("4",), "five": ("5",), "six": ("6",),
    "ten": ("10",), "dozen": ("12",), "fifteen": ("15", "14", "2"), "twenty": ("20",),
    "thirty": ("30",), "forty": ("40",), "fifty": ("50",), "hundred": ("100", "1"),
    "thousand": ("1000",), "decades": ("20", "2"), "half": ("0.5", "2", "50"),
    "third": ("3", "33"), "quarter": ("4", "25", "0.25"),
    "thirds": ("3", "67", "66"), "quarters": ("4", "75", "0.75"), "half more": ("1.5", "18", "90"), "half year": ("6", "0.5"), "half hour": ("30", "0.5"), "day": ("24", "1"),
    "noon": ("12",), "midnight": ("0", "24", "12"), "half million": ("500000", "0.5"),
    "half thousand": ("500",), "two hundred": ("200",), "two thousand": ("2000",),
} | {
    f"{tens}s": tuple(str(tens + century) for century in _CENTURIES) for tens in range(10, 100, 10)
}  # fmt: skip

_DECADES = frozenset(tuple(map(Decimal, _VALUES[f"{tens}s"])) for tens in range(10, 100, 10))

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "two": "both couple twice pair pairs duo twin twins double doubled doubles doubling twofold dual bilateral fortnight",
        "three": "thrice trio triple tripled treble threefold triplets trilateral", "four": "quadruple quartet fourfold", "five": "quintet fivefold", "six": "sextet",
        "ten": "decade tens tenfold", "decades": "decades", "hundred": "century centuries centenary centennial hundreds", "thousand": "thousands millennium",
        "half": "half halves halved midway halfway", "third": "third", "thirds": "thirds", "quarters": "quarters three-quarters", "quarter": "quarter quarterly", "noon": "noon midday", "midnight": "midnight", "dozen": "dozens",
        "10s": "teens", "20s": "twenties", "30s": "thirties", "40s": "forties", "50s": "fifties", "60s": "sixties", "70s": "seventies", "80s": "eighties", "90s": "nineties",
    },
    "ru": {
        "two": "оба обе обоих обеих обоим обеим двое двоих дважды вдвое пара пару пары паре парой дуэт дуэта дуэту дуэтом двойной двойная двойное двойню двойного удвоить удвоил удвоила удвоили двусторонний двусторонние двусторонних близнецы близнецов",
        "three": "трое троих троим трижды втрое трио тройной тройная тройка тройки тройку", "four": "четверо четверых четырежды вчетверо", "five": "пятеро пятерых впятеро пятерка", "six": "шестеро шестерых",
        "ten": "десятилетие десятилетия десятилетий десятилетиями десяток десятка десятки десятков десятками десятеро", "dozen": "дюжина дюжины дюжину дюжин", "hundred": "сотня сотни сотен сотнями век века веков столетие столетия столетий",
        "thousand": "тысячи тысяч тысячами тысячелетие", "half": "половина половины половину половине половиной пополам наполовину", "half hour": "полчаса получаса", "half more": "полтора полторы полутора", "half year": "полгода полугодие полугодия полугода",
        "third": "треть трети третью", "quarter": "четверть четверти четвертью квартал квартала квартале", "day": "сутки суток", "noon": "полдень полудня", "midnight": "полночь полуночи", "half million": "полмиллиона полумиллиона", "fifty": "полсотни", "half thousand": "полтысячи полутысячи",
    },
    "uk": {
        "two": "обидва обидві обох двоє двічі вдвічі вдвоє пара пару пари", "three": "троє тричі втричі утричі", "ten": "десятиліття десяток десятки десятків", "hundred": "сотня сотні сотень століття сторіччя", "thousand": "тисячі тисяч",
        "half": "половина половини половину", "half more": "півтора півтори", "half year": "півроку півріччя", "third": "третина третини третину", "quarter": "чверть чверті квартал", "day": "доба доби добу", "noon": "полудень", "midnight": "північ", "half million": "півмільйона",
    },
    "de": {
        "two": "beide beiden beider beides zweimal zweifach doppelt doppelte doppelten doppelter verdoppelt verdoppeln verdoppelte paar duo zwilling zwillinge zweitens", "three": "dreimal dreifach dreifache trio verdreifacht", "four": "viermal vierfach vierfache", "five": "fünfmal fünffach", "six": "sechsmal sechsfach",
        "ten": "jahrzehnt jahrzehnte jahrzehnten jahrzehnts zehnfach zehnfache zehnmal", "dozen": "dutzend dutzende", "hundred": "jahrhundert jahrhunderts jahrhunderte hunderte hunderten", "thousand": "tausende tausenden jahrtausend",
        "half": "halb halbe halben halber halbes hälfte halbiert halbzeit", "half more": "anderthalb eineinhalb", "half year": "halbjahr halbjahres", "third": "drittel", "quarter": "viertel quartal quartals", "noon": "mittag mittags", "midnight": "mitternacht",
        "20s": "zwanziger zwanzigern", "30s": "dreißiger dreissiger", "40s": "vierziger", "50s": "fünfziger", "60s": "sechziger", "70s": "siebziger", "80s": "achtziger", "90s": "neunziger",
    },
    "fr": {
        "two": "double doubles doublé doubler doublement duo paire paires couple bilatéral jumeaux quinzaine", "three": "triple triplé trio tripler trimestre trimestres trimestriel", "four": "quadruple quatuor", "five": "quintuple", "ten": "décennie décennies dizaine dizaines", "dozen": "douzaine douzaines", "fifteen": "quinzaine",
        "twenty": "vingtaine", "thirty": "trentaine", "forty": "quarantaine", "fifty": "cinquantaine", "hundred": "centaine centaines siècle siècles centenaire", "thousand": "millier milliers millénaire",
        "half": "demi demie moitié", "half year": "semestre semestriel", "third": "tiers", "quarter": "quart quarts trimestre", "noon": "midi", "midnight": "minuit",
    },
    "es": {
        "two": "ambos ambas doble dobles par pareja dúo", "three": "triple trío trimestre", "ten": "década décadas decena decenas", "dozen": "docena docenas", "hundred": "siglo siglos centenar centenares cientos", "thousand": "miles millar millares", "half": "medio media mitad", "half year": "semestre", "third": "tercio", "quarter": "cuarto trimestre", "noon": "mediodía", "midnight": "medianoche", "fifteen": "quincena", "twenty": "veintena",
    },
    "it": {
        "two": "entrambi entrambe doppio doppia coppia duo ambedue", "three": "triplo tripla trio trimestre", "ten": "decennio decenni decina decine", "dozen": "dozzina dozzine", "hundred": "secolo secoli centinaio centinaia", "thousand": "migliaio migliaia", "half": "mezzo mezza metà", "half year": "semestre", "third": "terzo", "quarter": "quarto trimestre", "noon": "mezzogiorno", "midnight": "mezzanotte", "fifteen": "quindicina", "twenty": "ventina",
    },
    "ar": {
        "two": "كلا كلتا كلاهما كليهما مرتين مرتان ضعف ضعفي ضعفين زوج زوجان زوجين ثنائي ثنائية عامين عامان سنتين سنتان يومين يومان شهرين شهران أسبوعين أسبوعان ساعتين ساعتان دقيقتين دقيقتان شخصين رجلين هدفين نقطتين مباراتين دولتين بلدين حفرتين طفلين جولتين توأم", "three": "ثلاثي ثلاثية ثلث", "four": "رباعي رباعية", "five": "خماسي", "six": "سداسي",
        "ten": "عقد عقود عشرات", "decades": "عقدين عقدان عقود", "hundred": "قرن قرون مئات", "thousand": "آلاف ألوف", "two hundred": "مئتين مئتان", "two thousand": "ألفين ألفان ألفي",
        "half": "نصف منتصف", "third": "ثلث ثلثي ثلثا", "quarter": "ربع فصلي", "noon": "ظهر ظهرا", "midnight": "منتصف",
        "20s": "عشرينات عشرينيات", "30s": "ثلاثينات ثلاثينيات", "40s": "أربعينات أربعينيات", "50s": "خمسينات خمسينيات", "60s": "ستينات ستينيات", "70s": "سبعينات سبعينيات", "80s": "ثمانينات ثمانينيات", "90s": "تسعينات تسعينيات",
    },
    "he": {
        "two": "שניהם שתיהן פעמיים כפול כפולה כפליים זוג צמד שנתיים יומיים שבועיים חודשיים שעתיים דקותיים תאומים הכפיל הכפילו להכפיל", "three": "שלישייה משולש שלישיית", "four": "רביעייה מרובע", "five": "חמישייה", "ten": "עשור עשורים עשרות", "decades": "עשורים", "dozen": "תריסר",
        "hundred": "מאות", "thousand": "אלפים אלפי", "two hundred": "מאתיים", "two thousand": "אלפיים", "half": "חצי מחצית מחציתם", "third": "שליש שלישים", "quarter": "רבע רבעון", "noon": "צהריים", "midnight": "חצות",
    },
    "zh": {"two": "双 雙 对 對 倍", "half": "半"},
    "ja": {"two": "双 両 倍", "half": "半"},
    "ko": {"two": "이틀 양측 쌍 두배 듀오", "three": "사흘", "four": "나흘", "ten": "열흘", "fifteen": "보름", "half": "절반 반 반세기", "noon": "정오", "midnight": "자정"},
}  # fmt: skip

_SLAVIC = {
    "двух": 2, "дву": 2, "трех": 3, "трёх": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13,
    "четырнадцати": 14, "пятнадцати": 15, "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18,
    "девятнадцати": 19, "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50,
    "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяноста": 90, "сто": 100,
    "двохсот": 200, "двухсот": 200, "трьох": 3, "чотирьох": 4, "восьми́": 8, "п'яти": 5,
}  # fmt: skip
_GERMAN = {
    "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "fünfzehn": 15, "achtzehn": 18, "zwanzig": 20,
    "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90, "hundert": 100,
}  # fmt: skip
_COMPOUNDS = {
    "ru": (_SLAVIC, "лет|дневн|недел|месячн|часов|минутн|кратн|тысячн|процентн|этажн|сторонн|местн|значн|томн|мильн|метров|километр|очков|мерн|сот"),
    "uk": (_SLAVIC, "річ|денн|тижнев|місячн|годинн|хвилинн|кратн|тисячн|відсотков|поверхов|сторонн"),
    "de": (_GERMAN, "jähr|tägi|stündi|wöchi|monati|minüti|köpfi|prozenti|teili|stelli|seiti|stöcki|türi|fach|mal"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoundWord:
    """Such a word and what it may mean, likeliest first. ``exact``: a decade, or a part of a
    compound (трехдневный), which does say its number."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    exact: bool


def round_words(folded: str, language: str) -> Iterator[RoundWord]:
    """The words of a folded text that imply a number, those of a kind in order."""
    yield from _roman(folded)
    known = _table(language)
    for word, start, end in _found(folded, language) if known else ():
        values = known.get(word)
        if values:
            yield RoundWord(start, end, values, exact=values in _DECADES)
    yield from _compounds(folded, language)


def _found(folded: str, language: str) -> Iterable[tuple[str, int, int]]:
    """Whole words; in Chinese, Japanese and Korean, which set none apart, the words themselves."""
    if language not in EAST_ASIAN:
        return words(folded)
    return ((word[0], *word.span()) for word in _unparted(language).finditer(folded))


_ROMAN = re.compile(
    r"(?<![\w.])(?=[ivx]{2})(?P<tens>x{0,3})(?P<units>ix|iv|v?i{0,3})(?:e|ème)?(?![\w])"
)
_UNITS = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]


def _roman(folded: str) -> Iterator[RoundWord]:
    """Roman numerals of two letters and more: World War II, XXe siècle."""
    for found in _ROMAN.finditer(folded):
        value = 10 * len(found["tens"]) + _UNITS.index(found["units"])
        yield RoundWord(*found.span(), (Decimal(value),), exact=False)


@cache
def _table(language: str) -> dict[str, tuple[Decimal, ...]]:
    """By every way in which the words are written."""
    table: dict[str, tuple[Decimal, ...]] = {}
    for meaning, listed in _WORDS.get(language, {}).items():
        values = tuple(Decimal(value) for value in _VALUES[meaning])
        for word in listed.split():
            table[word] = table.get(word, ()) + values
    return {form: table[word] for form, (word, _) in written(table, language).items()}


@cache
def _unparted(language: str) -> re.Pattern[str]:
    listed = sorted(_table(language), key=len, reverse=True)
    before = "(?<![가-힣])" if language == "ko" else ""
    return re.compile(f"{before}(?:{'|'.join(listed)})")


def _compounds(folded: str, language: str) -> Iterator[RoundWord]:
    """25 of двадцатипятилетний, 3 of dreitägig."""
    if language not in _COMPOUNDS:
        return
    numbers = _COMPOUNDS[language][0]
    for found in _compound(language).finditer(folded):
        value = sum(numbers[part] for part in found.groups() if part)
        yield RoundWord(*found.span(), (Decimal(value),), exact=True)


@cache
def _compound(language: str) -> re.Pattern[str]:
    numbers, stems = _COMPOUNDS[language]
    heads = "|".join(sorted(numbers, key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])({heads})({heads})?(?:{stems})[^\W\d_]*")
