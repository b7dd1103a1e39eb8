"""What was read in the texts of a long record, kept for the processes that have not read them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from archive.editions.program import PROGRAM
from archive.parallel import Anchors, Lexicons, Prepared, TextPassages
from archive.parallel.models import ReadAnchors

#: Characters from which a record's texts are kept: 0.2 s to read, a few milliseconds to fetch.
LONG = 20_000

_decoder = msgspec.json.Decoder(list[tuple[list[dict[str, float]], list[dict[str, float]]]])


def prepared(record_id: str, texts: Sequence[TextPassages], lexicons: Lexicons) -> Prepared:
    """The texts of a record, draft or edition, ready to be laid out in rows. One query where they
    are long, two where they were not read before."""
    if not record_id or sum(len(each) for text in texts for each in text.passages) < LONG:
        return Prepared(texts, lexicons)
    digest = _digest(texts)
    kept = ReadAnchors.objects.filter(record=record_id, digest=digest)
    found = kept.values_list("anchors", flat=True).first()
    made = Prepared(texts, lexicons, _decoder.decode(found) if found else ())
    if found is None:
        _keep(record_id, digest, made.anchors)
    return made


def _digest(texts: Sequence[TextPassages]) -> str:
    told = msgspec.json.encode([PROGRAM, texts])
    return hashlib.sha256(told).hexdigest()


def _keep(record_id: str, digest: str, anchors: Sequence[Anchors]) -> None:
    stored = msgspec.json.encode(anchors).decode()
    ReadAnchors.objects.bulk_create(
        [ReadAnchors(record_id=record_id, digest=digest, anchors=stored)],
        update_conflicts=True,
        unique_fields=["record"],
        update_fields=["digest", "anchors"],
    )
