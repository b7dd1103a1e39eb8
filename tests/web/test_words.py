"""Small wordings."""

from archive.editions.document import Name
from archive.web import words


def test_lists() -> None:
    assert [words.listed(list(items)) for items in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert words.people(["Kim Donggil", Name(name="Liu Shaoqi")]) == "Kim Donggil and Liu Shaoqi"


def test_counts() -> None:
    assert words.counted(1, "record", "records") == "1 record"
    assert words.counted(4027, "record", "records") == "4,027 records"
    assert words.capital("memorandum of Conversation") == "Memorandum of Conversation"
