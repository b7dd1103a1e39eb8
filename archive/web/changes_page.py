"""The history of a record, and what one edition changed in the one before it."""

from __future__ import annotations

from archive.desk import labels
from archive.editions.comparing import FieldChange, compare
from archive.editions.queries import history
from archive.editions.reading import read
from archive.editions.standing import Standing
from archive.web import words
from archive.web.addresses import record_path
from archive.web.answers import Body
from archive.web.pages import page


def changes_page(standing: Standing, number: int) -> Body:
    """Every edition, and the changes that edition ``number`` brought."""
    context = {
        "standing": standing,
        "editions": history(standing.record_id),
        "shown": number,
        "changes": _changes(standing.record_id, number),
        "day": labels.day,
        "counted": words.counted,
    }
    path = f"{record_path(standing.record_id)}changes/"
    return page("records/changes.html", context, path=path)


def _changes(record_id: str, number: int) -> tuple[FieldChange, ...]:
    """Both editions are read as they may be read today: what is withheld is not compared."""
    before, after = read(record_id, number - 1), read(record_id, number)
    if before is None or after is None:
        return ()
    return compare(before.content, after.content)
