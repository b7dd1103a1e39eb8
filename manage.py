#!/usr/bin/env python3
"""Run one of the archive's commands; ``manage.py help`` lists them."""

import os
import signal
import sys


def main() -> None:
    """Hand the command line to Django; a malformed setting ends here, by name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from archive.postgres.errors import ServerUnavailableError

    # A command that is ended in good order stops the database that it started.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    except ImproperlyConfigured as error:
        sys.exit(f"The archive cannot start. {error}")
    except ServerUnavailableError as error:
        sys.exit(f"The archive has no database. {error}")


if __name__ == "__main__":
    main()
