"""Files of people taken into the authority, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import DataError, IntegrityError, transaction

from archive.authority.merging import TwoPeople, merge_person
from archive.editions.check import Problem
from archive.exchange.ingest.decode import Refused
from archive.exchange.ingest.load import Line, Report, in_batches
from archive.exchange.ingest.people import decode_person


def load_people(lines: Iterable[bytes], *, seen: Callable[[Line], None] = lambda _: None) -> Report:
    """Take in every person that can be, refuse the others, and say what became of each line.

    A line is whole or not at all. No record and no edition changes.
    """
    return in_batches(lines, _take, seen)


def _take(number: int, line: bytes) -> Line:
    name = ""
    try:
        entry = decode_person(line)
        name = entry.name
        with transaction.atomic():
            merged = merge_person(entry)
    except Refused as refusal:
        found = tuple(refusal.problems)
    except TwoPeople as two:
        message = (
            f"is {two.second.name} here ({two.second.slug}), but another identifier of this line "
            f"is {two.first.name} ({two.first.slug}). Correct one, or make the two one first."
        )
        found = (Problem(f"identifiers.{two.scheme}", message),)
    except (DataError, IntegrityError) as conflict:
        message = f"contradicts what is stored: {str(conflict).splitlines()[0]}"
        found = (Problem("person", message),)
    else:
        return Line(number, merged.outcome, "", merged.person.name)
    return Line(number, "refused", "", name, found)
