from __future__ import annotations

import pytest
from django.utils import timezone

from archive.parallel import Lexicon
from archive.parallel.lexicons import lexicons
from archive.parallel.models import LearnedLexicon

pytestmark = pytest.mark.django_db


def test_a_lexicon_serves_both_directions_and_only_the_languages_asked_for() -> None:
    weights = {"rifle": {"винтовка": 0.9, "ружьё": 0.1}, "army": {"армия": 1.0}}
    LearnedLexicon.objects.create(languages=["en", "ru"], weights=weights, pairs=12)
    turned = {"винтовка": {"rifle": 0.9}, "ружьё": {"rifle": 0.1}, "армия": {"army": 1.0}}
    assert lexicons(["ru", "en-GB", "zh-Hant"]) == {
        ("en", "ru"): Lexicon(weights),
        ("ru", "en"): Lexicon(turned),
    }
    assert lexicons(["en", "zh"]) == {}


def test_one_query_once_read_and_none_for_one_language(
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    held = LearnedLexicon.objects.create(languages=["en", "ru"], weights={}, pairs=1)
    lexicons(["en", "ru"])
    with django_assert_num_queries(1):  # type: ignore[operator]
        lexicons(["en", "ru"])
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert lexicons(["en", "en-US"]) == {}
    held.weights, held.made_at = {"a": {"б": 1.0}}, timezone.now()
    held.save()
    assert lexicons(["en", "ru"])["en", "ru"] == Lexicon({"a": {"б": 1.0}})
