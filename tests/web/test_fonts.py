"""Web fonts that a page is sure to need."""

from archive.web.fonts import scripts_of


def test_subsets_by_script() -> None:
    assert scripts_of(["en", "ru", "uk", "zh", "sr-Latn"]) == ("cyrillic",)
    assert scripts_of(["en", "fr"]) == ()
