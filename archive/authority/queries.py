"""Reads of the authority: who bears a name."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from archive.authority.models import Person, PersonForm


def bearers(keys: Iterable[str]) -> QuerySet[Person]:
    """The people and bodies of whose forms one folds to one of these keys (``fold_name``).

    Two look-ups in two indexes: one condition over both tables would read the whole authority.
    """
    wanted = list(keys)
    named = Person.objects.filter(key__in=wanted).order_by().values("pk")
    formed = PersonForm.objects.filter(key__in=wanted).order_by().values("person_id")
    return Person.objects.filter(pk__in=named.union(formed))
