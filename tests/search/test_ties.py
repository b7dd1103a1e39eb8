from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.records.identifiers import ALPHABET
from archive.search.ties import record_id_of, tie

_NAMES = st.text(ALPHABET, max_size=11)


@given(_NAMES, _NAMES)
def test_ties_sort_as_ids_do_and_tell_them(one: str, other: str) -> None:
    assert (tie(one) < tie(other)) == (one < other)
    assert record_id_of(tie(one)) == one


@given(st.text(max_size=40))
def test_a_tie_tells_an_id_or_nothing(record_id: str) -> None:
    assert 0 <= tie(record_id) < 2**63
    assert record_id_of(tie(record_id)) in {record_id, None}


@pytest.mark.parametrize("record_id", ["0123456789bc", "0123456789bcd", "b!", "!", "bä0"])
def test_of_a_long_id_and_of_one_with_another_sign_nothing_is_told(record_id: str) -> None:
    assert record_id_of(tie(record_id)) is None


def test_a_tie_as_a_number() -> None:
    assert tie("") == 0
    assert tie("0") == 31**11
    assert tie("zz") == 29 * 31**11 + 29 * 31**10
