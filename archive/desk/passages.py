"""The element of a passage: what a page says of it besides its wording.

A long record has thousands of them, so they are as short as HTML allows: no quotation marks and no
end tags where none are needed, and no numbers where they only count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    several, or where the row is one group; ``begins`` are the page breaks before it. What is compared is numbered in its row: sentences are
    bare ``span``, words ``u`` or ``mark``. Where these numbers do not simply count from 0 in the
    passage, ``data-sentences`` and ``data-words`` give them in order.
    """
    passage = part.passage
    tag = "div" if passage.kind == "table" else "p"
    kind = "" if passage.kind == "paragraph" else attribute("class", passage.kind.replace(" ", "-"))
    said = [f"<{tag}{kind}{spoken}"]
    if part.first:
        said.append(attribute("id", passage.id))
    if group is not None:
        said.append(f" data-g={group}")
    said += (_numbers("sentences", written.sentences), _numbers("words", written.compared), ">")
    if part.first:
        said.append(f"<a{attribute('href', f'#{passage.id}')}>{passage.number}</a>{begins}")
    said += (written.html, "</div>" if tag == "div" else "")
    return "".join(said)


def _numbers(name: str, numbers: Sequence[int]) -> str:
    if all(number == place for place, number in enumerate(numbers)):
        return ""
    return f' data-{name}="{" ".join(map(str, numbers))}"'
