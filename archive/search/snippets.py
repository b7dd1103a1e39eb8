"""Where the words stand: cut from the edition by our code, so that engines agree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from archive.editions.content import Content, PassageContent, PersonContent
from archive.editions.document import Participation, TextDocument
from archive.search.analyser import Token, as_written, folded, split, stems_of, tokens
from archive.search.pieces import Piece, piece
from archive.search.queries import Shown
from archive.search.results import Snippet
from archive.search.stemming import stemmed_language
from archive.texts.markup import blocks, plain

#: Characters shown before and after a hit, and the snippets of one text.
BEFORE, AFTER = 70, 130
A_TEXT = 2
#: Characters of one text that are looked through, and passages of it that are looked at closely.
_DEEP = 200_000
_LIKELY = 4


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a wording where piece number ``piece`` stands."""

    start: int
    end: int
    piece: int


class _Sought:
    """The pieces of a query as the language of a text has them."""

    def __init__(self, pieces: Iterable[tuple[int, Piece]], tag: str) -> None:
        language = stemmed_language(tag)
        self._stems = stems_of(language) if language else None
        self._pieces = tuple((number, self._values(each), each.quoted) for number, each in pieces)
        self._any = [value for _, values, _ in self._pieces for value in values]
        self.exact = any(len(values) > 1 for _, values, _ in self._pieces)

    def _values(self, sought: Piece) -> list[frozenset[str]]:
        """For each word of a piece what it may be; for a run, each of its characters."""
        return [
            frozenset(also if isinstance(word, str) and not sought.quoted else ())
            | {text}
            | sought.also
            for word, also in zip(sought.words, map(self._also, sought.written), strict=True)
            for text in as_written([word])
        ]

    def _also(self, written: str) -> tuple[str, ...]:
        return self._stems[written] if self._stems is not None else ()

    def present(self, wording: str) -> int:
        """How many of the words sought stand in a wording; quick, and blind to their order."""
        written = split(wording)
        found = set(as_written(folded(written)))
        if self._stems is not None:
            found.update(chain.from_iterable(map(self._stems.__getitem__, written)))
        return sum(not value.isdisjoint(found) for value in self._any)

    def has_all(self, present: int) -> bool:
        """Whether that is all of them, and no order has to be looked at."""
        return present == len(self._any) and not self.exact

    def spans(self, wording: str) -> list[Span]:
        """Every place where a piece stands, in order, none within another."""
        units = _units(tokens(wording))
        exact = [{text} for text, _, _ in units]
        loose = [{text, *self._also(wording[start:end])} for text, start, end in units]
        spans = [
            Span(units[at][1], units[at + len(values) - 1][2], number)
            for number, values, quoted in self._pieces
            for at in range(len(units) - len(values) + 1)
            if _stands(values, (exact if quoted else loose)[at : at + len(values)])
        ]
        return _apart(sorted(spans, key=lambda span: (span.start, -span.end)))


def _stands(values: Sequence[frozenset[str]], said: Sequence[set[str]]) -> bool:
    return not any(map(frozenset.isdisjoint, values, said))


def _units(found: Sequence[Token]) -> list[tuple[str, int, int]]:
    """Words, and each character of a run, with their places."""
    units = []
    for token in found:
        if isinstance(token.text, str):
            units.append((token.text, token.start, token.end))
        else:
            for index, character in enumerate(token.text):
                units.append((character, token.start + index, token.start + index + 1))
    return units


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def snippets(
    shown: Shown, pieces: Sequence[Piece], also: Sequence[Piece] = (), *, as_typed: bool
) -> tuple[Snippet, ...]:
    """At most two of each text that may be read, else one of the summary. ``also`` are other
    forms of names in the query.

    Left out is one with less than half of the words that the best has.
    """
    if not pieces:
        return ()
    pieces = _in_this_record(shown, pieces)
    others = [] if as_typed else [*also, *_other_forms(shown.content, pieces)]
    sought = [*enumerate(pieces), *enumerate(dict.fromkeys(others), start=len(pieces))]
    weights = {number: len(as_written(each.words)) for number, each in sought}
    cuts = [
        (sum(weights[number] for number in numbers), snippet)
        for text in shown.content.record.texts
        if text.key in shown.open_texts
        for numbers, snippet in _of_text(shown.content, text, sought)
    ]
    most = max((weight for weight, _ in cuts), default=0)
    kept = tuple(snippet for weight, snippet in cuts if weight * 2 >= most)
    return kept or tuple(_of_summary(shown.content.record.summary, sought))


