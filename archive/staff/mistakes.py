"""What a refused page must put right, in the order of the page, each with the way to its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Mistake:
    """One message; ``target`` is the id of the element where it stands, empty where it has none."""

    target: str
    place: str
    message: str


def in_fieldsets(fieldsets: Iterable[Any]) -> Iterator[Mistake]:
    """Those of the page's own fields."""
    for fieldset in fieldsets:
        for line in fieldset:
            for field in line:
                if not field.is_readonly:
                    yield from _of_field(field.field, str(field.field.label))


def in_rows(formset: Any, name: str) -> Iterator[Mistake]:
    """Those of a formset's rows; ``name`` is what one row is called."""
    for message in formset.non_form_errors():
        yield Mistake(f"{formset.prefix}-group", name.capitalize(), str(message))
    for number, form in enumerate(formset.forms, start=1):
        place = f"{name.capitalize()} {number}"
        for message in form.non_field_errors():
            yield Mistake(f"{formset.prefix}-{number - 1}", place, str(message))
        for bound in form:
            yield from _of_field(bound, f"{place}, {str(bound.label).lower()}")


class ListsMistakes:
    """An admin whose refused page begins with a list of what to put right."""

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kw: Any) -> Any:
        """With the list in place of the admin's one sentence."""
        context["mistakes"] = on_page(context["adminform"], context["inline_admin_formsets"])
        context["errors"] = None if context["mistakes"] else context["errors"]
        return super().render_change_form(request, context, *args, **kw)  # type: ignore[misc]


def on_page(adminform: Any, inlines: Iterable[Any]) -> tuple[Mistake, ...]:
    """All of a page: those of no field, of the fieldsets, of the rows beneath."""
    return (*of_whole(adminform.form), *in_fieldsets(adminform), *_rows(inlines))


def of_whole(form: Any) -> Iterator[Mistake]:
    """Those that belong to no field."""
    for message in form.non_field_errors():
        yield Mistake("", "", str(message))


def _rows(inlines: Iterable[Any]) -> Iterator[Mistake]:
    for inline in inlines:
        yield from in_rows(inline.formset, str(inline.opts.verbose_name))


def _of_field(bound: Any, place: str) -> Iterator[Mistake]:
    for message in bound.errors:
        yield Mistake(bound.id_for_label, place, str(message))
