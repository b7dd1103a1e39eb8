"""The words that a reader sees of one passage, without reading the rest of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.editions.content import PassageContent
from archive.search.wanted import DEEP
from archive.texts.markup import blocks, plain

#: Without any of these a passage is shown as it stands.
_MARKUP = re.compile(r"[\\*\r\n\[|#]")


def passage_words(body: str, passage: PassageContent) -> tuple[str, Sequence[int]]:
    """The shown characters of a passage, and the place of each in the body.

    Only a footnote's mark needs the rest of the body to be understood, and reading that takes
    longest.
    """
    own = body[passage.start : min(passage.end, passage.start + DEEP)]
    if own and not own.isspace() and not _MARKUP.search(own):
        return own, range(passage.start, passage.start + len(own))
    if "[^" in own:
        wording, offsets = plain(body, blocks(body)[passage.number - 1])
        return wording[:DEEP], list(offsets[:DEEP])
    parts: list[str] = []
    places: list[int] = []
    for block in blocks(own):
        wording, offsets = plain(own, block)
        if parts:
            places.append(passage.start + block.start)
        parts.append(wording)
        places.extend(map(passage.start.__add__, offsets))
    return "\n".join(parts), places
