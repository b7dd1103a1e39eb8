"""How the fields of the staff's forms are drawn."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates, Jinja2


class FieldRenderer(DjangoTemplates):
    """Django's own fields and labels by the Jinja2 templates that it has of them too: a form of
    some hundred fields is drawn in half the time. The admin's and ours are Django templates."""

    def __init__(self) -> None:
        self._quick = Jinja2()

    def get_template(self, template_name: str) -> Any:
        """The template of that name."""
        if template_name.startswith("django/forms/"):
            return self._quick.get_template(template_name)
        return super().get_template(template_name)
