"""Chinese runs, whole and near each other."""

from __future__ import annotations

import pytest

from archive.search import Query, search
from tests import world

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]

TEXTS = {
    "A": "林彪同志已同意。毛泽东说过。",
    "B": "林彪。" + "我们已经收到了你们的来电。" * 3 + "毛泽东。",
    "C": "彪林。毛泽东。",
    "D": "北京和京都。",
    "E": "北京。",
}


def test_runs_near_each_other() -> None:
    for title, body in TEXTS.items():
        world.published(world.document(title=title, texts=[world.text("zh", body)]))
    expected = {
        "林彪": "AB",
        "林": "ABC",
        '"林彪同志"': "A",
        "林彪 NEAR 毛泽东": "A",
        "毛泽东 NEAR 林彪": "A",
        "毛泽东 NEAR/50 林彪": "AB",
        "林彪 NEAR/5 毛泽东": "",
        "林彪 NEAR/6 毛泽东": "A",
        "北京 NEAR/2 京都": "D",
        "京都 NEAR/2 北京": "D",
        "北京 NEAR/1 京都": "",
        "北京 NEAR 北京": "DE",
        "林彪 NOT 毛泽东": "",
        "毛泽东 NOT 林彪": "C",
    }
    found = {
        q: "".join(hit.title for hit in search(Query(q=q, sort="title")).hits) for q in expected
    }
    assert found == expected
