"""How well texts are aligned on data that nothing was tuned on, beside Gale–Church (nltk's).

``python -m tests.parallel.measure`` prints the tables; ``make bench`` does too. Two figures, both F1
over the held-out documents (see ``corpus``):

* *links*: pairs of passages that render each other, by the sentences aligned without knowledge of
  the passages (variant ``par``);
* *beads*: beads that are exactly right, over every variant; units that nothing answers count one
  by one.

*Cold* is without a lexicon. *Learned*: every document is aligned with the lexicon of an archive that
holds the others and has aligned and learned from them by itself; no true bead is known to it.

How well they are compared is measured in ``compared``.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time

from nltk.translate.gale_church import align_blocks

from archive import parallel
from archive.parallel import TextPassages, align, rows
from archive.parallel.anchors import features
from archive.parallel.facts import facts
from archive.parallel.learning import LEARNING_ROUNDS, SURE, SentencePair, learn
from archive.parallel.skeletons import skeleton
from archive.parallel.values import Lexicon
from tests.parallel.corpus import LANGUAGES, Bead, Item, Link, held_out, items, singly

Aligner = Callable[[Item], set[Bead]]
SIZES = {20: "< 50 ms", 120: "< 300 ms", 1200: ""}
"""Sentences a side that speed and memory are measured with, and the time wanted."""

PATIENCE = 120
"""Gale–Church, which looks at every cell, is measured with no more sentences a side."""


def cold(item: Item) -> set[Bead]:
    """Our beads, without a lexicon."""
    return _found(align(item.source, item.target, "en", item.language))


def _found(beads: Iterable[parallel.Bead]) -> set[Bead]:
    return set(singly((bead.source, bead.target) for bead in beads))


def learned(language: str) -> Aligner:
    """Our beads, each document aligned with what an archive of the other documents has learned: of
    all that stand in another of eight parts, tuning half and held-out half."""
    lexicons = {
        part: archive_lexicon(language, [i for i in items(language) if i.document % 8 != part])
        for part in range(1, 8, 2)
    }

    def aligner(item: Item) -> set[Bead]:
        lexicon = lexicons[item.document % 8]
        return _found(align(item.source, item.target, "en", item.language, lexicon=lexicon))

    return aligner


def archive_lexicon(language: str, given: Iterable[Item]) -> Lexicon:
    """What an archive of these documents learns, each there once, in the variant named first. It
    knows no true bead: the documents are aligned cold, words learned from that, and both again."""
    documents = list({item.document: item for item in reversed(list(given))}.values())
    lexicon: Lexicon | None = None
    for _ in range(LEARNING_ROUNDS):
        pairs = [pair for item in documents for pair in _pairs(item, lexicon)]
        lexicon = learn(pairs, ("en", language))
    return lexicon or Lexicon()


def _pairs(item: Item, lexicon: Lexicon | None) -> Iterator[SentencePair]:
    for bead in align(item.source, item.target, "en", item.language, lexicon=lexicon):
        if bead.source and bead.target and bead.confidence >= SURE:
            yield SentencePair(
                " ".join(item.source[i] for i in bead.source),
                " ".join(item.target[j] for j in bead.target),
            )


def gale_church(item: Item) -> set[Bead]:
    """nltk's, by the lengths of the units."""
    links = align_blocks([len(unit) for unit in item.source], [len(unit) for unit in item.target])
    return _beads(links, len(item.source), len(item.target))


def _beads(links: Iterable[Link], ours: int, theirs: int) -> set[Bead]:
    groups = _groups(links)
    linked = {i for group in groups for i in group[0]}, {j for group in groups for j in group[1]}
    found = {(tuple(sorted(some)), tuple(sorted(others))) for some, others in groups}
    found |= {((i,), ()) for i in range(ours) if i not in linked[0]}
    return found | {((), (j,)) for j in range(theirs) if j not in linked[1]}


def _groups(links: Iterable[Link]) -> list[tuple[set[int], set[int]]]:
    """What links put together."""
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in links:
        met = [group for group in groups if i in group[0] or j in group[1]]
        groups = [group for group in groups if group not in met]
        ours = {i}.union(*(group[0] for group in met))
        groups.append((ours, {j}.union(*(group[1] for group in met))))
    return groups


