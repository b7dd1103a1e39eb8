"""The web application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.web"
    label = "web"
    verbose_name = "Reading room"
    default_auto_field = "django.db.models.BigAutoField"
