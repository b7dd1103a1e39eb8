"""Names: sorted, inverted, found in a language, matched, and made into addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.authority.names import LONGEST_KEY, PersonName, fold_name, slugify_name
from tests.shared_data import shared_path

LIU = PersonName("Liu Shaoqi", "Liu", "Shaoqi", family_first=True)
ORLOV = PersonName("N. V. Orlov", "Orlov", "N. V.", family_first=False)
BUREAU = PersonName("Zhongyang dang'anguan", "Zhongyang", "dang'anguan", organisation=True)
SEBALD = PersonName("sebald")


@pytest.mark.parametrize(
    ("name", "sort_form", "inverted"),
    [
        (LIU, "Liu Shaoqi", "Liu, Shaoqi"),
        (ORLOV, "Orlov, N. V.", "Orlov, N. V."),
        (BUREAU, "Zhongyang dang'anguan", "Zhongyang dang'anguan"),
        (SEBALD, "sebald", "sebald"),
        (PersonName("Stalin", family="Stalin"), "Stalin", "Stalin"),
    ],
)
def test_sorting_and_inverting(name: PersonName, sort_form: str, inverted: str) -> None:
    assert (name.sort_form, name.inverted) == (sort_form, inverted)


CHIANG = PersonName(
    "Chiang Kai-shek",
    forms=(
        ("zh-Latn-pinyin", "Jiang Jieshi"),
        ("zh-Hant", "蔣介石"),
        ("zh-Hans", "蒋介石"),
        ("ru", "Чан Кайши"),
    ),
)


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("ru", "Чан Кайши"),
        ("RU-Cyrl", "Чан Кайши"),
        ("zh-Hans-CN", "蒋介石"),
        ("zh", "蔣介石"),
        ("zh-Latn", "Jiang Jieshi"),
        ("en", "Chiang Kai-shek"),
        ("", "Chiang Kai-shek"),
        ("r", "Chiang Kai-shek"),
    ],
)
def test_a_form_is_found_by_its_language(language: str, form: str) -> None:
    assert CHIANG.display(language) == form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Il-sung", "KIM IL SUNG"),
        ("N.V. Orlov", "N. V.  Orlov"),
        ("Liu, Shaoqi", "Liu Shaoqi"),
        ("Zhongyang dang’anguan", "Zhongyang Danganguan"),
        ("Ḥasan ʿAlī", "Hasan Ali"),
        ("Łukasz Straße", "Lukasz Strasse"),
        ("İBRAHİM PAŞA", "ibrahim pasa"),
        ("Хрущёв", "Хрущев"),
        ("Никола́й", "николай"),
        ("Ｍａｏ　Zedong", "Mao Zedong"),
        ("דָּוִד", "דוד"),
        ("مُحَمَّد", "محمد"),
        ("弗拉基米尔·列宁", "弗拉基米尔 列宁"),
        ("Mao\u200bZedong", "MaoZedong"),
        ("김일성".encode().decode(), "김일성"),
    ],
)
def test_spellings_that_are_one(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Цой", "Цои"),
        ("Kim Ilsung", "Kim Il Sung"),
        ("Liu Shaoqi", "Shaoqi Liu"),
        ("か", "が"),
        ("राम", "रम"),
        ("?", "!"),
    ],
)
def test_spellings_that_are_two(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@given(st.text())
def test_a_key_is_short_and_empty_only_for_nothing(name: str) -> None:
    key = fold_name(name)
    assert len(key) <= LONGEST_KEY
    assert bool(key) is bool(name.split())


@given(st.text(st.characters(codec="ascii"), max_size=100))
def test_ascii_is_folded_as_any_other_letters_are(name: str) -> None:
    assert f"{fold_name(f'a {name} b')} e" == fold_name(f"a {name} b é")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Liu Shaoqi", "liu-shaoqi"),
        ("Zhongyang dang'anguan", "zhongyang-danganguan"),
        ("Ким Ир Сен", "kim-ir-sen"),
        ("刘少奇", "liushaoqi"),
        ("김일성", "gimilseong"),
        ("Şehid ʿAlī Paşa", "sehid-ali-pasa"),
        ("Tseng " * 20, ("tseng-" * 13)[:-1]),
        ("x" * 200, "x" * 80),
        ("…", ""),
        ("", ""),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slugify_name(name) == slug


@given(st.text())
def test_a_slug_is_ascii_and_short(name: str) -> None:
    assert re.fullmatch("[a-z0-9_-]{0,80}", slugify_name(name))


def test_hostile_strings_have_a_key_and_a_safe_slug() -> None:
    for value in shared_path("data/bad-inputs/blns.txt").read_text("utf-8").splitlines():
        assert bool(fold_name(value)) is bool(value.split())
        assert re.fullmatch("[a-z0-9_-]{0,80}", slugify_name(value))
