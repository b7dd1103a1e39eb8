"""The differences of an edition as staff and readers speak of them: one for all places where the
same words stand against the same words, with what the staff have said of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.editions.apparatus import ApparatusContent, ComparisonContent, SpanContent
from archive.editions.content import Content
from archive.editions.document import VerdictDocument

#: The states of a difference that stands.
DISAGREEING = ("open", "true difference")


@dataclass(frozen=True, slots=True)
class JudgedDifference:
    """Words of two texts, by key, that do not agree; empty where that text says nothing.

    ``places`` are in the order of the rows, at least one, those of the greatest severity first.
    ``verdict`` is None where nothing has been said yet.
    """

    kind: str
    left: str
    right: str
    words: Mapping[str, str]
    places: tuple[ComparisonContent, ...]
    verdict: VerdictDocument | None

    @property
    def severity(self) -> str:
        """Of its gravest place: "flag" or "note"."""
        return self.places[0].severity

    @property
    def state(self) -> str:
        """What the staff say of it; "open" where nothing is said."""
        return self.verdict.state if self.verdict else "open"

    @property
    def disagrees(self) -> bool:
        """Whether the texts disagree here for all that is known: a flag between words of both
        that the staff have neither explained nor dismissed."""
        return self.severity == "flag" and self.state in DISAGREEING and all(self.words.values())

    @property
    def name(self) -> str:
        """Names it in a page: the same for the same kind and words, whatever else changes."""
        return difference_name(self.kind, self.words)


def difference_name(kind: str, words: Mapping[str, str]) -> str:
    """``d`` and twelve hexadecimal digits."""
    known = json.dumps([kind, dict(words)], ensure_ascii=False, sort_keys=True)
    return "d" + hashlib.sha256(known.encode()).hexdigest()[:12]


_Known = tuple[str, frozenset[tuple[str, str]]]


class Verdicts:
    """What the staff say of differences, known by its kind and the words of both texts."""

    def __init__(self, content: Content, given: Sequence[VerdictDocument]) -> None:
        self._content = content
        self._given = {_known(verdict.kind, verdict.words): verdict for verdict in given}

    def on(self, compared: ComparisonContent) -> VerdictDocument | None:
        """The verdict on that difference; None where there is none, or where texts agree."""
        if not self._given or not compared.severity:
            return None
        return self._given.get(_known(compared.kind, _words(self._content, compared)))


def judged_differences(
    content: Content, apparatus: ApparatusContent
) -> tuple[JudgedDifference, ...]:
    """Every flag and note of an edition, flags first, then in the order of the rows."""
    verdicts = Verdicts(content, apparatus.verdicts)
    found: dict[_Known, list[ComparisonContent]] = {}
    for compared in apparatus.differences:
        said = _words(content, compared)
        if any(said.values()):
            found.setdefault(_known(compared.kind, said), []).append(compared)
    judged = [_judged(known, places, verdicts.on(places[0])) for known, places in found.items()]
    return tuple(sorted(judged, key=lambda each: (_rank(each.places[0]), each.places[0].row)))


def adrift(content: Content, apparatus: ApparatusContent) -> tuple[VerdictDocument, ...]:
    """The verdicts on words that no longer stand against each other, in the order of numbers."""
    here = {_known(c.kind, _words(content, c)) for c in apparatus.differences}
    return tuple(v for v in apparatus.verdicts if _known(v.kind, v.words) not in here)


def _judged(
    known: _Known, places: list[ComparisonContent], verdict: VerdictDocument | None
) -> JudgedDifference:
    ordered = sorted(places, key=lambda place: (_rank(place), place.row))
    said = dict(known[1])
    first = ordered[0]
    return JudgedDifference(
        kind=first.kind,
        left=first.left,
        right=first.right,
        words={key: said[key] for key in (first.left, first.right)},
        places=tuple(ordered),
        verdict=verdict,
    )


def _rank(place: ComparisonContent) -> bool:
    return place.severity != "flag"


def _known(kind: str, words: Mapping[str, str]) -> _Known:
    return kind, frozenset(words.items())


def _words(content: Content, compared: ComparisonContent) -> dict[str, str]:
    return {
        compared.left: span_words(content, compared.source),
        compared.right: span_words(content, compared.target),
    }


def span_words(content: Content, span: SpanContent | None) -> str:
    """The words as they stand in the text, marks and all; empty where there are none."""
    text = content.record.text(span.text) if span else None
    return text.body[span.start : span.end] if span and text else ""
