"""Which words of a wording can be among those sought, told by their first letter: folding and stemming
all the others as well would take three times as long, and reading them at all as long again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from archive.texts.folding import fold
from archive.texts.lookalikes import twins

#: What a reader of a wording looks for: letters, small and capital.
Letters = frozenset[str]


def letters(values: Iterable[str]) -> Letters | None:
    """With one of these a word begins that folds to something that begins as a value does, unless it
    begins with one that is not ASCII. None where a value begins with no letter from a to z."""
    first = {value[0] for value in values}
    if not all(letter.isascii() and letter.isalpha() for letter in first):
        return None
    return frozenset(first | {letter.upper() for letter in first})


def beginning(written: Sequence[str], begin: Letters | None) -> Sequence[str]:
    """Those of the words that may; all where there are no letters to go by."""
    return written if begin is None else [*filter(hint_of(begin).match, written)]


@lru_cache(maxsize=500)
def hint_of(begin: Letters) -> re.Pattern[str]:
    """Finds a character without which no wording has such a word; a word that may be one begins
    with it."""
    return re.compile(_class(begin))


#: Characters beside ASCII that fold to a Latin letter or to nothing, and all of Greek, whose capitals
#: look like Latin ones.
_FOLDED = (
    "\u00aa-\u017f\u01a0-\u0233\u02b0-\u02bf\u02e1-\u02e3\u0370-\u03ff\u0640\u1d2c-\u1d65"
    "\u1d9c-\u1da0\u1dbb\u1e00-\u1fff\u2071-\u209c\u2102-\u217f\u2c7c\u2c7d\ua7f2-\ua7f9"
    "\ufb00-\ufb06\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f\uff21-\uff5a\U00010783-\U000107a5"
    "\U0001d400-\U0001d6a4"
)
_CYRILLIC = range(0x400, 0x530)


def _class(begin: Letters) -> str:
    """Every character with which a word may begin that folds to a word with such a letter; within a
    word of Latin letters a Cyrillic one may stand for that which looks like it."""
    alike = frozenset[str]().union(*map(twins, begin))
    cyrillic = "".join(letter for letter, first in _cyrillic().items() if first in alike)
    return f"[{''.join(sorted(begin))}{_FOLDED}{cyrillic}]"


@cache
def _cyrillic() -> dict[str, str]:
    """With what each Cyrillic letter begins as it is folded."""
    return {letter: fold(letter).text[:1] for letter in map(chr, _CYRILLIC)}
