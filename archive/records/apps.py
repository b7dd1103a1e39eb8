"""The records application."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.records"
    label = "records"
    verbose_name = "Records"
    default_auto_field = "django.db.models.BigAutoField"
