"""The texts application."""

from django.apps import AppConfig


class TextsConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.texts"
    label = "texts"
    verbose_name = "Texts"
    default_auto_field = "django.db.models.BigAutoField"
