"""The search application."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.search"
    label = "search"
    verbose_name = "Search"
    default_auto_field = "django.db.models.BigAutoField"
