"""Names, scripts and directions of languages; tags that are refused."""

from __future__ import annotations

import json
import lzma

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.texts.languages import check_tag, direction, language_name, script
from tests.shared_data import shared_path


@pytest.mark.parametrize(
    ("tag", "english", "own"),
    [
        ("en", "English", "English"),
        ("ru", "Russian", "Русский"),
        ("zh", "Chinese", "中文"),
        ("zh-Hant", "Chinese (Traditional)", "中文（繁體）"),
        ("zh-Latn-wadegile", "Chinese (Wade–Giles)", "中文 (Wade–Giles)"),
        ("sr-Latn", "Serbian (Latin)", "Srpski (latinica)"),
        ("ka", "Georgian", "ქართული"),
        ("ota", "Ottoman Turkish", "Ottoman Turkish"),
        ("iw", "Hebrew", "עברית"),
        ("xx", "xx", "xx"),
        ("not a tag", "not a tag", "not a tag"),
    ],
)
def test_language_name(tag: str, english: str, own: str) -> None:
    assert (language_name(tag), language_name(tag, in_="self")) == (english, own)


@pytest.mark.parametrize(
    ("tag", "checked"),
    [
        ("en", "en"),
        ("EN-us", "en-US"),
        ("zh-hant", "zh-Hant"),
        ("ota", "ota"),
        ("zh-Latn-wadegile", "zh-Latn-wadegile"),
        ("ru-petr1708", "ru-petr1708"),
        ("und", "und"),
    ],
)
def test_check_tag(tag: str, checked: str) -> None:
    assert check_tag(tag) == checked


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("", "'' is not a BCP 47 language tag; use one such as en,"),
        ("en_US", "'en_US' is not a BCP 47 language tag; use one such as en,"),
        ("en\n", r"'en\n' is not a BCP 47 language tag; use one such as en,"),
        ("english", "'english' is not a BCP 47 language tag; use one such as en,"),
        ("en-en-en-en", "'en-en-en-en' is not a BCP 47 language tag; use one such as en,"),
        ("xx", "'xx' has an unknown language 'xx'; use one such as en,"),
        ("rus", "'rus' has an unknown language 'rus'; write ru"),
        ("zh-Hunt", "'zh-Hunt' has an unknown script 'Hunt'; use one such as en,"),
        ("en-JJ", "'en-JJ' has an unknown region 'JJ'; use one such as en,"),
    ],
)
def test_check_tag_refuses(tag: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r"use one|write") as refusal:
        check_tag(tag)
    assert str(refusal.value).startswith(reason)


@example("00-AAA-00A")
@given(st.text(max_size=30) | st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"))
def test_any_string_is_answered(tag: str) -> None:
    try:
        checked = check_tag(tag)
    except ValueError:
        checked = tag
    assert checked.lower() == tag.lower()
    assert language_name(tag) is not None
    assert direction(tag) in ("ltr", "rtl")


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("ru", "Cyrl"),
        ("zh", "Hans"),
        ("zh-Hant", "Hant"),
        ("zh-TW", "Hant"),
        ("prs", "Arab"),
        ("sr-Latn", "Latn"),
        ("yi", "Hebr"),
        ("?", "Zyyy"),
    ],
)
def test_script(tag: str, code: str) -> None:
    assert script(tag) == code


@pytest.mark.parametrize(
    ("tag", "wording", "expected"),
    [
        ("en", "", "ltr"),
        ("ar", "", "rtl"),
        ("he", "תזכיר שיחה", "rtl"),
        ("fa", "", "rtl"),
        ("ur", "", "rtl"),
        ("yi", "", "rtl"),
        ("ota", "", "rtl"),
        ("ota", "hüve", "ltr"),
        ("ota", "هو", "rtl"),
        ("ota-Latn", "", "ltr"),
        ("ar-Latn", "هو", "ltr"),
        ("ar", "189 (1950)", "rtl"),
        ("ar", "برقية من القاهرة CIA", "rtl"),
        ("not a tag", "", "ltr"),
    ],
)
def test_direction(tag: str, wording: str, expected: str) -> None:
    assert direction(tag, wording) == expected


def test_transcriptions_of_ottoman_run_left_to_right() -> None:
    path = shared_path("data/records/qhod.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        texts = [text for line in lines for text in json.loads(line)["texts"]]
    found = [direction(t["language"], t["body"]) for t in texts if t["language"] == "ota"]
    assert found == ["ltr"] * 53