class Tally:
    """What was found, what was wanted, and what was both."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, found: set[Link] | set[Bead], wanted: set[Link] | frozenset[Bead]) -> None:
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def f1(self) -> float:
        return 2 * self.right / ((self.found + self.wanted) or 1)


@dataclass(frozen=True, slots=True)
class AlignmentScore:
    """F1, 0..1, of passage links and of beads."""

    links: float
    beads: float


def score(aligner: Aligner, given: Iterable[Item]) -> AlignmentScore:
    """Over these documents."""
    links, beads = Tally(), Tally()
    for item in given:
        found = aligner(item)
        beads.add(found, item.beads)
        if item.passage_links:
            links.add(set(_passage_links(found, item)), set(item.passage_links))
    return AlignmentScore(links.f1, beads.f1)


def _passage_links(found: Iterable[Bead], item: Item) -> Iterator[Link]:
    ours, theirs = item.passages
    for source, target in found:
        yield from ((ours[i], theirs[j]) for i in source for j in target)


def rows_f1(language: str) -> float:
    """F1 of the pairs of passages that share a row, as ``rows`` puts them together."""
    tally = Tally()
    for item in held_out(language):
        if item.passage_links:
            tally.add(_row_links(item), set(_closed(item.passage_links)))
    return tally.f1


def _row_links(item: Item) -> set[Link]:
    glue = "" if item.language == "zh" else " "
    texts = [
        TextPassages("source", "en", _joined(item.source, item.passages[0], " ")),
        TextPassages("target", item.language, _joined(item.target, item.passages[1], glue)),
    ]
    return {
        (i, j)
        for row in rows(texts)
        for i in row.cells.get("source", ())
        for j in row.cells.get("target", ())
    }


def _joined(units: Sequence[str], passages: Sequence[int], glue: str) -> tuple[str, ...]:
    gathered: dict[int, list[str]] = {}
    for unit, passage in zip(units, passages, strict=True):
        gathered.setdefault(passage, []).append(unit)
    return tuple(glue.join(gathered[passage]) for passage in sorted(gathered))


def _closed(links: Iterable[Link]) -> Iterator[Link]:
    """Every pair of passages that links put into one row."""
    for ours, theirs in _groups(links):
        yield from ((i, j) for i in ours for j in theirs)


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of processor time, and KiB of memory held at once, of one alignment."""

    milliseconds: float
    kibibytes: float

    def __str__(self) -> str:
        return f"{self.milliseconds:.0f} ms, {self.kibibytes:,.0f} KiB"


def cost(aligner: Aligner, size: int) -> Cost:
    """Of ``size`` sentences of English and Russian news a side, never read before; the median of
    five."""
    clean = [item for item in items("ru") if item.variant == "clean"]
    source = [unit for item in clean for unit in item.source]
    target = [unit for item in clean for unit in item.target]
    times = size // len(source) + 1
    texts = tuple((source * times)[:size]), tuple((target * times)[:size])
    item = Item(0, "clean", "ru", *texts, frozenset(), ((), ()), frozenset())
    took = []
    for _ in range(5):
        for read in (facts, skeleton, features):
            read.cache_clear()
        began = process_time()
        aligner(item)
        took.append(process_time() - began)
    tracemalloc.start()
    aligner(item)
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Cost(1000 * median(took), held / 1024)


def table() -> Iterator[str]:
    """All tables in Markdown, beside the bars."""
    yield "| alignment, held out | links: Gale–Church | cold | learned | beads: Gale–Church | cold | learned | rows |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    measured = []
    for language in LANGUAGES:
        given = held_out(language)
        scores = [score(each, given) for each in (gale_church, cold, learned(language))]
        line = [each.links for each in scores] + [each.beads for each in scores]
        measured.append([*line, rows_f1(language)])
        yield _line(f"en–{language}", measured[-1])
    yield _line("mean", [sum(column) / len(column) for column in zip(*measured, strict=True)])
    yield "| wanted, mean | | ≥ .97 | ≥ .98 | | | ≥ .91 | |"
    yield "| wanted, each | | ≥ .965 | ≥ .97 | | | | |"
    yield ""
    yield from calibration()
    yield ""
    yield from _costs()


def calibration() -> Iterator[str]:
    """How often beads of a confidence are right, over all held-out documents, aligned cold."""
    said: list[list[bool]] = [[] for _ in range(5)]
    for item in (item for language in LANGUAGES for item in held_out(language)):
        for bead in align(item.source, item.target, "en", item.language):
            right = (bead.source, bead.target) in item.beads
            said[min(4, int(5 * bead.confidence))].append(right)
    yield "| confidence of a bead | beads | of them right |"
    yield "|---|--:|--:|"
    for place, each in enumerate(said):
        share = f"{sum(each) / len(each):.2f}" if each else ""
        yield f"| {place / 5:.1f} to {place / 5 + 0.2:.1f} | {len(each)} | {share} |"


def _line(name: str, figures: Iterable[float]) -> str:
    return f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |"


def _costs() -> Iterator[str]:
    yield "| one alignment, en–ru | Gale–Church | ours, cold | wanted |"
    yield "|---|--:|--:|---|"
    for size, wanted in SIZES.items():
        theirs = str(cost(gale_church, size)) if size <= PATIENCE else ""
        yield f"| {size} sentences a side | {theirs} | {cost(cold, size)} | {wanted} |"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
