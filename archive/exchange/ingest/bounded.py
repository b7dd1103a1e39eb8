"""Files from strangers opened with bounds: no line, no file and no compression can fill the
memory or the disk."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from archive.exchange.ingest.decode import MOST_BYTES as LONGEST_LINE

#: Bytes of a file once unpacked.
MOST_UNPACKED = 2 * 2**30
_XZ_MEMORY = 256 * 2**20
_PIECE = 64 * 2**10


class Unreadable(ValueError):
    """A file that cannot be read on; the message says why and what to do."""


@contextmanager
def unpacked(path: Path) -> Iterator[BinaryIO]:
    """The bytes inside ``.gz`` or ``.xz``, or of any other file as they are."""
    with path.open("rb") as raw:
        if path.suffix == ".gz":
            yield cast(BinaryIO, gzip.GzipFile(fileobj=raw))
        elif path.suffix == ".xz":
            yield cast(BinaryIO, io.BufferedReader(_Xz(raw), _PIECE))
        else:
            yield raw


def lines(path: Path, most: int = MOST_UNPACKED) -> Iterator[bytes]:
    """The lines of a file, one by one. Of a line that is too long its beginning, which is still
    too long for a record. Raises ``Unreadable``, after what could be read."""
    try:
        with unpacked(path) as stream:
            yield from lines_of(stream, most)
    except (FileNotFoundError, IsADirectoryError, PermissionError) as fault:
        raise Unreadable(f"The file cannot be opened: {fault.strerror}.") from None
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as fault:
        raise Unreadable(
            f"The file is damaged or not what its name says: {fault}. Pack it again."
        ) from None


def lines_of(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """As ``lines``, of what is open already and not packed."""
    total = 0
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        total += len(line)
        while line and not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
            total += len(line)
            if total > most:
                break
        if total > most:
            raise Unreadable(
                f"The file is larger than {most // 2**20:,} MiB once unpacked. Split it."
            )


class _Xz(io.RawIOBase):
    """An ``.xz`` file read piece by piece, which Python's own reader does without a bound on
    the memory that the file may ask for."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._unpacker = self._new()

    def _new(self) -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            feed = b""
            if self._unpacker.eof:
                feed = self._unpacker.unused_data or self._raw.read(_PIECE)
                if not feed.strip(b"\0"):
                    return 0
                self._unpacker = self._new()
            elif self._unpacker.needs_input:
                feed = self._raw.read(_PIECE)
                if not feed:
                    raise EOFError("it ends in the middle")
            data = self._unpacker.decompress(feed, len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
