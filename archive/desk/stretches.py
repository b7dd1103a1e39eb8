"""What lies over the words of each passage: sentences that light each other, figures, dates and
names with their counterparts, words that a note quotes, words that only one text has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from archive.desk.marks import Mark
from archive.desk.variances import quoted
from archive.desk.wording import Layer, Stretch
from archive.editions.apparatus import RowContent, StretchContent
from archive.editions.document import VarianceDocument
from archive.editions.reading import Reading

#: By passage id.
Stretches = dict[str, list[Stretch]]


def words_over(
    reading: Reading,
    keys: Sequence[str],
    marks: Mapping[str, Sequence[Mark]],
    notes: Iterable[VarianceDocument],
) -> Stretches:
    """All but the sentences."""
    found: Stretches = {pid: list(map(_compared, _best(each))) for pid, each in marks.items()}
    touched = set()
    for pid, stretch in (*quoted(reading, notes), *_only_here(reading, set(keys))):
        found.setdefault(pid, []).append(stretch)
        touched.add(pid)
    for pid in touched:
        found[pid] = list(_apart(found[pid]))
    return found


def _compared(mark: Mark) -> Stretch:
    tag = '<mark class="differs">' if mark.differs else "<u>"
    return Stretch(mark.span.start, mark.span.end, Layer.COMPARED, tag, mark.thread)


def _best(marks: Sequence[Mark]) -> list[Mark]:
    """Of words that overlap, such as a date and a figure in it, those that differ or are more."""
    ordered = sorted(marks, key=lambda mark: mark.span.start)
    if all(one.span.end <= other.span.start for one, other in pairwise(ordered)):
        return ordered
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (not m.differs, m.span.start - m.span.end)):
        span = mark.span
        if all(span.end <= k.span.start or k.span.end <= span.start for k in kept):
            kept.append(mark)
    return kept


def _only_here(reading: Reading, shown: set[str]) -> Iterator[tuple[str, Stretch]]:
    """The words of two texts in one language that the other has not."""
    bodies = {text.key: text.body for text in reading.content.record.texts}
    for wording in reading.apparatus.wordings:
        if wording.left in shown and wording.right in shown:
            for key, places in ((wording.left, wording.source), (wording.right, wording.target)):
                for at in joined(bodies[key], places):
                    tag = '<span class="own">'
                    yield at.passage, Stretch(at.start, at.end, Layer.ONLY_HERE, tag)


def joined(body: str, places: Iterable[StretchContent]) -> Iterator[StretchContent]:
    """Places in the order of the text: those with nothing but spaces between them as one, none
    with a space at its end unless it holds nothing else."""
    held: StretchContent | None = None
    for at in places:
        said = body[at.start : at.end]
        if said.strip():
            start, end = at.end - len(said.lstrip()), at.start + len(said.rstrip())
            at = StretchContent(at.passage, start, end)
        if held and held.passage == at.passage and not body[held.end : at.start].strip():
            held = StretchContent(held.passage, held.start, at.end)
            continue
        if held:
            yield held
        held = at
    if held:
        yield held


def _apart(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Those of one layer cut where an earlier one ends."""
    ends = dict.fromkeys(Layer, 0)
    for stretch in sorted(stretches):
        start = max(stretch.start, ends[stretch.layer])
        if start < stretch.end:
            ends[stretch.layer] = stretch.end
            yield stretch._replace(start=start)


def sentences_over(
    rows: Iterable[RowContent], keys: Sequence[str], found: Stretches
) -> dict[str, int]:
    """Lay the sentences of these rows over their passages. A passage that is one sentence is given
    back instead, with the number of its group in the row; a row that is one group has none."""
    whole: dict[str, int] = {}
    for row in rows:
        if len(row.sentences) < 2:
            continue
        by_passage: dict[str, list[tuple[int, int, int]]] = {}
        for number, group in enumerate(row.sentences):
            for key in keys:
                for at in group.cells.get(key, ()):
                    by_passage.setdefault(at.passage, []).append((at.start, at.end, number))
        for pid, sentences in by_passage.items():
            if len(sentences) == 1:
                whole[pid] = sentences[0][2]
            else:
                tags = [Stretch(s, e, Layer.SENTENCE, "<span>", n) for s, e, n in sentences]
                found.setdefault(pid, []).extend(tags)
    return whole
