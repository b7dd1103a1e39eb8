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
    """``text`` is None for a record that holds no text, ``passage`` where none was asked for."""

    record_id: str
    number: int
    published_at: datetime
    content: Content
    text: TextDocument | None
    passage: PassageContent | None

    @property
    def edition_path(self) -> str:
        """``/records/<id>/v2/``, without the site."""
        return f"/records/{self.record_id}/v{self.number}/"

    @property
    def path(self) -> str:
        """``/records/<id>/v2/en/#p17``, without the site."""
        text = f"{self.text.key}/" if self.text else ""
        passage = f"#{self.passage.id}" if self.passage else ""
        return f"{self.edition_path}{text}{passage}"


def choose(edition: Citable, text: str | None = None, passage: str | None = None) -> Chosen:
    """``text`` is a key, None for the passage's text or the first; ``passage`` an id ("p17").

    Raises ``CitationRefused``.
    """
    record_id, number, published_at, content = _facts(edition)
    wanted = _text(content, text)
    found = None
    if passage is not None:
        key, found = _passage(content, passage)
        if text is not None and key != text:
            raise CitationRefused(
                "passage", f"“{passage}” stands in the text “{key}”, not in “{text}”."
            )
        wanted = content.record.text(key)
    return Chosen(record_id, number, published_at, content, wanted, found)


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


def _passage(content: Content, passage: str) -> tuple[str, PassageContent]:
    found = content.passage(passage)
    if found is None:
        raise CitationRefused("passage", f"“{passage}” is no passage that can be read here.")
    return found
