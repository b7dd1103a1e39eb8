"""The search application."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_save


class SearchConfig(AppConfig):
    """Label, verbose name and key type; follows the change log."""

    name = "archive.search"
    label = "search"
    verbose_name = "Search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Drain after each transaction that wrote to the change log."""
        from archive.editions.models import Change

        post_save.connect(_changed, sender=Change, dispatch_uid="search.drain_after_commit")


def _changed(sender: Any, **kwargs: Any) -> None:
    from archive.search.outbox import drain_after_commit

    drain_after_commit()
