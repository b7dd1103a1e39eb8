from __future__ import annotations

import pytest

from archive.editions.content import Content
from archive.search.holdings import archive_wordings, facet, shelfmark_keys, shown, wordings
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def content() -> Content:
    held = [
        {
            "type": "archive",
            "repository": {"name": "AP RF", "forms": {"ru": "АП РФ"}},
            "reference": "fond 45, opis 1",
            "as_given": "F. 45",
        },
        {"type": "archive", "repository": "Archive of Valmora", "as_given": "a box"},
        {"type": "archive", "as_given": "in the attic"},
        {"type": "publication", "title": "Letters"},
    ]
    return world.read_published(world.document(held=held)).content


def test_every_spelling_of_a_shelfmark_and_of_its_archive(content: Content) -> None:
    found = [list(wordings(content, n, held)) for n, held in enumerate(content.record.held)]
    assert [[wording for wording in each if wording] for each in found] == [
        [
            *("F. 45", "fond 45, opis 1", "AP RF", "АП РФ"),
            *("fond 45, opis 1", "fond f фонд ф 45", "opis op опись оп 1", "n no"),
            *("Archive of the President of the Russian Federation", "AP RF", "Moscow"),
            *("Архив Президента Российской Федерации", "АП РФ"),
        ],
        ["a box", "Archive of Valmora", "a box", "Archive of Valmora"],
        ["in the attic", "in the attic"],
        [],
    ]


def test_the_archive_under_which_it_is_counted(content: Content) -> None:
    assert [facet(holding) for holding in content.holdings] == [
        "archive-of-the-president-of-the-russian-federation\x1fAP RF, Moscow",
        "archive-of-valmora\x1fArchive of Valmora",
        None,
        None,
    ]


def test_the_lines_of_a_hit(content: Content) -> None:
    assert shown(content) == (
        "AP RF, fond 45, opis 1",
        "Archive of Valmora, a box",
        "in the attic",
    )


def test_the_archives_alone(content: Content) -> None:
    assert list(dict.fromkeys(archive_wordings(content))) == [
        *("AP RF", "АП РФ", "Archive of Valmora"),
        *("Archive of the President of the Russian Federation", "Moscow"),
        *("Архив Президента Российской Федерации", ""),
    ]


def test_a_shelfmark_by_its_first_part_and_any_others() -> None:
    read = world.read_published(
        world.document(held=[{"type": "archive", "reference": "f. R-45, op. 1, d. 3"}])
    )
    assert list(shelfmark_keys(read.content)) == [
        "fond:r-45",
        "fond:r-45|opis:1",
        "fond:r-45|delo:3",
        "fond:r-45|opis:1|delo:3",
    ]
