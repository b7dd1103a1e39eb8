"""Why there is no database."""

from django.db.utils import OperationalError


class ServerUnavailableError(OperationalError):
    """The embedded server cannot run here, or the one that DATABASE_URL names does not answer.

    An ``OperationalError`` of Django's, so that every command reports it as a database that
    cannot be reached.
    """
