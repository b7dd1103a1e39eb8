"""The citation application."""

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class CitationConfig(AppConfig):
    """Label, verbose name and key type of this package's tables."""

    name = "archive.citation"
    label = "citation"
    verbose_name = "Citation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Refuse to start with a template of the preferred citation that cannot be used."""
        from archive.citation import house

        template = settings.CITATION_TEMPLATE
        try:
            house.read(template or house.TEMPLATE)
        except house.TemplateRefused as refusal:
            raise ImproperlyConfigured(f"CITATION_TEMPLATE: {refusal}") from None
