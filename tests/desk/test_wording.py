from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from archive.desk.wording import Highlight, Notes, wording
from archive.texts.markup import blocks, plain

NO_NOTES = Notes({})
BODIES = st.text(st.sampled_from("ab *\\[]^1#|-\n<>&\"'«林é\u00a0"), max_size=60)


def shown(body: str, notes: Notes = NO_NOTES, *highlights: Highlight) -> list[str]:
    return [str(wording(body, block, notes, highlights)) for block in blocks(body)]


def test_marks_become_elements_and_everything_else_is_escaped() -> None:
    assert shown("# A *grave* <matter>\n\n1. First & last[^1]\nsecond line\n\n[^1]: So.") == [
        "A <em>grave</em> &lt;matter&gt;",
        "1. First &amp; last<sup>1</sup><br>second line",
        "So.",
    ]


def test_a_footnote_leads_to_the_passage_that_says_it() -> None:
    body = "Said[^a].\n\n[^a]: By whom."
    assert shown(body, Notes({"a": "p2"})) == [
        'Said<sup class="note"><a href="#p2">a</a></sup>.',
        "By whom.",
    ]


def test_a_table_has_a_header_and_cells() -> None:
    assert shown("| Arm | *No.* |\n|---|---|\n| Rifles | 12,000 |") == [
        '<table><tr><th scope="col">Arm</th><th scope="col"><em>No.</em></th></tr>'
        "<tr><td>Rifles</td><td>12,000</td></tr></table>"
    ]


def test_a_leaf_break_within_a_paragraph_is_said() -> None:
    assert shown("one\n[f. 22]\ntwo") == ['one<span class="leaf">f. 22</span> two']


def test_a_highlight_is_cut_where_emphasis_begins_and_ends() -> None:
    body = "440 light, *189* heavy"
    at = body.index("light")
    assert shown(body, NO_NOTES, Highlight(at, len(body) - 2, "differs")) == [
        '440 <mark class="differs">light, </mark><em><mark class="differs">189</mark></em>'
        '<mark class="differs"> hea</mark>vy'
    ]


@given(BODIES)
def test_every_shown_character_reaches_the_page_and_no_other(body: str) -> None:
    for block in blocks(body):
        page = str(wording(body, block, NO_NOTES))
        page = re.sub(r'<sup>.*?</sup>|<span class="leaf">.*?</span>', "", page)
        page = page.replace("<br>", "\n").replace("</td>", "\t").replace("</th>", "\t")
        said = html.unescape(re.sub(r"<[^>]+>", "", page))
        assert said.split() == plain(body, block)[0].split()


@given(BODIES, st.integers(0, 60), st.integers(0, 60))
def test_a_highlight_changes_no_character(body: str, start: int, length: int) -> None:
    for block in blocks(body):
        marked = str(wording(body, block, NO_NOTES, [Highlight(start, start + length, "x")]))
        assert re.sub(r"</?mark[^>]*>", "", marked) == str(wording(body, block, NO_NOTES))
