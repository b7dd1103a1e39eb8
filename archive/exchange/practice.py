"""Records composed for demonstration, and their removal all at once."""

from __future__ import annotations

from django.db.models import ProtectedError

from archive.authority.models import Person, Place, Repository, Subject
from archive.editions.guard import restoring
from archive.editions.models import Availability, Change, Edition
from archive.records.models import Collection, Record


def remove_practice() -> int:
    """Delete every composed record, its editions, and the names that only they bore.

    All or nothing. A record that was ever published as a real one is refused by Postgres and
    nothing is removed. Returns how many records went.
    """
    with restoring("composed"):
        records = Record.objects.filter(composed=True)
        ids = list(records.values_list("pk", flat=True))
        headings = _headings(ids)
        Availability.objects.filter(record__in=ids).delete()
        Edition.objects.filter(record__in=ids).delete()
        Change.objects.bulk_create(Change(record_id=pk, kind="removed") for pk in ids)
        records.delete()
        for model, keys in headings.items():
            _delete_unused(model, keys)
    return len(ids)


_Heading = type[Person] | type[Place] | type[Subject] | type[Repository] | type[Collection]


def _headings(ids: list[str]) -> dict[_Heading, set[int]]:
    """The authority entries that these records name, by their model."""
    paths: list[tuple[_Heading, str]] = [
        (Person, "participations__record__in"),
        (Person, "translations__text__record__in"),
        (Person, "edited__holding__record__in"),
        (Place, "mentions__record__in"),
        (Subject, "subjectassignment__record__in"),
        (Repository, "holdings__record__in"),
        (Collection, "collectionmembership__record__in"),
    ]
    found: dict[_Heading, set[int]] = {}
    for model, path in paths:
        keys = model._default_manager.filter(**{path: ids}).values_list("pk", flat=True)
        found.setdefault(model, set()).update(keys)
    return found


def _delete_unused(model: _Heading, keys: set[int]) -> None:
    for entry in model._default_manager.filter(pk__in=keys):
        try:
            entry.delete()
        except ProtectedError:
            continue
