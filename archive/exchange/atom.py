"""A list of records as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

MEDIA_TYPE = "application/atom+xml; charset=utf-8"

#: What XML 1.0 cannot hold (section 2.2).
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: The time of a feed that has nothing yet: Atom asks for one.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """A record. ``address`` is its own, which never changes; ``updated`` is when its newest edition
    was published; ``kinds`` are words under which a reader's program may file it."""

    address: str
    title: str
    updated: datetime
    summary: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """``address`` is the feed's own, ``page`` that of the same list for people, ``site`` the name of
    the archive, which stands as the author; ``subtitle`` may be empty."""

    address: str
    page: str
    title: str
    subtitle: str
    site: str
    items: tuple[Item, ...]


def atom(feed: Feed) -> bytes:
    """The feed as UTF-8 XML, items as they come."""
    return "\n".join(_feed(feed)).encode()


def _feed(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
    yield _element("id", feed.address)
    yield _element("title", feed.title)
    if feed.subtitle:
        yield _element("subtitle", feed.subtitle)
    yield _element("updated", _time(max((i.updated for i in feed.items), default=_NEVER)))
    yield f"<author>{_element('name', feed.site)}</author>"
    yield _link("self", feed.address, "application/atom+xml")
    yield _link("alternate", feed.page, "text/html")
    for item in feed.items:
        yield from _entry(item)
    yield "</feed>\n"


def _entry(item: Item) -> Iterator[str]:
    yield "<entry>"
    yield _element("id", item.address)
    yield _element("title", item.title)
    yield _element("updated", _time(item.updated))
    yield _link("alternate", item.address, "text/html")
    for kind in item.kinds:
        yield f'<category term="{_escaped(kind)}"/>'
    yield _element("summary", item.summary)
    yield "</entry>"


def _element(name: str, words: str) -> str:
    return f"<{name}>{_escaped(words)}</{name}>"


def _link(relation: str, address: str, media_type: str) -> str:
    return f'<link rel="{relation}" type="{media_type}" href="{_escaped(address)}"/>'


def _escaped(words: str) -> str:
    return escape(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", words))


def _time(moment: datetime) -> str:
    """RFC 3339, in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
