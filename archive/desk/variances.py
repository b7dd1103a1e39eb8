"""Variance notes of the staff, where they touch the texts shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from archive.desk.wording import Layer, Stretch
from archive.editions.document import VarianceDocument
from archive.editions.reading import Reading


def variances(reading: Reading, keys: Iterable[str]) -> tuple[VarianceDocument, ...]:
    """The notes that speak of these texts and of no other, by number."""
    shown = set(keys)
    found = (n for n in reading.apparatus.variances if not n.taken_back and _texts(n) <= shown)
    return tuple(sorted(found, key=lambda note: note.number))


def _texts(note: VarianceDocument) -> set[str]:
    return {key for key, ids in note.passages.items() if ids}


def passages(note: VarianceDocument, keys: Sequence[str]) -> list[str]:
    """The passages of a note, those of the first text shown first."""
    return [pid for key in keys for pid in note.passages.get(key, ())]


def quoted(reading: Reading, notes: Iterable[VarianceDocument]) -> Iterator[tuple[str, Stretch]]:
    """The words that the notes quote, by passage id; where a passage has them twice, the first."""
    for note in notes:
        for key, words in note.words.items():
            text = reading.content.record.text(key)
            wanted = set(note.passages.get(key, ()))
            for passage in reading.content.passages.get(key, ()) if text and words else ():
                if passage.id in wanted and text:
                    at = text.body.find(words, passage.start, passage.end)
                    if at >= 0:
                        tag = f'<span class="noted" data-c="n{note.number}">'
                        yield passage.id, Stretch(at, at + len(words), Layer.NOTED, tag)
