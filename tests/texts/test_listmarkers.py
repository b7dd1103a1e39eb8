"""What begins a list item, and what only looks like one."""

from __future__ import annotations

import pytest

from archive.texts.markup import blocks, plain


def shown(body: str) -> list[str]:
    return [plain(body, block)[0] for block in blocks(body)]


def kinds(body: str) -> list[str]:
    return [str(block.kind) for block in blocks(body)]


@pytest.mark.parametrize(
    "body",
    [
        "1. a",
        "12) a",
        "a) b",
        "(a) b",
        "(iv) b",
        "iv. b",
        "II. THE ARMY",
        "- a",
        "• a",
        "–a",
        "— a",
        "А) б",
        "а. б",
        "一、人数",
        "（一）人数",
        "①人数",
        "가. 병력",
        "أ. الجنود",
        "A. Reorganise",
        "A. Reorganise the army",
        "A) ORGANISATION",
    ],
)
def test_list_items_keep_their_marker(body: str) -> None:
    assert kinds(body) == ["list item" if body != "A. Reorganise" else "paragraph"]
    assert shown(body) == [body]


@pytest.mark.parametrize(
    "body",
    [
        "403. Beam–Wang Talks",
        "Mr. Rusk",
        "C. Burke Elbrick",
        "А. А. Громыко сказал",
        "г. Москва",
        "т. Сталину",
        "f. 558, op. 11",
        "p. 22",
        "22.1.1950 г.",
        "1,5 million",
        "—",
        "- - -",
        "ill. a",
        "U. S. forces",
        "i. e. nothing",
        "-5 degrees",
        "* See the Annex",
        "1950. A year",
    ],
)
def test_no_list_item(body: str) -> None:
    assert kinds(body) == ["paragraph"]
    assert shown(body) == [body]
