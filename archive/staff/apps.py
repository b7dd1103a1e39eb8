"""The staff application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class StaffConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.staff"
    label = "staff"
    verbose_name = "Staff"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the staff's group once the tables are there."""
        from archive.staff.group import make_group

        post_migrate.connect(make_group, sender=self, dispatch_uid="staff group")
