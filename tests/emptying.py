"""What a transactional test has committed is taken away again, as Django's flush would.

The flush truncates every table and then makes content types, permissions and the group of the staff
anew: 0.4 s for each such test. Deleting the few rows that a test makes takes a hundredth, and what
migrating made stays where no test has touched it.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from archive.editions.guard import restoring

#: What migrating fills and a reader of the archive never changes.
LASTING = (
    "django_content_type",
    "auth_permission",
    "auth_group",
    "auth_group_permissions",
)


def lasting() -> str:
    """All that stands in the lasting tables, as one digest."""
    rows = " UNION ALL ".join(f"SELECT '{t}' || {t}::text AS row FROM {t}" for t in LASTING)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT md5(string_agg(row, ',' ORDER BY row)) FROM ({rows}) AS every")
        (digest,) = cursor.fetchone()
    return str(digest)


def empty(flush: Callable[[], None], made: str) -> str:
    """Empty the tables, by ``flush`` where the lasting ones are no more as migrating ``made`` them;
    returns what stands in those now."""
    with restoring():
        if lasting() != made:
            flush()
            return lasting()
        _delete()
    return made


def _delete() -> None:
    """One statement: keys between the tables are looked at when it is committed."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    parts = [f'"{table}"' for table in sorted(set(tables) - set(LASTING))]
    deleted = ", ".join(f"d{n} AS (DELETE FROM {part})" for n, part in enumerate(parts))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {deleted} SELECT 1")
