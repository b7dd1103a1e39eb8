"""A record's page in pieces: what stays the same whatever an address chooses of an edition, and what
stands in the slots of it for a choice of texts. To make a page of them is to join bytes.

All bytes are HTML in UTF-8. Nothing here is ever true by itself: pieces are kept, and asked for,
under the fingerprint of everything that decides what they show (``standings.Known``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass

import brotli

from archive.desk.columns import Grain

#: A slot as a template writes it. Nothing that a record says can look like one: it is escaped.
_SLOT = re.compile(rb"<\?(\w+)\?>")
#: Between pieces; no HTML holds it.
_CUT = b"\0"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What stands in the slots for a choice of texts. ``label`` names the one text of a page that
    shows it at its own address, and is empty on any other."""

    label: bytes
    links: bytes
    described: bytes
    desk: bytes
    cite: bytes
    scans: bytes
    scripts: bytes


@dataclass(frozen=True, slots=True)
class Address:
    """What the address itself says on the page. ``number`` is None where it names no edition;
    ``canonical`` is public, ``path`` is that of the record or edition with all its texts."""

    number: int | None
    canonical: str
    path: str


def choice_name(left: str | None, right: str | None, grain: Grain, also: Sequence[str] = ()) -> str:
    """What an address with these parameters calls its choice of texts."""
    return " ".join((repr(left), repr(right), grain, *map(repr, also)))


def single_name(key: str) -> str:
    """The name of the page of one text at its own address."""
    return f"/{key}"


def joined(fixed: bytes, address: Address, chosen: Chosen) -> bytes:
    """The whole page, of what is kept packed and what stands in its slots."""
    parts = brotli.decompress(fixed).split(_CUT)
    slots = _slots(address, chosen)
    parts[1::2] = [slots[name] for name in parts[1::2]]
    return b"".join(parts)


def pack_fixed(page: bytes) -> bytes:
    """A page with its slots still open, as it is kept."""
    return _packed(_CUT.join(_SLOT.split(page)))


def pack_chosen(chosen: Chosen) -> bytes:
    """What stands in the slots, as it is kept."""
    return _packed(_CUT.join(astuple(chosen)))


def unpack_chosen(packed: bytes) -> Chosen:
    """What stands in the slots, as it was."""
    return Chosen(*brotli.decompress(packed).split(_CUT))


def _packed(content: bytes) -> bytes:
    """Never sent as it is, so packed in a quarter of the time that a kept page takes."""
    return bytes(brotli.compress(content, quality=3, lgwin=18))


def _slots(address: Address, chosen: Chosen) -> dict[bytes, bytes]:
    edition = b", " + chosen.label if chosen.label else b""
    if address.number is not None:
        edition += b", edition %d" % address.number
    return {
        b"edition": edition,
        b"canonical": address.canonical.encode(),
        b"path": address.path.encode(),
        b"links": chosen.links,
        b"described": chosen.described,
        b"desk": chosen.desk,
        b"cite": chosen.cite,
        b"scans": chosen.scans,
        b"scripts": chosen.scripts,
    }
