"""A table of rows as the page shows it: frozen values for the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.editions.apparatus import UNSURE_BELOW
from archive.editions.content import Content
from archive.editions.shown import shown
from archive.staff.alignment.drafts import held
from archive.staff.alignment.table import SURE, Decided, Row, Table, standing
from archive.staff.alignment.work import Work
from archive.staff.excerpts import TextName, beginning, text_names

_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its plain wording; ``number`` counts from 1 in its text."""

    id: str
    number: int
    kind: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """One text's passages of a row."""

    text: TextName
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """``number`` counts from 1; ``key`` is its first passage; ``state`` says how sure it is in one
    word for the stylesheet, ``words`` in words; ``percent`` is None where the program said
    nothing of the row as it stands."""

    number: int
    key: str
    cells: tuple[CellView, ...]
    state: str
    words: str
    percent: int | None
    pinned: bool
    moved: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A text that can be a column."""

    text: TextName
    shown: bool


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision that is no row: a parting, or a pin that cannot hold. ``name`` drops it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence above the rows; ``kind`` is info, warning or error."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """``unsure`` holds the rows of which the program was unsure, by number and first passage;
    ``acceptable`` counts those that "accept all that is sure" would pin. ``lost`` are decisions
    that cannot hold any longer, ``overruled`` those of others that a save would replace."""

    texts: tuple[TextName, ...]
    choices: tuple[Choice, ...]
    rows: tuple[RowView, ...]
    unsure: tuple[tuple[int, str], ...]
    pinned: int
    acceptable: int
    partings: tuple[DecisionView, ...]
    lost: tuple[DecisionView, ...]
    overruled: tuple[str, ...]


def laid_out(
    content: Content,
    work: Work,
    *,
    at: str = "",
    moved: Sequence[str] = (),
    overruled: Sequence[Decided] = (),
) -> Page:
    """``at`` is the passage chosen; ``moved`` the first passages of rows to be marked so."""
    table = work.now
    names = text_names(content)
    rows = tuple(_rows(content, work, table, at, frozenset(moved)))
    partings, lost = _decisions(content, table)
    return Page(
        texts=tuple(names[key] for key in table.texts),
        choices=tuple(Choice(name, name.key in table.texts) for name in names.values()),
        rows=rows,
        unsure=tuple((row.number, row.key) for row in rows if row.state == "unsure"),
        pinned=sum(row.pinned for row in rows),
        acceptable=sum(row.state == "sure" for row in rows),
        partings=partings,
        lost=lost,
        overruled=tuple(_decision(pin, names, _wording(content)).words for pin in overruled),
    )


def _rows(
    content: Content, work: Work, table: Table, at: str, moved: frozenset[str]
) -> Iterator[RowView]:
    names = text_names(content)
    views = _passages(content, table.texts, at)
    pins = _pins_by_passage(table)
    say = _Saying(frozenset(work.stored), frozenset(table.texts))
    for number, row in enumerate(table.rows, start=1):
        ids = [pid for cell in row.cells for pid in cell]
        held = [pin for pid in ids for pin in pins.get(pid, ())]
        state, words = say.of(row, held)
        yield RowView(
            number=number,
            key=ids[0],
            cells=tuple(
                CellView(names[key], tuple(views[pid] for pid in cell))
                for key, cell in zip(table.texts, row.cells, strict=True)
            ),
            state=state,
            words=words,
            percent=None if row.confidence is None or held else round(row.confidence * 100),
            pinned=bool(held),
            moved=ids[0] in moved,
        )


def _passages(content: Content, texts: Iterable[str], at: str) -> Mapping[str, PassageView]:
    wording = shown(content)
    return {
        passage.id: PassageView(
            passage.id, passage.number, passage.kind, words.text, chosen=passage.id == at
        )
        for key in texts
        for passage, words in zip(content.passages[key], wording[key], strict=True)
    }


def _pins_by_passage(table: Table) -> dict[str, list[Decided]]:
    found: dict[str, list[Decided]] = {}
    for pin in standing(table):
        for pid in pin.passages if pin.aligned else ():
            found.setdefault(pid, []).append(pin)
    return found


@dataclass(frozen=True, slots=True)
class _Saying:
    """How sure a row is: a word for the stylesheet, and words."""

    stored: frozenset[Decided]
    texts: frozenset[str]

    def of(self, row: Row, held: Sequence[Decided]) -> tuple[str, str]:
        if held:
            return "pinned", self._pinned(held)
        if row.confidence is None:
            return "free", "Placed anew when you save"
        if row.confidence >= SURE:
            return "sure", "Sure"
        return ("fair", "Fairly sure") if row.confidence >= UNSURE_BELOW else ("unsure", "Unsure")

    def _pinned(self, held: Sequence[Decided]) -> str:
        words = "Pinned" if self.stored.issuperset(held) else "Pinned, not saved yet"
        if any(pin.keys - self.texts for pin in held):
            return f"{words}, with a text not shown"
        whole = any(pin.keys >= self.texts for pin in held)
        return words if whole else f"{words}, in some of its texts"


def _decisions(
    content: Content, table: Table
) -> tuple[tuple[DecisionView, ...], tuple[DecisionView, ...]]:
    """Partings that hold, and whatever cannot hold any longer."""
    there = held(content)
    sound = dict.fromkeys(pin for pin in standing(table) if pin.passages <= there)
    words = _wording(content)
    names = text_names(content)
    partings = [_decision(pin, names, words) for pin in sound if not pin.aligned]
    lost = [_decision(pin, names, words) for pin in table.pins if pin not in sound]
    return tuple(partings), tuple(lost)


def _wording(content: Content) -> Mapping[str, str]:
    return {passage.id: passage.text for each in shown(content).values() for passage in each}


def _decision(
    pin: Decided, names: Mapping[str, TextName], words: Mapping[str, str]
) -> DecisionView:
    sides = [
        f"{names[key].name if key in names else key}: {_quoted(cell, words)}"
        for key, cell in pin.cells
    ]
    return DecisionView(
        ".".join(pid for _, cell in pin.cells for pid in cell),
        (" never beside " if not pin.aligned else " beside ").join(sides),
    )


def _quoted(cell: Iterable[str], words: Mapping[str, str]) -> str:
    said = [
        f"“{beginning(words[pid], _MOST_WORDS)}”" if pid in words else f"{pid}, not there any more"
        for pid in cell
    ]
    return ", ".join(said) or "nothing"
