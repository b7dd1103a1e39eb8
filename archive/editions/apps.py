"""The editions application."""

from django.apps import AppConfig


class EditionsConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.editions"
    label = "editions"
    verbose_name = "Editions"
    default_auto_field = "django.db.models.BigAutoField"
