"""Holdings as places to cite."""

from __future__ import annotations

import pytest

from archive.citation.places import place_of
from archive.citation.value import Book, CitedName, Copy, WebPage
from archive.editions.content import Content, HoldingContent
from archive.editions.document import HoldingDocument, Name, RecordDocument
from tests.citation.editions import AP_RF, CABLE, copy_in, held


def place(holding: HoldingDocument, *read: HoldingContent) -> Book | Copy | WebPage | None:
    return place_of(Content(record=RecordDocument(title="t", held=(holding,)), holdings=read), 0)


def test_a_book_in_its_parts() -> None:
    assert place_of(CABLE, 0) == Book(
        title="Jianguo yilai Liu Shaoqi wengao",
        translated_title="Liu Shaoqi's manuscripts since the founding of the PRC",
        editors=(
            CitedName("Zhonggong zhongyang wenxian yanjiu shi", organisation=True),
            CitedName("Zhongyang dang'anguan", organisation=True),
        ),
        volume="1",
        place="Beijing",
        publisher="Zhongyang wenxian chubanshe",
        year="2005",
        pages="320",
    )


@pytest.mark.parametrize(
    ("holding", "expected"),
    [
        (HoldingDocument(type="publication", publisher="P"), None),
        (HoldingDocument(type="archive", note="somewhere"), None),
        (HoldingDocument(type="web"), None),
        (HoldingDocument(type="publication", series="S"), Book(title="S")),
        (HoldingDocument(type="web", title="T", url="u v"), WebPage("T", "", "u%20v")),
        (
            HoldingDocument(type="archive", reference={"list": "3", "fond": "1"}, place="Moscow"),
            Copy("", "", "Moscow", "fond 1, list 3"),
        ),
        (
            HoldingDocument(
                type="archive",
                repository="Foreign Policy Archive (AVP RF)",
                reference="AVP RF, box 2.",
            ),
            Copy("Foreign Policy Archive", "AVP RF", "", "box 2"),
        ),
        (
            HoldingDocument(
                type="archive",
                repository=Name(name="State Archive", forms={"en": "SA"}),
                as_given="no. 5",
            ),
            Copy("State Archive", "SA", "", "no. 5"),
        ),
    ],
)
def test_what_a_record_says_where_nothing_was_read(
    holding: HoldingDocument, expected: Book | Copy | WebPage | None
) -> None:
    assert place(holding) == expected


def test_what_the_authority_and_the_parser_read_goes_before() -> None:
    holding = HoldingDocument(type="archive", repository="APRF", reference="f. 45")
    assert place(holding, held(AP_RF, "fond 45")) == copy_in(AP_RF, "fond 45")
