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
    definitions,
    footnotes,
    inlines,
    page_breaks,
    plain,
    table,
    wording,
    wordings,
)
from tests.shared_data import shared_path

PIECES = st.sampled_from(
    [*"*\\|#[]^:1ab.-— \n\r\t", "[^1]", "[^1]:", "[p. 2]", "[f. 3v]", "|---|", "\n\n", "# ", "毛"]
)
BODIES = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=60)


def shown(body: str) -> list[str]:
    return [plain(body, block)[0] for block in blocks(body)]


def leaves(tokens: tuple[Inline, ...]) -> list[Inline]:
    return [leaf for token in tokens for leaf in token.children or (token,)]


def kinds(body: str) -> list[str]:
    return [str(block.kind) for block in blocks(body)]


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


def test_emphasis_never_crosses_blocks() -> None:
    assert shown("*a\n\nb*") == ["*a", "b*"]


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


@given(BODIES)
def test_definitions_are_those_of_the_footnotes_and_none_has_no_reference(body: str) -> None:
    found = footnotes(body)
    assert definitions(body) == found.definitions
    referred = [
        (token.value, block.number, token.start, token.end)
        for block in blocks(body)
        for token in leaves(inlines(body, block))
        if token.kind == "footnote"
    ]
    assert referred == [(r.label, r.block, r.start, r.end) for r in found.references]


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
def test_plain_maps_every_character(body: str) -> None:
    for block in blocks(body):
        said, offsets = plain(body, block)
        assert said == wording(body, block)
        assert len(said) == len(offsets)
        assert list(offsets) == sorted(set(offsets))
        for character, offset in zip(said, offsets, strict=True):
            assert character == body[offset] or character in " \t\n"


@given(BODIES)
@example("a*b* c\n\n*d*e")
@example("a[^1]b\n\n[^1]: c")
@example("a\n[p. 2]\nb\\*c")
@example("# a\n\n| b | c |\n|---|---|\n| d | e |")
def test_words_are_shown_in_a_body_as_in_its_blocks(body: str) -> None:
    words = " ".join(wordings(body)), " ".join(wording(body, block) for block in blocks(body))
    assert len({tuple(re.findall(r"\w+", each)) for each in words}) == 1


def test_a_body_without_marks_is_one_wording() -> None:
    assert list(wordings("# a\n\nb [c]")) == ["# a\n\nb [c]"]
    assert list(wordings("# a\n\nb *c*")) == ["a", "b c"]


@given(BODIES)
def test_blocks_cover_all_that_is_not_blank(body: str) -> None:
    found = blocks(body)
    assert [block.number for block in found] == list(range(1, len(found) + 1))
    at = 0
    for block in (*found, Block(0, BlockKind.PARAGRAPH, len(body), len(body))):
        assert at <= block.start
        between = body[at : block.start].replace("\r", "\n")
        left = re.sub(r"(?m)^\s*\[[pf]\. [^\]\n]+\]\s*$", "", between)
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
