"""What the citation panel of a record's page links to: pages that cite something else instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.citation.panel import Panel, Side, panel
from archive.desk.page import TextChoice
from archive.editions.reading import Reading


@dataclass(frozen=True, slots=True)
class Instead:
    """Something else that may be cited: ``query`` is that of the page that cites it."""

    label: str
    query: str


def cited(
    reading: Reading,
    columns: Sequence[TextChoice],
    target: str = "text",
    passage: str | None = None,
) -> Panel:
    """The citations of the text on the left, of a passage in whichever text it stands, or of the
    document or book where asked for.

    ``columns`` are the texts shown, none where no text is held. Raises ``CitationRefused`` for
    a target or passage that this record does not have.
    """
    keys = [column.key for column in columns]
    found = reading.content.passage(passage.split(",")[0]) if passage else None
    key = found[0] if found else keys[0] if keys else None
    side = _SIDES.get(keys.index(key), "") if len(keys) == 2 and key in keys else ""
    return panel(reading, target=target, text=key, passage=passage, side=side)


_SIDES: dict[int, Side] = {0: "left", 1: "right"}


def instead(shown: Panel, columns: Sequence[TextChoice]) -> Iterator[Instead]:
    """The other targets of the same text, then the other texts; nothing where no text is held."""
    if not columns:
        return
    order = [column.key for column in columns[:2]]
    here = f"?left={order[0]}&right={order[1]}" if len(order) == 2 else "?"
    for other in shown.alternatives:
        asked = "" if other.target == "text" else f"&cite={other.target}"
        asked += f"&passage={shown.passage}" if shown.passage else ""
        yield Instead(other.label, f"{here}{asked}".replace("?&", "?"))
    for column in columns[1:]:
        label = f"cite the {column.label} text instead"
        yield Instead(label, f"?left={column.key}&right={order[0]}")
