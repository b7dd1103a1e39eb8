"""The citation list itself, and what a reader can do with it: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from archive.citation.value import Target

#: Items of a list; characters of a note, and of all notes of a list together.
MOST_ITEMS = 1_000
MOST_NOTE = 1_000
MOST_NOTES = 100_000


class ListRefused(ValueError):
    """What a list cannot take: ``what`` is wrong and ``remedy``, in sentences."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Named:
    """What is to be cited: a text of an edition, None where it holds none; some of its passages by
    id, in its order; or the archival document or the printed source."""

    record: str
    edition: int
    text: str | None = None
    passages: tuple[str, ...] = ()
    target: Target = "text"


class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something named in a list. ``number`` is its own there and is never given again."""

    number: int
    record: str
    edition: int
    text: str | None = None
    passages: tuple[str, ...] = ()
    target: Target = "text"
    note: str = ""

    @property
    def passage(self) -> str | None:
        """The ids as a citation takes them."""
        return ",".join(self.passages) or None

    @property
    def same(self) -> tuple[str, int, str | None, tuple[str, ...]]:
        """What it is, however it is cited: a list has it once."""
        return self.record, self.edition, self.text, self.passages


class CitationList(msgspec.Struct, frozen=True, omit_defaults=True):
    """``style`` is a slug of ``citation.styles``, empty where none was chosen. ``before`` are the
    items before the last change and ``done`` says what that was; None and empty where there is
    nothing to take back. ``shared`` are the codes given for it."""

    items: tuple[Item, ...] = ()
    last: int = 0
    style: str = ""
    before: tuple[Item, ...] | None = None
    done: str = ""
    shared: tuple[str, ...] = ()


def add(to: CitationList, named: Sequence[Named], notes: Sequence[str] = ()) -> CitationList:
    """With these after the others, each once; what is there already is cited as it is named now.

    ``notes`` go with new ones, one for each. Raises ``ListRefused`` where it would grow too long.
    """
    held = {item.same: item for item in to.items}
    last = to.last
    for place, each in enumerate(named):
        same = (each.record, each.edition, each.text, each.passages)
        if same in held:
            held[same] = msgspec.structs.replace(held[same], target=each.target)
            continue
        last += 1
        note = notes[place] if place < len(notes) else ""
        held[same] = Item(last, *same, target=each.target, note=note)
    if len(held) > MOST_ITEMS:
        raise ListRefused(
            f"A list holds at most {MOST_ITEMS:,} citations; it has {len(to.items):,}.",
            "Remove some, or share this list and begin another.",
        )
    new = last - to.last
    done = f"Added {new:,} {'citation' if new == 1 else 'citations'}." if new else ""
    changed = _changed(to, tuple(held.values()), done or "What is cited was changed.")
    return msgspec.structs.replace(_bounded(changed), last=last)


def annotate(to: CitationList, notes: Mapping[int, str]) -> CitationList:
    """With these notes, by the items' numbers. Raises ``ListRefused`` for one that is too long."""
    items = tuple(
        msgspec.structs.replace(item, note=notes.get(item.number, item.note)) for item in to.items
    )
    long = next((item for item in items if len(item.note) > MOST_NOTE), None)
    if long is not None:
        raise ListRefused(
            f"A note has {len(long.note):,} characters, at most {MOST_NOTE:,} are kept.",
            "Go back, shorten it, and save it again.",
        )
    return _bounded(_changed(to, items, "Changed a note."))


def _bounded(changed: CitationList) -> CitationList:
    if sum(len(item.note) for item in changed.items) <= MOST_NOTES:
        return changed
    raise ListRefused(
        f"All notes of a list have at most {MOST_NOTES:,} characters together.",
        "Go back and shorten some.",
    )


def move(to: CitationList, number: int, beside: int, *, after: bool) -> CitationList:
    """With one item just before or after another; as it is where either is not there."""
    moved = _found(to, number)
    rest = [item for item in to.items if item.number != number]
    places = [place for place, item in enumerate(rest) if item.number == beside]
    if moved is None or not places:
        return to
    rest.insert(places[0] + after, moved)
    return _changed(to, tuple(rest), "Moved a citation.")


def order(to: CitationList, numbers: Iterable[int]) -> CitationList:
    """In the order of these numbers; what they do not name stays behind."""
    places = {number: place for place, number in enumerate(numbers)}
    items = sorted(to.items, key=lambda item: places.get(item.number, len(places)))
    return _changed(to, tuple(items), "Put in alphabetical order.")


def remove(to: CitationList, number: int) -> CitationList:
    """Without that item."""
    rest = tuple(item for item in to.items if item.number != number)
    return _changed(to, rest, "Removed a citation.")


def clear(to: CitationList) -> CitationList:
    """Without any."""
    return _changed(to, (), "Emptied the list.")


def undo(to: CitationList) -> CitationList:
    """As it was before the last change; a second time, as it was after it."""
    if to.before is None:
        return to
    done = to.done.removeprefix(_BACK) if is_taken_back(to) else f"{_BACK}{to.done}"
    return _changed(to, to.before, done)


_BACK = "Taken back: "


def is_taken_back(to: CitationList) -> bool:
    """Whether the last change was to take one back."""
    return to.done.startswith(_BACK)


def _found(to: CitationList, number: int) -> Item | None:
    return next((item for item in to.items if item.number == number), None)


def _changed(to: CitationList, items: tuple[Item, ...], done: str) -> CitationList:
    if items == to.items:
        return to
    return msgspec.structs.replace(to, items=items, before=to.items, done=done)


_decoder = msgspec.json.Decoder(CitationList)


def encode(to: CitationList) -> str:
    """As it is stored."""
    return msgspec.json.encode(to).decode()


def decode(stored: str) -> CitationList:
    """As it was stored."""
    return _decoder.decode(stored)
