"""Files of records opened as lines: plain, ``.gz`` and ``.xz``, or standard input."""

from __future__ import annotations

import gzip
import lzma
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The bytes of that file as stored inside its compression; ``-`` is standard input.

    Raises ``OSError`` where it cannot be opened. Damaged compression raises ``OSError``,
    ``EOFError`` or ``lzma.LZMAError`` while it is read.
    """
    if name == "-":
        yield sys.stdin.buffer
        return
    openers = {".gz": gzip.open, ".xz": lzma.open}
    opener = openers.get(Path(name).suffix, open)
    with opener(name, "rb") as stream:
        yield cast(BinaryIO, stream)
