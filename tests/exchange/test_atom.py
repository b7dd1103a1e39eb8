from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from archive.exchange.atom import Feed, Item, atom

MOSCOW = timezone(timedelta(hours=3))
CABLE = Item(
    address="https://archive.example.org/records/fp4k7x2b/",
    title="Cable <to> Mao & others",
    updated=datetime(2026, 11, 27, 2, 30, tzinfo=MOSCOW),
    summary="January 22, 1950. AP RF, fond 45",
    kinds=("Cable",),
)
FEED = Feed(
    address="https://archive.example.org/search.atom?q=a&kind=cable",
    page="https://archive.example.org/search/?q=a&kind=cable",
    title="“a” · Facing Pages",
    subtitle="Narrowed by kind cable",
    site="Facing Pages",
    items=(CABLE,),
)
WRITTEN = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://archive.example.org/search.atom?q=a&amp;kind=cable</id>
<title>“a” · Facing Pages</title>
<subtitle>Narrowed by kind cable</subtitle>
<updated>2026-11-26T23:30:00Z</updated>
<author><name>Facing Pages</name></author>
<link rel="self" type="application/atom+xml" href="https://archive.example.org/search.atom?q=a&amp;kind=cable"/>
<link rel="alternate" type="text/html" href="https://archive.example.org/search/?q=a&amp;kind=cable"/>
<entry>
<id>https://archive.example.org/records/fp4k7x2b/</id>
<title>Cable &lt;to&gt; Mao &amp; others</title>
<updated>2026-11-26T23:30:00Z</updated>
<link rel="alternate" type="text/html" href="https://archive.example.org/records/fp4k7x2b/"/>
<category term="Cable"/>
<summary>January 22, 1950. AP RF, fond 45</summary>
</entry>
</feed>
"""


def test_the_whole_feed() -> None:
    assert atom(FEED).decode() == WRITTEN


def test_a_feed_of_nothing_has_a_time() -> None:
    empty = Feed("a:b", "a:c", "Nothing", "", "Site", ())
    assert b"<updated>1970-01-01T00:00:00Z</updated>" in atom(empty)
    assert b"subtitle" not in atom(empty)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_are_xml(words: str) -> None:
    item = Item("a:b", words, datetime(2026, 1, 1, tzinfo=UTC), words, (words,))
    root = ElementTree.fromstring(atom(Feed("a:c", "a:d", words, words, words, (item,))))
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
