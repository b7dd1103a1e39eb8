"""The lexicons that the archive learns from its own texts, side by side in newest editions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from django.db import transaction
from django.utils import timezone

from archive.editions import apparatus
from archive.editions.aligning import align_texts
from archive.editions.apparatus import ApparatusContent, RowContent, StretchContent
from archive.editions.content import Content
from archive.editions.models import Availability
from archive.editions.queries import counted
from archive.parallel import Lexicon, Lexicons
from archive.parallel.languages import tongue
from archive.parallel.learning import LEARNING_ROUNDS, SURE, SentencePair, learn
from archive.parallel.lexicons import both_ways
from archive.parallel.models import LearnedLexicon

Languages = tuple[str, str]
Seen = Callable[[int, int], None]
"""Told how many records are read, of how many."""

MOST = 10_000
"""So many pairs of sentences are kept for two languages, and no more read; names of records are
drawn by lot, so that the first are as good as any."""

FEWEST = 100
"""From fewer pairs nothing is learned: chance would be taken for meaning."""

CONFIRMED = 3.0
"""A pair in a row that the staff have pinned counts as so many."""


def teach(seen: Seen | None = None) -> dict[Languages, int]:
    """Learn every lexicon anew and store what changed; how many words each holds now.

    The first round reads the alignments as they stand, the next aligns the texts with what that
    one taught. Records that are withdrawn or composed for demonstration teach nothing.
    """
    lexicons: Lexicons = {}
    learned: dict[Languages, Lexicon] = {}
    pairs: Mapping[Languages, Sequence[SentencePair]] = {}
    for _ in range(LEARNING_ROUNDS):
        pairs = _gathered(lexicons, seen)
        learned = {
            languages: learn(found, languages)
            for languages, found in sorted(pairs.items())
            if len(found) >= FEWEST
        }
        lexicons = both_ways(learned)
    _store(learned, {languages: len(found) for languages, found in pairs.items()})
    return {languages: len(lexicon.weights) for languages, lexicon in learned.items()}


def _gathered(lexicons: Lexicons, seen: Seen | None) -> dict[Languages, list[SentencePair]]:
    """Pairs of sentences of all records, by their two languages in the order of their tags."""
    found: dict[Languages, list[SentencePair]] = {}
    total = counted().count()
    for number, standing in enumerate(_standings(), start=1):
        made = apparatus.decode(standing.newest.apparatus.stored)
        for languages, pair in _taught(standing.newest.content, made, lexicons):
            held = found.setdefault(languages, [])
            if len(held) < MOST:
                held.append(pair)
        if seen:
            seen(number, total)
    return found


def _standings() -> Iterator[Availability]:
    records = counted().select_related("newest__apparatus").order_by("record_id")
    return records.iterator(chunk_size=20)


def _taught(
    content: Content, made: ApparatusContent, lexicons: Lexicons
) -> Iterator[tuple[Languages, SentencePair]]:
    """The sentences of a record that render each other, by the languages of any two texts."""
    rows = made.rows
    if rows and lexicons:
        rows = align_texts(content, made.pins, lexicons).rows
    texts = sorted(content.record.texts, key=lambda text: tongue(text.language))
    bodies = {text.key: text.body for text in texts}
    for one, other in combinations(texts, 2):
        languages = tongue(one.language), tongue(other.language)
        if languages[0] != languages[1]:
            for ours, theirs, weight in _sentences(rows, one.key, other.key):
                source, target = (
                    _wording(bodies[one.key], ours),
                    _wording(bodies[other.key], theirs),
                )
                yield languages, SentencePair(source, target, weight)


def _sentences(
    rows: Sequence[RowContent], one: str, other: str
) -> Iterator[tuple[Sequence[StretchContent], Sequence[StretchContent], float]]:
    for row in rows:
        for group in row.sentences:
            ours, theirs = group.cells.get(one), group.cells.get(other)
            if ours and theirs and group.confidence >= SURE:
                yield ours, theirs, CONFIRMED if row.pinned else 1.0


def _wording(body: str, stretches: Sequence[StretchContent]) -> str:
    return " ".join(body[stretch.start : stretch.end] for stretch in stretches)


@transaction.atomic
def _store(learned: Mapping[Languages, Lexicon], pairs: Mapping[Languages, int]) -> None:
    """Put these in the place of all that were learned before; one that is the same stays."""
    held = {tuple(lexicon.languages): lexicon for lexicon in LearnedLexicon.objects.all()}
    gone = [lexicon.pk for languages, lexicon in held.items() if languages not in learned]
    LearnedLexicon.objects.filter(pk__in=gone).delete()
    for languages, lexicon in learned.items():
        stored = held.get(languages) or LearnedLexicon(languages=list(languages))
        if stored.pk is None or stored.weights != lexicon.weights:
            stored.weights = {word: dict(others) for word, others in lexicon.weights.items()}
            stored.pairs, stored.made_at = pairs[languages], timezone.now()
            stored.save()
