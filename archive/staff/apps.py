"""The staff application."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.staff"
    label = "staff"
    verbose_name = "Staff"
    default_auto_field = "django.db.models.BigAutoField"
