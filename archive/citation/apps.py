"""The citation application."""

from django.apps import AppConfig


class CitationConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.citation"
    label = "citation"
    verbose_name = "Citation"
    default_auto_field = "django.db.models.BigAutoField"
