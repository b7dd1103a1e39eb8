"""Names as citations write them: in Latin script where the record has that, in the order said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from archive.citation.value import CitedName
from archive.citation.wording import clean, field, is_latin, is_written_in, listed
from archive.editions.content import PersonContent
from archive.editions.document import Name, Participation

_INITIAL = re.compile(r"^(\w\.-?)+$")
_INDEXED = re.compile(
    r"([^\W\d_][\w'’-]+), ((?!Jr|Sr)[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,2})"
)
_BODIES = {
    "ambassador", "board", "bureau", "cabinet", "chairman", "commission", "committee", "consulate",
    "council", "delegation", "department", "director", "division", "embassy", "government",
    "legation", "minister", "ministry", "mission", "office", "premier", "president", "secretary",
    "staff",
}  # fmt: skip


def cited_name(given: str | Name | Participation, person: PersonContent | None = None) -> CitedName:
    """The name as cited. ``person`` is the authority's entry, asked for a Latin form last."""
    if isinstance(given, str):
        given = Name(name=given)
    named = CitedName(
        full=field(given.name),
        family=field(given.family),
        given=field(given.given),
        family_first=_family_first(given),
        organisation=bool(given.organisation),
        uncertain=isinstance(given, Participation) and given.uncertain,
        spellings=_spellings(given, person),
    )
    if not _parted(named):
        named = _from_index(named)
    if not is_latin(named.full) and (form := _latin_form(named)):
        named = _respelled(named, form)
    return _in_order(named)


def spelled(name: CitedName, script: str) -> CitedName:
    """The same name as the record or the authority writes it in a script ("CYRILLIC", "CJK");
    the name itself where neither does."""
    form = next((form for _, form in name.spellings if is_written_in(form, script)), "")
    return _in_order(_respelled(name, form)) if form else name


def straight(name: CitedName) -> str:
    """As said: ``Liu Shaoqi``, ``N. V. Orlov``."""
    return _supposed(name, name.full)


def inverted(name: CitedName) -> str:
    """``Orlov, N. V.``, but ``Liu Shaoqi``: a family-first name never gets a comma."""
    if name.family_first or not _parted(name):
        return straight(name)
    return _supposed(name, f"{name.family}, {name.given}")


def always_inverted(name: CitedName) -> str:
    """``Liu, Shaoqi``: for file formats, which have no other way to part a name."""
    return f"{name.family}, {name.given}" if _parted(name) else name.full


def with_initials(name: CitedName) -> str:
    """``S. Liu``."""
    return _supposed(
        name, f"{initials} {name.family}" if (initials := _initials(name)) else name.full
    )


def inverted_with_initials(name: CitedName) -> str:
    """``Liu, S.``, which APA asks of everybody."""
    return _supposed(
        name, f"{name.family}, {initials}" if (initials := _initials(name)) else name.full
    )


def catalogued(name: CitedName, comma: str = "") -> str:
    """``Орлов Н. В.``, with ``comma`` ``Орлов, Н. В.``; a family-first name as said."""
    initials = "" if name.family_first else _initials(name)
    return _supposed(name, f"{name.family}{comma} {initials}" if initials else name.full)


def capitals(name: CitedName) -> str:
    """``LIU S``, ``ORLOV N V``: as China's standard writes Latin names."""
    initials = _initials(name).replace(".", "")
    return _supposed(name, f"{name.family.upper()} {initials}" if initials else name.full)


def short(name: CitedName) -> str:
    """The family name, the whole where that is not recorded."""
    return _supposed(name, name.family if name.family and not name.organisation else name.full)


def several(names: Iterable[str], most: int = 3, last: str = "and") -> str:
    """Listed; more than ``most`` are the first ``et al.``"""
    known = list(names)
    return f"{known[0]} et al." if len(known) > most else listed(known, last)


def _parted(name: CitedName) -> bool:
    return bool(name.family and name.given and not name.organisation)


def _initials(name: CitedName) -> str:
    """``N. V.``, ``C.-H.``; empty where the name has no parts or its script no capitals."""
    if not _parted(name):
        return ""
    spaced = re.sub(r"\.(?=\w)", ". ", name.given)
    parts = [[piece for piece in part.split("-") if piece] for part in spaced.split()]
    heads = [piece[0].upper() for part in parts for piece in part]
    if any(head.lower() == head for head in heads):
        return ""
    return " ".join("-".join(f"{piece[0].upper()}." for piece in part) for part in parts if part)


def _supposed(name: CitedName, written: str) -> str:
    return f"[{written}?]" if name.uncertain else written


def _family_first(name: Name | Participation) -> bool:
    if name.family_first is None and name.family and name.given:
        return clean(name.name) == clean(f"{name.family} {name.given}")
    return bool(name.family_first)


def _spellings(
    name: Name | Participation, person: PersonContent | None
) -> tuple[tuple[str, str], ...]:
    """As given, then the record's own forms, then the authority's."""
    forms = [("", name.name), *name.forms.items()]
    if person:
        forms += [*person.forms, ("en", person.name)]
    return tuple((tag, said) for tag, form in forms if (said := field(form)))


def _latin_form(name: CitedName) -> str:
    """A romanisation before an English form, the record's own forms before the authority's."""
    latin = [(tag, form) for tag, form in name.spellings if is_latin(form)]
    ranked = sorted(latin, key=lambda form: "latn" not in form[0].casefold())
    return ranked[0][1] if ranked else ""


def _respelled(name: CitedName, form: str) -> CitedName:
    """The same name in another script: its parts stand where they stood, initials are given."""
    if "," in form:
        family, _, given = (part.strip() for part in form.partition(","))
        said = f"{family} {given}" if name.family_first else f"{given} {family}"
        return _like(name, said, family, given)
    pieces = form.split()
    if not _parted(name) or len(pieces) < 2:
        return _like(name, form, "", "")
    if _INITIAL.match(pieces[0]) and not _INITIAL.match(pieces[-1]):
        return _like(name, form, pieces[-1], " ".join(pieces[:-1]))
    size = min(len(name.family.split()), len(pieces) - 1)
    if _INITIAL.match(pieces[-1]) or name.full.startswith(name.family):
        return _like(name, form, " ".join(pieces[:size]), " ".join(pieces[size:]))
    return _like(name, form, " ".join(pieces[-size:]), " ".join(pieces[:-size]))


def _like(name: CitedName, full: str, family: str, given: str) -> CitedName:
    return replace(name, full=full, family=family, given=given)


def _from_index(name: CitedName) -> CitedName:
    """``Kissinger, Henry A.``, written as an index has it, is a name in two parts.

    Only where one word stands before the one comma and capitalised words after it: a body
    ("Embassy, London", "Ministry of Defence, Moscow") stays as it is.
    """
    found = _INDEXED.fullmatch(name.full)
    if found is None or name.organisation or found[1].casefold() in _BODIES:
        return name
    family, given = found.groups()
    said = f"{family} {given}" if name.family_first else f"{given} {family}"
    return _like(name, said, family, given)


def _in_order(name: CitedName) -> CitedName:
    """Without the comma of an index, where the record wrote one into the name itself."""
    if "," not in name.full or name.organisation or not (name.family_first or _parted(name)):
        return name
    if not _parted(name):
        return _like(name, clean(name.full.replace(",", " ")), name.family, name.given)
    family, given = (clean(part.replace(",", " ")) for part in (name.family, name.given))
    said = f"{family} {given}" if name.family_first else f"{given} {family}"
    return _like(name, said, family, given)
