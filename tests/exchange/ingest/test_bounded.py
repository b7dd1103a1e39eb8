"""Files from strangers: bounded in every direction."""

from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import pytest

from archive.exchange.ingest import bounded
from archive.exchange.ingest.bounded import Unreadable, lines
from archive.exchange.ingest.decode import MOST_BYTES as LONGEST_LINE


@pytest.mark.parametrize(
    ("ending", "pack"), [("", bytes), (".gz", gzip.compress), (".xz", lzma.compress)]
)
def test_lines_are_read_inside_their_compression(tmp_path: Path, ending: str, pack: object) -> None:
    path = tmp_path / f"records.jsonl{ending}"
    assert callable(pack)
    path.write_bytes(pack(b"one\ntwo\n") + (pack(b"three") if ending else b"three"))
    assert list(lines(path)) == [b"one\n", b"two\n", b"three"]


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress)])
def test_damage_is_said_after_what_could_be_read(tmp_path: Path, ending: str, pack: object) -> None:
    path = tmp_path / f"records.jsonl{ending}"
    assert callable(pack)
    path.write_bytes(pack(b"one\n" * 100_000)[:-10])
    with pytest.raises(Unreadable, match="damaged or not what its name says"):
        list(lines(path))
    path.write_bytes(b"no such thing")
    with pytest.raises(Unreadable, match="damaged or not what its name says"):
        list(lines(path))


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress)])
def test_a_bomb_is_one_short_line_and_then_refused(
    tmp_path: Path, ending: str, pack: object
) -> None:
    path = tmp_path / f"bomb.jsonl{ending}"
    assert callable(pack)
    path.write_bytes(pack(bytes(LONGEST_LINE + 40 * 2**20)))
    read = lines(path, most=LONGEST_LINE + 10 * 2**20)
    assert len(next(read)) == LONGEST_LINE + 1
    with pytest.raises(Unreadable, match=r"larger than 74 MiB once unpacked\. Split it\."):
        next(read)


def test_a_line_too_long_is_cut_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "LONGEST_LINE", 10)
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"x" * 50 + b"\nshort\n")
    assert list(lines(path)) == [b"x" * 11, b"short\n"]
