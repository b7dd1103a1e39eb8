"""The wording of every passage of every edition, once however many editions have it, by its
fingerprints: so a quotation is found in whichever edition it was taken from."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from archive.editions.content import Content
from archive.editions.models import Wording
from archive.editions.shown import shown
from archive.texts.fingerprints import fingerprints


class Known(NamedTuple):
    """What makes a wording the same one: where it stands, and the digest of its characters."""

    text: str
    passage: str
    digest: int


def list_wordings(record_id: str, number: int, content: Content) -> None:
    """Bring the table up to date with edition ``number`` of a record, the newest.

    What the edition before it had too now reaches to this one. At most three queries, one for a
    first edition.
    """
    standing = _standing(record_id, number - 1) if number > 1 else {}
    found = dict(said(content))
    kept = [pk for known, pk in standing.items() if known in found]
    if kept:
        Wording.objects.filter(pk__in=kept).update(last=number)
    Wording.objects.bulk_create(
        Wording(
            record_id=record_id,
            text=known.text,
            passage=known.passage,
            digest=known.digest,
            first=number,
            last=number,
            fingerprints=fingerprints(words),
        )
        for known, words in found.items()
        if known not in standing
    )


def said(content: Content) -> Iterator[tuple[Known, str]]:
    """Every passage that says something, with its words as readers see them."""
    for key, passages in shown(content).items():
        for passage in passages:
            if passage.text.strip():
                yield Known(key, passage.id, _digest(passage.text)), passage.text


def _standing(record_id: str, number: int) -> dict[Known, int]:
    rows = Wording.objects.filter(record=record_id, last=number)
    listed = rows.values_list("pk", "text", "passage", "digest")
    return {Known(text, passage, digest): pk for pk, text, passage, digest in listed}


def _digest(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), signed=True)
