"""Names in a case of Russian → what they may be in the nominative."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from archive.search.stemming import script_of

#: Words of a name that is looked at, and what it may be at most.
_MOST_WORDS, _MOST = 4, 24
#: Letters of a nominative among others, and of one alone, which may be no name at all.
_FEWEST_LETTERS, _FEWEST_ALONE = 3, 6
#: Case endings of the singular, the longest first, and what the word had in their place.
_ENDINGS = (
    ("ого", ("ий", "ый", "ой")), ("его", ("ий",)), ("ому", ("ий", "ый", "ой")), ("ему", ("ий",)),
    ("ским", ("ский",)), ("ском", ("ский",)), ("ской", ("ская",)), ("скую", ("ская",)),
    ("ым", ("", "ый")), ("им", ("", "ий")), ("ом", ("",)), ("ем", ("й", "ь")), ("ой", ("а",)),
    ("ей", ("я", "а", "ь")), ("а", ("",)), ("у", ("", "а")), ("ы", ("а",)), ("е", ("", "а", "й")),
    ("я", ("й", "ь")), ("ю", ("й", "ь", "я")), ("и", ("я", "а", "й", "ь")),
)  # fmt: skip


def nominatives(key: str) -> Iterator[str]:
    """What a folded name may be without its case endings, but itself; nothing of other scripts."""
    words = key.split()
    if len(words) > _MOST_WORDS or any(script_of(word) != "Cyrl" for word in words):
        return
    fewest = _FEWEST_LETTERS if len(words) > 1 else _FEWEST_ALONE
    made = (" ".join(chosen) for chosen in product(*(_bases(word, fewest) for word in words)))
    yield from islice((each for each in made if each != key), _MOST)


def _bases(word: str, fewest: int) -> list[str]:
    """The word itself, and what it may be without the first ending that fits."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            made = [word.removesuffix(ending) + letters for letters in instead]
            if long := [each for each in made if len(each) >= fewest]:
                return [word, *long]
    return [word]
