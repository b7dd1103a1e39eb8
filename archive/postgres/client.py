"""``manage.py dbshell``: psql, at the embedded server's address."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.backends.postgresql.client import DatabaseClient

from archive.postgres.server import embedded_server


class Client(DatabaseClient):
    """Django's own client, with the server's own psql and address where DATABASE_URL is not set."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """The command line and the environment of psql."""
        if not settings.EMBEDDED_POSTGRES:
            return super().settings_to_cmd_args_env(settings_dict, parameters)
        server = embedded_server(settings.DATA_DIR)
        address = server.address()
        found = {
            "HOST": address.host,
            "PORT": str(address.port),
            "USER": address.user,
            "PASSWORD": address.password,
        }
        command, variables = super().settings_to_cmd_args_env(settings_dict | found, parameters)
        return [str(server.program("psql")), *command[1:]], variables
