"""A line of a file read as a person of the authority, or the list of what is wrong with it.

The format is in docs/names.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from archive.authority.merging import NameForm, PersonEntry
from archive.authority.models import FormKind
from archive.editions.check import Problem
from archive.exchange.ingest.decode import MOST_BYTES, Refused
from archive.records.dates import parse as parse_date
from archive.texts.languages import check_tag

_LIMITS = {"name": 500, "family": 300, "given": 300, "note": 20_000}
_LONGEST_TAG, _LONGEST_FORM, _LONGEST_VALUE = 40, 500, 200
_MOST = 1_000
_SCHEME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_INVERTED = re.compile(r"([^,()]*[^,() ]) *, *([^,()]+)")
#: Spellings whose language nobody has said, in Latin letters.
_LATIN = "und-Latn"
#: Library catalogues put what a name is not sorted by between these (ISO 6630).
_NON_SORTING = dict.fromkeys((0x88, 0x89, 0x98, 0x9C))


class FormLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form as it stands in a file."""

    form: str
    language: str
    kind: str = ""


class PersonLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person or body as it stands in a file."""

    name: str
    family: str = ""
    given: str = ""
    family_first: bool | None = None
    organisation: bool | None = None
    born: str = ""
    died: str = ""
    note: str = ""
    forms: tuple[FormLine, ...] = ()
    identifiers: dict[str, str | tuple[str, ...]] = {}


class SpellingsLine(msgspec.Struct, frozen=True):
    """A person as HistoryAtState/people has them: a heading, usually inverted, with the
    spellings met in print. Other keys are passed over."""

    id: str
    preferred: str
    variants: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    birth: str | None = None
    death: str | None = None
    authorities: dict[str, str | tuple[str, ...]] = {}


class _Either(msgspec.Struct, frozen=True):
    preferred: str | None = None


def decode_person(line: bytes) -> PersonEntry:
    """The person on one line of JSON, with nothing wrong. Raises ``Refused``."""
    if len(line) > MOST_BYTES:
        raise Refused([Problem("person", f"longer than {MOST_BYTES // 2**20} MiB. Split it.")])
    try:
        if msgspec.json.decode(line, type=_Either).preferred is None:
            person = msgspec.json.decode(line, type=PersonLine)
        else:
            person = _from_spellings(msgspec.json.decode(line, type=SpellingsLine))
    except msgspec.ValidationError as fault:
        raise Refused([_misshapen(str(fault))]) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        problem = Problem("line", f"is no JSON: {fault}. One person stands on one line.")
        raise Refused([problem]) from None
    if found := list(_problems(person)):
        raise Refused(found)
    return _entry(person)


def _from_spellings(line: SpellingsLine) -> PersonLine:
    """The heading is turned round where it is surely inverted; every spelling is kept."""
    spelled = dict.fromkeys(
        form.translate(_NON_SORTING) for form in (line.preferred, *line.alternates, *line.variants)
    )
    preferred = next(iter(spelled))
    parts = _INVERTED.fullmatch(preferred)
    family, given = parts.groups() if parts else ("", "")
    joined = f"{given}{'' if given.endswith('-') else ' '}{family}" if parts else preferred
    scheme, _, number = line.id.partition("/")
    return PersonLine(
        name=joined,
        family=family,
        given=given,
        born=line.birth or "",
        died=line.death or "",
        forms=tuple(
            FormLine(form, _LATIN, FormKind.SPELLING.value) for form in spelled if form != joined
        ),
        identifiers={scheme: number, **line.authorities},
    )


def _misshapen(message: str) -> Problem:
    """msgspec's words, ``… - at `$.forms[0]` ``, as a place and a remedy."""
    said, _, place = message.partition(" - at ")
    path = re.sub(r"^\$\.?|\[\.\.\.\]", "", place.strip("`"))
    if missing := re.fullmatch(r"Object missing required field `(.+)`", said):
        return Problem(f"{path}.{missing[1]}".strip("."), "is missing. Add it.")
    if unknown := re.fullmatch(r"Object contains unknown field `(.+)`", said):
        return Problem(path or "person", f"holds a key that is not known: {unknown[1]}. Remove it.")
    return Problem(path or "person", f"{said[0].lower()}{said[1:]}.")


def _problems(person: PersonLine) -> Iterator[Problem]:
    for field, most in _LIMITS.items():
        yield from _wording(field, getattr(person, field), most)
    if not person.name.strip():
        yield Problem("name", "is empty. Write it.")
    for field in ("born", "died"):
        if value := getattr(person, field):
            yield from _refusal(field, parse_date, value)
    if len(person.forms) > _MOST:
        yield Problem("forms", f"{len(person.forms):,} of them; at most {_MOST:,} are kept.")
    for number, each in enumerate(person.forms[:_MOST]):
        yield from _form_problems(f"forms[{number}]", each)
    for scheme, values in person.identifiers.items():
        yield from _identifier_problems(scheme, values)


def _wording(path: str, value: str, most: int) -> Iterator[Problem]:
    if len(value) > most:
        yield Problem(path, f"is {len(value):,} characters long; at most {most:,} are kept.")
    if "\0" in value:
        yield Problem(path, "holds U+0000, which is no character. Remove it.")


def _refusal(path: str, check: Callable[[str], object], value: str) -> Iterator[Problem]:
    try:
        check(value)
    except ValueError as refusal:
        yield Problem(path, str(refusal))


def _form_problems(path: str, given: FormLine) -> Iterator[Problem]:
    yield from _wording(f"{path}.form", given.form, _LONGEST_FORM)
    if not given.form.strip():
        yield Problem(f"{path}.form", "is empty. Write it, or leave the form out.")
    if len(given.language) > _LONGEST_TAG:
        yield Problem(f"{path}.language", f"is longer than {_LONGEST_TAG} characters. Shorten it.")
    else:
        yield from _refusal(f"{path}.language", check_tag, given.language)
    if given.kind and given.kind not in FormKind.values:
        known = ", ".join(FormKind.values)
        yield Problem(f"{path}.kind", f"“{given.kind[:40]}” is not one of: {known}.")


def _identifier_problems(scheme: str, values: str | tuple[str, ...]) -> Iterator[Problem]:
    if not _SCHEME.fullmatch(scheme):
        yield Problem(
            "identifiers",
            f"“{scheme[:40]}” names no scheme: small letters, digits and hyphens, as in wikidata.",
        )
    for value in _several(values):
        path = f"identifiers.{scheme[:40]}"
        yield from _wording(path, value, _LONGEST_VALUE)
        if not value.strip():
            yield Problem(path, "is empty. Write it, or leave the key out.")


def _several(values: Any) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else values


def _entry(person: PersonLine) -> PersonEntry:
    return PersonEntry(
        name=person.name,
        family=person.family,
        given=person.given,
        family_first=person.family_first,
        organisation=person.organisation,
        born=person.born,
        died=person.died,
        note=person.note,
        forms=tuple(NameForm(f.language, f.form, f.kind) for f in person.forms),
        identifiers=tuple(
            (scheme, value)
            for scheme, values in person.identifiers.items()
            for value in _several(values)
        ),
    )
