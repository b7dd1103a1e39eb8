"""Fields are drawn as Django's own templates draw them."""

from __future__ import annotations

import pytest
from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime, AdminTextareaWidget
from django.forms.renderers import DjangoTemplates
from html5lib import parseFragment, serialize

from archive.staff.drawing import FieldRenderer
from archive.staff.widgets import Suggesting

CHOICES = [("a", "A & B"), ("group", [("c", "<C>")])]


class Form(forms.Form):
    line = forms.CharField(label="A line's <label>", help_text="Help")
    words = forms.CharField(widget=AdminTextareaWidget)
    one = forms.ChoiceField(choices=CHOICES)
    several = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    sure = forms.BooleanField()
    when = forms.CharField(widget=AdminSplitDateTime)
    offered = forms.CharField(widget=Suggesting([("x", "X")]))


def _drawn(renderer: DjangoTemplates, name: str) -> list[str]:
    """A field, its label and its mistakes, as a browser reads them."""
    sent = {"line": "\"'<b>&", "one": "c", "several": ["a", "no"], "words": "\n<x>", "offered": "'"}
    field = Form(sent, renderer=renderer)[name]
    parts = (field.as_widget(), field.label_tag(), str(field.errors))
    drawn = (" ".join(serialize(parseFragment(str(part))).split()) for part in parts)
    return [part.replace("> ", ">").replace(" <", "<") for part in drawn]


@pytest.mark.parametrize("name", Form.base_fields)
def test_as_by_djangos_templates(name: str) -> None:
    assert _drawn(FieldRenderer(), name) == _drawn(DjangoTemplates(), name)


def test_what_is_sent_is_escaped() -> None:
    drawn = str(Form({"line": '"><b>'}, renderer=FieldRenderer())["line"])
    assert 'value="&#34;&gt;&lt;b&gt;"' in drawn
