from __future__ import annotations

import pytest

from archive.search.pieces import Piece, each_word, piece

WORDS = {"lin", "line", "revolt", "revolution", "evolution", "revlot"}


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Piece(("rev",), like="prefix"), {"revolt", "revolution", "revlot"}),
        (Piece(("revolt",), like="fuzzy", slips=1), {"revolt", "revlot"}),
        (Piece(("lino",), like="fuzzy", slips=1), {"lin", "line"}),
        (Piece(("zz",), like="prefix"), set()),
    ],
)
def test_words_that_a_piece_stands_for(sought: Piece, found: set[str]) -> None:
    assert sought.answers(WORDS) == found


def test_a_wording_whole_and_in_words() -> None:
    assert piece("Heavy guns", quoted=True) == Piece(("heavy", "guns"), quoted=True)
    assert piece("…") is None
    assert each_word("Heavy, 林彪") == [Piece(("heavy",)), Piece((("林", "彪"),))]
