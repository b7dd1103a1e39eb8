from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.declined import nominatives


@pytest.mark.parametrize(
    ("nominative", "cases"),
    [
        ("сталин", "сталина сталину сталиным сталине"),
        ("молотов", "молотова молотову молотовым молотове"),
        ("вышинский", "вышинского вышинскому вышинским вышинском"),
        ("цзэдун", "цзэдуна цзэдуну цзэдуном цзэдуне"),
        ("эньлай", "эньлая эньлаю эньлаем эньлае"),
        ("сяньнянь", "сяньняня сяньняню сяньнянем"),
        ("коллонтай", "коллонтая коллонтаю коллонтаем"),
        ("микита", "микиты микиту микитой миките"),
        ("крупская", "крупскую"),
        ("громыко", "громыко"),
        ("иосиф сталин", "иосифа сталина|иосифу сталину|иосифом сталиным"),
        ("мао цзэдун", "мао цзэдуна|мао цзэдуну"),
    ],
)
def test_every_case_leads_to_the_nominative(nominative: str, cases: str) -> None:
    for case in cases.split("|") if " " in nominative else cases.split():
        assert nominative in {case, *nominatives(case)}, case


@pytest.mark.parametrize(
    "key", ["", "stalin", "毛泽东", "мао", "мире", "joseph сталина", "а б в г д"]
)
def test_what_has_no_ending_or_is_no_russian(key: str) -> None:
    assert list(nominatives(key)) == []


@given(st.text(st.sampled_from("сталинуымогея k毛"), max_size=60))
def test_they_are_few_and_none_is_the_name_itself(key: str) -> None:
    found = list(nominatives(key))
    assert len(found) <= 24
    assert key not in found
