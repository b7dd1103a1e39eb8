"""What citeproc-js gives, read as HTML of which a few inline elements stay: ``i``, ``b``, ``sup``,
``sub``, and small capitals as a ``span``. Attributes, other elements and all else are words or gone."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from django.utils.safestring import SafeString

from archive.citation.value import Citation
from archive.citation.wording import clean

_KEPT = {"i": "i", "em": "i", "b": "b", "strong": "b", "sup": "sup", "sub": "sub"}
_SMALL_CAPITALS = '<span class="small-caps">'


def read(html: str, *, composed: bool) -> Citation:
    """One line of it; a composed record's says so first. Both parts are empty where it has no words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = clean("".join(reader.text))
    marked = re.sub(r"\s+", " ", "".join((*reader.html, *reversed(reader.open)))).strip()
    if not text:
        return Citation("", SafeString(""))
    lead = "[Composed for demonstration] " if composed else ""
    return Citation(f"{lead}{text}", SafeString(f"{lead}{marked}"))


class _Reader(HTMLParser):
    """``open`` are the ends of what is open, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.html: list[str] = []
        self.open: list[str] = []
        self._ends: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div":
            self.handle_data(" ")
            return
        start, end = "", ""
        if tag in _KEPT:
            start, end = f"<{_KEPT[tag]}>", f"</{_KEPT[tag]}>"
        elif tag == "span" and "small-caps" in (dict(attrs).get("style") or ""):
            start, end = _SMALL_CAPITALS, "</span>"
        self.html.append(start)
        self._ends.append(tag)
        self.open.append(end)

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self.handle_data(" ")
        elif self._ends and self._ends[-1] == tag:
            self._ends.pop()
            self.html.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        said = _UNSEEN.sub("", data)
        self.text.append(said)
        self.html.append(escape(said, quote=False))


# Controls and directional overrides, as ``wording.clean`` takes them away.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
