"""Names compared across scripts by the consonants that survive any romanisation.

The classes were made by hand: consonants put together where romanisations confuse them:
b p · f v w · k g q c h-like kh · t d · s z j sh ch · l r · m · n.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CLASSES = {
    "b": "bpбпבפبپ",
    "f": "fvwфвוفڤو",
    "k": "kgqcкгхגכקךحخغقكگ",
    "t": "tdтדטתדتثدذضطظд",
    "s": "szjxжзсшщцчזסצשץسشصزژجچ",
    "l": "lrлрלרلر",
    "m": "mмמםم",
    "n": "nнנןن",
}
_CLASS = {letter: name for name, letters in _CLASSES.items() for letter in letters}
_INITIALS = (
    "k",
    "k",
    "n",
    "t",
    "t",
    "l",
    "m",
    "b",
    "b",
    "s",
    "s",
    "",
    "s",
    "s",
    "s",
    "k",
    "t",
    "b",
    "",
)
_FINALS = (
    "", "k", "k", "ks", "n", "ns", "n", "t", "l", "lk", "lm", "lb", "ls", "lt", "lb", "l",
    "m", "b", "bs", "s", "s", "n", "s", "s", "k", "t", "b", "",
)  # fmt: skip
_HANGUL = ord("가")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """``ZEDONG`` and ``Цзэдун`` alike: the classes of a word's consonants, doubles once."""
    lowered = re.sub("ng(?![aeiou])", "n", word.lower())
    lowered = lowered.replace("sch", "s").replace("kh", "k").replace("th", "t")
    lowered = lowered.replace("ph", "f").replace("ck", "k").replace("дж", "ж").replace("x", "ks")
    classes = "".join(_of(character) for character in lowered)
    return re.sub(r"(.)\1+", r"\1", classes)


def _of(character: str) -> str:
    place = ord(character) - _HANGUL
    if 0 <= place < 11172:
        return _INITIALS[place // 588] + _FINALS[place % 28]
    return _CLASS.get(character, "")
