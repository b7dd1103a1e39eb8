"""Django's side: the pool outlives the connections in it."""

import os
import subprocess
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import OperationalError

from archive.postgres.base import DatabaseWrapper, require_open
from archive.postgres.errors import ServerUnavailableError


def wrapper(alias: str, **changes: Any) -> BaseDatabaseWrapper:
    """A second connection to the test database, with a pool of its own."""
    options = {
        **connection.settings_dict["OPTIONS"],
        "pool": {"min_size": 1, "max_size": 2, "timeout": 10},
    }
    return DatabaseWrapper({**connection.settings_dict, "OPTIONS": options, **changes}, alias)


@pytest.mark.django_db
def test_a_request_after_the_backends_were_cut_succeeds() -> None:
    second = wrapper("second")
    with second.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (cut,) = cursor.fetchone()
    second.close()
    with connection.cursor() as cursor:
        # Waits until it is gone: what is cut while it is asked fails, as it must.
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [cut])
    try:
        with second.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            assert cursor.fetchone() != (cut,)
    finally:
        second.close()
        second.close_pool()  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_server_that_does_not_answer_is_reported_by_the_variables_name(settings: Any) -> None:
    settings.EMBEDDED_POSTGRES = False
    elsewhere = wrapper("elsewhere", HOST="127.0.0.1", PORT="1", USER="nobody", PASSWORD="no")
    with pytest.raises(
        ServerUnavailableError, match=r"^DATABASE_URL: .*port 1 failed: Connection refused"
    ):
        elsewhere.ensure_connection()
    assert issubclass(ServerUnavailableError, OperationalError)


@pytest.mark.django_db
def test_a_cut_connection_is_seen_before_it_is_used() -> None:
    second = wrapper("third")
    with second.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (cut,) = cursor.fetchone()
    require_open(second.connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [cut])
    with pytest.raises(psycopg.OperationalError):
        require_open(second.connection)
    second.close()
    second.close_pool()  # type: ignore[attr-defined]


def test_psql_finds_the_embedded_server() -> None:
    command, variables = connection.client.settings_to_cmd_args_env(
        {**connection.settings_dict, "NAME": "postgres"}, ["-Atc", "SELECT 40 + 2"]
    )
    answer = subprocess.run(
        command, env={**os.environ, **(variables or {})}, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "42\n"
