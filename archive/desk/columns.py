"""The texts that stand side by side, and the addresses that show others: the choice of texts lives
in the address and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol, TypeVar
from urllib.parse import urlencode

from archive.desk.labels import marked_name, origin_line, short_label
from archive.editions.document import TextDocument
from archive.editions.reading import Reading
from archive.texts.languages import direction

#: As many as can be read side by side on the widest screen.
MOST = 6

Grain = Literal["passages", "sentences"]
GRAINS: tuple[Grain, ...] = ("passages", "sentences")


@dataclass(frozen=True, slots=True)
class Manner:
    """How texts are shown: what their rows are made of, and whether the scans stand beside them."""

    grain: Grain = "passages"
    scans: bool = False


#: By passages, the texts alone.
PLAIN = Manner()


class NoSuchText(ValueError):
    """The address names a text that this edition does not have."""

    def __init__(self, key: str, keys: Sequence[str]) -> None:
        super().__init__(f"This edition has no text “{key}”. It has: {', '.join(keys) or 'none'}.")
        self.key = key


class Choosable(Protocol):
    """What is known of a text by whoever chooses among them."""

    @property
    def key(self) -> str:
        """Its key."""

    @property
    def language(self) -> str:
        """Its BCP 47 tag."""


_Text = TypeVar("_Text", bound=Choosable)


@dataclass(frozen=True, slots=True)
class TextChoice:
    """A text as the chooser offers it. ``opens`` is the day a withheld text opens, else None."""

    key: str
    language: str
    direction: str
    label: str
    own_name: str
    origin: str
    opens: date | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A text that may stand at some place, and the query that shows it there."""

    text: TextChoice
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """The head of a column: its name for screen readers, its text and what may stand there
    instead; the queries that show it alone, alone beside the scans, or the others without it. Each
    is empty where it would show nothing else."""

    label: str
    column: TextChoice
    choices: tuple[Offer, ...]
    alone: str
    beside_scans: str
    without: str


def choices(reading: Reading) -> tuple[TextChoice, ...]:
    """Every text of the edition."""
    return tuple(_choice(reading, text) for text in reading.content.record.texts)


def _choice(reading: Reading, text: TextDocument) -> TextChoice:
    return TextChoice(
        key=text.key,
        language=text.language,
        direction=direction(text.language, text.body[:2000]),
        label=short_label(reading.content, text),
        own_name=marked_name(reading.content, text, in_="self"),
        origin=origin_line(reading.content, text),
        opens=reading.standing.withheld.text(text.key),
    )


def choose(
    offered: Sequence[_Text], left: str | None, right: str | None, also: Sequence[str]
) -> tuple[_Text, ...]:
    """The columns, left first; at most ``MOST``. The same key twice gives one column."""
    by_key = {choice.key: choice for choice in offered}
    for key in (left, right, *also):
        if key is not None and key not in by_key:
            raise NoSuchText(key, list(by_key))
    if not offered:
        return ()
    first = left or _first(offered, right)
    others = [key for key in by_key if key != first]
    second = right or (others[0] if others else first)
    return tuple(by_key[key] for key in list(dict.fromkeys((first, second, *also)))[:MOST])


def _first(offered: Sequence[_Text], right: str | None) -> str:
    """The English text where there is one, else the first; never the one already on the right."""
    free = [choice for choice in offered if choice.key != right] or list(offered)
    english = [choice for choice in free if choice.language.split("-")[0] == "en"]
    return (english or free)[0].key


def query(columns: Iterable[TextChoice], manner: Manner = PLAIN) -> str:
    """The query that shows these texts in this order; of one text, that text alone; of none,
    what the archive chooses."""
    keys = [column.key for column in columns]
    names = ["left", "right", *["also"] * len(keys)]
    asked = list(zip(names, keys if len(keys) > 1 else keys * 2, strict=False))
    asked += [("rows", "sentences")] if manner.grain == "sentences" else []
    asked += [("scans", "beside")] if manner.scans else []
    return "?" + urlencode(asked)


def sides(
    offered: Sequence[TextChoice],
    columns: Sequence[TextChoice],
    manner: Manner,
    *,
    has_scans: bool = False,
) -> tuple[Side, ...]:
    """The heads of the columns. ``has_scans``: they may be shown beside a text."""
    several = len(columns) > 1
    names = ("Left text", "Right text") if len(columns) == 2 else ()
    beside, bare = replace(manner, scans=True), replace(manner, scans=False)
    return tuple(
        Side(
            label=names[place] if names else f"Text {place + 1}" if several else "Text",
            column=column,
            choices=tuple(_offer(choice, place, columns, manner) for choice in offered),
            alone=query([column], bare) if several or manner.scans else "",
            beside_scans=query([column], beside)
            if has_scans and (several or not manner.scans)
            else "",
            without=query([c for c in columns if c is not column], manner) if several else "",
        )
        for place, column in enumerate(columns)
    )


def _offer(choice: TextChoice, place: int, columns: Sequence[TextChoice], manner: Manner) -> Offer:
    """Choosing a text that stands elsewhere changes places with it."""
    here = columns[place]
    wanted = [here if column.key == choice.key else column for column in columns]
    wanted[place] = choice
    return Offer(choice, query(wanted, manner), choice.key == here.key)


def additions(
    offered: Sequence[TextChoice], columns: Sequence[TextChoice], manner: Manner
) -> tuple[Offer, ...]:
    """The texts that may be added on the right."""
    shown = {column.key for column in columns}
    free = [choice for choice in offered if choice.key not in shown]
    return tuple(
        Offer(each, query([*columns, each], manner)) for each in free if len(columns) < MOST
    )
