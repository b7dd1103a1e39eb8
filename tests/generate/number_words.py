"""Writes the word tables of ``archive/parallel/tables`` from ICU's rule-based number formats.

    pip install PyICU==2.17
    python tests/generate/number_words.py

ICU is needed here alone. Every public rule set of a language is asked (all genders, cases, ordinals)
for the numbers that have words of their own; a word that stands for two numbers keeps the smaller.
Beside each table ``tests/parallel/spelled/<language>.json`` gets 120 numbers written out, to be read back.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icu  # type: ignore[import-not-found, unused-ignore]

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "archive/parallel/tables"
SAMPLES = ROOT / "tests/parallel/spelled"
LANGUAGES = ("ar", "de", "en", "es", "fr", "he", "it", "ru", "uk")
READ_BY_SYLLABLE = {"ja": ("ja",), "ko": ("ko",), "zh": ("zh", "zh_Hant")}
ERA_BEGINS = "元"
"""How Japanese rules write the first year of an era; in running text it is a currency."""

FUSED = ("de", "it")
UNITS_BEFORE_TENS = ("ar",)
SCALES = (10**3, 10**6, 10**9, 10**12)
COUNTS = (1, 2, 3, 5, 11, 21)
_WORD = re.compile(r"[^\W\d_]+")


class Speller:
    """ICU's rules for one language."""

    def __init__(self, language: str) -> None:
        self._format = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
        names = [
            self._format.getRuleSetName(place)
            for place in range(self._format.getNumberOfRuleSetNames())
        ]
        self.ordinals = [name for name in names if "ordinal" in name]
        self.cardinals = [
            name for name in names if "ordinal" not in name and "numbering-" not in name
        ]
        self.numbering = [name for name in names if "numbering-" in name]

    def spell(self, number: int, rules: str) -> str:
        """In lower case, ё as е, without the soft hyphens and vowel points of ICU's rules."""
        self._format.setDefaultRuleSet(rules)
        written = str(self._format.format(number)).lower().replace("ё", "е")
        return re.sub("[\u00ad\u200b\u0591-\u05bd\u064b-\u0652]", "", written)

    def words(self, number: int, kinds: list[str]) -> Iterator[list[str]]:
        """The words of a number by each rule set that is whole words, not digits."""
        for rules in kinds:
            written = self.spell(number, rules)
            if not re.search(r"\d|[#%=]", written):
                yield _WORD.findall(written)


def table(language: str) -> dict[str, Any]:
    """``words`` add their value, ``teens`` ten to the unit before them, ``hundreds`` multiply by a
    hundred, ``scales`` by their value; ``ordinals`` end a number."""
    speller = Speller(language)
    words: dict[str, int] = {}
    scales: dict[str, int] = {}
    for number in _own_words(language):
        for spelled in speller.words(number, speller.cardinals):
            if len(spelled) == 1:
                words.setdefault(spelled[0], number)
    teens = _teens(speller, words)
    for scale in SCALES:
        for count in COUNTS:
            for spelled in speller.words(count * scale, speller.cardinals):
                if count == 1 or spelled[-1] not in words:
                    _scale(scales, words, spelled, count, scale)
    hundreds = {
        spelled[1]
        for count in range(2, 10)
        for more in (0, 1)
        for spelled in speller.words(100 * count + more, speller.cardinals)
        if len(spelled) == 2 + more and words.get(spelled[0]) == count
    }
    return {
        "words": {
            word: value
            for word, value in words.items()
            if word not in scales and word not in hundreds
        },
        "teens": sorted(teens),
        "hundreds": sorted(hundreds),
        "scales": scales,
        "ordinals": _ordinals(language, speller, words),
    }


