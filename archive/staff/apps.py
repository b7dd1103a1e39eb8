"""The staff application."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class StaffConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.staff"
    label = "staff"
    verbose_name = "Staff"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the staff's group once the tables and their permissions are there.

        ``auth`` is migrated after the archive's own applications; this one has no tables, so
        no signal of its own.
        """
        from archive.staff.group import make_group

        sender = apps.get_app_config("auth")
        post_migrate.connect(make_group, sender=sender, dispatch_uid="staff group")
