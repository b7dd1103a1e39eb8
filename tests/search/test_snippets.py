from __future__ import annotations

import time
from typing import Any

import pytest

from archive.search import Query, Snippet, search
from archive.search.cutting import cut, excerpt
from archive.search.sought import Span
from tests import world

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]

LONG = "word " * 60


def snippets(q: str, body: str, **fields: Any) -> tuple[Snippet, ...]:
    text = world.text("en", body)
    world.published(world.document(title="A letter", texts=[text], **fields))
    (hit,) = search(Query(q=q)).hits
    return hit.snippets


def parts(found: tuple[Snippet, ...]) -> list[tuple[str, str, str, str]]:
    return [(s.passage, s.before, s.hit, s.after) for s in found]


def test_the_passage_with_most_of_the_words_and_one_with_the_rest() -> None:
    found = snippets("red green blue", "Red alone.\n\nRed and green.\n\nBlue here.")
    assert parts(found) == [
        ("p2", "", "Red", " and green."),
        ("p3", "", "Blue", " here."),
    ]


def test_words_side_by_side_are_one_hit_where_they_first_are() -> None:
    found = snippets("heavy guns", f"Guns. Heavy going. {LONG} Heavy\n guns fire. {LONG}")
    ((passage, before, hit, after),) = parts(found)
    assert (passage, hit) == ("p1", "Heavy guns")
    assert before.startswith("… word word")
    assert before.endswith("word ")
    assert after.startswith(" fire. word")
    assert after.endswith("word …")


def test_marks_of_the_body_are_not_shown() -> None:
    found = snippets(
        "secret note",
        "# A *secret* heading[^1]\n\nNothing.\n\n[^1]: The note.",
    )
    assert parts(found) == [("p1", "A ", "secret", " heading"), ("p3", "The ", "note", ".")]


def test_wording_is_as_stored_for_the_caller_to_escape() -> None:
    assert parts(snippets("script", "<script>alert(1)</script> & so on")) == [
        ("p1", "<", "script", ">alert(1)</script> & so on")
    ]


def test_a_phrase_is_found_as_written_and_not_by_its_stems() -> None:
    found = snippets('"heavy gun"', "Heavy guns.\n\nA heavy gun.")
    assert parts(found) == [("p2", "A ", "heavy gun", ".")]


def test_the_summary_speaks_where_no_text_does() -> None:
    (found,) = snippets("grenadiers", "Nothing.", summary="Of grenadiers and others.")
    assert found == Snippet("", "en", "", 0, "Of ", "grenadiers", " and others.")


def test_chinese_is_found_within_its_run() -> None:
    text = world.text("zh", "同意林彪同志的意见。")
    world.published(world.document(title="A letter", texts=[text]))
    (hit,) = search(Query(q="林彪")).hits
    assert parts(hit.snippets) == [("p1", "同意", "林彪", "同志的意见。")]


def test_withheld_text_has_none() -> None:
    texts = [
        world.text("en", "A plain word."),
        world.text("de", "A secret word.", rights={"embargo_until": "2999-01-01"}),
    ]
    world.published(world.document(title="A letter", texts=texts))
    (hit,) = search(Query(q="word")).hits
    assert [snippet.text for snippet in hit.snippets] == ["en"]


def test_cut_prefers_what_stands_together() -> None:
    wording = "one two   three one"
    spans = [Span(0, 3, 0), Span(4, 7, 1), Span(10, 15, 2), Span(16, 19, 0)]
    assert cut(wording, spans) == ("", "one two three one", "")
    assert cut(wording, [spans[0], spans[2], spans[3]]) == ("one two ", "three one", "")


def test_a_passage_of_many_thousand_hits_is_cut_in_time_that_grows_with_them() -> None:
    started = time.process_time()
    spans = [Span(at, at + 4, at % 2) for at in range(0, 40_000 * 6, 6)]
    wording = "guns. " * 40_000
    assert cut(wording, spans)[1] == "guns"
    assert time.process_time() - started < 5


def test_one_endless_passage_is_looked_through_to_its_bound() -> None:
    body = "gun " + "word " * 60_000 + "rifle"
    assert [s.hit for s in snippets("gun", body)] == ["gun"]
    (hit,) = search(Query(q="rifle")).hits
    assert hit.snippets == ()


def test_an_excerpt_is_as_long_as_what_stands_round_a_hit() -> None:
    assert excerpt("One. Two three.", 5, 15) == "… Two three."
    long = " ".join(f"word{n}" for n in range(100))
    begun = excerpt(long, 0, len(long))
    assert (begun[:12], begun[-8:], len(begun) <= 203) == ("word0 word1 ", "word29 …", True)
    amid = excerpt(long, 0, len(long), 0.5)
    assert amid.startswith("… word4")
    assert amid.endswith(" …")
    assert excerpt(long, 0, len(long), 1.0).endswith("word98 word99")
    assert excerpt("同意" * 200, 0, 400, 0.5).startswith("… 同意")
