"""The archive's preferred form: its template, checked and filled."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from archive.citation import cite, house
from tests.citation.editions import CABLE, LETTER, changed, reading


def test_the_archive_is_cited_by_its_own_template(settings: Settings) -> None:
    settings.CITATION_TEMPLATE = "{document} ({date})[[, {source}]][[ <{address}>]]"
    assert cite(reading(LETTER), "preferred", "note").text == (
        "N. V. Orlov to A. P. Zimin (March 3, 1951), Foreign Policy Archive of the Russian "
        "Federation (AVP RF), Moscow, fond 0102, opis 6, papka 21, delo 47, listy 12–14 "
        "<https://facing.example/records/fp0l3tt8r/v2/original/>"
    )


def test_every_value_stands_where_the_template_has_it(settings: Settings) -> None:
    settings.CITATION_TEMPLATE = "{title}; " + "".join(
        f"[[{name}={{{name}}}; ]]" for name in house.VALUES if name != "title"
    )
    asked: dict[str, Any] = {"passage": "p2", "with_edition": True, "accessed": date(2026, 11, 23)}
    assert cite(reading(CABLE), "preferred", "note", **asked).text == (
        "Cable, Liu Shaoqi to Chairman Mao [Zedong]; "
        "document=Liu Shaoqi to Mao Zedong, cable; date=January 22, 1950; genre=cable; "
        "passage=para. 2; translation=Translated by Kim Donggil; "
        "source=Zhonggong zhongyang wenxian yanjiu shi and Zhongyang dang’anguan, eds., Jianguo "
        "yilai Liu Shaoqi wengao (Liu Shaoqi’s manuscripts since the founding of the PRC), vol. 1 "
        "(Beijing: Zhongyang wenxian chubanshe, 2005), 320; site=Facing Pages; "
        "edition=edition 2, March 1, 2026; accessed=November 23, 2026; "
        "address=https://facing.example/records/fp4k7x2b/v2/en/#p2"
    )


def test_quotation_marks_within_others_are_single_and_no_stop_is_doubled() -> None:
    title = 'Who said “yes” and "no"?'
    said = cite(changed(LETTER, title=title), "wilson-center-house", "note").text
    assert said.startswith("“Who said ‘yes’ and ‘no’?” March 3, 1951, Facing Pages, Foreign")


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("", "Write one line of 1 to 500 characters, such as “{title},”"),
        ("{title}\n[[{address}]]", "Write one line of 1 to 500 characters"),
        ("{title}" + " " * 500 + "[[{address}]]", "Write one line of 1 to 500 characters"),
        ("{titel}[[{address}]]", "There is no value {titel}. There are {title}, {document}, "),
        ("{title}, {source}[[{address}]]", "{source} may be empty: put it in double brackets, "),
        ("{title[[{address}]]", "“{title”: a brace there has no fellow."),
        ("{title} [[{address}", "“{title} [[{address}”: a double bracket there has no fellow."),
        ("“{title} [[{address}]]", "““{title}”: a bracket or quotation mark has no fellow."),
        ("{date}[[{address}]]", "It does not say what is cited. Put {title} or {document} in it."),
        ("{title}", "It gives no address. Put [[ {address}.]] at its end."),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_a_remedy(template: str, why: str) -> None:
    with pytest.raises(house.TemplateRefused) as refused:
        house.read(template)
    assert str(refused.value).startswith(why)


def test_the_program_does_not_start_with_such_a_template(settings: Settings) -> None:
    settings.CITATION_TEMPLATE = "{titel}"
    with pytest.raises(
        ImproperlyConfigured, match=r"CITATION_TEMPLATE: There is no value \{titel\}"
    ):
        apps.get_app_config("citation").ready()
    settings.CITATION_TEMPLATE = ""
    apps.get_app_config("citation").ready()
