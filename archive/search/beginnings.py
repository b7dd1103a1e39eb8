"""Which words of a wording can be among those sought, told by their first letter: folding and stemming
all the others as well would take three times as long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

#: What a reader of a wording looks for: letters, small and capital.
Letters = frozenset[str]


def letters(values: Iterable[str]) -> Letters | None:
    """With one of these a word begins that folds to something that begins as a value does, unless it
    begins with one that is not ASCII. None where a value begins with no letter from a to z."""
    first = {value[0] for value in values}
    if not all(letter.isascii() and letter.isalpha() for letter in first):
        return None
    return frozenset(first | {letter.upper() for letter in first})


def may_begin(written: str, begin: Letters) -> bool:
    """Whether a word, as it is written, may fold to something that begins with one of these."""
    return written[0] in begin or written[0] > "\x7f"


def beginning(written: Sequence[str], begin: Letters | None) -> Sequence[str]:
    """Those of the words that may; all where there are no letters to go by."""
    if begin is None:
        return written
    return [word for word in written if word[0] in begin or word[0] > "\x7f"]
