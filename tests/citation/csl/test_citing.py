"""Things cited in styles of the CSL repository."""

from __future__ import annotations

import pytest

from archive.citation.choosing import choose
from archive.citation.csl import StyleFailed, cite_all, engine, named
from archive.citation.describing import describe
from archive.editions.reading import Reading
from tests.citation.csl.sample import things
from tests.citation.editions import CABLE, composed, reading


def said(slug: str, edition: Reading | None = None) -> list[str]:
    style = named(slug)
    assert style is not None
    chosen = choose(edition) if edition else None
    asked = [(chosen, describe(chosen, "text"))] if chosen else things()
    return [citation.html for citation in cite_all(style, asked)]


def test_each_by_its_own_source_and_numbered_in_the_order_of_the_list() -> None:
    assert said("csl-nature-bibliography") == [
        "1. Liu, S. Cable to Mao Zedong. (1950).",
        "2. Liu, S. Telegram to Mao Zedong. (1950).",
        "3. Liu, S. Cable to Mao Zedong. (1950).",
        "4. Liu, S. Cable to Mao Zedong. in <i>Jianguo yilai Liu Shaoqi wengao [Liu Shaoqi’s "
        "manuscripts since the founding of the PRC]</i> (eds Zhonggong zhongyang wenxian yanjiu shi "
        "&amp; Zhongyang dang’anguan) vol. 1 320 (Zhongyang wenxian chubanshe, Beijing, 2005).",
        "5. Orlov, N. V. Letter to A. P. Zimin. (1951).",
    ]


def test_names_said_family_first_stay_so_and_a_passage_is_a_locator() -> None:
    english, russian, passage, *_ = said("csl-chicago-notes-bibliography-citation")
    assert english == (
        "Liu Shaoqi, “Cable to Mao Zedong,” trans. Kim Donggil, January 22, 1950, "
        "https://facing.example/records/fp4k7x2b/v2/en/."
    )
    assert "fond 45, opis 1, delo 334, list 22" in russian
    assert "Kim" not in russian
    assert ", para. 2, https://facing.example/records/fp4k7x2b/v2/en/#p2." in passage


def test_no_shelfmark_of_another_copy_is_printed() -> None:
    for slug in ("csl-apa-bibliography", "csl-modern-language-association-bibliography"):
        assert "fond 558" not in " ".join(said(slug))


def test_a_composed_record_says_so() -> None:
    [citation] = said("csl-apa-citation", composed(CABLE))
    assert citation == "[Composed for demonstration] (Liu, 1950)"


def test_hostile_titles_stay_words() -> None:
    from tests.citation.editions import changed

    [citation] = said(
        "csl-nature-bibliography",
        changed(CABLE, people=(), title="<script>alert(1)</script> & <img src=x onerror=y>"),
    )
    assert "<" not in citation.replace("<i>", "").replace("</i>", "")
    assert "alert(1)" in citation


def test_a_long_list_is_numbered_to_its_end_and_asked_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    style = named("csl-nature-bibliography")
    assert style is not None
    listed = [citation.text for citation in cite_all(style, things() * 200)]
    assert listed[-1] == "1000. Orlov, N. V. Letter to A. P. Zimin. (1951)."
    assert [each.partition(".")[0] for each in listed] == [str(n) for n in range(1, 1001)]
    monkeypatch.setattr(engine, "formatted", lambda *given: [])
    assert [citation.text for citation in cite_all(style, things() * 200)] == listed


def test_what_a_style_prints_nothing_of_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    style = named("csl-nature-citation")
    assert style is not None
    monkeypatch.setattr(engine, "formatted", lambda *given: [" <div></div> "])
    chosen = choose(reading(CABLE), "ru", "p9")
    with pytest.raises(StyleFailed, match="prints nothing of such a document"):
        cite_all(style, [(chosen, describe(chosen, "text"))])
