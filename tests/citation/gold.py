"""The gold citations of the styles that are built in, and what counts as the same citation.

A citation is right where the whole of it, italics too, is gold's own or a variant that gold lists.
Compared as the contract says: without regard to capitals, gold's address standing for ours of the
same thing and its archive's name for this site's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from itertools import product

import msgspec
from django.conf import settings

from archive.citation import cite
from archive.citation.styles import STYLES
from archive.editions.document import RecordDocument
from archive.editions.reading import Reading
from tests.citation.editions import LETTER, as_published, reading
from tests.shared_data import shared_path

NUMBER = 3
_SAMPLE = "samples/liu-shaoqi-to-mao-1950-01-22.json"
_ADDRESS = re.compile(r"(?:https://)?archive\.example\.org/[^\s>]*[^\s.,>]")
_SITE = "Wilson Center Digital Archive"

Name = tuple[str, str, str, str]
"""Record, target, style and form."""

Change = tuple[tuple[str, str], ...]
"""Words of gold, each with what stands in their place."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold citation. ``html`` has italics as ``<i>`` and nothing else escaped."""

    name: Name
    html: str
    tokens: tuple[str, ...]
    forbidden: tuple[str, ...]
    listed: tuple[str, ...]

    @property
    def form(self) -> str:
        """As ``cite`` calls it."""
        return self.name[3].removesuffix("-with-paragraph").removesuffix("-with-version")

    @property
    def passage(self) -> str | None:
        """The id of the passage cited."""
        return "p1" if self.name[3].endswith("-with-paragraph") else None

    @property
    def with_edition(self) -> bool:
        """Whether it names the edition."""
        return self.name[3].endswith("-with-version")

    @property
    def key(self) -> str | None:
        """The text cited; None for the printed source."""
        return None if self.name[1] == "zh" else self.name[1]

    @property
    def accessed(self) -> date | None:
        """The day of access that it names."""
        said = re.search("2026-11-23|23.11.2026|23 November 2026|Nov. 23, 2026", self.html)
        return date(2026, 11, 23) if said else None

    @property
    def edition(self) -> Reading:
        """The edition that it cites."""
        return _seed() if self.name[0] == "seed" else reading(LETTER, NUMBER)


#: What gold lists as allowed, in its words, as changes to its text; without any where capitals alone
#: change, and for the collection alone, which is no citation of one document.
LISTED: Mapping[str, Change] = {
    "Liu Shaoqi, cable to Mao Zedong, in Jianguo yilai Liu Shaoqi wengao ... "
    "(what the CSL style prints)": (
        ("Liu Shaoqi to Mao Zedong, cable, January 22, 1950,", "Liu Shaoqi, cable to Mao Zedong,"),
        ("Kim Donggil from <i>", "Kim Donggil, in <i>"),
    ),
    "access date may be added": ((", https:", ", accessed November 23, 2026, https:"),),
    "place of publication kept": (("(Zhongyang", "(Beijing: Zhongyang"),),
    "Liu to Mao, cable, January 22, 1950.": (("Mao, January", "Mao, cable, January"),),
    "date after the collection": (
        ("Zedong, January 22, 1950.", "Zedong."),
        ("vol. 1.", "vol. 1. January 22, 1950."),
    ),
    "Liu Shaoqi. (1950) 2005.": (("Liu Shaoqi. 1950.", "Liu Shaoqi. (1950) 2005."),),
    "(Liu [1950] 2005)": (("Liu 1950", "Liu [1950] 2005"),),
    "with https://": ((" archive.example.org", " https://archive.example.org"),),
    "access date at the end": (("/0001.", "/0001. Accessed 23 Nov. 2026."),),
    "(Liu, par. 1)": (("Liu", "Liu, par. 1"),),
    "[Cable to Mao Zedong] (D. Kim, Trans.)": ((" (D. Kim, Trans.)]", "] (D. Kim, Trans.)"),),
    "(2005) with (Original work published 1950)": (
        ("(1950, January 22)", "(2005)"),
        ("/0001", "/0001 (Original work published 1950)"),
    ),
    "(Liu, 1950/2005)": (("Liu, 1950", "Liu, 1950/2005"),),
    "(Liu, 1950, para. 1)": (("Liu, 1950", "Liu, 1950, para. 1"),),
    "History and Public Policy Program Digital Archive instead of Wilson Center Digital Archive": (
        (_SITE, "History and Public Policy Program Digital Archive"),
    ),
    "Liu Shaoqi, telegram to Mao Zedong, January 22, 1950, ... (CSL)": (
        ("Liu Shaoqi to Mao Zedong, telegram [in Russian]", "Liu Shaoqi, telegram to Mao Zedong"),
    ),
    "archive first, shelfmark after it (CMOS 14.205 variant; usual among users of Russian archives: "
    "AP RF, f. 45, op. 1, d. 334, l. 22)": (
        (
            "fond 45, opis 1, delo 334, list 22, "
            "Archive of the President of the Russian Federation (AP RF), Moscow",
            "AP RF, f. 45, op. 1, d. 334, l. 22",
        ),
    ),
    "Archive of the President of the Russian Federation (AP RF). Moscow. "
    "(collection-only entry when several items are cited)": (),
    "Fond capitalised": (),
    "country left out": ((", Russian Federation", ""),),
    "22.01.1950": (("22 января 1950 г.", "22.01.1950"),),
    "Лю Шаоци. Телеграмма Мао Цзэдуну ...": (
        ("Телеграмма Лю Шаоци Мао Цзэдуну в Москву", "Лю Шаоци. Телеграмма Мао Цзэдуну"),
    ),
    "N. V. Orlov, letter to A. P. Zimin, March 3, 1951, ... (CSL)": (
        ("N. V. Orlov to A. P. Zimin", "N. V. Orlov, letter to A. P. Zimin"),
    ),
}


