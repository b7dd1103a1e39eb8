"""What a reader who is typing may be looking for: people, places, collections and titles.

All of it comes from the index, and titles once more from what may be shown at this moment: what is
withdrawn is in neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from archive.authority.queries import forms_of
from archive.search.analyser import Word, words
from archive.search.backend import backend
from archive.search.clauses import All, Any, Ask, Clause, Phrase, Prefix, Term
from archive.search.fields import LABELLED, PRACTICE, value_field
from archive.search.outbox import catch_up
from archive.search.queries import titles_shown

Kind = Literal["person", "place", "collection", "record"]

#: Characters and words that are read, and letters that are looked for.
_LONGEST, _MOST_WORDS, _FEWEST_LETTERS = 100, 6, 2
#: How many of each are offered.
_MOST: dict[Kind, int] = {"person": 4, "place": 3, "collection": 2, "record": 4}
#: Where the names of each stand in the index.
_FIELDS: dict[Kind, tuple[str, ...]] = {"person": ("people", "forms"), "place": ("places",)}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody or something that begins as typed. ``value`` is the slug that a search is narrowed
    by, of a record its id; ``count`` the records that a search finds, 0 for a record itself.
    ``form`` in ``language`` (BCP 47) is the name that was matched, where it is another."""

    kind: Kind
    value: str
    label: str
    count: int = 0
    form: str = ""
    language: str = ""


def suggestions(typed: str) -> tuple[Suggestion, ...]:
    """The most frequent of each kind in which every word typed begins a word. Three database
    queries at most. Raises ``SearchUnavailable``."""
    sought = words(typed[:_LONGEST])[:_MOST_WORDS]
    if not sought or not any(_long_enough(word) for word in sought):
        return ()
    catch_up()
    return (
        *_people(sought),
        *_most("place", (s for s in _counted("place", sought) if _begins(sought, s.label))),
        *_most("collection", (s for s in _collections() if _begins(sought, s.label))),
        *_records(sought),
    )


def _long_enough(word: Word) -> bool:
    return not isinstance(word, str) or len(word) >= _FEWEST_LETTERS


def _people(sought: Sequence[Word]) -> tuple[Suggestion, ...]:
    """Under any name; the forms are read for those alone whose own name does not begin so."""
    found = list(_counted("person", sought))
    own = [each for each in found if _begins(sought, each.label)]
    others = {each.value: each for each in found if not _begins(sought, each.label)}
    by_form: dict[str, Suggestion] = {}
    for slug, language, form in forms_of(others):
        if slug not in by_form and _begins(sought, form):
            named = others[slug]
            by_form[slug] = Suggestion("person", slug, named.label, named.count, form, language)
    return _most("person", [*own, *by_form.values()])


def _records(sought: Sequence[Word]) -> tuple[Suggestion, ...]:
    ask = Ask(_public(_beginning(("title",), sought)), limit=_MOST["record"])
    ids = backend().answer(ask).ids
    titles = titles_shown(ids)
    return tuple(Suggestion("record", each, titles[each]) for each in ids if each in titles)


def _counted(kind: Kind, sought: Sequence[Word]) -> Iterator[Suggestion]:
    """Those of the records that name one who begins so, and others that stand in them."""
    return _facet(kind, _public(_beginning(_FIELDS[kind], sought)))


def _collections() -> Iterator[Suggestion]:
    """There are few; they are read from all records."""
    return _facet("collection", _public(All()))


def _facet(kind: Kind, clause: Clause) -> Iterator[Suggestion]:
    counts = backend().answer(Ask(clause, limit=1, facets=(kind,))).facets[kind]
    for stored, count in counts.items():
        value, _, label = stored.partition(LABELLED)
        yield Suggestion(kind, value, label, count)


def _most(kind: Kind, found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple(sorted(found, key=lambda each: (-each.count, each.label))[: _MOST[kind]])


def _public(clause: Clause) -> Clause:
    return All((clause,), (Term(value_field(PRACTICE), "no"),))


def _beginning(fields: Iterable[str], sought: Sequence[Word]) -> Clause:
    """Every word begins a word of one of the fields."""
    clauses = (Any(tuple(_begins_in(field, word) for field in fields)) for word in sought)
    return All(tuple(clauses))


def _begins_in(field: str, word: Word) -> Clause:
    if isinstance(word, str):
        return Prefix(field, word)
    return Term(field, word[0]) if len(word) == 1 else Phrase(field, word)


def _begins(sought: Iterable[Word], name: str) -> bool:
    """Whether each word typed begins a word of the name; a run stands anywhere in one."""
    own = words(name)
    return all(any(_is_begun(word, each) for each in own) for word in sought)


def _is_begun(typed: Word, word: Word) -> bool:
    if isinstance(typed, str):
        return isinstance(word, str) and word.startswith(typed)
    return not isinstance(word, str) and "".join(typed) in "".join(word)
