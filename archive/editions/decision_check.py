"""What can be wrong with the pins, verdicts and variance notes that a record came with.

That a passage or a word is no longer there is no error: the staff see it and decide. Each problem
is (path, message), as ``check.Problem`` has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from archive.editions.document import Editorial, VarianceDocument, VerdictDocument

_PASSAGE = re.compile(r"p[1-9][0-9]{0,8}\Z")

Found = Iterator[tuple[str, str]]


def decision_problems(editorial: Editorial) -> Found:
    """In the order of the schema."""
    for index, pin in enumerate(editorial.pins):
        yield from _cells(f"editorial.pins[{index}].cells", pin.cells)
    for index, verdict in enumerate(editorial.verdicts):
        if not any(verdict.words.values()):
            yield f"editorial.verdicts[{index}].words", "a verdict names the words of one text."
    for index, note in enumerate(editorial.variances):
        yield from _cells(f"editorial.variances[{index}].passages", note.passages, least=1)
        if not note.note and not note.taken_back:
            yield f"editorial.variances[{index}].note", "a variance note says what differs."
    yield from _numbered("editorial.verdicts", editorial.verdicts)
    yield from _numbered("editorial.variances", editorial.variances)


def _cells(path: str, cells: Mapping[str, Iterable[str]], least: int = 2) -> Found:
    if len(cells) < least:
        yield path, f"names {len(cells)} texts; it takes at least {least}."
    for key, ids in cells.items():
        yield from passage_ids(f"{path}.{key}", ids)


def passage_ids(path: str, ids: Iterable[str]) -> Found:
    """Ids that are none."""
    if not all(_PASSAGE.match(pid) for pid in ids):
        yield path, "a passage id is p and a number: p17."


def _numbered(path: str, said: Iterable[VerdictDocument | VarianceDocument]) -> Found:
    numbers = [each.number for each in said]
    if len(set(numbers)) < len(numbers):
        yield path, "two have one number; each number is given once."
