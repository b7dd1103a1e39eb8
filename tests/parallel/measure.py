"""How well texts are aligned on data that nothing was tuned on.

``python -m tests.parallel.measure`` prints the table. Weights and word lists were tuned on the NTREX
documents of even number and the Bible; what is reported here are the others. How well they are
compared is measured in ``compared``.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from time import process_time
from typing import Any

from archive.parallel import TextPassages, align, rows
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


def _items(language: str, held_out: bool) -> Iterator[dict[str, Any]]:
    for item in _read(f"ntrex.en-{language}.json.xz")["items"]:
        document = int(item["id"].split("-")[3])
        if document % 2 == held_out:
            yield item


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
    """Print the table for every language."""
    out = sys.stdout.write
    out("held out      links    rows      ms\n")
    for language in LANGUAGES:
        aligned = alignment(language)
        out(
            f"en-{language}        {aligned.links:.3f}   {aligned.rows:.3f}  {aligned.milliseconds:6.1f}\n"
        )


if __name__ == "__main__":
    main()
