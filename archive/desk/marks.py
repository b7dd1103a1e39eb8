"""Where two texts disagree: marks for the gutter, highlights for the wording, a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive.desk.wording import Highlight
from archive.editions.apparatus import ComparisonContent, SpanContent
from archive.editions.content import Content
from archive.editions.reading import Reading

_NOUNS = {
    "number": ("figure", "figures"),
    "date": ("date", "dates"),
    "name": ("name", "names"),
}


@dataclass(frozen=True, slots=True)
class DifferenceMark:
    """A difference as shown between two texts: the words of the left and of the right."""

    row: int
    kind: str
    flag: bool
    left: SpanContent | None
    right: SpanContent | None
    left_words: str
    right_words: str

    @property
    def passage(self) -> str:
        """The passage that a link to this difference leads to."""
        span = self.left or self.right
        return span.passage if span else ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was compared and what was found; never a bare count. ``found`` pairs words with the
    passage where the first of them stands: ``("1 figure differs", "p2")``."""

    sentence: str
    found: tuple[tuple[str, str], ...]


def difference_marks(reading: Reading, left: str, right: str) -> tuple[DifferenceMark, ...]:
    """The differences between two texts, in the order of the rows."""
    content = reading.content
    found = [_mark(content, item, left, right) for item in reading.apparatus.differences]
    return tuple(sorted((mark for mark in found if mark), key=lambda mark: mark.row))


def _mark(
    content: Content, item: ComparisonContent, left: str, right: str
) -> DifferenceMark | None:
    if {item.left, item.right} != {left, right}:
        return None
    ours, theirs = item.source, item.target
    if item.left != left:
        ours, theirs = theirs, ours
    return DifferenceMark(
        row=item.row,
        kind=item.kind,
        flag=item.severity == "flag",
        left=ours,
        right=theirs,
        left_words=_words(content, ours),
        right_words=_words(content, theirs),
    )


def _words(content: Content, span: SpanContent | None) -> str:
    text = content.record.text(span.text) if span else None
    return text.body[span.start : span.end] if span and text else ""


def highlights(marks: Sequence[DifferenceMark]) -> dict[str, list[Highlight]]:
    """By ``"<text key> <passage id>"``, the differing words of that passage in order."""
    spans = {span for mark in marks if mark.flag for span in (mark.left, mark.right) if span}
    found: dict[str, list[Highlight]] = {}
    for span in sorted(spans, key=lambda span: (span.text, span.start)):
        place = found.setdefault(f"{span.text} {span.passage}", [])
        if not place or place[-1].end <= span.start:
            place.append(Highlight(span.start, span.end, "differs"))
    return found


def summary(marks: Sequence[DifferenceMark]) -> Summary:
    """The line above two texts."""
    flags = [mark for mark in marks if mark.flag]
    counts = Counter(mark.kind for mark in flags)
    found = []
    for kind, count in counts.items():
        one, many = _NOUNS[kind]
        first = next(mark for mark in flags if mark.kind == kind)
        words = f"1 {one} differs" if count == 1 else f"{count} {many} differ"
        found.append((words, first.passage))
    lead = "Figures, dates and known names were compared by program, wording was not"
    return Summary(
        f"{lead}:" if found else f"{lead}. Of these, none was found to differ.", tuple(found)
    )
