from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, UndefinedError
from markupsafe import Markup, escape

from archive.jinja import environment, escaped


def written(template: str, **context: Any) -> str:
    loader = DictLoader({"page": template})
    made: Environment = environment(loader=loader, auto_reload=False)
    return made.get_template("page").render(context)


@given(st.one_of(st.text(), st.text("&<>'\"a"), st.integers(), st.none(), st.floats()))
def test_what_is_escaped_is_what_markupsafe_escapes(value: object) -> None:
    assert escaped(value) == str(escape(value))


def test_markup_stays_as_it_is() -> None:
    assert escaped(Markup("<b>&</b>")) == "<b>&</b>"


def test_a_template_escapes_what_it_is_given_and_nothing_twice() -> None:
    template = (
        "{% macro bold(word) %}<b>{{ word }}</b>{% endmacro %}"
        "{% set kept %}<i>{{ word }}</i>{% endset %}"
        "{{ word }} {{ bold(word) }} {{ kept }} {{ '<' ~ word }} {{ 7 }} {{ word | safe }}"
    )
    assert written(template, word="<&>") == (
        "&lt;&amp;&gt; <b>&lt;&amp;&gt;</b> <i>&lt;&amp;&gt;</i> &lt;&lt;&amp;&gt; 7 <&>"
    )


def test_a_part_that_is_not_to_be_escaped_is_not() -> None:
    assert written("{% autoescape false %}{{ word }}{% endautoescape %}{{ word }}", word="<") == (
        "<&lt;"
    )


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        written("{{ nobody }}")


def test_a_page_is_a_plain_string() -> None:
    assert type(written("{{ word }}", word="a")) is str
