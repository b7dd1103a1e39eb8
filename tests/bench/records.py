"""The records that the benchmarks hold: the shared ones, or copies of the sample cable."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tests.shared_data import SHARED

_CABLE = Path(__file__).parents[2] / "archive" / "exchange" / "samples" / "cable.jsonl"
_COPIES = 1200


@dataclass(frozen=True, slots=True)
class Lines:
    """A ``.jsonl`` file, how many records it has, and what they are."""

    path: Path
    count: int
    described: str


def write_lines(folder: Path, every: int) -> Lines:
    """Write every so-many-th record into one file.

    Where the shared records are absent they are copies of the sample cable under other names.
    """
    files = sorted((SHARED / "data" / "records").glob("*.jsonl.xz"))
    path = folder / "records.jsonl"
    given = chain.from_iterable(map(_unpacked, files)) if files else _copies()
    count = 0
    with path.open("wb") as stream:
        for number, line in enumerate(given):
            if number % every == 0:
                stream.write(line)
                count += 1
    if files:
        return Lines(path, count, f"{count:,} shared records")
    left_out = f"LEFT OUT: no shared records in {SHARED / 'data' / 'records'}"
    return Lines(path, count, f"{count:,} copies of the sample cable ({left_out})")


def _unpacked(path: Path) -> Iterator[bytes]:
    with lzma.open(path) as stream:
        yield from stream


def _copies() -> Iterator[bytes]:
    cable = json.loads(_CABLE.read_text("utf-8"))
    for number in range(_COPIES):
        copy = {**cable, "source_id": f"bench-{number}", "title": f"{cable['title']} ({number})"}
        yield json.dumps(copy, ensure_ascii=False).encode() + b"\n"


def words(lines: Lines, count: int) -> list[str]:
    """Words of the records' titles and texts to search for, in a fixed order, each once."""
    found: dict[str, None] = {}
    with lines.path.open(encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            body = record["texts"][0]["body"] if record.get("texts") else record["title"]
            plain = [word for word in body.split() if word.isascii() and word.isalpha()]
            found.update(dict.fromkeys(word.lower() for word in plain if 5 <= len(word) <= 12))
            if len(found) > 40 * count:
                break
    return sorted(found, key=lambda word: word[::-1])[:: max(1, len(found) // count)][:count]
