"""Where the words stand: cut from the edition by our code, so that engines agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.editions.content import Content, PassageContent
from archive.editions.document import TextDocument
from archive.search.analyser import as_written
from archive.search.cutting import best_place, cut
from archive.search.passage_words import passage_words
from archive.search.queries import Shown
from archive.search.results import Snippet
from archive.search.sought import Sought, Span, pieces_in, sought_in
from archive.search.wanted import DEEP, Wanted

#: The snippets of one text.
A_TEXT = 2
#: Passages of one text that are looked at closely.
_LIKELY = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A snippet and where it is from: the text's key, the passage's id, the place of the hit in
    the body. ``pieces`` are those that no snippet before it has."""

    snippet: Snippet
    at: int
    pieces: frozenset[int]


def snippets(shown: Shown, wanted: Wanted) -> tuple[Place, ...]:
    """At most two of each text that may be read, in the order of texts, else one of the summary.

    Left out is one with less than half of the words that the best has.
    """
    if not wanted:
        return ()
    weights = {number: len(as_written(each.words)) for number, each in wanted}
    places = [
        place
        for text in shown.content.record.texts
        if text.key in shown.open_texts
        for place in _of_text(shown.content, text, wanted)
    ]
    weighed = [(sum(weights[number] for number in place.pieces), place) for place in places]
    most = max((weight for weight, _ in weighed), default=0)
    kept = tuple(place for weight, place in weighed if weight * 2 >= most)
    return kept or tuple(_of_summary(shown.content.record.summary, wanted))


def _of_text(content: Content, text: TextDocument, wanted: Wanted) -> Iterator[Place]:
    """The passage with most of the pieces, and one that has a piece which the first has not;
    each with the pieces that are new in it."""
    sought = sought_in(wanted, text.language)
    hits: list[tuple[PassageContent, str, Sequence[int], list[Span]]] = []
    for passage in _likely(sought, text.body, content.passages.get(text.key, ())):
        wording, offsets = passage_words(text.body, passage)
        if spans := sought.spans(wording):
            hits.append((passage, wording, offsets, spans))
    seen: set[int] = set()
    for _ in range(A_TEXT):
        best = max(hits, key=lambda hit: len(pieces_in(hit[3]) - seen), default=None)
        if best is None or not pieces_in(best[3]) - seen:
            return
        passage, wording, offsets, spans = best
        new = pieces_in(spans) - seen
        fresh = [span for span in spans if span.piece in new]
        words = cut(wording, fresh)
        seen |= new
        snippet = Snippet(text.key, text.language, passage.id, passage.number, *words)
        yield Place(snippet, offsets[best_place(wording, fresh)[0]], frozenset(new))


def _likely(sought: Sought, body: str, passages: Sequence[PassageContent]) -> list[PassageContent]:
    """The few passages with most of what is sought, in order; none after one that has it all, or,
    where its order is to be looked at, after so many that have."""
    ranked = []
    enough = _LIKELY if sought.exact else 1
    stretches = [(p.start, p.end) for p in passages if p.start <= DEEP]
    for at, present in sought.present(body[:DEEP], stretches):
        ranked.append((-present, passages[at].number, passages[at]))
        enough -= sought.has_all(present)
        if not enough:
            break
    chosen = sorted(ranked, key=lambda item: item[:2])[:_LIKELY]
    return sorted((passage for _, _, passage in chosen), key=lambda passage: passage.number)


def _of_summary(summary: str, wanted: Wanted) -> Iterator[Place]:
    """The summary is in the archive's own language."""
    if spans := sought_in(wanted, "en").spans(summary):
        yield Place(Snippet("", "en", "", 0, *cut(summary, spans)), 0, frozenset(pieces_in(spans)))
