"""Rows of passages for two or more texts, derived from the alignment of their sentences.

Aligning passages directly fails as soon as their breaks differ. Every text is aligned with one
pivot, so that the rows agree across all of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, zip_longest

from archive.parallel.align import Aligner
from archive.parallel.components import Cells, Passage
from archive.parallel.holding import Numbered, Pins, fixed, numbered
from archive.parallel.languages import LENGTH, tongue
from archive.parallel.layout import Draft, joined
from archive.parallel.scoring import Anchors
from archive.parallel.sentence_rows import Linked, sentence_rows
from archive.parallel.sentences import split
from archive.parallel.values import Bead, Lexicons, Pin, Row, Sentence, Stretch, TextPassages
from archive.texts.passages import PassageKind

Link = tuple[float, Passage, Passage]

STANDING_ALONE: frozenset[str] = frozenset([PassageKind.SHELFMARK_LINE])
"""Kinds of passage that stand alone where the other text has none of the kind."""

MANY_SENTENCES = 20_000
"""A text of more sentences is aligned by its passages."""


@dataclass(frozen=True, slots=True)
class _Units:
    """The sentences of one text in order, and the passage in which each stands; ``stretches``
    where they stand in it."""

    texts: list[str]
    passages: list[int]
    stretches: list[Stretch]

    def of(self, wanted: Iterable[int]) -> tuple[int, ...]:
        return tuple(
            place
            for passage in sorted(set(wanted))
            for place in range(
                bisect_left(self.passages, passage), bisect_right(self.passages, passage)
            )
        )

    def breaks(self) -> frozenset[int]:
        return frozenset(
            place
            for place in range(1, len(self.passages))
            if self.passages[place] != self.passages[place - 1]
        )


@dataclass(frozen=True, slots=True)
class _Pair:
    """The pivot (number of its text first) aligned with another text, sentence by sentence."""

    pivot: int
    other: int
    pivot_units: _Units
    other_units: _Units
    beads: list[Bead]


def rows(
    texts: Sequence[TextPassages], pins: Pins | None = None, lexicons: Lexicons | None = None
) -> list[Row]:
    """Every passage of every text in exactly one row, in the reading order of each text.

    ``pins`` are decisions about passages, by the keys of two texts in either order. A row holds
    at most four passages of a text, unless a pin says otherwise. ``lexicons`` are used where
    there is one for two texts' languages. Raises ValueError where two texts have one key, or where
    pins contradict each other.
    """
    return Prepared(texts, lexicons or {}).rows(pins or {})


class Prepared:
    """Texts read once, to be laid out in rows as often as their pins change.

    ``read`` is the ``anchors`` of texts with the same wording that the same program has read.
    """

    def __init__(
        self, texts: Sequence[TextPassages], lexicons: Lexicons, read: Sequence[Anchors] = ()
    ) -> None:
        self._texts = texts
        self._keys = [text.key for text in texts]
        if len(set(self._keys)) < len(self._keys):
            raise ValueError(f"two texts have one key: {', '.join(self._keys)}")
        self._units = [_units(text) for text in texts]
        self._pivot = _pivot(texts)
        others = [other for other in range(len(texts)) if other != self._pivot]
        self._aligners = {
            other: _aligner(texts, self._units, (self._pivot, other), lexicons, known)
            for other, known in zip_longest(others, read)
        }

    @property
    def anchors(self) -> list[Anchors]:
        """What was read in the texts, for each pair that is aligned: most of the work."""
        return [aligner.anchors for aligner in self._aligners.values()]

    def rows(self, pins: Pins) -> list[Row]:
        """As the function of that name."""
        keys, texts = self._keys, self._texts
        decided = numbered(pins, keys)
        pairs = [self._pair(other, decided) for other in self._aligners]
        gathered, pinned = _gathered([len(text.passages) for text in texts], decided, pairs)
        drafts = joined(_drafts(gathered, pairs, pinned), texts)
        sentences = sentence_rows(
            [draft.cells for draft in drafts],
            [each.stretches for each in self._units],
            [Linked(pair.pivot, pair.other, pair.beads) for pair in pairs],
            keys,
        )
        return [
            Row(
                {keys[text]: places for text, places in sorted(draft.cells.items())},
                draft.confidence,
                draft.pinned,
                held,
            )
            for draft, held in zip(drafts, sentences, strict=True)
        ]

    def _pair(self, other: int, decided: Numbered) -> _Pair:
        pivot = self._pivot
        pins = list(decided.get((min(pivot, other), max(pivot, other)), ()))
        if pivot > other:
            pins = [Pin(pin.target, pin.source, pin.aligned) for pin in pins]
        pins = pins + _alone(self._texts[pivot], self._texts[other], pins)
        ours, theirs = self._units[pivot], self._units[other]
        placed = [Pin(ours.of(pin.source), theirs.of(pin.target), pin.aligned) for pin in pins]
        return _Pair(pivot, other, ours, theirs, self._aligners[other].beads(placed))


def _gathered(
    sizes: Sequence[int], decided: Numbered, pairs: list[_Pair]
) -> tuple[list[Cells], set[Passage]]:
    """The rows, and the passages that a pin fixes. Pins between two texts of which neither is the
    pivot can turn what the pivot says; where they do, every link is looked at for that."""
    links = sorted(_links(pairs), key=lambda link: (-link[0], link[1:]))
    try:
        return _linked(sizes, decided, links, ordered=False)
    except ValueError:
        return _linked(sizes, decided, links, ordered=True)


def _linked(
    sizes: Sequence[int], decided: Numbered, links: Sequence[Link], *, ordered: bool
) -> tuple[list[Cells], set[Passage]]:
    components, pinned = fixed(sizes, decided)
    for _, one, other in links:
        components.join(one, other, ordered=ordered)
    return components.ordered(), pinned


def _pivot(texts: Sequence[TextPassages]) -> int:
    """The text that says most, so that the fewest passages lack a counterpart; first of equals."""
    if len(texts) < 3:
        return 0
    said = [sum(map(len, text.passages)) / LENGTH.get(tongue(text.language), 1.0) for text in texts]
    return said.index(max(said))


@lru_cache(maxsize=4096)
def _sentences(passage: str, language: str) -> Sequence[Sentence]:
    """At least one; split once, since a record is aligned anew whenever a row is pinned."""
    return split(passage, language) or [Sentence(0, len(passage), "")]


def _units(text: TextPassages) -> _Units:
    found = _Units([], [], [])
    for place, passage in enumerate(text.passages):
        for sentence in _sentences(passage, text.language):
            found.texts.append(sentence.text)
            found.passages.append(place)
            found.stretches.append(Stretch(place, sentence.start, sentence.end))
    if len(found.texts) > MANY_SENTENCES:
        whole = [Stretch(place, 0, len(each)) for place, each in enumerate(text.passages)]
        return _Units(list(text.passages), list(range(len(text.passages))), whole)
    return found


def _aligner(
    texts: Sequence[TextPassages],
    units: Sequence[_Units],
    numbers: tuple[int, int],
    lexicons: Lexicons,
    read: Anchors | None,
) -> Aligner:
    one, other = (texts[number] for number in numbers)
    ours, theirs = (units[number] for number in numbers)
    return Aligner(
        ours.texts,
        theirs.texts,
        (one.language, other.language),
        lexicon=lexicons.get((tongue(one.language), tongue(other.language))),
        breaks=(ours.breaks(), theirs.breaks()),
        read=read,
    )


def _alone(one: TextPassages, other: TextPassages, pins: list[Pin]) -> list[Pin]:
    """Shelfmark lines of one text stand alone where the other has none."""
    decided_source = {place for pin in pins if pin.aligned for place in pin.source}
    decided_target = {place for pin in pins if pin.aligned for place in pin.target}
    lonely = STANDING_ALONE - set(other.kinds) if other.kinds else frozenset[str]()
    lonely_other = STANDING_ALONE - set(one.kinds) if one.kinds else frozenset[str]()
    return [
        Pin((place,), ())
        for place, kind in enumerate(one.kinds)
        if kind in lonely and place not in decided_source
    ] + [
        Pin((), (place,))
        for place, kind in enumerate(other.kinds)
        if kind in lonely_other and place not in decided_target
    ]


def _links(pairs: list[_Pair]) -> list[Link]:
    """Pairs of passages that sentences link, each with its strength: sure characters shared."""
    strength: dict[tuple[Passage, Passage], float] = {}
    for pair in pairs:
        for bead in pair.beads:
            ours = _lengths(pair.pivot_units, bead.source)
            theirs = _lengths(pair.other_units, bead.target)
            for place, length in ours.items():
                for across, size in theirs.items():
                    link = (pair.pivot, place), (pair.other, across)
                    sure = max(bead.confidence, 0.01) * min(length, size)
                    strength[link] = strength.get(link, 0.0) + sure
    return [(sure, one, other) for (one, other), sure in strength.items()]


def _lengths(units: _Units, places: tuple[int, ...]) -> dict[int, int]:
    """How many characters of a bead stand in each passage."""
    return {
        passage: sum(len(units.texts[place]) for place in group)
        for passage, group in groupby(places, key=lambda place: units.passages[place])
    }


def _drafts(gathered: list[Cells], pairs: list[_Pair], pinned: set[Passage]) -> list[Draft]:
    return [
        Draft(cells, sure, not pinned.isdisjoint(_passages(cells)))
        for cells, sure in zip(gathered, _confidences(gathered, pairs), strict=True)
    ]


def _passages(cells: Mapping[int, tuple[int, ...]]) -> set[Passage]:
    return {(text, place) for text, places in cells.items() for place in places}


def _confidences(gathered: list[Cells], pairs: list[_Pair]) -> list[float]:
    """For each row, the mean confidence of its sentences' beads; 0 for one that reaches out of it,
    1 where there is none."""
    row_of = {passage: row for row, cells in enumerate(gathered) for passage in _passages(cells)}
    total, weight = [0.0] * len(gathered), [0] * len(gathered)
    for pair in pairs:
        for bead in pair.beads:
            touched = {row_of[pair.pivot, pair.pivot_units.passages[i]] for i in bead.source}
            touched |= {row_of[pair.other, pair.other_units.passages[j]] for j in bead.target}
            size = len(bead.source) + len(bead.target)
            for row in touched:
                weight[row] += size
                total[row] += size * bead.confidence if len(touched) == 1 else 0.0
    return [each / size if size else 1.0 for each, size in zip(total, weight, strict=True)]
