"""How well texts are aligned and compared on data that nothing was tuned on.

``python -m tests.parallel.measure`` prints the table. Weights and word lists were tuned on the NTREX
documents of even number, the Bible and, for differences, every second document; what is reported
here are the others.
"""

from __future__ import annotations

import json
import lzma
import random
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import process_time
from typing import Any

from archive.parallel import Difference, TextPassages, align, differences, rows
from tests.shared_data import SHARED

LANGUAGES = ("ru", "zh", "ko", "de", "ar", "fr", "he")
Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AlignmentScore:
    """F1 of links, 0..1. ``links`` between the units given, over every variant; ``rows`` between
    passages as ``rows`` derives them; ``milliseconds`` of CPU, the mean for a document."""

    language: str
    links: float
    rows: float
    milliseconds: float


@dataclass(frozen=True, slots=True)
class DifferenceScore:
    """Shares of rows that hold a figure, 0..1: falsely flagged, falsely noted, and found again
    after one digit of the translation was changed."""

    language: str
    flagged: float
    noted: float
    recall: float


class _Tally:
    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, found: set[Link], wanted: set[Link]) -> None:
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def f1(self) -> float:
        return 2 * self.right / ((self.found + self.wanted) or 1)


def alignment(language: str, *, held_out: bool = True) -> AlignmentScore:
    """The score of English and one other language on the held-out half of the documents."""
    links, passages, seconds, count = _Tally(), _Tally(), 0.0, 0
    for item in _items(language, held_out):
        start = process_time()
        beads = align(item["src"], item["tgt"], "en", language)
        seconds, count = seconds + process_time() - start, count + 1
        found = {(i, j) for bead in beads for i in bead.source for j in bead.target}
        links.add(found, {(i, j) for i, j in item["links"]})
        if item["variant"] == "par":
            passages.add(_row_links(item, language), _closed(item["par_links"]))
    return AlignmentScore(language, links.f1, passages.f1, 1000 * seconds / max(count, 1))


def comparison(language: str, *, held_out: bool = True) -> DifferenceScore:
    """The score of English and one other language on the held-out half of the documents."""
    chance = random.Random(1)
    total = flagged = noted = changed = found = 0
    for english, other in _sentences(language, held_out):
        seen = differences(english, other, "en", language)
        total += 1
        flagged += _flags(seen)
        noted += any(each.severity == "note" for each in seen)
        digits = list(re.finditer(r"\d", other))
        if digits and not _flags(seen):
            place = chance.choice(digits)
            digit = chance.choice([each for each in "123456789" if each != place[0]])
            wrong = other[: place.start()] + digit + other[place.end() :]
            changed += 1
            found += _flags(differences(english, wrong, "en", language))
    return DifferenceScore(language, flagged / total, noted / total, found / changed)


def _flags(seen: Iterable[Difference]) -> bool:
    return any(each.severity == "flag" for each in seen)


def _items(language: str, held_out: bool) -> Iterator[dict[str, Any]]:
    for item in _read(f"ntrex.en-{language}.json.xz")["items"]:
        document = int(item["id"].split("-")[3])
        if document % 2 == held_out:
            yield item


def _sentences(language: str, held_out: bool) -> Iterator[tuple[str, str]]:
    data = _read("ntrex.sentences.json.xz")
    tuned_on = set(sorted(set(data["ids"]))[::2])
    for name, english, other in zip(data["ids"], data["en"], data[language], strict=True):
        if (name not in tuned_on) == held_out and re.search(r"\d", english + other):
            yield english, other


def _read(name: str) -> dict[str, Any]:
    with lzma.open(SHARED / "data" / "parallel" / name, "rt", encoding="utf-8") as file:
        return dict(json.load(file))


def _row_links(item: dict[str, Any], language: str) -> set[Link]:
    texts = [
        TextPassages("source", "en", _joined(item["src"], item["src_par"], " ")),
        TextPassages(
            "target",
            language,
            _joined(item["tgt"], item["tgt_par"], "" if language == "zh" else " "),
        ),
    ]
    return {
        (i, j)
        for row in rows(texts)
        for i in row.cells.get("source", ())
        for j in row.cells.get("target", ())
    }


def _joined(units: list[str], passages: list[int], glue: str) -> tuple[str, ...]:
    gathered: dict[int, list[str]] = {}
    for unit, passage in zip(units, passages, strict=True):
        gathered.setdefault(passage, []).append(unit)
    return tuple(glue.join(gathered[passage]) for passage in sorted(gathered))


def _closed(links: list[list[int]]) -> set[Link]:
    """Every pair of passages that links put into one row."""
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in links:
        met = [group for group in groups if i in group[0] or j in group[1]]
        groups = [group for group in groups if group not in met]
        ours = {i}.union(*(group[0] for group in met))
        groups.append((ours, {j}.union(*(group[1] for group in met))))
    return {(i, j) for ours, theirs in groups for i in ours for j in theirs}


def main() -> None:
    """Print both tables for every language."""
    out = sys.stdout.write
    out("held out      links    rows      ms  flagged  noted  recall\n")
    for language in LANGUAGES:
        aligned, compared = alignment(language), comparison(language)
        out(
            f"en-{language}        {aligned.links:.3f}   {aligned.rows:.3f}  {aligned.milliseconds:6.1f}"
            f"    {compared.flagged:.3f}  {compared.noted:.3f}   {compared.recall:.3f}\n"
        )


if __name__ == "__main__":
    main()
