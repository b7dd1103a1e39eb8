"""The desk application."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.desk"
    label = "desk"
    verbose_name = "Desk"
    default_auto_field = "django.db.models.BigAutoField"
