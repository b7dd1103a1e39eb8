"""A quotation looked for in every edition: where it stands, and what was changed in it.

Candidates share a fingerprint with it (``texts.fingerprints``); each is then read, as readers may
have it, and compared word by word. What is withheld is not there to be read, and not found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db import connection

from archive.editions.reading import Reading, read_several
from archive.editions.shown import ShownPassage, shown
from archive.search.quoted import Match, Wording, cut, find
from archive.texts.fingerprints import RUN_SIGNS, RUN_WORDS, has_a_run, run_numbers

#: Characters that are looked at.
LONGEST = 2_000

#: Editions that are read and compared: those that share most with the quotation.
MOST_READ = 20

_MOST_ROWS = 100
_MOST_RUNS = 400
#: Passages that lie no further apart were quoted together.
_APART = 2


class QuotationRefused(ValueError):
    """A quotation that cannot be looked for; the message says why, and what would do."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A text of an edition that a quotation may be from.

    ``first`` and ``last`` are the editions in which those passages read so; ``reading`` is that
    of ``last``, ``match.passages`` stand in its text ``key``.
    """

    reading: Reading
    key: str
    first: int
    last: int
    match: Match

    @property
    def current(self) -> bool:
        """Whether the newest edition reads so."""
        return self.last == self.reading.standing.newest


@dataclass(frozen=True, slots=True)
class _Row:
    """A wording that shares ``shared`` runs of words with the quotation."""

    record: str
    text: str
    passage: str
    first: int
    last: int
    shared: int


def check(quotation: str) -> list[Origin]:
    """Where a quotation stands, the likeliest first: word for word, in a newest edition.

    A stretch of ``SURE_WORDS`` words (``SURE_SIGNS`` Chinese, Japanese or Korean characters) that
    it has unchanged is enough to find it; shorter ones often are. Three queries. Raises
    ``QuotationRefused`` where it is too long or says too little.
    """
    runs = _runs(quotation)
    grouped = _grouped(_rows(runs))
    readings = {
        (reading.standing.record_id, reading.standing.number): reading
        for reading in read_several(list(dict.fromkeys((r, n) for r, _, n in grouped))[:MOST_READ])
    }
    found = [
        origin
        for (record, key, number), rows in grouped.items()
        if (reading := readings.get((record, number)))
        and (origin := _origin(quotation, reading, key, rows))
    ]
    return sorted(_distinct(found), key=_order)


def _runs(quotation: str) -> list[int]:
    if len(quotation) > LONGEST:
        raise QuotationRefused(
            f"A quotation of {len(quotation):,} characters: at most {LONGEST:,} can be checked at "
            "once. Paste a part of it."
        )
    parts = [part for part in cut(quotation)[::2] if has_a_run(part)]
    if not parts:
        raise QuotationRefused(
            f"Too short to be told from others: quote {RUN_WORDS} words in a row, or {RUN_SIGNS} "
            "Chinese, Japanese or Korean characters, at least. For fewer, search for the phrase."
        )
    return list(dict.fromkeys(chain.from_iterable(map(run_numbers, parts))))[:_MOST_RUNS]


_SQL = """
SELECT w.record_id, w.text, w.passage, w.first, w.last, w.shared
FROM (SELECT record_id, text, passage, first, last,
        (SELECT count(*) FROM unnest(fingerprints) AS f WHERE f = ANY(%(runs)s)) AS shared
      FROM editions_wording WHERE fingerprints && %(runs)s) AS w
JOIN editions_availability v ON v.record_id = w.record_id AND v.withdrawn_at IS NULL
ORDER BY w.shared DESC, w.last DESC, w.record_id, w.passage
LIMIT %(most)s
"""


def _rows(runs: list[int]) -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(_SQL, {"runs": runs, "most": _MOST_ROWS})
        return [_Row(*row) for row in cursor.fetchall()]


def _grouped(rows: Sequence[_Row]) -> dict[tuple[str, str, int], list[_Row]]:
    """The wordings of each text of each edition to be read: (record, key, number) → rows; those
    that share most first. Of editions that read alike only the last is."""
    held: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        held[row.record, row.text].append(row)
    grouped = {
        (record, key, number): [row for row in all_rows if row.first <= number <= row.last]
        for (record, key), all_rows in held.items()
        for number in {row.last for row in all_rows}
    }
    return dict(sorted(grouped.items(), key=lambda group: -sum(row.shared for row in group[1])))


def _origin(quotation: str, reading: Reading, key: str, rows: Sequence[_Row]) -> Origin | None:
    passages = shown(reading.content).get(key, ())
    by_id = {row.passage: row for row in rows}
    best = max(rows, key=lambda row: row.shared).passage
    near = _together(passages, set(by_id), best)
    match = find(quotation, Wording([(p.id, p.text) for p in near])) if near else None
    if match is None:
        return None
    used = [by_id[pid] for pid in match.passages if pid in by_id] or list(rows)
    first, last = max(row.first for row in used), min(row.last for row in used)
    return Origin(reading, key, first, last, match)


def _together(
    passages: Sequence[ShownPassage], wanted: set[str], best: str
) -> Sequence[ShownPassage]:
    """The passages from the first to the last of those wanted that lie about the best one, and
    one more on either side, for a few words may be of those."""
    places = [place for place, passage in enumerate(passages) if passage.id in wanted]
    centre = next((place for place, p in enumerate(passages) if p.id == best), None)
    if centre is None:
        return ()
    first = last = centre
    for place in reversed(places):
        first = place if 0 < first - place <= _APART else first
    for place in places:
        last = place if 0 < place - last <= _APART else last
    return passages[max(first - 1, 0) : last + 2]


def _distinct(origins: Sequence[Origin]) -> Iterator[Origin]:
    """Each text once for each way in which it differs, in the newest edition that reads so."""
    told = set()
    for origin in sorted(origins, key=lambda origin: -origin.last):
        standing = origin.reading.standing
        known = (standing.record_id, origin.key, origin.match.pieces)
        if known not in told:
            told.add(known)
            yield origin


def _order(origin: Origin) -> tuple[int, bool, float, str, int]:
    likeness = ("exact", "same words", "altered").index(origin.match.likeness)
    standing = origin.reading.standing
    return (
        likeness,
        not origin.current,
        -origin.match.kept / origin.match.words,
        standing.record_id,
        -origin.last,
    )
