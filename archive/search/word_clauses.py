"""A piece, or two near each other, in given fields → clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archive.search.analyser import Word, as_written, pairs, stems_of
from archive.search.clauses import All, Best, Clause, Fuzzy, Near, Phrase, Prefix, Term
from archive.search.fields import ANALYSED, PAIRS, STEMMED, language_field
from archive.search.pieces import Piece
from archive.search.stemming import STEMMERS, script_of


def word_clause(piece: Piece, exact: Mapping[str, float], languages: Iterable[str]) -> Clause:
    """One piece found in any of these fields and weights, and in what stands beside them of any
    of the languages; quoted, only as written."""
    only = piece.words[0]
    if piece.like and isinstance(only, str):
        return Best(tuple((_alike(name, only, piece), weight) for name, weight in exact.items()))
    if piece.quoted or not isinstance(only, str):
        return _as_they_stand(piece.words, exact)
    options: list[tuple[Clause, float]] = [(Term(f, only), w) for f, w in exact.items()]
    for language in _of_script(languages, only):
        options += [
            (Term(language_field(group, language), stem), exact[group] * STEMMED)
            for stem in stems_of(language)[piece.written[0]]
            for group in ANALYSED
            if group in exact
        ]
    return Best(tuple(options))


def near_clause(
    first: Piece,
    second: Piece,
    distance: int,
    exact: Mapping[str, float],
    languages: Iterable[str],
) -> Clause:
    """Two words at most so many words from each other; a word is near itself. Of runs each
    character counts as one, and both must stand whole as well."""
    one, other = first.words[0], second.words[0]
    both = (word_clause(first, exact, languages), word_clause(second, exact, languages))
    options: list[tuple[Clause, float]] = [
        option
        for name, weight in exact.items()
        for option in _either_way(name, as_written([one]), as_written([other]), distance, weight)
    ]
    if not options:
        return All(both)
    if not isinstance(one, str) or not isinstance(other, str):
        return All((Best(tuple(options)),), both)
    for language in _of_script(_of_script(languages, one), other):
        stems = [stems_of(language)[each.written[0]][:1] for each in (first, second)]
        for group in filter(exact.__contains__, ANALYSED):
            name, weight = language_field(group, language), exact[group] * STEMMED
            options += _either_way(name, stems[0], stems[1], distance, weight)
    return Best(tuple(options))


def _either_way(
    name: str, one: Sequence[str], other: Sequence[str], distance: int, weight: float
) -> Iterator[tuple[Clause, float]]:
    """By a token of each, since engines differ over three, and over one token twice: the last of
    what stands first and the first of what follows, or the nearest to them that the other lacks."""
    for before, after in ((one, other), (other, one)):
        apart = [
            ((token in after) + (later in before), beyond + at, token, later)
            for beyond, token in enumerate(reversed(before))
            for at, later in enumerate(after)
            if token != later
        ]
        if apart:
            _, beyond, token, later = min(apart)
            yield Near(name, (token, later), distance - 1 + beyond), weight


def _alike(name: str, word: str, piece: Piece) -> Clause:
    return Prefix(name, word) if piece.like == "prefix" else Fuzzy(name, word, piece.slips)


def _of_script(languages: Iterable[str], word: str) -> list[str]:
    script = script_of(word)
    return [language for language in languages if script in STEMMERS[language][1]]


def _as_they_stand(words: Sequence[Word], exact: Mapping[str, float]) -> Clause:
    """Side by side. A run alone is looked for by its pairs, which are fewer to compare."""
    written = as_written(words)
    run = words[0] if len(words) == 1 and not isinstance(words[0], str) else ()
    paired = pairs(run)
    return Best(
        tuple(
            (_side_by_side(language_field(name, PAIRS), paired), weight)
            if paired and name in ANALYSED
            else (_side_by_side(name, written), weight)
            for name, weight in exact.items()
        )
    )


def _side_by_side(field: str, values: Sequence[str]) -> Clause:
    return Term(field, values[0]) if len(values) == 1 else Phrase(field, tuple(values))