@cache
def golds() -> tuple[Gold, ...]:
    """Those of the styles that are built in, in the order of the file."""
    entries = json.loads(shared_path("data/citations/gold.json").read_text())["gold"]
    return tuple(
        Gold(
            name=(entry["record"], entry["target"], entry["style"], entry["form"]),
            html=entry["html"],
            tokens=tuple(entry["tokens_in_order"]),
            forbidden=tuple(entry["must_not_contain"]),
            listed=tuple(entry["acceptable_variants"]),
        )
        for entry in entries
        if entry["style"] in STYLES
    )


def cited(gold: Gold) -> str:
    """Ours of the same thing, as gold writes HTML."""
    citation = cite(
        gold.edition,
        gold.name[2],
        gold.form,
        target="text" if gold.key else "print",
        text=gold.key,
        passage=gold.passage,
        with_edition=gold.with_edition,
        accessed=gold.accessed,
    )
    return unescape(citation.html)


def is_the_same(gold: Gold, said: str) -> bool:
    """Whether the whole of it is gold's, with or without each variant listed."""
    changes = [LISTED[words] for words in gold.listed]
    return any(_folded(gold, whole) == said.casefold() for whole in _wholes(gold.html, changes))


def is_complete(gold: Gold, said: str, *, in_order: bool = True) -> bool:
    """Whether every token that gold lists stands in it, in that order unless that is waived, and
    nothing that it forbids."""
    plain, at = re.sub("</?i>", "", said), 0
    for token in gold.tokens:
        found = plain.casefold().find(_folded(gold, token), at)
        if found < 0:
            return False
        at = found + len(_folded(gold, token)) if in_order else 0
    return not any(_as_ours(gold, words) in plain for words in gold.forbidden)


def _wholes(html: str, changes: list[Change]) -> Iterator[str]:
    for chosen in product(*[((), change) if change else ((),) for change in changes]):
        whole = html
        for old, new in (pair for change in chosen for pair in change):
            whole = whole.replace(old, new)
        yield whole


def _folded(gold: Gold, words: str) -> str:
    return _as_ours(gold, words).casefold()


def _as_ours(gold: Gold, words: str) -> str:
    """Gold's address as ours of the same thing, its archive's name as this site's."""
    record = gold.edition.standing.record_id
    passage = f"#{gold.passage}" if gold.passage else ""
    address = f"{settings.SITE_URL}/records/{record}/v{NUMBER}/{gold.key}/{passage}"
    bare = address.partition("://")[2]
    said = _ADDRESS.sub(lambda a: address if a[0].startswith("https") else bare, words)
    return said.replace(_SITE, settings.SITE_NAME)


@cache
def _seed() -> Reading:
    document = msgspec.json.decode(shared_path(_SAMPLE).read_bytes(), type=RecordDocument)
    return as_published(msgspec.structs.replace(document, id="fp4k7x2b"), NUMBER)
