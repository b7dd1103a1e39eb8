"""Which edition, which text and which passage a citation was asked for; refusals by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from archive.editions.content import Content, PassageContent
from archive.editions.document import TextDocument

#: Parts the ids of passages in "p17,p20-p24".
NAMES = re.compile("[,-]")

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
        """``/records/<id>/v2/en/#p17``, without the site; of several passages
        ``/records/<id>/v2/en/?passage=p17-p19,p21#p17``, which lights them and leads to the first."""
        text = f"{self.text.key}/" if self.text else ""
        several = f"?passage={spelled(self.passages)}" if len(self.passages) > 1 else ""
        first = f"#{self.passages[0].id}" if self.passages else ""
        return f"{self.edition_path}{text}{several}{first}"


def choose(edition: Citable, text: str | None = None, passage: str | None = None) -> Chosen:
    """``text`` is a key, None for the passage's text or the first; ``passage`` an id ("p17") or
    several of one text with commas between, or from one to another ("p17,p20-p24").

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
    for named in wanted.split(","):
        first, _, last = (end.strip() for end in named.partition("-"))
        key, begins = _passage(content, first, text)
        text, ends = _passage(content, last or first, key)
        numbers = range(begins.number, ends.number + 1)
        if not numbers:
            raise CitationRefused("passage", f"“{last}” stands before “{first}”.")
        found |= {each.id: each for each in content.passages[key] if each.number in numbers}
    assert text is not None
    return text, tuple(sorted(found.values(), key=lambda passage: passage.number))


def _passage(content: Content, passage: str, text: str | None) -> tuple[str, PassageContent]:
    found = content.passage(passage)
    if found is None:
        raise CitationRefused("passage", f"“{passage}” is no passage that can be read here.")
    key, _ = found
    if text is not None and key != text:
        raise CitationRefused(
            "passage", f"“{passage}” stands in the text “{key}”, not in “{text}”."
        )
    return found


def spelled(passages: Sequence[PassageContent]) -> str:
    """``p17-p19,p21``: their ids, of those that follow each other the first and the last."""
    runs: list[list[PassageContent]] = []
    for passage in passages:
        if runs and runs[-1][-1].number == passage.number - 1:
            runs[-1].append(passage)
        else:
            runs.append([passage])
    return ",".join(run[0].id if len(run) == 1 else f"{run[0].id}-{run[-1].id}" for run in runs)
