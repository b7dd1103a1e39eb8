"""Texts whose alignment is known: NTREX in seven languages against English.

Each of the 48 documents of a pair is there in two of four variants: ``clean``, ``mn`` (sentences
merged and split), ``hard`` (also left out and put in) and ``par`` (merged, split, in passages).
Documents of even number are there to tune on; those of odd number are held out.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tests.shared_data import SHARED

LANGUAGES = ("ru", "zh", "ko", "de", "ar", "fr", "he")
Bead = tuple[tuple[int, ...], tuple[int, ...]]
Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One document: English first, in units; the true beads, those with an empty side unit by unit.

    ``passages`` gives for each unit of each side its passage, and ``passage_links`` the passages
    that render each other; both are empty but in the variant ``par``.
    """

    document: int
    variant: str
    language: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: frozenset[Bead]
    passages: tuple[tuple[int, ...], tuple[int, ...]]
    passage_links: frozenset[Link]

    @property
    def held_out(self) -> bool:
        return self.document % 2 == 1


@lru_cache
def items(language: str) -> tuple[Item, ...]:
    """Every document of English and one other language, in the order of the file."""
    found = _read(f"ntrex.en-{language}.json.xz")
    return tuple(_item(int(item["id"].split("-")[3]), language, item) for item in found)


def cable() -> Item:
    """The sample cable in English and Russian, aligned by hand; to tune on."""
    given = json.loads((SHARED / "data/parallel/seed.en-ru.json").read_text("utf-8"))
    return _item(0, "ru", given["items"][0])


def _read(name: str) -> list[dict[str, Any]]:
    with lzma.open(SHARED / "data" / "parallel" / name, "rt", encoding="utf-8") as file:
        return list(json.load(file)["items"])


def _item(document: int, language: str, item: dict[str, Any]) -> Item:
    return Item(
        document,
        item["variant"],
        language,
        tuple(item["src"]),
        tuple(item["tgt"]),
        frozenset(singly((tuple(ours), tuple(theirs)) for ours, theirs in item["beads"])),
        (tuple(item.get("src_par", ())), tuple(item.get("tgt_par", ()))),
        frozenset((i, j) for i, j in item.get("par_links", ())),
    )


def held_out(language: str) -> list[Item]:
    """The documents that nothing was tuned on."""
    return [item for item in items(language) if item.held_out]


def singly(beads: Iterator[Bead]) -> Iterator[Bead]:
    """The beads, those with an empty side taken apart into one for each unit."""
    for ours, theirs in beads:
        if ours and theirs:
            yield ours, theirs
        else:
            yield from (((i,), ()) for i in ours)
            yield from (((), (j,)) for j in theirs)
