"""Tokens within a block: emphasis, backslashes, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.texts.markup import Inline, blocks, inlines, plain

PIECES = st.sampled_from(
    [*"*\\|#[]^:1ab.-— \n\r\t", "[^1]", "[^1]:", "[p. 2]", "[f. 3v]", "|---|", "\n\n", "# ", "毛"]
)
BODIES = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=60)
MARKS = re.compile(
    r"\\+|\*|# |\[\^[^\]]+\]:?[ \t]?|\s*\[[pf]\. [^\]]+\]\s*|[|\s:-]+|(?:\r\n|\r|\n)+"
)


def shown(body: str) -> list[str]:
    return [plain(body, block)[0] for block in blocks(body)]


def leaves(tokens: tuple[Inline, ...]) -> Iterator[Inline]:
    for token in tokens:
        yield from token.children if token.kind == "emphasis" else (token,)


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
