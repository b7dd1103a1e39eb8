"""Django's admin and form classes as generic types.

The type checker knows them as generic; at run time Django's own classes take no parameter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin

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
