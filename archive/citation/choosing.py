"""Which edition, which text and which passage a citation was asked for; refusals by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from archive.editions.content import Content, PassageContent
from archive.editions.document import TextDocument

if TYPE_CHECKING:
    from archive.editions.models import Edition
    from archive.editions.reading import Reading

    #: An ``Edition`` is cited as it was published; its wording stands in no citation, so that
    #: embargoes, which a ``Reading`` has applied already, are not in question.
    Citable = Reading | Edition


class CitationRefused(ValueError):
    """``parameter`` names the argument that cannot be answered, ``why`` says what is wrong."""

    def __init__(self, parameter: str, why: str) -> None:
        super().__init__(f"{parameter}: {why}")
        self.parameter = parameter
        self.why = why


@dataclass(frozen=True, slots=True)
class Chosen:
    """``text`` is None for a record that holds no text; ``passages``, of that text and in its
    order, are empty where none was asked for."""

    record_id: str
    number: int
    published_at: datetime
    content: Content
    text: TextDocument | None
    passages: tuple[PassageContent, ...] = ()

    @property
    def edition_path(self) -> str:
        """``/records/<id>/v2/``, without the site."""
        return f"/records/{self.record_id}/v{self.number}/"

    @property
    def path(self) -> str:
        """``/records/<id>/v2/en/#p17``, without the site: of several passages, the first."""
        text = f"{self.text.key}/" if self.text else ""
        passage = f"#{self.passages[0].id}" if self.passages else ""
        return f"{self.edition_path}{text}{passage}"


def choose(edition: Citable, text: str | None = None, passage: str | None = None) -> Chosen:
    """``text`` is a key, None for the passage's text or the first; ``passage`` an id ("p17") or
    several of one text with commas between ("p17,p18").

    Raises ``CitationRefused``.
    """
    record_id, number, published_at, content = _facts(edition)
    wanted = _text(content, text)
    if passage is None:
        return Chosen(record_id, number, published_at, content, wanted)
    key, passages = _passages(content, passage, text)
    return Chosen(record_id, number, published_at, content, content.record.text(key), passages)


def _facts(edition: Citable) -> tuple[str, int, datetime, Content]:
    # Imported late: this package is loaded before Django's models are.
    from archive.editions.reading import Reading

    if isinstance(edition, Reading):
        standing = edition.standing
        return standing.record_id, standing.number, standing.published_at, edition.content
    return edition.record_id, edition.number, edition.published_at, edition.content


def _text(content: Content, key: str | None) -> TextDocument | None:
    texts = content.record.texts
    if key is None:
        return texts[0] if texts else None
    found = content.record.text(key)
    if found is None:
        here = ", ".join(text.key for text in texts)
        raise CitationRefused(
            "text", f"“{key}” is no text of this record. It has {here or 'none'}."
        )
    return found


def _passages(
    content: Content, wanted: str, text: str | None
) -> tuple[str, tuple[PassageContent, ...]]:
    """The key of the text, and its passages in its order, each once."""
    found: dict[str, PassageContent] = {}
    for passage in wanted.split(","):
        key, content_of_it = _passage(content, passage.strip())
        if text is not None and key != text:
            raise CitationRefused(
                "passage", f"“{passage.strip()}” stands in the text “{key}”, not in “{text}”."
            )
        found[passage.strip()], text = content_of_it, key
    assert text is not None
    return text, tuple(sorted(found.values(), key=lambda passage: passage.number))


def _passage(content: Content, passage: str) -> tuple[str, PassageContent]:
    found = content.passage(passage)
    if found is None:
        raise CitationRefused("passage", f"“{passage}” is no passage that can be read here.")
    return found
