"""Blocks, tokens, tables, footnotes and page breaks; nothing stored is ever swallowed."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.texts.markup import (
    Block,
    BlockKind,
    Definition,
    Inline,
    PageBreak,
    PageBreakKind,
    Reference,
    blocks,
    footnotes,
    inlines,
    page_breaks,
    plain,
    table,
)
from tests.shared_data import shared_path

PIECES = st.sampled_from(
    [*"*\\|#[]^:1ab.-— \n\r\t", "[^1]", "[^1]:", "[p. 2]", "[f. 3v]", "|---|", "\n\n", "# ", "毛"]
)
BODIES = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=60)
MARKS = re.compile(
    r"\\+|\*|# |\[\^[^\]]+\]:?[ \t]?|\s*\[[pf]\. [^\]]+\]\s*|[|\s:-]+|(?:\r\n|\r|\n)+"
)


def shown(body: str) -> list[str]:
    return [plain(body, block)[0] for block in blocks(body)]


def kinds(body: str) -> list[str]:
    return [str(block.kind) for block in blocks(body)]


def leaves(tokens: tuple[Inline, ...]) -> Iterator[Inline]:
    for token in tokens:
        yield from token.children if token.kind == "emphasis" else (token,)


def bodies(name: str) -> Iterator[str]:
    with lzma.open(shared_path(f"data/records/{name}.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from (text["body"] for text in json.loads(line).get("texts", []))


def test_blocks_are_numbered_with_offsets() -> None:
    body = "\n# One\n \t\n1. two\nmore\r\n\r\n[^1]: three\n\n| a |\n|---|\n\nfour [^1]\n"
    assert blocks(body) == (
        Block(1, BlockKind.HEADING, 1, 6),
        Block(2, BlockKind.LIST_ITEM, 10, 21),
        Block(3, BlockKind.FOOTNOTE, 25, 36),
        Block(4, BlockKind.TABLE, 38, 49),
        Block(5, BlockKind.PARAGRAPH, 51, 60),
    )
    assert shown(body) == ["One", "1. two\nmore", "three", "a", "four "]


@pytest.mark.parametrize(
    "body", ["## Two", "#No space", "# ", " # Indented", "\\# Escaped", "5 # 3"]
)
def test_no_heading(body: str) -> None:
    assert kinds(body) == ["paragraph"]
    assert shown(body) == [body.removeprefix("\\")]


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


@pytest.mark.parametrize(
    ("body", "emphasised"),
    [
        ("a *b* c", ["b"]),
        ("(*b*), “*c*”", ["b", "c"]),
        ("*two words\nand a line*", ["two words\nand a line"]),
        ("毛*主席*说", ["主席"]),
        ("*단어*는", ["단어"]),
        ("*a* b *c*", ["a", "c"]),
        ("*see* Army*", ["see"]),
        ("*“Quoted”*", ["“Quoted”"]),
        ("\\\\*a*", ["a"]),
    ],
)
def test_emphasis(body: str, emphasised: list[str]) -> None:
    found = [token for token in inlines(body, blocks(body)[0]) if token.kind == "emphasis"]
    assert ["".join(child.value for child in token.children) for token in found] == emphasised
    assert all(body[token.start] == body[token.end - 1] == "*" for token in found)


@pytest.mark.parametrize(
    "body",
    [
        "5 * 3",
        "5*3*2",
        "***",
        "* * * *",
        "**bold**",
        "Army* and Navy*",
        "*State proposal.",
        "f(*x, *y)",
        "(*) The full text … Stalin(*)",
        "* See the Annex *",
        "Army * | 618,369",
        "a* b",
        "*",
        "**",
    ],
)
def test_stars_that_are_text(body: str) -> None:
    assert inlines(body, blocks(body)[0]) == (Inline("text", 0, len(body), body),)


def test_emphasis_never_crosses_blocks() -> None:
    assert shown("*a\n\nb*") == ["*a", "b*"]


@pytest.mark.parametrize(
    ("body", "wording"),
    [
        ("\\*a\\*", "*a*"),
        ("\\# a", "# a"),
        ("\\[^1] a", "[^1] a"),
        ("\\[p. 22]", "[p. 22]"),
        ("\\| a |\n|---|", "| a |\n|---|"),
        ("\\\\\\*a", "\\*a"),
        ("C:\\dir \\\\server\\x", "C:\\dir \\\\server\\x"),
        ("a \\# b \\| c \\[d]", "a \\# b \\| c \\[d]"),
        ("\\", "\\"),
    ],
)
def test_backslash_keeps_a_mark_literal_and_nothing_else(body: str, wording: str) -> None:
    assert shown(body) == [wording]


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


def test_table_refuses_another_block() -> None:
    body = "No bars here"
    with pytest.raises(ValueError, match="block 1 is a paragraph, not a table"):
        table(body, blocks(body)[0])


def test_footnotes() -> None:
    body = "One[^1] two[^*] none[^3].\n\n[^1]: First.\n[^*]: Second,\nin two lines."
    assert kinds(body) == ["paragraph", "footnote", "footnote"]
    assert shown(body) == ["One two none[^3].", "First.", "Second,\nin two lines."]
    found = footnotes(body)
    assert found.references == (Reference("1", 1, 3, 7), Reference("*", 1, 11, 15))
    assert found.definitions == (Definition("1", 2, 33, 39), Definition("*", 3, 46, 67))


def test_second_definition_of_a_label_is_text() -> None:
    body = "[^1]: a\n\n[^1]: b"
    assert kinds(body) == ["footnote", "paragraph"]
    assert shown(body) == ["a", ": b"]


def test_page_breaks() -> None:
    body = "[f. 1]\n\none\n[p. 22]\ntwo\n[p. 23]\n\n[f. 2v]\n# Three\n\n[p. 24]\n"
    assert page_breaks(body) == (
        PageBreak(PageBreakKind.LEAF, "1", 0, 1),
        PageBreak(PageBreakKind.PAGE, "22", 12, None, 1),
        PageBreak(PageBreakKind.PAGE, "23", 24, 2),
        PageBreak(PageBreakKind.LEAF, "2v", 33, 2),
        PageBreak(PageBreakKind.PAGE, "24", 50, None),
    )
    assert shown(body) == ["one two", "Three"]


@pytest.mark.parametrize(
    "body", ["see [p. 22] there", "[p 22]", "[p.22]", "[P. 22]", "[p. ]", "[Page 22]"]
)
def test_no_page_break(body: str) -> None:
    assert page_breaks(body) == ()
    assert shown(body) == [body]


@given(BODIES)
@example("\\\\*a*\\*")
@example("[p. 2]\n| a |\n|---|\n[p. 2]\n| b |")
def test_tokens_say_what_is_stored(body: str) -> None:
    for block in blocks(body):
        at = block.start
        for token in leaves(inlines(body, block)):
            assert at <= token.start < token.end <= block.end
            assert MARKS.sub("", body[at : token.start]) == ""
            at = token.end
            if token.kind == "text":
                assert token.value == body[token.start : token.end]
        assert MARKS.sub("", body[at : block.end]) == ""


@given(BODIES)
def test_plain_maps_every_character(body: str) -> None:
    for block in blocks(body):
        wording, offsets = plain(body, block)
        assert len(wording) == len(offsets)
        assert list(offsets) == sorted(set(offsets))
        for character, offset in zip(wording, offsets, strict=True):
            assert character == body[offset] or character in " \t\n"


@given(BODIES)
def test_blocks_cover_all_that_is_not_blank(body: str) -> None:
    found = blocks(body)
    assert [block.number for block in found] == list(range(1, len(found) + 1))
    at = 0
    for block in (*found, Block(0, BlockKind.PARAGRAPH, len(body), len(body))):
        assert at <= block.start
        left = re.sub(r"(?m)^\s*\[[pf]\. [^\]\r\n]+\]\s*$", "", body[at : block.start])
        assert not left.strip()
        at = block.end


@given(st.text(st.characters(exclude_characters="*\\[|#\r\n", exclude_categories=["Cs"])))
def test_text_without_marks_is_shown_whole(body: str) -> None:
    assert "".join(shown(body)) == ("" if body.isspace() else body)


@pytest.mark.parametrize("name", ["frus", "qhod"])
def test_real_bodies_come_out_whole(name: str) -> None:
    count = 0
    for body in bodies(name):
        count += 1
        assert shown(body) == [chunk for chunk in body.split("\n\n") if chunk.strip()]
    assert count == {"frus": 3936, "qhod": 134}[name]


@pytest.mark.parametrize(
    "piece",
    ["*", "[^", "|", "\\", "*a ", "[", "\n", "[^1]", "# ", " ", "\\*", "a*", "[p. 2]", "(", "-"],
)
def test_a_million_hostile_characters(piece: str) -> None:
    """Where any step were quadratic, this would take hours."""
    body = (piece * 1_000_000)[:1_000_000]
    found = blocks(body)
    assert len(found) == (0 if body.isspace() else 1)
    assert sum(len(plain(body, block)[0]) for block in found) <= len(body)
