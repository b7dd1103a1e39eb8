"""The lexicons that the archive has learned, read for the languages that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache

from django.db.models import QuerySet

from archive.parallel.languages import tongue
from archive.parallel.models import LearnedLexicon
from archive.parallel.values import Lexicon, Lexicons


def lexicons(languages: Iterable[str]) -> Lexicons:
    """The lexicons between these languages, each in both directions. One query, and one more for
    each that this process has not read since it was made."""
    tongues = sorted({tongue(language) for language in languages})
    if len(tongues) < 2:
        return {}
    return _all_read(LearnedLexicon.objects.filter(languages__contained_by=tongues))


def every_lexicon() -> Lexicons:
    """All of them, each in both directions."""
    return _all_read(LearnedLexicon.objects.all())


def among(held: Lexicons, languages: Iterable[str]) -> Lexicons:
    """Those between these languages."""
    tongues = {tongue(language) for language in languages}
    return {pair: lexicon for pair, lexicon in held.items() if tongues.issuperset(pair)}


def both_ways(learned: Mapping[tuple[str, str], Lexicon]) -> Lexicons:
    """Lexicons of one direction with those of the other."""
    found: dict[tuple[str, str], Lexicon] = {}
    for (one, other), lexicon in learned.items():
        turned: dict[str, dict[str, float]] = {}
        for word, others in lexicon.weights.items():
            for rendering, weight in others.items():
                turned.setdefault(rendering, {})[word] = weight
        found[one, other], found[other, one] = lexicon, Lexicon(turned, lexicon.name)
    return found


def _all_read(held: QuerySet[LearnedLexicon]) -> Lexicons:
    found: dict[tuple[str, str], Lexicon] = {}
    for pk, (one, other), made_at in held.values_list("pk", "languages", "made_at"):
        found |= _read(pk, one, other, made_at)
    return found


@lru_cache(maxsize=32)
def _read(pk: int, one: str, other: str, made_at: datetime) -> Lexicons:
    weights = LearnedLexicon.objects.values_list("weights", flat=True).get(pk=pk)
    name = f"{one}-{other} {made_at.isoformat()}"
    return both_ways({(one, other): Lexicon(weights, name)})
