from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.parallel.folding import fold


def test_folds_case_digits_and_marks() -> None:
    assert fold("ЁЛКА ١٢٬٥ ３ İ") == "елка 12,5 3 İ"


@given(st.text())
def test_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
