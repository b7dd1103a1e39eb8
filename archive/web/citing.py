"""The citation panel of a record's page: what it cites, and the addresses that cite something else.

An address says all of it: which texts stand on the desk (``left``, ``right``), what is cited instead
of the text on the left (``cite``, ``passage``), in which style and form (``style``), and whether
footnotes tell what other texts have there (``variants``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from archive.citation.choosing import NAMES
from archive.citation.panel import Panel, Side, panel
from archive.citation.styles import LABELS, SLUGS
from archive.desk.columns import TextChoice
from archive.editions.document import VarianceDocument
from archive.editions.reading import Reading

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address asks of the panel; nothing: the text on the left in the first style."""

    target: str = "text"
    passage: str | None = None
    style: str | None = None
    variants: bool = False


PLAIN = Wanted()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be cited: ``href`` cites it. ``name`` is empty where another text would
    stand on the left: no script can do that in its place."""

    label: str
    href: str
    name: str
    current: bool


def cited(reading: Reading, columns: Sequence[TextChoice], wanted: Wanted = PLAIN) -> Panel:
    """The citations of the text on the left, of a passage in whichever text it stands, or of the
    document or book where asked for.

    ``columns`` are the texts shown, none where no text is held. Raises ``CitationRefused`` for
    a target, passage or style that there is not.
    """
    keys = [column.key for column in columns]
    first = NAMES.split(wanted.passage)[0] if wanted.passage else ""
    found = reading.content.passage(first.strip())
    key = found[0] if found else keys[0] if keys else None
    side = _SIDES.get(keys.index(key), "") if len(keys) == 2 and key in keys else ""
    return panel(
        reading,
        target=wanted.target,
        text=key,
        passage=wanted.passage,
        side=side,
        style=wanted.style,
        variants=wanted.variants,
    )


_SIDES: dict[int, Side] = {0: "left", 1: "right"}
_LABELS = {"document": "Archival document", "print": "Printed source"}


def query(shown: Panel, columns: Sequence[TextChoice], wanted: Wanted) -> dict[str, str]:
    """The parameters of the page that shows this panel."""
    names = ("left", "right") if len(columns) > 1 else ()
    texts = {name: column.key for name, column in zip(names, columns, strict=False)}
    given = {
        "cite": "" if shown.target == "text" else shown.target,
        "passage": shown.passage or "",
        "style": wanted.style or "",
        "variants": "1" if shown.noted else "",
    }
    return texts | {name: value for name, value in given.items() if value}


def choices(shown: Panel, columns: Sequence[TextChoice], here: Query) -> Iterator[Choice]:
    """The passage where one is cited, the texts, the document and the book; nothing where no text
    is held. ``here`` is the panel's own query."""
    own = shown.target == "text"
    if columns and shown.passage:
        words = shown.paragraphs[:1].upper() + shown.paragraphs[1:] or "The passage"
        yield Choice(words, _href(_without(here, "cite")), "passage", own)
    for place, column in enumerate(columns):
        turned = {"left": column.key, "right": columns[0].key} if place else {}
        whole = _without(here, "cite", "passage", "variants") | turned
        current = own and not shown.passage and column.key == shown.text
        yield Choice(f"{column.label} text", _href(whole), "" if place else "text", current)
    for target in shown.targets if columns else ():
        if target != "text":
            there = {**_without(here, "variants"), "cite": target}
            yield Choice(_LABELS[target], _href(there), target, target == shown.target)


def noting(shown: Panel, here: Query) -> str:
    """The address that adds the variant note to a footnote, or leaves it out again."""
    if shown.noted:
        return _href(_without(here, "variants"))
    return _href({**here, "style": shown.footnote, "variants": "1"})


def file_query(shown: Panel) -> str:
    """What makes a file cite the same, after its address; empty where nothing has to be said."""
    target = "" if shown.target == "text" else shown.target
    given = {"text": shown.text, "passage": shown.passage, "cite": target}
    named = {name: value for name, value in given.items() if value}
    return _href(named) if named else ""


def unstyled(path: str, here: Query) -> str:
    """The page with this panel at that path, but for its style."""
    query = _without(here, "style")
    return f"{path}{_href(query)}" if query else path


def styles() -> Iterator[tuple[str, str]]:
    """Slug and name of every style and form."""
    return ((slug, LABELS[named]) for slug, named in SLUGS.items())


def notes_on(reading: Reading, shown: Panel) -> tuple[VarianceDocument, ...]:
    """The staff's variance notes that speak of a passage cited."""
    ids = set(shown.passages)
    return tuple(
        note
        for note in reading.apparatus.variances
        if not note.taken_back and any(ids & set(named) for named in note.passages.values())
    )


def _without(here: Query, *names: str) -> dict[str, str]:
    return {name: value for name, value in here.items() if name not in names}


def _href(asked: Query) -> str:
    return f"?{urlencode(asked, safe=',')}"
