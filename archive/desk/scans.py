"""The page images of a record, and where the page-break marks of its texts tie them to passages.

Nothing is guessed: a scan that names its text and a leaf, and whose text has the mark of that leaf,
is tied; any other is turned by hand. Pure: a ``Reading`` in, frozen values out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.desk.columns import Manner, TextChoice, query
from archive.desk.labels import kept_at, short_label
from archive.desk.wording import page_link
from archive.editions.content import Content, PassageContent
from archive.editions.document import ScanDocument, TextDocument
from archive.editions.reading import Reading
from archive.texts.markup import PageBreak, PageBreakKind, page_breaks


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins on the desk: the id and number of a passage, and the label of its text.

    ``beside``: the text that the scan shows does not stand on the desk; the passage is the one
    that renders the beginning of the page in the first text that does.
    """

    passage: str
    number: int
    text: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class PageScan:
    """A page image that may be shown. ``number`` counts from 1 among the scans of the record;
    ``name`` is its leaf, else its file; ``described`` says which page of what it is; ``place`` is
    None where no mark of a text shown, or of one beside it, ties it."""

    number: int
    scan: ScanDocument
    name: str
    described: str
    place: Place | None

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"scan-{self.number}"


@dataclass(frozen=True, slots=True)
class Breaks:
    """Page breaks that lead to a scan: what stands before a passage, as HTML by its id; addresses
    of those within a passage, by text key and offset."""

    before: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, Mapping[int, str]] = field(default_factory=dict)


#: Of texts that are shown without their scans.
NO_BREAKS = Breaks()


@dataclass(frozen=True, slots=True)
class Scans:
    """The scans of a record. ``withheld`` counts those that may not be shown today; ``toggle`` is
    the query that shows the same texts with the scans beside them, or without."""

    pages: tuple[PageScan, ...]
    withheld: int
    beside: bool
    toggle: str
    breaks: Breaks

    @property
    def tied(self) -> bool:
        """At least one page has its place in a text."""
        return any(page.place for page in self.pages)


@dataclass(frozen=True, slots=True)
class _Turn:
    """The mark at which the page of scan ``number`` begins, in the text of key ``key``."""

    number: int
    key: str
    mark: PageBreak
    passage: PassageContent


def scans(reading: Reading, columns: Sequence[TextChoice], manner: Manner) -> Scans | None:
    """The scans beside these texts, or to be had beside them; None where the record has none."""
    content = reading.content
    if not content.record.scans:
        return None
    turns = {turn.number: turn for turn in _turns(content)}
    pages = tuple(
        PageScan(
            number=number,
            scan=scan,
            name=scan.leaf or scan.file,
            described=_described(content, scan),
            place=_place(reading, columns, turns[number]) if number in turns else None,
        )
        for number, scan in _open(content)
    )
    other = Manner(manner.grain, not manner.scans)
    toggle = query(columns, other)
    return Scans(
        pages=pages,
        withheld=len(content.record.scans) - len(pages),
        beside=manner.scans,
        toggle=toggle,
        breaks=_breaks(turns.values(), "" if manner.scans else toggle),
    )


def _open(content: Content) -> Iterator[tuple[int, ScanDocument]]:
    """A withheld scan has no digest."""
    return ((n, scan) for n, scan in enumerate(content.record.scans, start=1) if scan.sha256)


def _described(content: Content, scan: ScanDocument) -> str:
    """``f. 1 of the Chinese text, National Archive, fond 3``."""
    text = content.record.text(scan.text)
    name = scan.leaf or scan.file
    shows = f"{name} of the {short_label(content, text)} text" if text else name
    return ", ".join(filter(None, [shows, kept_at(content, scan.text)]))


def _turns(content: Content) -> Iterator[_Turn]:
    """Each scan with the mark of its leaf in its text. Where several scans or marks of a text bear
    one name, the first is tied with the first."""
    shown: dict[str, list[tuple[int, str]]] = {}
    for number, scan in _open(content):
        shown.setdefault(scan.text, []).append((number, _spelled(scan.leaf)))
    for text in content.record.texts:
        passages = content.passages.get(text.key, ())
        if text.key in shown and passages:
            yield from _matched(text, passages, shown[text.key])


def _matched(
    text: TextDocument, passages: Sequence[PassageContent], shown: list[tuple[int, str]]
) -> Iterator[_Turn]:
    for mark in page_breaks(text.body):
        label = _spelled(_label(mark))
        found = next((each for each in shown if each[1] == label), None)
        block = mark.before_block or mark.within_block
        if found and block:
            shown.remove(found)
            yield _Turn(found[0], text.key, mark, passages[block - 1])


def _spelled(label: str) -> str:
    """``f. 22V`` and ``f.22v`` are one leaf."""
    return "".join(label.lower().split())


def _label(mark: PageBreak) -> str:
    return f"{'p' if mark.kind is PageBreakKind.PAGE else 'f'}. {mark.label}"


def _place(reading: Reading, columns: Sequence[TextChoice], turn: _Turn) -> Place | None:
    """Where the page begins on the desk; by the row of the apparatus where its text is not there."""
    labels = {column.key: column.label for column in columns}
    if turn.key in labels:
        return Place(turn.passage.id, turn.passage.number, labels[turn.key])
    for row in reading.apparatus.rows:
        if turn.passage.id in row.cells.get(turn.key, ()):
            beside = [(key, row.cells[key][0]) for key in labels if row.cells.get(key)]
            return _beside(reading.content, labels, *beside[0]) if beside else None
    return None


def _beside(content: Content, labels: Mapping[str, str], key: str, passage_id: str) -> Place:
    number = next(p.number for p in content.passages[key] if p.id == passage_id)
    return Place(passage_id, number, labels[key], beside=True)


def _breaks(turns: Iterable[_Turn], shown: str) -> Breaks:
    """``shown`` is the query that shows the scans, empty where they are shown."""
    before: dict[str, list[str]] = {}
    within: dict[str, dict[int, str]] = {}
    for turn in turns:
        href = f"{shown}#scan-{turn.number}"
        if turn.mark.within_block and turn.passage.kind != "table":
            within.setdefault(turn.key, {})[turn.mark.at] = href
        else:
            before.setdefault(turn.passage.id, []).append(page_link(_label(turn.mark), href))
    said = {pid: f'<span class="leaves">{"".join(links)}</span>' for pid, links in before.items()}
    return Breaks(said, within)
