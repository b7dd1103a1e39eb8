"""The web application."""

from django.apps import AppConfig
from django.db import transaction
from django.db.models.signals import post_save


class WebConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.web"
    label = "web"
    verbose_name = "Reading room"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make a record's page ahead when the change log says that it has changed."""
        from archive.editions.models import Change
        from archive.web.kept_pages import make_ahead

        def told(instance: Change, **_: object) -> None:
            transaction.on_commit(lambda: make_ahead(instance.record_id))

        post_save.connect(told, sender=Change, weak=False, dispatch_uid="page made ahead")
