"""The element of a passage: what a page says of it besides its wording.

A long record has thousands of them, so they are as short as HTML allows: no quotation marks and no
end tags where none are needed, and no numbers where they only count.
"""

from __future__ import annotations

import re
from html import escape

from archive.desk.plans import Part
from archive.desk.wording import Written

_BARE = re.compile(r"[\w#-]+")


def attribute(name: str, value: object) -> str:
    """`` lang=en``, quoted where HTML asks for it."""
    said = str(value)
    return f" {name}={said}" if _BARE.fullmatch(said) else f' {name}="{escape(said)}"'


def passage_element(
    part: Part, spoken: str, written: Written, group: int | None, begins: str = ""
) -> str:
    """``<p lang=en dir=ltr id=p17><a href=#p17>17</a>…``: its number leads to itself.

    Only the part that begins a passage has its id and number. ``spoken`` are the attributes that
    say its language and direction; ``group`` is that of its one sentence, None where it has
    several, or where the row is one group; ``begins`` are the page breaks before it. What is
    compared is numbered in its row: sentences are bare ``span``, words ``u`` or ``mark``. Where
    these numbers do not simply count from 0 in the passage, ``data-sentences`` and ``data-words``
    give them in order.
    """
    passage = part.passage
    tag, end = ("div", "</div>") if passage.kind == "table" else ("p", "")
    kind = "" if passage.kind == "paragraph" else attribute("class", passage.kind.replace(" ", "-"))
    joined = _joined(written, group)
    if not part.first:
        return f"<{tag}{kind}{spoken}{joined}>{written.html}{end}"
    own, link = attribute("id", passage.id), attribute("href", f"#{passage.id}")
    return f"<{tag}{kind}{spoken}{own}{joined}><a{link}>{passage.number}</a>{begins}{written.html}{end}"


def _joined(written: Written, group: int | None) -> str:
    """What says how sentences and words are numbered; mostly nothing."""
    said = "" if group is None else f" data-g={group}"
    for name, numbers in (("sentences", written.sentences), ("words", written.compared)):
        if numbers and numbers != list(range(len(numbers))):
            said += f' data-{name}="{" ".join(map(str, numbers))}"'
    return said
