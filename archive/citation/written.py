"""Every citation of one thing in a file to read: plain text, and a page of HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Unpack

from archive.citation.choosing import choose
from archive.citation.describing import describe
from archive.citation.entry import Asked
from archive.citation.styles import LABELS, STYLES
from archive.citation.value import Citation
from archive.citation.wording import clean, finish

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


def plain(edition: Citable, **asked: Unpack[Asked]) -> str:
    """The title, then the name of each style and form above its citation.

    Raises ``CitationRefused``.
    """
    title, citations = _made(edition, asked)
    said = [f"{label}\n{citation.text}" for label, citation in citations]
    return "\n\n".join([title, *said]) + "\n"


def html(edition: Citable, **asked: Unpack[Asked]) -> str:
    """The same as a page of its own; italics are ``<i>``. Raises ``CitationRefused``."""
    title, citations = _made(edition, asked)
    said = [f"<dt>{escape(label)}</dt>\n<dd>{citation.html}</dd>" for label, citation in citations]
    lines = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f"<title>{escape(title)}</title>\n</head>\n<body>",
        f"<h1>{escape(title)}</h1>\n<dl>",
        *said,
        "</dl>\n</body>\n</html>\n",
    ]
    return "\n".join(lines)


def _made(edition: Citable, asked: Asked) -> tuple[str, list[tuple[str, Citation]]]:
    """The title, and every form with its label; as in the panel, editions by their number."""
    chosen = choose(edition, asked.get("text"), asked.get("passage"))
    target, accessed = asked.get("target", "text"), asked.get("accessed")
    cited = describe(chosen, target, edition="site", accessed=accessed)
    citations = [
        (label, finish(STYLES[style][form](cited), composed=cited.composed))
        for (style, form), label in LABELS.items()
    ]
    lead = "[Composed for demonstration] " if cited.composed else ""
    return f"{lead}{clean(chosen.content.record.title)}", citations
