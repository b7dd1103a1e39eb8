"""Tables, and lines with bars that are none."""

from __future__ import annotations

import pytest

from archive.texts.markup import Inline, PageBreak, PageBreakKind, blocks, page_breaks, plain, table


def shown(body: str) -> list[str]:
    return [plain(body, block)[0] for block in blocks(body)]


def kinds(body: str) -> list[str]:
    return [str(block.kind) for block in blocks(body)]


def test_table() -> None:
    body = "| Arms | *No.* |\n|---|:-:|\n| a \\| b | |\n[p. 2]\n| 3 |"
    [block] = blocks(body)
    rows = table(body, block).rows
    assert [row.header for row in rows] == [True, False, False]
    assert [[body[cell.start : cell.end] for cell in row.cells] for row in rows] == [
        ["Arms", "*No.*"],
        ["a \\| b", ""],
        ["3"],
    ]
    assert rows[2].cells[0].inlines == (
        Inline("break", 40, 46, "p. 2"),
        Inline("text", 49, 50, "3"),
    )
    wording, offsets = plain(body, block)
    assert wording == "Arms\tNo.\na | b\t\n 3"
    assert [body[offset] for offset in offsets] == list("Arms|No.|a | b||[3")
    assert page_breaks(body) == (PageBreak(PageBreakKind.PAGE, "2", 40, None, 1),)


@pytest.mark.parametrize(
    "body",
    [
        "| a | b |",
        "| a |\nb",
        "a | b\n---|---",
        "| a |\n| b |",
        "| a | b |\n|---|",
        "| a \\|\n|---|",
        "Participants: | Mr. Rusk\n|---|",
        "|\n|---|",
    ],
)
def test_no_table(body: str) -> None:
    assert kinds(body) == ["paragraph"]
    assert shown(body) == [body]
