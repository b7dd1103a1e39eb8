"""CSL-JSON, whole items."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from archive.citation.csl_json import csl_json
from archive.editions.document import Rights
from tests.citation.editions import CABLE, LETTER, changed, reading


def test_a_letter() -> None:
    assert json.loads(csl_json(reading(LETTER), accessed=date(2026, 11, 23))) == [
        {
            "id": "fp0l3tt8r-v2-original",
            "type": "personal_communication",
            "title": "Letter, N. V. Orlov to A. P. Zimin",
            "author": [{"family": "Orlov", "given": "N. V."}],
            "recipient": [{"family": "Zimin", "given": "A. P."}],
            "genre": "letter",
            "issued": {"date-parts": [[1951, 3, 3]]},
            "language": "ru",
            "archive": "Foreign Policy Archive of the Russian Federation (AVP RF)",
            "archive-place": "Moscow",
            "archive_location": "fond 0102, opis 6, papka 21, delo 47, listy 12–14",
            "source": "Facing Pages",
            "version": "2",
            "URL": "https://facing.example/records/fp0l3tt8r/v2/original/",
            "accessed": {"date-parts": [[2026, 11, 23]]},
            "note": "Edition 2, March 1, 2026.",
        }
    ]


def test_a_translation_has_no_recipient_and_no_container() -> None:
    assert json.loads(csl_json(changed(CABLE, rights=Rights(holder="Somebody")))) == [
        {
            "id": "fp4k7x2b-v2-en",
            "type": "manuscript",
            "title": "Cable, Liu Shaoqi to Chairman Mao [Zedong]",
            "author": [{"family": "Liu", "given": "Shaoqi", "static-ordering": True}],
            "translator": [{"family": "Kim", "given": "Donggil", "static-ordering": True}],
            "genre": "cable",
            "issued": {"date-parts": [[1950, 1, 22]]},
            "language": "en",
            "source": "Facing Pages",
            "version": "2",
            "URL": "https://facing.example/records/fp4k7x2b/v2/en/",
            "abstract": "Liu Shaoqi reports to Mao Zedong.",
            "keyword": "Korea, Arms & equipment",
            "note": "To: Mao Zedong. Translated from Jianguo yilai Liu Shaoqi wengao [Liu "
            "Shaoqi’s manuscripts since the founding of the PRC], ed. Zhonggong zhongyang wenxian "
            "yanjiu shi and Zhongyang dang’anguan, vol. 1 (Zhongyang wenxian chubanshe, 2005), "
            "320. Edition 2, March 1, 2026. Rights: Somebody",
        }
    ]


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("1956-05?", {"date-parts": [[1956, 5]], "circa": True}),
        ("1949/1951", {"date-parts": [[1949], [1951]]}),
        ("195X", {"literal": "1950s"}),
        ("1950/..", {"literal": "after 1950"}),
        ("1950-21", {"literal": "spring 1950"}),
        ("soon", {"literal": "soon"}),
        (None, None),
    ],
)
def test_dates(edtf: str | None, issued: dict[str, Any] | None) -> None:
    [item] = json.loads(csl_json(changed(CABLE, date=edtf)))
    assert item.get("issued") == issued
