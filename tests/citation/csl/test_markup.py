"""What is kept of the HTML that a style gives."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.citation.csl.markup import read


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('  <div class="csl-entry">Liu. <i>Cable</i>, 1950.</div>\n', "Liu. <i>Cable</i>, 1950."),
        (
            '<div><div class="csl-left-margin">[1]</div><div class="x">Liu &#38; Mao</div></div>',
            "[1] Liu &amp; Mao",
        ),
        ("<b>32</b><sup>1</sup><sub>2</sub>", "<b>32</b><sup>1</sup><sub>2</sub>"),
        (
            '<span style="font-variant:small-caps;">Liu</span> <span class="nocase">S</span>',
            '<span class="small-caps">Liu</span> S',
        ),
        ('<a href="javascript:x()">Liu</a><img src=x onerror=y>', "Liu"),
        ("<script>alert(1)</script>Liu", "alert(1)Liu"),
        ("<i>open <b>twice", "<i>open <b>twice</b></i>"),
        ("closed</i> once</b>", "closed once"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("<i></i>", ""),
    ],
)
def test_inline_elements_stay_and_nothing_else(html: str, kept: str) -> None:
    assert read(html, composed=False).html == kept


def test_a_composed_record_says_so() -> None:
    said = read("<i>Liu</i>", composed=True)
    assert said.text == "[Composed for demonstration] Liu"
    assert said.html == "[Composed for demonstration] <i>Liu</i>"


_TAGS = ["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "</span>", "<div>", "</div>", "<x y='z'>"]
_WORDS = ["<", ">", "&", "&#60;", "\u202e", "\x00", "Liu", " ", "<!--"]
_SMALL = '<span style="font-variant:small-caps">'


@given(st.lists(st.sampled_from([*_TAGS, *_WORDS, _SMALL])).map("".join))
def test_whatever_it_is_given_it_is_balanced_and_escaped(html: str) -> None:
    said = read(html, composed=False)
    bare = str(said.html)
    for start, end in [
        *((f"<{tag}>", f"</{tag}>") for tag in ("i", "b", "sup")),
        (_SPAN, "</span>"),
    ]:
        assert bare.count(start) == bare.count(end)
        bare = bare.replace(start, "").replace(end, "")
    assert not set("<>\x00\u202e") & set(bare)
    assert unescape(bare).split() == said.text.split()


_SPAN = '<span class="small-caps">'
