"""More records than there are: seeded variants of published editions.

A variant has other words, figures, names, days and shelfmarks than its edition, and often a text in
another language. Words are exchanged for words of the same length, drawn as often as they stand in
the editions, one in eighty for one that nobody has written: so frequent words stay frequent, the
vocabulary grows with the archive, and every passage keeps its place. Nothing here knows a database.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec
from django.utils.text import slugify

from archive.authority.repositories import REPOSITORIES
from archive.editions.content import (
    Content,
    DateContent,
    HoldingContent,
    PassageContent,
    PersonContent,
    RepositoryContent,
    ShelfmarkContent,
)
from archive.editions.document import HoldingDocument, Participation, TextDocument
from archive.records import dates, shelfmarks

#: One word in so many is exchanged, and one of those in so many for a new one; one record in so
#: many gets a text in another language, and one in so many a holding with a shelfmark of fonds.
_WORDS, _NEW, _TEXTS, _FONDS = 5, 80, 4, 3
_NAMES = 0.7
_DAYS = 4_000
_EXCHANGED = re.compile(r"[A-Za-z]{4,}|\d{2,}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LETTERS = ("bcdfghklmnprstvz", "aeiou")
_KEPT_WORDS = 400_000

_replace = msgspec.structs.replace


class Varying:
    """Variants of these editions; ``sentences`` are of other languages, by tag."""

    def __init__(self, contents: Sequence[Content], sentences: Mapping[str, Sequence[str]]) -> None:
        self._contents = contents
        self._sentences = sentences
        self._words: dict[tuple[int, bool], list[str]] = {}
        for word in _some_words(contents):
            self._words.setdefault((len(word), word[0].isupper()), []).append(word)
        names = [part.name.split() for each in contents for part in each.record.people]
        self._given = [" ".join(name[:-1]) for name in names if len(name) > 1]
        self._family = [name[-1] for name in names if name]

    def variant(self, number: int) -> Content:
        """The variant of that number, which is the same whenever it is asked for."""
        chance = random.Random(number)
        content = self._contents[number % len(self._contents)]
        content = self._renamed(chance, content)
        content = self._dated(chance, content)
        content = self._reworded(chance, content)
        if not chance.randrange(_FONDS):
            content = _held(chance, content)
        if self._sentences and not chance.randrange(_TEXTS):
            content = self._translated(chance, content)
        return content

    def _renamed(self, chance: random.Random, content: Content) -> Content:
        people: list[Participation] = []
        entries: list[PersonContent] = []
        title = content.record.title
        for part, entry in zip(content.record.people, content.people, strict=True):
            if self._given and chance.random() < _NAMES:
                name = f"{chance.choice(self._given)} {chance.choice(self._family)}"
                title = title.replace(part.name, name)
                part = _replace(part, name=name, family="", given="", forms={})
                entry = PersonContent(slug=slugify(name)[:100], name=name)
            people.append(part)
            entries.append(entry)
        record = _replace(content.record, title=title, people=tuple(people))
        return _replace(content, record=record, people=tuple(entries))

    def _dated(self, chance: random.Random, content: Content) -> Content:
        written = content.record.date or ""
        if not _DAY.fullmatch(written):
            return content
        day = date.fromisoformat(written) + timedelta(days=chance.randrange(-_DAYS, _DAYS))
        read = dates.parse(day.isoformat())
        return _replace(
            content,
            record=_replace(content.record, date=day.isoformat()),
            date=DateContent(
                display=read.display(), earliest=day.isoformat(), latest=day.isoformat()
            ),
        )

    def _reworded(self, chance: random.Random, content: Content) -> Content:
        record = content.record
        return _replace(
            content,
            record=_replace(
                record,
                title=self._wording(chance, record.title),
                summary=self._wording(chance, record.summary),
                texts=tuple(
                    _replace(text, body=self._wording(chance, text.body)) for text in record.texts
                ),
            ),
        )

    def _wording(self, chance: random.Random, wording: str) -> str:
        spans = [match.span() for match in _EXCHANGED.finditer(wording)]
        parts: list[str] = []
        at = 0
        for start, end in sorted(chance.sample(spans, len(spans) // _WORDS)):
            parts += (wording[at:start], self._other(chance, wording[start:end]))
            at = end
        return "".join((*parts, wording[at:]))

    def _other(self, chance: random.Random, word: str) -> str:
        if word.isdigit():
            return str(chance.randrange(10 ** (len(word) - 1), 10 ** len(word)))
        if not chance.randrange(_NEW):
            return "".join(chance.choice(_LETTERS[n % 2]) for n in range(len(word)))
        return chance.choice(self._words.get((len(word), word[0].isupper()), (word,)))

    def _translated(self, chance: random.Random, content: Content) -> Content:
        """A text more, of as many paragraphs as its first one has."""
        language = chance.choice(sorted(self._sentences))
        taken = {text.key for text in content.record.texts}
        if language in taken:
            return content
        said = self._sentences[language]
        first = max((len(each) for each in content.passages.values()), default=1)
        last = max((int(p.id[1:]) for each in content.passages.values() for p in each), default=0)
        paragraphs, passages, at = [], [], 0
        for number in range(1, min(first, 12) + 1):
            paragraph = " ".join(chance.choice(said) for _ in range(4))
            end = at + len(paragraph)
            passages.append(
                PassageContent(
                    id=f"p{last + number}", number=number, kind="paragraph", start=at, end=end
                )
            )
            paragraphs.append(paragraph)
            at = end + 2
        text = TextDocument(
            key=language, language=language, kind="translation", body="\n\n".join(paragraphs)
        )
        record = _replace(content.record, texts=(*content.record.texts, text))
        return _replace(
            content,
            record=record,
            passages={**content.passages, language: tuple(passages)},
        )


def _some_words(contents: Sequence[Content]) -> list[str]:
    words: list[str] = []
    for content in contents:
        for text in content.record.texts:
            words += [word for word in _EXCHANGED.findall(text.body) if word.isalpha()]
        if len(words) > _KEPT_WORDS:
            break
    return words


def _held(chance: random.Random, content: Content) -> Content:
    """A holding more: an archive that counts by fond, opis and delo."""
    fact = chance.choice(REPOSITORIES[:12])
    fond, opis, delo = chance.randrange(1, 600), chance.randrange(1, 60), chance.randrange(1, 1500)
    given = f"f. {fond}, op. {opis}, d. {delo}, l. {chance.randrange(1, 200)}"
    read = shelfmarks.parse(given)
    holding = HoldingContent(
        repository=RepositoryContent(
            slug=slugify(fact.abbreviation or fact.name), name=fact.name,
            abbreviation=fact.abbreviation, town=fact.town, own_name=fact.own_name,
            own_abbreviation=fact.own_abbreviation, own_language=fact.own_language,
        ),
        shelfmark=ShelfmarkContent(
            system=read.system, parts=read.parts, display=read.display(), key=read.key
        ),
    )  # fmt: skip
    held = HoldingDocument(type="archive", repository=fact.name, as_given=given)
    return _replace(
        content,
        record=_replace(content.record, held=(*content.record.held, held)),
        holdings=(*content.holdings, holding),
    )
