"""The exchange application."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.exchange"
    label = "exchange"
    verbose_name = "Exchange"
    default_auto_field = "django.db.models.BigAutoField"
