"""A search as a feed: what it finds, the newest edition first."""

from __future__ import annotations

from django.conf import settings

from archive.exchange.atom import MEDIA_TYPE, Feed, Item, atom
from archive.search.results import Hit, Results
from archive.web.addresses import record_path
from archive.web.answers import Body
from archive.web.pages import absolute
from archive.web.search_links import Links


def search_feed(results: Results, links: Links) -> Body:
    """The feed of these results; ``links`` is the search as the address has it."""
    asked = results.query.q
    narrowed = ", ".join(f"{name} {value}" for name, value in links.narrowing())
    feed = Feed(
        address=absolute(links.feed()),
        page=absolute(links.kept()),
        title=f"{f'“{asked}”' if asked else 'All records'} · {settings.SITE_NAME}",
        subtitle=f"Narrowed by {narrowed}" if narrowed else "",
        site=settings.SITE_NAME,
        items=tuple(_item(hit) for hit in results.hits),
    )
    return Body(atom(feed), MEDIA_TYPE)


def _item(hit: Hit) -> Item:
    told = [hit.date_display, *hit.held, hit.summary]
    return Item(
        address=absolute(record_path(hit.id)),
        title=hit.title,
        updated=hit.published_at,
        summary=". ".join(part.rstrip(".") for part in told if part),
        kinds=("Composed for demonstration", hit.kind_label) if hit.practice else (hit.kind_label,),
    )
