"""Names in a query → the other names of those who bear them, from the authority as it is now.

A record's own forms stand in the index as they were when it was published; what the authority has
learned since is found from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from archive.authority.names import fold_name
from archive.authority.queries import Named, named_otherwise, shared_keys
from archive.search.analyser import Token, as_written, tokens
from archive.search.declined import nominatives
from archive.search.expression import And, Leaf, Or, Tree
from archive.search.results import AlsoSearched, OtherForm
from archive.search.stemming import script_of
from archive.search.wording import LONGEST, Piece, Wording, piece

#: Words of the longest name; those of which every order is tried; those that are turned round.
_LONGEST_NAME, _ANY_ORDER, _TURNED = 16, 3, 6
#: Who may bear a name of several words, and who are looked at for one query.
_NAMESAKES, _MOST_PEOPLE = 4, 200
#: Fields in which a person's name is something else's.
_NO_PEOPLE = frozenset({"place", "archive", "shelfmark"})
#: Other forms that one name in a query is searched under.
MOST_FORMS = 32


@dataclass(frozen=True, slots=True)
class Bridge:
    """A name in a query. ``pieces`` are those of the query that make it up; each of ``others`` is
    another form as pieces, all of which a record needs; ``seen`` are the forms as they are marked
    where they stand."""

    pieces: frozenset[Piece]
    others: tuple[tuple[Piece, ...], ...]
    seen: tuple[Piece, ...]
    told: AlsoSearched


@dataclass(frozen=True, slots=True)
class _Window:
    """Neighbouring words of a query, from ``start`` up to ``end``, that may be a name."""

    start: int
    end: int
    wording: str
    pieces: frozenset[Piece]
    keys: tuple[str, ...]

    @property
    def single(self) -> bool:
        """One word, which may be a word like any other."""
        return " " not in self.keys[0]


def bridges(q: str, wording: Wording) -> tuple[Bridge, ...]:
    """The names in a query that is read so, longest first, none within another.

    What is quoted stays as it is. Of a query with operators names are those whose words are
    joined by AND in one field. A single word is a name where one person alone bears it. One
    database query, and one more where there is a name.
    """
    windows = list(_windows(tokens(q[:LONGEST]), q, frozenset(wording.pieces)))
    if not windows:
        return ()
    people = _by_key(named_otherwise({k for w in windows for k in w.keys}, _MOST_PEOPLE))
    found = [(w, who) for w in windows if (who := _bearing(w, people))]
    if not found:
        return ()
    chosen = _apart(found)
    words = {k for _, who in chosen for each in who for k in _keys(each) if " " not in k}
    shared = shared_keys(words)
    made = {w.pieces: b for w, who in chosen if (b := _bridge(w, who, shared))}.values()
    tree = wording.tree
    return tuple(b for b in made if tree is None or with_names(tree, (b,)) != tree)


def with_names(tree: Tree, named: Sequence[Bridge]) -> Tree:
    """The tree with each name in any of its forms, in the field in which it was asked for. What
    is not to be found, or near something, stays as it is."""
    match tree:
        case Leaf():
            return _joined((tree,), named)
        case And(parts):
            return _joined(parts, named)
        case Or(parts):
            return Or(tuple(with_names(part, named) for part in parts))
        case _:
            return tree


def _joined(parts: Sequence[Tree], named: Sequence[Bridge]) -> Tree:
    rest = list(parts)
    names: list[Tree] = []
    fields = dict.fromkeys(part.field for part in parts if isinstance(part, Leaf))
    for bridge, field in product(named, (each for each in fields if each not in _NO_PEOPLE)):
        own = [part for part in rest if _is_in(part, bridge, field)]
        if len(own) == len(bridge.pieces):
            others = (_all([Leaf(each, field) for each in other]) for other in bridge.others)
            names.append(Or((_all(own), *others)))
            rest = [part for part in rest if part not in own]
    return _all([*names, *(p if isinstance(p, Leaf) else with_names(p, named) for p in rest)])


def _is_in(part: Tree, bridge: Bridge, field: str) -> bool:
    return isinstance(part, Leaf) and part.field == field and part.piece in bridge.pieces


def _all(parts: Sequence[Tree]) -> Tree:
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _windows(found: Sequence[Token], q: str, pieces: frozenset[Piece]) -> Iterator[_Window]:
    own = _own(found, pieces)
    for start in range(len(found)):
        made: set[Piece] = set()
        for end in range(start + 1, min(start + _LONGEST_NAME, len(found)) + 1):
            if (last := own[end - 1]) is None:
                break
            made.add(last)
            if not all(each.quoted for each in made) and not _cuts(own, start, end):
                wording = q[found[start].start : found[end - 1].end]
                orders = list(_orders(fold_name(wording)))
                declined = (key for order in orders for key in nominatives(order))
                keys = tuple(dict.fromkeys((*orders, *declined)))
                yield _Window(start, end, wording, frozenset(made), keys)


def _own(found: Sequence[Token], pieces: frozenset[Piece]) -> list[Piece | None]:
    """The piece that each word is in. What is quoted may stand within a name, as in Paul “Jerry”
    Bremer; it is none by itself."""
    own: list[Piece | None] = [p if (p := Piece((t.text,))) in pieces else None for t in found]
    said = [token.text for token in found]
    for quoted in (each for each in pieces if each.quoted):
        size = len(quoted.words)
        for at in range(len(said) - size + 1):
            if tuple(said[at : at + size]) == quoted.words:
                own[at : at + size] = [quoted] * size
    return own


def _cuts(own: Sequence[Piece | None], start: int, end: int) -> bool:
    """Whether neighbouring words begin or end within something quoted."""
    edges = [(own[n - 1], own[n]) for n in (start, end) if 0 < n < len(own)]
    return any(one is other and one and len(one.words) > 1 for one, other in edges)


def _orders(key: str) -> Iterator[str]:
    """A name as it stands, and with its words in other orders: Stalin, Joseph."""
    words = key.split()
    if len(words) <= _ANY_ORDER:
        yield from dict.fromkeys(map(" ".join, permutations(words)))
    else:
        turns = len(words) if len(words) <= _TURNED else 1
        yield from (" ".join(words[n:] + words[:n]) for n in range(turns))


def _keys(person: Named) -> set[str]:
    return {fold_name(name) for name in (person.name, *(form for _, form in person.forms))}


def _by_key(people: Iterable[Named]) -> dict[str, list[Named]]:
    by_key: dict[str, list[Named]] = {}
    for person in people:
        for key in _keys(person):
            by_key.setdefault(key, []).append(person)
    return by_key


def _bearing(window: _Window, people: dict[str, list[Named]]) -> list[Named]:
    """Who bears a name; nobody where too many do."""
    who = list(dict.fromkeys(person for key in window.keys for person in people.get(key, ())))
    return who if len(who) <= (1 if window.single else _NAMESAKES) else []


def _apart(found: list[tuple[_Window, list[Named]]]) -> list[tuple[_Window, list[Named]]]:
    taken: set[int] = set()
    chosen = []
    for window, who in sorted(found, key=lambda item: item[0].start - item[0].end):
        places = set(range(window.start, window.end))
        if taken.isdisjoint(places):
            taken |= places
            chosen.append((window, who))
    return chosen


def _bridge(window: _Window, who: Sequence[Named], shared: set[str]) -> Bridge | None:
    typed = [as_written(each.words) for each in window.pieces]
    forms = _forms(who, {word for words in typed for word in words}, shared)
    if not forms:
        return None
    ways = [way for form in forms for way in _ways(form.form)]
    return Bridge(
        pieces=window.pieces,
        others=tuple(filter(None, map(_asked, ways))),
        seen=tuple(filter(None, map(piece, ways))),
        told=AlsoSearched(window.wording, tuple(each.name for each in who), tuple(forms)),
    )


def _forms(who: Sequence[Named], typed: set[str], shared: set[str]) -> list[OtherForm]:
    """The forms that find more than what was typed and each other do, each spelling once.

    A word that names several people is none of them.
    """
    given = [OtherForm(*pair) for each in who for pair in (("", each.name), *each.forms)]
    spelled = {words: form for form in reversed(given) if (words := _words(form.form))}
    kept: dict[tuple[str, ...], OtherForm] = {}
    for words, form in sorted(spelled.items(), key=lambda item: len(item[0])):
        if typed.issubset(words) or fold_name(form.form) in shared:
            continue
        if not any(_within(shorter, words) for shorter in kept):
            kept[words] = form
    return sorted(kept.values(), key=given.index)[:MOST_FORMS]


def _words(wording: str) -> tuple[str, ...]:
    made = piece(wording)
    return tuple(as_written(made.words)) if made else ()


def _within(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether words stand side by side among others, so that who finds them finds those too."""
    size = len(shorter)
    return any(longer[n : n + size] == shorter for n in range(len(longer) - size + 1))


def _ways(form: str) -> Iterator[str]:
    """A form as it is written, and turned round where it surely is inverted."""
    yield form
    family, comma, given = form.partition(",")
    if comma and "," not in given and script_of(form) == "Latn":
        yield f"{given} {family}"


def _asked(wording: str) -> tuple[Piece, ...]:
    """In Latin letters side by side; in other scripts, most of which inflect names, by words."""
    made = piece(wording, quoted=True)
    if made is None:
        return ()
    if len(made.words) > 1 and script_of(wording) == "Latn":
        return (made,)
    pairs = zip(made.words, made.written, strict=True)
    return tuple(Piece((word,), written=(written,)) for word, written in pairs)
