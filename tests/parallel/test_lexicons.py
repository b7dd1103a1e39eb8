from __future__ import annotations

import pytest
from django.utils import timezone

from archive.parallel import Lexicon
from archive.parallel.lexicons import among, both_ways, every_lexicon, lexicons
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


def test_every_lexicon_and_those_among_some_languages() -> None:
    LearnedLexicon.objects.create(languages=["en", "ru"], weights={"a": {"б": 1.0}}, pairs=1)
    LearnedLexicon.objects.create(languages=["de", "en"], weights={}, pairs=1)
    held = every_lexicon()
    assert sorted(held) == [("de", "en"), ("en", "de"), ("en", "ru"), ("ru", "en")]
    assert among(held, ["ru-RU", "en", "fr"]) == lexicons(["en", "ru"])
    assert among(held, ["en"]) == {}


def test_a_lexicon_has_a_name_of_its_own_each_time_it_is_learned() -> None:
    held = LearnedLexicon.objects.create(languages=["en", "ru"], weights={}, pairs=1)
    first = lexicons(["en", "ru"])
    assert first["en", "ru"].name == first["ru", "en"].name == f"en-ru {held.made_at.isoformat()}"
    held.made_at = timezone.now()
    held.save()
    assert lexicons(["en", "ru"])["en", "ru"].name != first["en", "ru"].name


def test_a_lexicon_turned() -> None:
    given = Lexicon({"a": {"б": 0.5, "в": 0.25}}, "name")
    assert both_ways({("en", "ru"): given}) == {
        ("en", "ru"): given,
        ("ru", "en"): Lexicon({"б": {"a": 0.5}, "в": {"a": 0.25}}),
    }
