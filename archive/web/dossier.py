"""What is known about a record, gathered for its page. Pure: an edition in, frozen values out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.desk.labels import date_words, marked_name
from archive.editions.content import AuthorityLink, Content, HoldingContent, PersonContent
from archive.editions.document import HoldingDocument, Participation, Rights, TextDocument, names
from archive.records import kinds, rights
from archive.texts.languages import language_name
from archive.web.words import counted, listed

#: Roles that the route shows; the others stand in the dossier, in this order.
_OTHER_ROLES = {
    "author": "Author",
    "drafter": "Drafted by",
    "signatory": "Signed by",
    "annotator": "Annotated by",
    "participant": "Participants",
    "mentioned": "Mentioned",
}


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person in a role; ``forms`` are (BCP 47 tag, form), ``slug`` the authority's entry."""

    name: str
    slug: str
    forms: tuple[tuple[str, str], ...]
    uncertain: bool


@dataclass(frozen=True, slots=True)
class Ends:
    """One end of the route: who, and where."""

    label: str
    people: tuple[PersonView, ...]
    places: tuple[AuthorityLink, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """Everybody in one role besides sender and recipient."""

    label: str
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class HoldingView:
    """Where texts are kept or printed: as recorded, as read, and which texts stand there."""

    held: HoldingDocument
    read: HoldingContent
    stands: str


@dataclass(frozen=True, slots=True)
class RightsView:
    """A rights statement; ``label`` is its own name, empty where there is none.

    ``address`` is http or https, empty where the statement is none of these.
    """

    given: Rights
    label: str
    address: str

    @property
    def recorded(self) -> bool:
        """Anything at all is said about rights."""
        return bool(self.given.statement or self.given.note or self.given.holder)


@dataclass(frozen=True, slots=True)
class TextView:
    """A text's description, with its rights where they differ from the record's.

    ``source`` names the language it was translated from, empty where it was not or that is not
    recorded; ``translators`` are (name, its other forms by tag).
    """

    text: TextDocument
    language: str
    source: str
    translators: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    rights: RightsView | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything on a record's page but the wording."""

    kind: str
    texts_line: str
    route: tuple[Ends, ...]
    roles: tuple[Role, ...]
    mentioned: tuple[AuthorityLink, ...]
    holdings: tuple[HoldingView, ...]
    texts: tuple[TextView, ...]
    rights: RightsView


def dossier(content: Content) -> Dossier:
    """The dossier of an edition."""
    record = content.record
    return Dossier(
        kind=kinds.label(record.kind or "cable"),
        texts_line=_texts_line(content),
        route=tuple(_route(content)),
        roles=tuple(_roles(content)),
        mentioned=_places(content, "mentioned"),
        holdings=tuple(
            HoldingView(held, read, _stands(content, held))
            for held, read in zip(record.held, content.holdings, strict=True)
        ),
        texts=tuple(_text(content, text) for text in record.texts),
        rights=_rights(record.rights),
    )


def _texts_line(content: Content) -> str:
    """``2 texts · the Chinese original is not held here``."""
    texts = content.record.texts
    if not texts:
        return "No text is held here"
    keys = {text.key for text in texts}
    lacking = dict.fromkeys(
        language_name(text.translated_from)
        for text in texts
        if text.translated_from and text.translated_from not in keys
    )
    line = counted(len(texts), "text", "texts")
    if lacking and not any(text.kind == "original" for text in texts):
        line += f" · the {listed(lacking)} original is not held here"
    return line


def _people(content: Content, role: str) -> Iterator[PersonView]:
    for given, entry in zip(content.record.people, content.people, strict=True):
        if given.role == role:
            yield _person(given, entry)


def _person(given: Participation, entry: PersonContent) -> PersonView:
    forms = entry.forms or tuple(sorted(given.forms.items()))
    return PersonView(given.name, entry.slug, forms, given.uncertain)


def _route(content: Content) -> Iterator[Ends]:
    for label, role, place_role in (
        ("From", "sender", "origin"),
        ("To", "recipient", "destination"),
    ):
        people = tuple(_people(content, role))
        places = _places(content, place_role)
        if people or places:
            yield Ends(label, people, places)


def _places(content: Content, role: str) -> tuple[AuthorityLink, ...]:
    linked = zip(content.record.places, content.places, strict=True)
    return tuple(link for place, link in linked if place.role == role)


def _roles(content: Content) -> Iterator[Role]:
    for role, label in _OTHER_ROLES.items():
        if people := tuple(_people(content, role)):
            yield Role(label, people)


def _stands(content: Content, held: HoldingDocument) -> str:
    """``Russian, another copy``; ``Chinese; the English was translated from it``."""
    record = content.record
    named = [record.text(key) for key in held.texts]
    languages = [
        language_name(text.language if text else key)
        for key, text in zip(held.texts, named, strict=True)
    ]
    line = listed(dict.fromkeys(languages))
    if held.relation and held.relation != "printed text":
        line = f"{line}, {held.relation}" if line else held.relation
    place = next(n for n, other in enumerate(record.held) if other is held)
    made = [t for t in record.texts if t.translated_from_holding == place]
    if made:
        line += f"; the {listed(dict.fromkeys(language_name(t.language) for t in made))} was translated from it"
    return line[:1].upper() + line[1:]


def _rights(given: Rights) -> RightsView:
    statement = given.statement or ""
    is_address = statement.startswith(("http://", "https://"))
    label = rights.label(statement) if statement else ""
    return RightsView(given, label, statement if is_address else "")


def _text(content: Content, text: TextDocument) -> TextView:
    source = content.record.text(text.translated_from) if text.translated_from else None
    tag = source.language if source else text.translated_from
    return TextView(
        text=text,
        language=marked_name(content, text),
        source=language_name(tag) if tag else "",
        translators=tuple(
            (n.name, tuple(sorted(n.forms.items()))) for n in names(text.translators)
        ),
        rights=_rights(text.rights) if text.rights != Rights() else None,
    )


def when(content: Content) -> str:
    """The date in words; ``Date not recorded`` where there is none."""
    return content.date.display or date_words(content.record.date) or "Date not recorded"
