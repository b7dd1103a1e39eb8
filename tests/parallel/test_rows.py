from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import Pin, TextPassages, rows
from archive.texts.passages import PassageKind
from tests.parallel.seed import sample_texts

SAMPLE_ROWS = [
    {"ru": (0, 1)},
    {"en": (0,), "ru": (2,)},
    {"en": (1,), "ru": (3, 4)},
    {"en": (2, 3), "ru": (5, 6)},
    {"en": (4,), "ru": (7,)},
    {"en": (5, 6), "ru": (8, 9)},
    {"ru": (10,)},
]


def test_the_sample_has_the_rows_of_the_picture() -> None:
    assert [dict(row.cells) for row in rows(sample_texts())] == SAMPLE_ROWS


def test_the_sample_has_them_the_other_way_round_too() -> None:
    turned = rows(sample_texts()[::-1])
    assert [dict(sorted(row.cells.items())) for row in turned] == SAMPLE_ROWS


def test_three_texts_agree_on_their_rows() -> None:
    english, russian = sample_texts()
    chinese = TextPassages(
        "zh",
        "zh",
        (
            "毛主席：",
            "第四野战军中现有朝鲜族官兵一万四千人。金日成派来三名代表接收这批官兵。"
            "他们要求将其编为一个师并一个直属支队，并要求带走全部装备：步枪一万二千支，轻机枪四百四十挺，"
            "重机枪一百八十九挺，手枪一百二十支，掷弹筒一百三十二个，战防炮七十二门，火箭筒三十六具及弹药若干。"
            "林彪同志已同意满足此项要求。请指示。",
            "刘少奇",
            "1950年1月22日",
            "完全同意。",
            "毛泽东",
            "1950年1月25日",
        ),
    )
    found = rows([english, russian, chinese])
    assert [dict(row.cells) for row in found] == [
        {"ru": (0, 1)},
        {"en": (0,), "ru": (2,), "zh": (0,)},
        {"en": (1,), "ru": (3, 4), "zh": (1,)},
        {"en": (2, 3), "ru": (5, 6), "zh": (2, 3)},
        {"en": (4,), "ru": (7,), "zh": (4,)},
        {"en": (5, 6), "ru": (8, 9), "zh": (5, 6)},
        {"ru": (10,)},
    ]


def test_a_shelfmark_line_that_one_text_alone_has_stands_alone() -> None:
    """Told by its kind, as the draft names it, though its figures are those of the other text."""
    english = TextPassages(
        "en", "en", ("We have 45 lorries. Ruzanov. Box 1, 334.",), (PassageKind.PARAGRAPH,)
    )
    russian = TextPassages(
        "ru",
        "ru",
        ("У нас 45 грузовиков.", "АП РФ, Ф 45, Оп 1, Д 334, Л 12"),
        (PassageKind.PARAGRAPH, PassageKind.SHELFMARK_LINE),
    )
    found = rows([english, russian])
    assert [dict(row.cells) for row in found] == [{"en": (0,), "ru": (0,)}, {"ru": (1,)}]


def test_pins_on_passages_are_hard() -> None:
    pins = {("ru", "en"): [Pin((2,), (1,), aligned=False), Pin((0,), (0,))]}
    found = [dict(row.cells) for row in rows(sample_texts(), pins)]
    assert found[0] == {"en": (0,), "ru": (0,)}
    assert not any(2 in row.get("ru", ()) and 1 in row.get("en", ()) for row in found)


def test_what_was_taken_for_a_heading_stands_beside_what_renders_it() -> None:
    arabic = TextPassages(
        "ar",
        "ar",
        (
            "مرسى نوار في ٢٠ شباط ١٩٣٨",
            "تحية طيبة وبعد،",
            "فقد تسلّمتُ رسالتكم المؤرخة في ١١ شباط ١٩٣٨.",
        ),
        ("heading", "salutation", "paragraph"),
    )
    english = TextPassages(
        "en",
        "en",
        (
            "Marsa Nuwar, 20 February 1938",
            "Dear Sir,",
            "I have received your letter of 11 February 1938.",
        ),
        ("dateline", "salutation", "paragraph"),
    )
    found = [dict(row.cells) for row in rows([arabic, english])]
    assert found == [{"ar": (n,), "en": (n,)} for n in range(3)]


def test_one_text_and_none() -> None:
    assert rows([]) == []
    assert [dict(row.cells) for row in rows([TextPassages("en", "en", ("a", "", "b"))])] == [
        {"en": (0, 1, 2)}
    ]


def test_two_texts_of_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="two texts have one key: en, en"):
        rows([TextPassages("en", "en", ()), TextPassages("en", "ru", ())])


def test_pins_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="pinned as aligned and as not aligned"):
        rows(sample_texts(), {("en", "ru"): [Pin((0,), (2,)), Pin((0,), (2,), aligned=False)]})


PASSAGES = st.lists(st.text(alphabet="aб1.7 !\n", max_size=20), max_size=7).map(tuple)


@given(PASSAGES, PASSAGES, PASSAGES)
def test_every_passage_in_one_row_in_reading_order(
    one: tuple[str, ...], two: tuple[str, ...], three: tuple[str, ...]
) -> None:
    texts = [
        TextPassages("en", "en", one),
        TextPassages("ru", "ru", two),
        TextPassages("zh", "zh", three),
    ]
    found = rows(texts)
    for text in texts:
        places = [place for row in found for place in row.cells.get(text.key, ())]
        assert places == list(range(len(text.passages)))
    assert all(0 <= row.confidence <= 1 and row.cells for row in found)
    assert all(len(places) <= 4 for row in found for places in row.cells.values())
