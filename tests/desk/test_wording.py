from __future__ import annotations

import html
import re

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from archive.desk.wording import Layer, Notes, Stretch, page_link, whole, wording
from archive.texts.markup import blocks, plain

NO_NOTES = Notes({})
BODIES = st.text(st.sampled_from("ab *\\[]^1#|-\n<>&\"'«林é\u00a0"), max_size=60)


def shown(body: str, notes: Notes = NO_NOTES, *over: Stretch) -> list[str]:
    return [wording(body, whole(block), notes, over).html for block in blocks(body)]


def differs(start: int, end: int) -> Stretch:
    return Stretch(start, end, Layer.COMPARED, '<mark class="differs">')


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
    assert shown(body, NO_NOTES, differs(at, len(body) - 2)) == [
        '440 <mark class="differs">light, </mark><em><mark class="differs">189</mark></em>'
        '<mark class="differs"> hea</mark>vy'
    ]


@given(BODIES)
def test_every_shown_character_reaches_the_page_and_no_other(body: str) -> None:
    for block in blocks(body):
        page = wording(body, whole(block), NO_NOTES).html
        page = re.sub(r'<sup>.*?</sup>|<span class="leaf">.*?</span>', "", page)
        page = page.replace("<br>", "\n").replace("</td>", "\t").replace("</th>", "\t")
        said = html.unescape(re.sub(r"<[^>]+>", "", page))
        assert said.split() == plain(body, block)[0].split()


def test_a_sentence_is_one_element_and_cuts_what_lies_within() -> None:
    body = "It *was. Then* 180."
    sentences = [
        Stretch(0, 8, Layer.SENTENCE, "<span>", 0),
        Stretch(9, 19, Layer.SENTENCE, "<span>", 1),
    ]
    assert shown(body, NO_NOTES, *sentences, differs(15, 18)) == [
        "<span>It <em>was.</em></span><em> </em><span><em>Then</em> "
        '<mark class="differs">180</mark>.</span>'
    ]


def test_the_numbers_of_what_is_joined_are_given_in_the_order_of_the_elements() -> None:
    body = "Ten *men* left. 7 came & 9 went."
    over = [
        Stretch(0, 15, Layer.SENTENCE, "<span>", 1),
        Stretch(16, 32, Layer.SENTENCE, "<span>", 0),
        Stretch(0, 3, Layer.COMPARED, "<u>", 4),
        Stretch(16, 17, Layer.COMPARED, "<u>", 2),
        Stretch(25, 26, Layer.COMPARED, "<u>", 3),
    ]
    for said in (body, body.replace("*", "_")):
        written = wording(said, whole(blocks(said)[0]), NO_NOTES, over)
        assert (written.sentences, written.compared) == ([1, 0], [4, 2, 3])
        assert written.html.endswith("<span><u>7</u> came &amp; <u>9</u> went.</span>")


def test_what_cannot_lie_within_another_is_cut_also_in_plain_words() -> None:
    sentence = Stretch(4, 9, Layer.SENTENCE, "<span>", 0)
    assert shown("one two three", NO_NOTES, sentence, differs(0, 7)) == [
        '<mark class="differs">one </mark><span><mark class="differs">two</mark> t</span>hree'
    ]


@given(BODIES, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(1, 60))
def test_no_element_changes_a_character(
    body: str, start: int, length: int, other: int, more: int
) -> None:
    over = [
        differs(start, start + length),
        Stretch(other, other + more, Layer.SENTENCE, "<span>", 0),
    ]
    for block in blocks(body):
        marked = wording(body, whole(block), NO_NOTES, [s for s in over if s.start < s.end]).html
        bare = wording(body, whole(block), NO_NOTES).html
        assert _text(marked) == _text(bare)
        assert html5lib_faults(marked) == []


def _text(page: str) -> str:
    return re.sub(r"</?(?:mark|span|em)[^>]*>", "", page)


def html5lib_faults(page: str) -> list[object]:
    parser = html5lib.HTMLParser()
    parser.parseFragment(page)
    return list(parser.errors)


def test_a_page_break_with_quotation_marks_stays_within_the_attributes_of_its_link() -> None:
    assert page_link('2" id="p1', '?x="y"&z#2') == (
        '<a class="leaf" href="?x=&quot;y&quot;&amp;z#2" lang="en" dir="ltr"'
        ' aria-label="Scan of 2&quot; id=&quot;p1">2" id="p1</a>'
    )
