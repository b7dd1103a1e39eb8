"""Salutations and shelfmarks."""

from __future__ import annotations

import pytest

from archive.texts.addressing import is_salutation, is_shelfmark


@pytest.mark.parametrize(
    ("wording", "language"),
    [
        ("Chairman Mao [Zedong]:", "en"),
        ("Dear Mr. President:", "en"),
        ("Dear Bill,", "en-GB"),
        ("Председателю Мао !", "ru"),
        ("Товарищу Сталину:", "ru"),
        ("Уважаемый товарищ Ким Ир Сен!", "ru"),
        ("Lieber Genosse Ulbricht!", "de"),
        ("Monsieur le Ministre,", "fr"),
        ("毛主席：", "zh"),
        ("수상 각하:", "ko"),
        ("السيد الرئيس:", "ar"),
        ("לכבוד ראש הממשלה:", "he"),
    ],
)
def test_salutation(wording: str, language: str) -> None:
    assert is_salutation(wording, language)


@pytest.mark.parametrize(
    ("wording", "language"),
    [
        ("PARTICIPANTS:", "en"),
        ("Subject:", "en"),
        ("Walt:", "en"),
        ("Dear Bill, I have read your letter.", "en"),
        ("Mr. Muccio | Mr. Rusk:", "en"),
        ("Совершенно секретно!", "ru"),
        ("Dear Bill:", "ru"),
        ("Selīm:", "ota"),
        ("Dear " + "Bill " * 20 + ":", "en"),
    ],
)
def test_no_salutation(wording: str, language: str) -> None:
    assert not is_salutation(wording, language)


@pytest.mark.parametrize(
    "wording",
    [
        "АП РФ , Ф N 45, Оп N 1, Д N 334, Л N 22",
        "АП РФ. Ф. 45. Оп. 1. Д. 334. Л. 22.",
        "RGASPI, f. 558, op. 11, d. 334, ll. 0022",
        "AP RF, fond 45, opis 1, delo 334, listy 22",
        "National Archives, RG 59, Box 12",
        "档号：204-00108-01",
    ],
)
def test_shelfmark(wording: str) -> None:
    assert is_shelfmark(wording)


@pytest.mark.parametrize(
    "wording", ["", "Ф N 45", "12,000 rifles", "See f. 22 of the file.", "Box 12"]
)
def test_no_shelfmark(wording: str) -> None:
    assert not is_shelfmark(wording)
