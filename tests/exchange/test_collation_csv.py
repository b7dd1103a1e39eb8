"""The collation table as CSV, whole."""

from __future__ import annotations

import csv
import io

from archive.desk.collation import Collation
from archive.exchange.collation_csv import collation_csv
from tests.desk import test_collation


def rows(table: Collation) -> list[list[str]]:
    written = collation_csv(table, source="An archive, edition 1", verdicts="https://a/verdicts/")
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_two_texts_whole(db: None) -> None:
    none = ["", "", "", "", ""]
    explained = ["explained", "A slip.", "Ada", "2026-11-23", "https://a/verdicts/7/"]
    source = ["An archive, edition 1"]
    assert rows(test_collation.table("en", "ru")) == [
        [
            *("row", "kind"),
            *("en paragraph", "en passage", "en wording", "en value"),
            *("ru paragraph", "ru passage", "ru wording", "ru value"),
            *("result", "odd one", "verdict", "note", "note by", "note day", "note address"),
            "source",
        ],
        [
            *("1", "figure", "1", "p1", "189", "189", "1", "p3", "180", "180"),
            *(test_collation.ODD, "ru", *explained, *source),
        ],
        [
            *("1", "figure", "1", "p1", "14,000", "14000", "1", "p3", "14 тысяч", "14000"),
            *("agree", "", *none, *source),
        ],
        [
            *("1", "figure", "1", "p1", "3", "3", "1", "p3", "", ""),
            *("not found in the Russian text", "", *none, *source),
        ],
        [
            *("2", "name", "2", "p2", "Lin Biao", "Lin Biao"),
            *("2", "p4", "Линь Бяо", "Lin Biao", "agree", "", *none, *source),
        ],
        [
            *("2", "date", "2", "p2", "May 4, 1950", "1950-05-04"),
            *("2", "p4", "22.4.1950", "1950-04-22", test_collation.CALENDARS, ""),
            *(*none, *source),
        ],
    ]


def test_a_third_text_has_columns_of_its_own(db: None) -> None:
    found = rows(test_collation.table("zh", "en", "ru"))
    assert found[0][2:6] == ["zh paragraph", "zh passage", "zh wording", "zh value"]
    assert found[1][2:6] == ["1", "p5", "一百八十九", "189"]
