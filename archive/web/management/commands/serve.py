"""``manage.py serve``: everything between a clone and a site that answers."""

import hashlib
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from archive.made_once import kept, secret
from archive.postgres import processes
from archive.postgres.base import close_pools
from archive.web.serving import serve

_STAFF = "staff"


class Command(BaseCommand):
    """Prepares whatever is not prepared yet, prints where the site is, and serves it."""

    help = (
        "Migrates, collects static files, loads the sample archive once, makes a staff account "
        "once, and serves the site until Ctrl-C."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--address``: where to listen, when not on this machine alone."""
        parser.add_argument("--address", default="127.0.0.1", help="the address to listen on")

    def handle(self, *, address: str, **options: Any) -> None:
        """Run until a signal ends it. Raises CommandError where the port is taken."""
        self._require_port(address)
        self._say("Preparing the database")
        call_command("migrate", verbosity=0, interactive=False)
        self._collect_static()
        call_command("load_samples")
        self._bring_search_up_to_date()
        password = self._staff_password()
        connections.close_all()
        close_pools()
        self._say(
            f"\n  {settings.SITE_NAME} is at http://{address}:{settings.PORT}/\n"
            f"  Staff sign in at http://{address}:{settings.PORT}/admin/\n"
            f"  Name: {_STAFF}   Password: {password}\n\n  Ctrl-C stops it.\n"
        )
        serve(address, settings.PORT)

    def _require_port(self, address: str) -> None:
        if not processes.is_free(address, settings.PORT):
            raise CommandError(
                f"Port {settings.PORT} is taken by {processes.listener(settings.PORT)}. "
                f"Stop that, or choose another port: PORT={settings.PORT + 1} make run"
            )

    def _bring_search_up_to_date(self) -> None:
        """Records can be read and published while search is away."""
        try:
            call_command("index")
        except CommandError as error:
            self.stderr.write(f"Serving without search: {error}")

    def _collect_static(self) -> None:
        """Collect and compress the static files, unless they are those collected last."""
        print_ = settings.STATIC_ROOT / "collected"
        now = _static_fingerprint()
        if not print_.exists() or print_.read_text() != now:
            self._say("Collecting static files")
            call_command("collectstatic", verbosity=0, interactive=False, clear=True)
            print_.write_text(now)

    def _staff_password(self) -> str:
        """The password of the first staff account, which is made here if there is none."""
        path = settings.DATA_DIR / "staff-password"
        user, _ = get_user_model().objects.get_or_create(
            username=_STAFF, defaults={"is_staff": True, "is_superuser": True}
        )
        if not user.password:
            user.set_password(kept(path, lambda: secret()[:20]))
            user.save()
        if path.exists() and user.check_password(path.read_text().strip()):
            return path.read_text().strip()
        return "(changed since it was made)"

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def _static_fingerprint() -> str:
    """Changes whenever a static file's name, size or time does."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            digest.update(
                f"{name} {storage.size(name)} {storage.get_modified_time(name)}\n".encode()
            )
    return digest.hexdigest()
