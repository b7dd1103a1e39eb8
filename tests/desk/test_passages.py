from __future__ import annotations

import pytest

from archive.desk.passages import attribute, passage_element
from archive.desk.plans import Part
from archive.desk.wording import Written
from archive.editions.content import PassageContent

SPOKEN = " lang=en dir=ltr"


def part(kind: str = "paragraph", *, first: bool = True) -> Part:
    return Part(PassageContent(id="p17", number=3, kind=kind, start=0, end=9), 0, 9, first)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("en", " x=en"),
        ("zh-Hant", " x=zh-Hant"),
        ("#p17", " x=#p17"),
        ("", ' x=""'),
        ("a b", ' x="a b"'),
        ('"><script>', ' x="&quot;&gt;&lt;script&gt;"'),
        ("'&=`", ' x="&#x27;&amp;=`"'),
    ],
)
def test_an_attribute_is_quoted_where_html_asks_for_it(value: str, said: str) -> None:
    assert attribute("x", value) == said


def test_a_passage_begins_with_its_number_which_leads_to_itself() -> None:
    element = passage_element(part(), SPOKEN, Written("Words."), None)
    assert element == "<p lang=en dir=ltr id=p17><a href=#p17>3</a>Words."


def test_a_part_that_begins_no_passage_has_no_id_and_no_number() -> None:
    element = passage_element(part(first=False), SPOKEN, Written("Words."), None)
    assert element == "<p lang=en dir=ltr>Words."


def test_its_kind_is_its_class_and_a_table_is_no_paragraph() -> None:
    item = passage_element(part("list item"), SPOKEN, Written("1."), None)
    assert item == "<p class=list-item lang=en dir=ltr id=p17><a href=#p17>3</a>1."
    table = passage_element(part("table"), SPOKEN, Written("<table></table>"), None)
    assert table == (
        "<div class=table lang=en dir=ltr id=p17><a href=#p17>3</a><table></table></div>"
    )


def test_a_passage_of_one_sentence_says_to_which_it_belongs() -> None:
    element = passage_element(part(), SPOKEN, Written("Words."), 2)
    assert element == "<p lang=en dir=ltr id=p17 data-g=2><a href=#p17>3</a>Words."


def test_numbers_stand_only_where_they_do_not_count_from_0() -> None:
    counting = Written("…", sentences=[0, 1], compared=[0, 1, 2])
    assert "data-" not in passage_element(part(), SPOKEN, counting, None)
    other = Written("…", sentences=[1, 2], compared=[1, 0])
    assert passage_element(part(), SPOKEN, other, None) == (
        '<p lang=en dir=ltr id=p17 data-sentences="1 2" data-words="1 0"><a href=#p17>3</a>…'
    )
