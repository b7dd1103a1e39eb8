"""Known-item search: does a record come first when its title, or a sentence of it, is typed?

``python -m tests.search.known_item [COUNT]``, in the environment of an archive that has published
records and indexed them, prints the figures for so many titles and sentences drawn with a seed.

Titles that several records bear are left out: nothing in them says which record is meant.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.editions.content import Content

TITLE, SENTENCE = "the title", "a sentence of the text"
#: Of each kind of query: among how many the record must be, and in how many of 100.
WANTED: dict[str, tuple[tuple[int, float], ...]] = {
    TITLE: ((1, 0.95), (10, 0.99)),
    SENTENCE: ((3, 0.95),),
}
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
_FEWEST_WORDS, _MOST_WORDS = 6, 40


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the id of the record that is meant by it."""

    kind: str
    q: str
    record_id: str


@dataclass(frozen=True, slots=True)
class Answered:
    """``place`` of the record among the results, from 1; None where it is not in the first ten."""

    asked: Asked
    place: int | None


def drawn(count: int, *, seed: int = 1949) -> list[Asked]:
    """So many titles, and a sentence from each of as many records, of all that are published."""
    from archive.editions.content import thaw
    from archive.editions.queries import counted
    from archive.search.analyser import words

    rows = counted().order_by("record_id").values_list("record_id", "newest__canonical")
    records = [(record_id, thaw(canonical)) for record_id, canonical in rows]
    chance = random.Random(seed)
    borne = Counter(tuple(words(content.record.title)) for _, content in records)
    titles = [
        Asked(TITLE, content.record.title, record_id)
        for record_id, content in records
        if borne[tuple(words(content.record.title))] == 1
    ]
    spoken = [(record_id, said) for record_id, c in records if (said := list(_sentences(c)))]
    return [
        *chance.sample(titles, min(count, len(titles))),
        *(
            Asked(SENTENCE, chance.choice(said), record_id)
            for record_id, said in chance.sample(spoken, min(count, len(spoken)))
        ),
    ]


def _sentences(content: Content) -> Iterator[str]:
    for text in content.record.texts:
        for passage in content.passages.get(text.key, ()):
            for sentence in _SENTENCE.split(text.body[passage.start : passage.end]):
                if _FEWEST_WORDS <= len(sentence.split()) <= _MOST_WORDS:
                    yield sentence


def answered(asked: Sequence[Asked]) -> list[Answered]:
    """Each typed as a reader types it."""
    from archive.search import Query, search

    def place(each: Asked) -> int | None:
        ids = [hit.id for hit in search(Query(q=each.q, size=10)).hits]
        return ids.index(each.record_id) + 1 if each.record_id in ids else None

    return [Answered(each, place(each)) for each in asked]


def share(answers: Sequence[Answered], kind: str, among: int) -> float:
    """Of the queries of a kind how many had their record among the first so many, from 0 to 1."""
    own = [each.place for each in answers if each.asked.kind == kind]
    return sum(place is not None and place <= among for place in own) / max(len(own), 1)


def table(answers: Sequence[Answered]) -> Iterator[str]:
    """The figures as Markdown."""
    yield "| known item, typed | of | record among the first | of 100 | wanted | |"
    yield "|---|--:|--:|--:|--:|---|"
    for kind, bars in WANTED.items():
        count = sum(each.asked.kind == kind for each in answers)
        for among, least in bars:
            found = share(answers, kind, among)
            verdict = "met" if found >= least else "MISSED"
            yield (
                f"| {kind} | {count:,} | {among} | {found:.1%} | at least {least:.0%} | {verdict} |"
            )


def _main() -> None:
    answers = answered(drawn(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
    print(*table(answers), sep="\n")
    for each in answers:
        if each.place is None or each.place > WANTED[each.asked.kind][0][0]:
            print(f"{each.place or '-'}\t{each.asked.record_id}\t{each.asked.q}", file=sys.stderr)


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    _main()
