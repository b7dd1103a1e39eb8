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
import msgspec

from archive.desk.columns import Grain, NoSuchText, choose

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


class TextName(msgspec.Struct, frozen=True, array_like=True):
    """A text among which to choose."""

    key: str
    language: str


class Pieces(msgspec.Struct, frozen=True, array_like=True):
    """The pieces of an edition's pages, packed. ``chosen`` by the name of the choice; not every
    choice need be there."""

    texts: tuple[TextName, ...]
    fixed: bytes
    chosen: dict[str, bytes]

    def name(self, left: str | None, right: str | None, grain: Grain = "passages") -> str | None:
        """The name of the choice that these texts make; None for a text that there is not."""
        try:
            return choice_name([text.key for text in choose(self.texts, left, right, ())], grain)
        except NoSuchText:
            return None

    def stored(self, name: str | None) -> Chosen | None:
        """What is kept of that choice."""
        packed = self.chosen.get(name) if name is not None else None
        return Chosen(*brotli.decompress(packed).split(_CUT)) if packed is not None else None

    def joined(self, address: Address, chosen: Chosen) -> bytes:
        """The whole page."""
        parts = brotli.decompress(self.fixed).split(_CUT)
        slots = _slots(address, chosen)
        parts[1::2] = [slots[name] for name in parts[1::2]]
        return b"".join(parts)


def choice_name(keys: Sequence[str], grain: Grain) -> str:
    """The name of these texts beside each other, in rows of that grain."""
    return " ".join(keys if grain == "passages" else (*keys, f"/{grain}"))


def single_name(key: str) -> str:
    """The name of the page of one text at its own address."""
    return f"/{key}"


def pack_fixed(page: bytes) -> bytes:
    """A page with its slots still open, as it is kept."""
    return _packed(_CUT.join(_SLOT.split(page)))


def pack_chosen(chosen: Chosen) -> bytes:
    """What stands in the slots, as it is kept."""
    return _packed(_CUT.join(astuple(chosen)))


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
        b"desk": chosen.desk,
        b"cite": chosen.cite,
        b"scans": chosen.scans,
        b"scripts": chosen.scripts,
    }


_decoder = msgspec.msgpack.Decoder(Pieces)


def encode(pieces: Pieces) -> bytes:
    """The pieces as stored."""
    return msgspec.msgpack.encode(pieces)


def decode(stored: bytes) -> Pieces:
    """The pieces as stored before."""
    return _decoder.decode(stored)
