"""Reads of the authority: who bears a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import Length

from archive.authority.models import Person, PersonForm


def bearers(keys: Iterable[str]) -> QuerySet[Person]:
    """The people and bodies of whose forms one folds to one of these keys (``fold_name``).

    Two look-ups in two indexes: one condition over both tables would read the whole authority.
    """
    wanted = list(keys)
    named = Person.objects.filter(key__in=wanted).order_by().values("pk")
    formed = PersonForm.objects.filter(key__in=wanted).order_by().values("person_id")
    return Person.objects.filter(pk__in=named.union(formed))


@dataclass(frozen=True, slots=True)
class Named:
    """A person or body: the preferred name, and every other form as language and form."""

    name: str
    forms: tuple[tuple[str, str], ...]


_NAMED = """
SELECT p.name, array_agg(f.language ORDER BY f.id), array_agg(f.form ORDER BY f.id)
FROM authority_person p JOIN authority_personform f ON f.person_id = p.id
WHERE p.id IN (
  SELECT id FROM authority_person WHERE key = ANY(%(keys)s)
  UNION SELECT person_id FROM authority_personform WHERE key = ANY(%(keys)s))
GROUP BY p.id ORDER BY p.id LIMIT %(most)s
"""


def named_otherwise(keys: Iterable[str], most: int) -> list[Named]:
    """Who bears one of these names and has others too, the earliest entries first. One query,
    with one parameter for hundreds of keys."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMED, {"keys": list(keys), "most": most})
        rows = cursor.fetchall()
    return [Named(name, tuple(zip(tags, forms, strict=True))) for name, tags, forms in rows]


_SHARED = """
SELECT key FROM (
  SELECT p.key, p.id FROM authority_person p WHERE p.key = ANY(%(keys)s)
    AND EXISTS (SELECT 1 FROM authority_personform f WHERE f.person_id = p.id)
  UNION SELECT key, person_id FROM authority_personform WHERE key = ANY(%(keys)s)) AS borne
GROUP BY key HAVING count(*) > 1
"""


def shared_keys(keys: Iterable[str]) -> set[str]:
    """Those of the keys that name more than one of those who have other names too. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_SHARED, {"keys": list(keys)})
        return {key for (key,) in cursor.fetchall()}


def forms_beginning(beginnings: Iterable[str], longest: int, most: int) -> list[tuple[str, str]]:
    """Other forms of people as language and form whose key begins so and is so long at most. One
    query, each beginning looked up in an index."""
    begins = reduce(or_, (Q(key__startswith=each) for each in beginnings), Q(pk__in=()))
    rows = PersonForm.objects.filter(begins).annotate(length=Length("key"))
    few = rows.filter(length__lte=longest).order_by("pk")[:most]
    return list(few.values_list("language", "form"))


def forms_of(slugs: Iterable[str]) -> list[tuple[str, str, str]]:
    """The other forms of these people as slug, language and form, in order. One query, none where
    there is nobody."""
    rows = PersonForm.objects.filter(person__slug__in=list(slugs)).order_by("pk")
    return list(rows.values_list("person__slug", "language", "form"))
