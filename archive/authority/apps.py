"""The authority application."""

from django.apps import AppConfig


class AuthorityConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.authority"
    label = "authority"
    verbose_name = "Authority"
    default_auto_field = "django.db.models.BigAutoField"