def _in_this_record(shown: Shown, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Pieces found by their likeness, with the words of this record that they stand for."""
    if not any(each.like for each in pieces):
        return pieces
    record = shown.content.record
    bodies = (text.body[:_DEEP] for text in record.texts if text.key in shown.open_texts)
    words = set(as_written(folded([w for said in (record.summary, *bodies) for w in split(said)])))
    return [replace(p, also=p.answers(words)) if p.like else p for p in pieces]


def _other_forms(content: Content, pieces: Sequence[Piece]) -> list[Piece]:
    """The other names of people whom the query names, as pieces to be found beside its own."""
    asked = {word for each in pieces for word in as_written(each.words)}
    others: list[Piece] = []
    for part, entry in zip(content.record.people, content.people, strict=False):
        names = [made for name in _names(part, entry) if (made := piece(name))]
        if any(asked.issuperset(as_written(name.words)) for name in names):
            others += names
    return others


def _names(part: Participation, entry: PersonContent) -> Iterator[str]:
    yield from (part.name, entry.name, *part.forms.values())
    yield from (form for _, form in entry.forms)


def _of_text(
    content: Content, text: TextDocument, pieces: Sequence[tuple[int, Piece]]
) -> Iterator[tuple[set[int], Snippet]]:
    """The passage with most of the pieces, and one that has a piece which the first has not;
    each with the pieces that are new in it."""
    sought = _Sought(pieces, text.language)
    hits: list[tuple[PassageContent, str, list[Span]]] = []
    for passage in _likely(sought, text.body, content.passages.get(text.key, ())):
        wording = _plain(text.body, passage)
        if spans := sought.spans(wording):
            hits.append((passage, wording, spans))
    seen: set[int] = set()
    for _ in range(A_TEXT):
        best = max(hits, key=lambda hit: len(_pieces(hit[2]) - seen), default=None)
        if best is None or not _pieces(best[2]) - seen:
            return
        passage, wording, spans = best
        new = _pieces(spans) - seen
        before, hit, after = cut(wording, [s for s in spans if s.piece in new])
        seen |= new
        yield new, Snippet(text.key, text.language, passage.id, passage.number, before, hit, after)


def _likely(sought: _Sought, body: str, passages: Sequence[PassageContent]) -> list[PassageContent]:
    """The few passages with most of what is sought, in order; none after one that has it all."""
    ranked = []
    for passage in passages:
        if passage.start > _DEEP:
            break
        if present := sought.present(body[passage.start : min(passage.end, _DEEP)]):
            ranked.append((-present, passage.number, passage))
            if sought.has_all(present):
                break
    chosen = sorted(ranked, key=lambda item: item[:2])[:_LIKELY]
    return sorted((passage for _, _, passage in chosen), key=lambda passage: passage.number)


def _plain(body: str, passage: PassageContent) -> str:
    """The shown characters of a passage. Only a footnote's mark needs the rest of the body to be
    understood, and reading that takes longest."""
    own = body[passage.start : min(passage.end, passage.start + _DEEP)]
    if "[^" in own:
        return plain(body, blocks(body)[passage.number - 1])[0][:_DEEP]
    return "\n".join(plain(own, block)[0] for block in blocks(own))


def _of_summary(summary: str, pieces: Sequence[tuple[int, Piece]]) -> Iterator[Snippet]:
    """The summary is in the archive's own language."""
    if spans := _Sought(pieces, "en").spans(summary):
        yield Snippet("", "en", "", 0, *cut(summary, spans))


def _pieces(spans: Iterable[Span]) -> set[int]:
    return {span.piece for span in spans}


def cut(wording: str, spans: Sequence[Span]) -> tuple[str, str, str]:
    """The first place where most of the pieces stand side by side, then near each other, with
    what is round it: before, hit, after. Pieces that only space divides are one hit. ``spans``
    are in order."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and not wording[groups[-1][-1].end : span.start].strip():
            groups[-1].append(span)
        else:
            groups.append([span])

    starts = [span.start for span in spans]

    def worth(group: list[Span]) -> tuple[int, int]:
        first = bisect_left(starts, group[0].start - AFTER)
        near = _pieces(spans[first : bisect_right(starts, group[0].start + AFTER)])
        return len(_pieces(group)), len(near)

    best = max(groups, key=worth)
    start, end = best[0].start, best[-1].end
    hit = " ".join(wording[start:end].split())
    return _before(wording[:start]), hit, _after(wording[end:])


def _before(text: str) -> str:
    shown = text[-BEFORE:]
    if len(shown) < len(text):
        _, space, rest = shown.partition(" ")
        shown = "… " + (rest if space else shown)
    return _spaced(shown)


def _after(text: str) -> str:
    shown = text[:AFTER]
    if len(shown) < len(text):
        rest, space, _ = shown.rpartition(" ")
        shown = (rest if space else shown) + " …"
    return _spaced(shown)


def _spaced(text: str) -> str:
    """Line ends and runs of space as one space; one at either end stays."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
