"""Chinese names in a query → other spellings of them that stand in the archive.

Between pinyin, Wade–Giles, Palladius and characters, for names that the authority does not know
or knows in fewer forms. A guess, since two names may be spelt alike: it is offered, never searched
unasked. Characters are those of forms that the authority has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive.authority import han
from archive.authority.mandarin import ChineseName, Spelling, readings, spellings
from archive.authority.queries import forms_beginning
from archive.search.analyser import words
from archive.search.clauses import All, Clause, Not
from archive.search.counting import clause_of, counts
from archive.search.query import Query
from archive.search.results import AlsoWritten, OtherForm
from archive.search.signs import Sign, signs
from archive.search.stemming import script_of
from archive.search.wording import LONGEST

#: Names of one query, spellings of one name, words of the longest name, and its characters.
_MOST_NAMES, _MOST_SPELLINGS, _LONGEST_NAME, _MOST_CHARACTERS = 3, 36, 4, 4
#: Forms of the authority that are read.
_MOST_FORMS = 400
#: What may stand at the ends of a word and is no part of a name.
_EDGES = " ,;:.!?、。，"


@dataclass(frozen=True, slots=True)
class _Typed:
    """A Chinese name in a query, from ``start`` up to ``end``, and what it may be."""

    start: int
    end: int
    text: str
    names: tuple[ChineseName, ...]

    def written(self, q: str, spelled: Iterable[Spelling]) -> str:
        """The query with these spellings beside the one that was typed."""
        ways = [way for each in spelled for way in map(_asked, (each.form, *each.others))]
        return f"{q[: self.start]}({' OR '.join([self.text, *ways])}){q[self.end :]}"


def also_written(query: Query, found: Clause) -> tuple[AlsoWritten, ...]:
    """The Chinese names of a query with those spellings that find records which do not answer
    to ``found``. Where there is such a name, one database query and one question to the engine.
    Raises ``SearchUnavailable``."""
    typed = _typed(query.q[:LONGEST])
    if not typed:
        return ()
    characters = _characters({name for each in typed for name in each.names})
    offers = [
        (each, spelling)
        for each in typed
        for spelling in _spellings(each, characters)
        if len(each.written(query.q, [spelling])) <= LONGEST
    ]
    more = counts([_more(query, each.written(query.q, [s]), found) for each, s in offers])
    good = [offer for offer, count in zip(offers, more, strict=True) if count]
    return tuple(
        AlsoWritten(
            each.text,
            tuple(OtherForm(s.language, s.form) for s in own),
            each.written(query.q, own),
        )
        for each in typed
        if (own := [spelling for whose, spelling in good if whose is each])
    )


def _more(query: Query, q: str, found: Clause) -> Clause:
    """What another query finds beyond."""
    return All(filters=(clause_of(replace(query, q=q, page=1)), Not(found)))


def _typed(q: str) -> list[_Typed]:
    """The names, the longest first where they share a word; in the order of the query."""
    found = signs(q)
    chosen: list[_Typed] = []
    for size in range(min(_LONGEST_NAME, len(found)), 0, -1):
        for at in range(len(found) - size + 1):
            name = _name(q, found, at, size)
            if name and not any(name.start < c.end and c.start < name.end for c in chosen):
                chosen.append(name)
    return sorted(chosen, key=lambda each: each.start)[:_MOST_NAMES]


def _name(q: str, found: Sequence[Sign], at: int, size: int) -> _Typed | None:
    """The name that so many neighbouring words are. None of one word but in characters; none
    where an operator takes the first word for itself."""
    own = found[at : at + size]
    if any(sign.kind != "word" or sign.like or sign.stray for sign in own):
        return None
    before = found[at - 1].kind if at else ""
    after = found[at + size].kind if at + size < len(found) else ""
    if "near" in (before, after) or (size > 1 and before in ("field", "not")):
        return None
    start, end = own[0].at, own[-1].at + len(own[-1].text)
    text = q[start:end].rstrip(_EDGES)
    if size == 1 and not han.family_of(text):
        return None
    names = readings(text)
    return _Typed(start, start + len(text), text, names) if names else None


def _spellings(
    typed: _Typed, characters: Mapping[ChineseName, Sequence[Spelling]]
) -> Iterator[Spelling]:
    """Every spelling of what was typed but that itself, each once."""
    seen = {tuple(words(typed.text))}
    for name in typed.names:
        for spelling in (*characters.get(name, ()), *spellings(name)):
            said = tuple(words(spelling.form))
            if said not in seen and len(seen) <= _MOST_SPELLINGS:
                seen.add(said)
                yield spelling


def _characters(names: set[ChineseName]) -> dict[ChineseName, list[Spelling]]:
    """The forms of the authority in characters that are read as one of these names."""
    begin = {family for name in names for family in han.families()[name.family]}
    found: dict[ChineseName, list[Spelling]] = {}
    for language, form in forms_beginning(begin, _MOST_CHARACTERS, _MOST_FORMS):
        read = han.reading("".join(form.split()))
        if read and (name := ChineseName(*read)) in names:
            found.setdefault(name, []).append(Spelling(language, form))
    return found


def _asked(form: str) -> str:
    """As a query asks for it: Latin letters side by side as they stand, Cyrillic ones, which
    Russian inflects, next to each other."""
    if script_of(form) == "Cyrl" and "-" not in form:
        return f"({' NEAR/1 '.join(form.split())})"
    return form if han.family_of(form) else f'"{form}"'
