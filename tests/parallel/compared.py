"""How well differences are told on data that nothing was tuned on.

``python -m tests.parallel.compared`` prints the table. What is tuned was tuned on every second
document of NTREX; what is reported here are the others. A row is a sentence and its translation, with the
sentences above and below as its neighbours, as the archive compares them.

What counts: a change is found where a flag covers the changed part on the changed side. A part that
a flag covered before it was changed is left out. Three things are changed: every figure in turn
(one digit of it), every part of every date in turn, and, as the recipe that the bars come from did,
one digit of one figure of each row. The last two are drawn several times, for there are few. Dates
are few in news, and so are also made up (``dated``).
"""

from __future__ import annotations

import json
import lzma
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.parallel import Difference, differences
from tests.parallel.changes import Change, changes, one_digit
from tests.parallel.dated import FRAMES, dated
from tests.shared_data import SHARED

LANGUAGES = ("ru", "zh", "ko", "de", "ar", "fr", "he")


@dataclass(frozen=True, slots=True)
class NumberedRow:
    """A row that holds a digit on either side: English first; above and below it the same."""

    sides: tuple[str, str]
    before: tuple[str, str]
    after: tuple[str, str]

    def compare(self, language: str, other: str | None = None) -> list[Difference]:
        """The differences of the row, of which the translation may be put wrong."""
        wording = self.sides[1] if other is None else other
        return differences(
            self.sides[0], wording, "en", language, before=self.before, after=self.after
        )


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @classmethod
    def of(cls, hits: Sequence[bool]) -> Share:
        """The hits among the tries."""
        return cls(sum(hits), len(hits))

    @property
    def value(self) -> float:
        """0..1."""
        return self.part / self.whole

    def __str__(self) -> str:
        return f"{self.value:.3f} of {self.whole}"


@dataclass(frozen=True, slots=True)
class DifferenceScore:
    """Shares of the numbered rows falsely flagged (a number or a date) and noted; of changed
    figures, dates and single digits those that were found."""

    language: str
    flagged: Share
    noted: Share
    numbers: Share
    dates: Share
    digits: Share


DRAWS = 5
"""How often a row is put wrong, each time otherwise: every part of its dates, one digit of it."""


def comparison(language: str, *, held_out: bool = True) -> DifferenceScore:
    """The score of English and one other language on the held-out half of the documents."""
    chance = random.Random(1)
    flagged: list[bool] = []
    noted: list[bool] = []
    numbers: list[bool] = []
    dates: list[bool] = []
    digits: list[bool] = []
    for row in numbered(language, held_out=held_out):
        seen = row.compare(language)
        flagged.append(_any_flag(seen))
        noted.append(any(each.severity == "note" for each in seen))
        for draw in range(DRAWS):
            for change, hit in tried(row, seen, language, changes(row.sides[1], language, chance)):
                if change.part != "figure":
                    dates.append(hit)
                elif draw == 0:
                    numbers.append(hit)
            single = one_digit(row.sides[1], chance)
            for _, hit in tried(row, seen, language, [single] if single else []):
                digits.append(hit)
    return DifferenceScore(
        language, *(Share.of(each) for each in (flagged, noted, numbers, dates, digits))
    )


@dataclass(frozen=True, slots=True)
class DatedScore:
    """Of sentences with one date, shares of the wrong ones flagged and of the right ones."""

    language: str
    found: Share
    flagged: Share


SEED = 20261126
"""No sentence of this seed was looked at."""


def dated_comparison(language: str, count: int = 500) -> DatedScore:
    """The score of so many sentences made from CLDR's patterns."""
    found: list[bool] = []
    flagged: list[bool] = []
    for row in dated(language, SEED, count):
        found.append(_any_flag(differences(row.english, row.wrong, "en", language)))
        flagged.append(_any_flag(differences(row.english, row.other, "en", language)))
    return DatedScore(language, Share.of(found), Share.of(flagged))


def _any_flag(seen: Iterable[Difference]) -> bool:
    return any(each.severity == "flag" for each in seen)


def tried(
    row: NumberedRow, seen: Iterable[Difference], language: str, made: Iterable[Change]
) -> Iterator[tuple[Change, bool]]:
    """The changes and whether each was found; ``seen`` are the row's own differences."""
    old = [each for each in seen if each.severity == "flag" and each.target]
    for change in made:
        if not any(_covers(each, change) for each in old):
            wrong = row.compare(language, change.text)
            yield change, any(_covers(each, change) for each in wrong)


def _covers(seen: Difference, change: Change) -> bool:
    span = seen.target
    return (
        seen.severity == "flag"
        and span is not None
        and span.start < change.end
        and change.start < span.end
    )


def numbered(language: str, *, held_out: bool) -> Iterator[NumberedRow]:
    """The rows of one half of the documents in which a digit stands."""
    with lzma.open(
        SHARED / "data/parallel/ntrex.sentences.json.xz", "rt", encoding="utf-8"
    ) as file:
        data = json.load(file)
    tuned_on = set(sorted(set(data["ids"]))[::2])
    rows = list(zip(data["ids"], data["en"], data[language], strict=True))
    for place, (name, english, other) in enumerate(rows):
        if (name not in tuned_on) == held_out and re.search(r"\d", english + other):
            yield NumberedRow(
                (english, other),
                _next_door(rows, place - 1, name),
                _next_door(rows, place + 1, name),
            )


def _next_door(rows: list[tuple[str, str, str]], place: int, name: str) -> tuple[str, str]:
    within = 0 <= place < len(rows) and rows[place][0] == name
    return (rows[place][1], rows[place][2]) if within else ("", "")


def table() -> Iterator[str]:
    """Every language in Markdown, against the bars."""
    yield "| differences, held out | number found | one digit found | date found | rows flagged | noted |"
    yield "|---|---|---|---|---|---|"
    for language in LANGUAGES:
        score = comparison(language)
        yield (
            f"| en–{language} | {score.numbers} | {score.digits} | {score.dates} "
            f"| {score.flagged} | {score.noted.value:.3f} |"
        )
    yield "| wanted | ≥ .97 | ≥ .97 | ≥ .97 | ≤ .05 | |"
    yield ""
    yield "| dates made up | wrong date found | right date flagged |"
    yield "|---|---|---|"
    for language in FRAMES:
        made = dated_comparison(language)
        yield f"| en–{language} | {made.found} | {made.flagged.value:.3f} |"
    yield "| wanted | ≥ .97 | ≤ .05 |"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
