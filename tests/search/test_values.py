from __future__ import annotations

from datetime import date

import pytest

from archive.search.expression import And, Days, Leaf, Marked, QueryRefused, Tree
from archive.search.pieces import Piece
from archive.search.signs import Sign
from archive.search.values import read_value


@pytest.mark.parametrize(
    ("field", "value", "tree"),
    [
        ("date", "1950~", Days(date(1950, 1, 1), date(1950, 12, 31))),
        ("possibly", "1950-01/1950-03", Days(date(1950, 1, 1), date(1950, 3, 31))),
        ("certainly", "1950..", Days(date(1950, 1, 1), None, certain=True)),
        (
            "shelfmark",
            "Box 12, Folder 3",
            Marked("box:12|folder:3", Piece(("box", "12", "folder", "3"), quoted=True)),
        ),
        (
            "shelfmark",
            "f. 150",
            And((Leaf(Piece(("f",)), "shelfmark"), Leaf(Piece(("150",)), "shelfmark"))),
        ),
    ],
)
def test_values(field: str, value: str, tree: Tree) -> None:
    assert read_value(field, Sign("word", 0, value)) == tree


@pytest.mark.parametrize(
    ("field", "value"), [("date", "1950-13"), ("date", "1951..1950"), ("shelfmark", "…")]
)
def test_what_has_no_value_is_refused_where_it_stands(field: str, value: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        read_value(field, Sign("phrase", 7, value))
    assert refused.value.at == 8
