from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.editions.content import PassageContent
from archive.search.passage_words import passage_words
from archive.texts.markup import blocks, plain


def shown(body: str, number: int) -> tuple[str, list[int]]:
    block = blocks(body)[number]
    passage = PassageContent(
        id=f"p{number + 1}", number=number + 1, kind="paragraph", start=block.start, end=block.end
    )
    wording, offsets = passage_words(body, passage)
    return wording, list(offsets)


def test_what_is_no_markup_stands_as_it_is_stored() -> None:
    assert shown("Erst\n\nDas „Wort“ 毛.", 1) == ("Das „Wort“ 毛.", list(range(6, 19)))


def test_markup_is_not_shown() -> None:
    body = "# Ein *Titel*\n\nEr[^1] \\*kam\nheim.\n\n[^1]: Wer?"
    assert [shown(body, number)[0] for number in range(3)] == [
        "Ein Titel",
        "Er *kam\nheim.",
        "Wer?",
    ]
    assert shown(body, 1)[1][:3] == [15, 16, 21]


@given(
    st.lists(
        st.sampled_from(["a b", "*x*", "# ", "\n", "[^1]", "\n\n", "| a |", "1. ", " ", "é\\"])
    )
)
def test_each_passage_is_read_as_in_its_whole_text(parts: list[str]) -> None:
    body = "".join(parts) + "\n\n[^1]: note"
    for number, block in enumerate(blocks(body)):
        wording, offsets = plain(body, block)
        assert shown(body, number) == (wording, list(offsets))
