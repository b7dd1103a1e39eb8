"""Django's admin and form classes as generic types.

The type checker knows them as generic; at run time Django's own classes take no parameter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.utils.formats import date_format
from django.utils.timezone import localtime

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline
    TabularInline = admin.TabularInline
    ModelForm = forms.ModelForm
    BaseInlineFormSet = forms.BaseInlineFormSet
    ModelMultipleChoiceField = forms.ModelMultipleChoiceField
else:

    class _Generic:
        def __class_getitem__(cls, parameter: Any) -> type:
            return cls

    class ModelAdmin(_Generic, admin.ModelAdmin):
        pass

    class StackedInline(_Generic, admin.StackedInline):
        pass

    class TabularInline(_Generic, admin.TabularInline):
        pass

    class ModelForm(_Generic, forms.ModelForm):
        pass

    class BaseInlineFormSet(_Generic, forms.BaseInlineFormSet):
        pass

    class ModelMultipleChoiceField(_Generic, forms.ModelMultipleChoiceField):
        pass


def moment(field: str, title: str) -> Callable[[Any], str]:
    """A column of a list that says a date and time as the rest of the archive does."""

    @admin.display(description=title, ordering=field)
    def shown(row: Any) -> str:
        return date_format(localtime(getattr(row, field)), "j M Y, H:i")

    return shown
