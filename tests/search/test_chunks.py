from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from archive.search import analyser, chunks
from archive.search.chunks import Analysed, as_written

WORDINGS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aé0١9.,’'-林彪김성ёЁйC ß\u00ad\u200d\u0301\u00a0\u2009\u202f\u3000\n|"),
    ),
    max_size=80,
)


@given(WORDINGS)
@example(
    "12\u00a0000 12\u2009000 12\u202f000 012\u00a0000 1\u00a0\n000 mot\u00a0: 林\u00a0彪\u3000毛 泽东"
)
def test_tokens_are_those_of_the_whole_wording(wording: str) -> None:
    written = analyser.split(wording)
    found = analyser.folded(written)
    assert as_written(wording) == " ".join(analyser.as_written(found))
    analysed = Analysed()
    analysed.add("text", wording, {"ru", "en"})
    fields = {
        "text": analyser.as_written(found),
        "text_ru": analyser.as_stems(written, "ru"),
        "text_en": analyser.as_stems(written, "en"),
        "text_cjk": analyser.as_pairs(found),
    }
    assert analysed.fields() == {name: " ".join(found) for name, found in fields.items() if found}


def test_wordings_stand_one_after_the_other_in_their_fields() -> None:
    analysed = Analysed()
    analysed.add("title", "Пулемёты", {"ru"})
    analysed.add("text", "毛泽东,", ())
    analysed.add("text", "Rifles", {"en"})
    analysed.add("text", "12,000 —", {"en", "ru"})
    assert analysed.fields() == {
        "title": "пулеметы",
        "title_ru": "пулемет",
        "text": "毛 泽 东 rifles 12000",
        "text_en": "rifl 12000",
        "text_ru": "12000",
        "text_cjk": "毛泽 泽东 |",
    }


def test_chunks_are_kept_in_bounds() -> None:
    as_written("Kept " + "x" * 200)
    assert "Kept" in chunks._written
    assert all(len(chunk) < 200 for chunk in chunks._written)
