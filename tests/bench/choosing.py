"""Copies of the sample cable with a third text, composed for the benchmark: two texts or three may
stand beside each other in many ways, and each way is asked for once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path
from urllib.parse import urlencode

SOURCE = "bench:three-"
COPIES = 120
_CABLE = Path(__file__).parents[2] / "archive" / "exchange" / "samples" / "cable.jsonl"
_TEXTS = ("en", "ru", "en-b")


def write_copies(folder: Path) -> Path:
    """A file of the copies."""
    path = folder / "three.jsonl"
    path.write_text("".join(map(_line, range(COPIES))), encoding="utf-8")
    return path


def _line(number: int) -> str:
    cable = json.loads(_CABLE.read_text("utf-8"))
    first = next(text for text in cable["texts"] if text["key"] == "en")
    copy = {
        **cable,
        "source_id": f"{SOURCE}{number}",
        "title": f"{cable['title']} ({number})",
        "texts": [*cable["texts"], {**first, "key": "en-b"}],
        "editorial": {"composed": True},
    }
    return json.dumps(copy, ensure_ascii=False) + "\n"


def other_texts(record_id: str) -> Iterator[str]:
    """Every choice of one text or two but the archive's own, by passages and by sentences."""
    for left, right in permutations(_TEXTS, 2):
        yield from _by_number(record_id, left=left, right=right, rows="sentences")
        if (left, right) != _TEXTS[:2]:
            yield from _by_number(record_id, left=left, right=right)
    for key in _TEXTS:
        yield from _by_number(record_id, left=key, right=key)


def three_texts(record_id: str) -> Iterator[str]:
    """All three side by side, by passages and by sentences, in every order but the archive's own."""
    for keys, rows in product(list(permutations(_TEXTS))[1:], ("passages", "sentences")):
        left, right, also = keys
        yield from _by_number(record_id, left=left, right=right, also=also, rows=rows)


def _by_number(record_id: str, **asked: str) -> Iterator[str]:
    for number in ("", "v1/"):
        yield f"/records/{record_id}/{number}?{urlencode(asked)}"
