"""The page of a citation list, the reader's own or one that was shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from archive.citation import csl
from archive.citation.csl import StyleFailed
from archive.citation.formats import FORMATS
from archive.citation.styles import LABELS, SLUGS
from archive.desk import labels
from archive.web.answers import Body
from archive.web.lists.sharing import Shared
from archive.web.lists.shown import DEFAULT, Part, held, parts
from archive.web.lists.value import MOST_ITEMS, MOST_NOTE, CitationList, is_taken_back
from archive.web.pages import page
from archive.web.paths import path_to
from archive.web.script import script_of
from archive.web.words import counted


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of the list."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class ListView:
    """The whole page. ``path`` is its own, ``back`` where the reader came from, empty where that is
    not known; ``failed`` says why the style asked for is not the one shown; ``codes`` are those given
    for it, each with its day in words."""

    heading: str
    path: str
    count: str
    style: str
    styles: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    files: tuple[FileView, ...]
    pack: str
    failed: str = ""
    back: str = ""
    done: str = ""
    taken_back: bool = False
    codes: tuple[tuple[str, str], ...] = ()
    code: str = ""
    shared_on: str = ""


def my_page(of: CitationList, style: str, codes: Sequence[tuple[str, datetime]], back: str) -> Body:
    """The reader's own list, with everything that can be done to it."""
    view = _view("Citation list", path_to("web:list"), of, style)
    mine = replace(
        view,
        back=back,
        done=of.done,
        taken_back=is_taken_back(of),
        codes=tuple((code, labels.day(at)) for code, at in codes),
    )
    return _page(mine, mine=True)


def shared_page(shared: Shared, style: str) -> Body:
    """A list as it was shared."""
    path = path_to("web:shared_list", shared.code)
    view = _view("Shared citation list", path, shared.list, style)
    day = labels.day(shared.shared_at)
    return _page(replace(view, code=shared.code, shared_on=day), mine=False)


def _view(heading: str, path: str, of: CitationList, style: str) -> ListView:
    found, failed = held(of.items), ""
    try:
        shown = parts(found, style)
    except StyleFailed as failure:
        failed, style = f"{_label(style)}: {failure}", DEFAULT
        shown = parts(found, style)
    query = urlencode({"style": style})
    return ListView(
        heading=heading,
        path=path,
        count=counted(len(of.items), "citation", "citations"),
        style=style,
        styles=_styles(style),
        failed=failed,
        parts=shown,
        files=tuple(
            FileView(format.label, f"{path.removesuffix('/')}.{ending}?{query}")
            for ending, format in FORMATS.items()
        ),
        pack=f"{path}reading-pack/",
    )


def _styles(style: str) -> tuple[tuple[str, str], ...]:
    """Those built in, and that shown where it is another."""
    own = tuple((slug, LABELS[form]) for slug, form in SLUGS.items())
    return own if style in SLUGS else (*own, (style, _label(style)))


def _label(style: str) -> str:
    of_csl = csl.named(style)
    return of_csl.label if of_csl else style


def _page(view: ListView, *, mine: bool) -> Body:
    context = {
        "view": view,
        "mine": mine,
        "most_items": MOST_ITEMS,
        "most_note": MOST_NOTE,
        "script": script_of("list").url,
    }
    return page("citation/list.html", context, here="list" if mine else "")
