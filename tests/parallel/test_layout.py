from __future__ import annotations

from archive.parallel import TextPassages
from archive.parallel.layout import Draft, joined

TEXTS = [
    TextPassages("en", "en", ("Liu Shaoqi", "January 22, 1950", "He came.", "May 1, 1950")),
    TextPassages("ru", "ru", (".Лю Шаоци", "22.1.1950 г.", "Он пришел.", "1.5.1950 г.")),
]


def _draft(place: int, *, pinned: bool = False, confidence: float = 1.0) -> Draft:
    return Draft({0: (place,), 1: (place,)}, confidence, pinned)


def test_a_signature_and_its_date_are_one_row() -> None:
    assert joined([_draft(0), _draft(1, confidence=0.5)], TEXTS) == [
        Draft({0: (0, 1), 1: (0, 1)}, 0.5, False)
    ]


def test_a_date_after_a_sentence_stands_for_itself() -> None:
    drafts = [_draft(2), _draft(3)]
    assert joined(drafts, TEXTS) == drafts


def test_a_pinned_row_is_left_alone() -> None:
    drafts = [_draft(0, pinned=True), _draft(1)]
    assert joined(drafts, TEXTS) == drafts


def test_lone_passages_of_one_text_are_run_together_by_four() -> None:
    drafts = [Draft({1: (place,)}, 1.0, False) for place in range(6)]
    assert [draft.cells for draft in joined(drafts, TEXTS)] == [{1: (0, 1, 2, 3)}, {1: (4, 5)}]