def syllables(language: str) -> dict[str, Any]:
    """Of a language that writes a character for each figure: ``digits``, ``powers`` that multiply
    the digit before them, ``myriads`` that multiply all before them, ``tens`` that stand for two
    characters, ``native`` words for one to ten and for tens, where the language has its own."""
    made: dict[str, dict[str, int]] = {
        name: {} for name in ("digits", "powers", "myriads", "tens", "native")
    }
    for locale in READ_BY_SYLLABLE[language]:
        speller = Speller(locale)
        rules = [name for name in speller.cardinals + speller.numbering if "latn" not in name]
        chinese = [name for name in rules if "native" not in name]
        for number in range(10):
            for word in _spelled(speller, number, chinese):
                if len(word) == 1 and word != ERA_BEGINS:
                    made["digits"].setdefault(word, number)
        for kind, scales in (("powers", (10, 100, 1000)), ("myriads", (10**4, 10**8, 10**12))):
            for scale in scales:
                for word in _spelled(speller, 2 * scale, chinese):
                    if len(word) == 2 and word[-1] not in made["digits"]:
                        made[kind][word[-1]] = scale
        for word in _spelled(speller, 21, chinese):
            if len(word) == 2 and word[0] not in made["digits"]:
                made["tens"][word[0]] = 20
        made["native"] |= _native(speller, [name for name in rules if "native" in name])
    return {name: words for name, words in made.items() if words}


def _native(speller: Speller, kinds: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number in (*range(1, 11), *range(20, 100, 10)):
        for word in _spelled(speller, number, kinds):
            found.setdefault(word, number)
    return found


def _spelled(speller: Speller, number: int, kinds: list[str]) -> Iterator[str]:
    for rules in kinds:
        yield speller.spell(number, rules)


def _own_words(language: str) -> Iterator[int]:
    yield from range(1000 if language in FUSED else 100)
    yield from range(100, 1000, 100)


def _teens(speller: Speller, words: dict[str, int]) -> set[str]:
    found: set[str] = set()
    for number in range(11, 20):
        for spelled in speller.words(number, speller.cardinals):
            if len(spelled) == 2 and spelled[1] not in words:
                words.setdefault(spelled[0], number - 10)
                found.add(spelled[1])
    return found


def _scale(
    scales: dict[str, int], words: dict[str, int], spelled: list[str], count: int, scale: int
) -> None:
    """The last word is the scale, but where one word means two of it or all are written as one."""
    if len(spelled) == 1 and count > 1:
        if count == 2:
            words.setdefault(spelled[0], count * scale)
    elif scales.get(spelled[-1], scale) == scale:
        scales[spelled[-1]] = scale


def _ordinals(language: str, speller: Speller, words: dict[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number in [*range(1, 100), *range(100, 1001, 100)]:
        for spelled in speller.words(number, speller.ordinals):
            value = number if len(spelled) == 1 else number % 10
            last = spelled[0] if language in UNITS_BEFORE_TENS and number > 20 else spelled[-1]
            if value and last not in words:
                found.setdefault(last, value)
    return found


def sample(language: str) -> list[list[Any]]:
    """120 numbers of one to seven figures, each by some rule set: pairs of number and words."""
    chance = random.Random(language)
    speller = Speller(language)
    found: list[list[Any]] = []
    while len(found) < 120:
        number = chance.randrange(10 ** chance.randrange(1, 8))
        spelled = speller.spell(number, chance.choice(speller.cardinals))
        if not re.search(r"\d|[#%=]", spelled):
            found.append([number, spelled])
    return found


def main() -> None:
    """Write every table and sample, and the digests that ``tables/README.md`` names."""
    SAMPLES.mkdir(exist_ok=True)
    for language in LANGUAGES:
        _write(TABLES / f"{language}.json", table(language))
    for language in READ_BY_SYLLABLE:
        _write(TABLES / f"{language}.json", syllables(language))
    for language in (*LANGUAGES, *READ_BY_SYLLABLE):
        _write(SAMPLES / f"{language}.json", sample(language))
    print(f"ICU {icu.ICU_VERSION}")
    for path in sorted(TABLES.glob("*.json")):
        print(f"| {path.name} | {hashlib.sha256(path.read_bytes()).hexdigest()} |")


def _write(path: Path, content: object) -> None:
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(written.replace('},"', '},\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
