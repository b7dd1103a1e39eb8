"""Joining, closing, curling, escaping."""

from __future__ import annotations

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from archive.citation import wording
from archive.citation.value import Citation


def test_clean_is_one_visible_line() -> None:
    assert wording.clean("  a\r\n\tb\x00c\u202ed\ue000 \u2028e ") == "a b cd e"


def test_parts_that_say_nothing_leave_no_comma() -> None:
    assert wording.commas("a,", "", " b ", ".", ";", "c.") == "a, b, c."
    assert wording.sentences("A", "", "B.", "C?", "D,") == "A. B. C? D."
    assert wording.sentences("“A.”", wording.italic("B.")) == "“A.” \ue000B.\ue001"


@pytest.mark.parametrize(
    ("names", "listed"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B, and C")],
)
def test_lists(names: list[str], listed: str) -> None:
    assert wording.listed(names) == listed


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("dang'anguan", "dang’anguan"),
        ("the workers' council", "the workers’ council"),
        ("'Abd al-Nasir", "'Abd al-Nasir"),
        ("the 'Great' Leap", "the 'Great' Leap"),
        ("see https://example.org/o'x.", "see https://example.org/o'x."),
    ],
)
def test_apostrophes_are_curled_where_they_are_apostrophes(given: str, printed: str) -> None:
    assert wording.finish(given, composed=False).text == printed


def test_finish_gives_text_and_html_of_the_same_words() -> None:
    assert wording.finish(f"{wording.italic('A & B')} <c>.", composed=True) == Citation(
        text="[Composed for demonstration] A & B <c>.",
        html=SafeString("[Composed for demonstration] <i>A &amp; B</i> &lt;c&gt;."),
    )


def test_latin_script() -> None:
    assert wording.is_latin("Muṣṭafā Paşa, ʿAbd 12")
    assert not wording.is_latin("Лю Шаоци")
    assert not wording.is_latin("刘少奇")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ("Report..", "Report."),
        ("A.:.B", "A.B"),
        ("A,, B; , C", "A, B, C"),
        ("Wait... what", "Wait… what"),
        ("Wait . . . what", "Wait… what"),
        ("Inc., Ltd.", "Inc., Ltd."),
        ("one , two .", "one, two."),
        ("Note : sur", "Note : sur"),
        ("a cable : ; a note", "a cable ; a note"),
    ],
)
def test_a_field_has_no_doubled_punctuation(given: str, field: str) -> None:
    assert wording.field(given) == field


@pytest.mark.parametrize(
    ("given", "finished"),
    [
        ("Cable (draft to X", "Cable draft to X"),
        ("Cable (draft] to X)", "Cable (draft to X)"),
        ("a “b c", "a b c"),
        ("„Urkunde“ und “letter”", "„Urkunde“ und “letter”"),
        ("«a» b»", "a b"),
        ("»Brief«", "»Brief«"),
        ('a "b" c" d', 'a "b" c d'),
        ('a 6" gun', 'a 6" gun'),
        ('a "b 1)" c', 'a b 1" c'),
        ("x) https://a.example/(b", "x https://a.example/(b"),
        ('k1)""k', 'k1"k'),
    ],
)
def test_a_finished_citation_has_no_bracket_without_its_fellow(given: str, finished: str) -> None:
    assert wording.finish(given, composed=False).text == finished


@given(st.text(alphabet="k .,;:…-?!()[]«»“”\"'", max_size=9))
def test_what_is_left_has_single_spaces(said: str) -> None:
    assert "  " not in wording.field(said)
    assert "  " not in wording.finish(wording.field(said), composed=False).text
