"""The lexicons that the archive has learned, read for the languages that are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from archive.parallel.languages import tongue
from archive.parallel.models import LearnedLexicon
from archive.parallel.values import Lexicon, Lexicons


def lexicons(languages: Iterable[str]) -> Lexicons:
    """The lexicons between these languages, each in both directions. One query, and one more for
    each that this process has not read since it was made."""
    tongues = sorted({tongue(language) for language in languages})
    if len(tongues) < 2:
        return {}
    held = LearnedLexicon.objects.filter(languages__contained_by=tongues)
    found: dict[tuple[str, str], Lexicon] = {}
    for pk, (one, other), made_at in held.values_list("pk", "languages", "made_at"):
        found[one, other], found[other, one] = _read(pk, made_at)
    return found


@lru_cache(maxsize=8)
def _read(pk: int, made_at: datetime) -> tuple[Lexicon, Lexicon]:
    weights = LearnedLexicon.objects.values_list("weights", flat=True).get(pk=pk)
    turned: dict[str, dict[str, float]] = {}
    for word, others in weights.items():
        for other, weight in others.items():
            turned.setdefault(other, {})[word] = weight
    return Lexicon(weights), Lexicon(turned)
