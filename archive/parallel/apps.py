"""The parallel application."""

from django.apps import AppConfig


class ParallelConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.parallel"
    label = "parallel"
    verbose_name = "Facing pages"
    default_auto_field = "django.db.models.BigAutoField"
