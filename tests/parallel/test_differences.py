from __future__ import annotations

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import Comparison, Difference, NameForms, Span, collate, differences, rows
from tests.parallel.seed import sample_texts

MAO = NameForms("mao", {"en": ("Mao Zedong",), "ru": ("Мао Цзэдун",), "zh": ("毛泽东",)})
KIM = NameForms("kim", {"en": ("Kim Il Sung",), "ru": ("Ким Ир Сен",)})
LIN = NameForms("lin", {"en": ("Lin Biao",), "ru": ("Линь Бяо",)})


def test_one_number_differs_in_the_sample_and_nothing_else() -> None:
    english, russian = sample_texts()
    sides = [
        (
            "\n".join(english.passages[place] for place in row.cells.get("en", ())),
            "\n".join(russian.passages[place] for place in row.cells.get("ru", ())),
        )
        for row in rows([english, russian])
    ]
    found = []
    for place, (source, target) in enumerate(sides):
        found += [
            (each, source[each.source.start : each.source.end] if each.source else None)
            for each in differences(
                source,
                target,
                "en",
                "ru",
                date="1950-01-22",
                names=[MAO, KIM, LIN],
                before=sides[place - 1] if place else ("", ""),
                after=sides[place + 1] if place + 1 < len(sides) else ("", ""),
            )
        ]
    body, body_ru = english.passages[1], russian.passages[3]
    ours, theirs = body.index("189"), body_ru.index("180")
    assert found == [
        (
            Difference(
                "number",
                Span(ours, ours + 3, "189"),
                Span(theirs, theirs + 3, "180"),
                "flag",
                "differs",
            ),
            "189",
        )
    ]


def test_equal_values_agree_however_they_are_written() -> None:
    assert differences("14,000 men, 12,000 rifles, seventy-two guns, three envoys",
                       "14 тысяч, 12.000 винтовок, 72 орудия, 3 представителя", "en", "ru") == []  # fmt: skip
    assert differences("1.4万人", "14,000 men", "zh", "en") == []
    assert differences("£2.8bn", "28억 파운드", "en", "ko") == []
    assert differences("一百八十九", "189", "zh", "ru") == []


def test_the_collation_holds_what_agrees_too() -> None:
    assert collate("440 and 189", "440 и 180", "en", "ru") == [
        Comparison("number", Span(0, 3, "440"), Span(0, 3, "440"), None),
        Comparison(
            "number",
            Span(8, 11, "189"),
            Span(6, 9, "180"),
            Difference("number", Span(8, 11, "189"), Span(6, 9, "180"), "flag", "differs"),
        ),
    ]


def test_a_figure_of_one_side_alone_is_a_flag_and_a_number_in_words_a_note() -> None:
    assert differences("440 guns", "пулеметы", "en", "ru") == [
        Difference("number", Span(0, 3, "440"), None, "flag", "only here")
    ]
    for soft in ("thirteen guns", "in the 1930s", "1 gun", "80 degrees"):
        assert [d.severity for d in differences(soft, "пулеметы", "en", "ru")] == ["note"]
    assert differences("three guns", "пулеметы", "en", "ru") == []


def test_what_is_said_more_often_is_set_against_what_nothing_answers() -> None:
    assert differences("lost 1-0", "1-1", "en", "ru") == [
        Difference("number", Span(7, 8, "0"), Span(2, 3, "1"), "flag", "differs")
    ]
    assert differences("440 guns", "440 ружей, все 440", "en", "ru") == []


def test_a_neighbour_answers_only_what_its_own_row_does_not() -> None:
    same = ("180 guns", "180 ружей")
    assert differences("189 men", "180 человек", "en", "ru", before=same) == [
        Difference("number", Span(0, 3, "189"), Span(0, 3, "180"), "flag", "differs")
    ]


def test_a_date_is_not_answered_by_a_name_that_looks_like_a_month() -> None:
    found = differences("Theresa May, September 29, 2018", "Тереза Мэй, 29 мая 2018 г.", "en", "ru")
    assert found == [
        Difference(
            "date", Span(13, 31, "2018-09-29"), Span(12, 23, "2018-05-29"), "flag", "differs"
        )
    ]


def test_a_number_found_next_door_has_moved() -> None:
    assert differences("440 guns", "180 ружей", "en", "ru", after=("", "440 пулеметов")) == [
        Difference("number", Span(0, 3, "440"), None, "note", "moved"),
        Difference("number", None, Span(0, 3, "180"), "flag", "only here"),
    ]


def test_a_converted_measure_is_a_note() -> None:
    assert differences("10 miles", "16 км", "en", "ru") == [
        Difference("number", Span(0, 2, "10"), Span(0, 2, "16"), "note", "unit")
    ]
    assert differences("30 yards", "20 ярдов", "en", "ru")[0].severity == "flag"
    assert differences("10 miles", "61 км", "en", "ru")[0].severity == "flag"


def test_a_figure_against_a_small_number_in_words() -> None:
    assert differences("three envoys", "5 представителей", "en", "ru") == [
        Difference("number", Span(0, 5, "3"), Span(0, 1, "5"), "flag", "differs")
    ]
    assert differences("three envoys", "четыре посла", "en", "ru") == []


def test_degrees_are_converted_unless_others_are_the_same() -> None:
    assert [d.severity for d in differences("80 degrees", "27 градусов", "en", "ru")] == ["note"]
    assert [d.severity for d in differences("in the 80s", "27 градусов", "en", "ru")] == ["note"]
    found = differences("80 degrees, 10 degrees", "80 градусов, 18 градусов", "en", "ru")
    assert [(d.severity, d.target and d.target.value) for d in found] == [("flag", "18")]


def test_a_small_figure_next_door_does_not_excuse_a_wrong_one() -> None:
    found = differences("5 men", "6 человек", "en", "ru", before=("6 women", ""))
    assert [(d.source and d.source.value, d.target and d.target.value) for d in found] == [
        ("5", "6")
    ]


def test_a_figure_answered_by_a_word_may_be_the_odd_one() -> None:
    found = differences("5&4", "5&3, 四", "en", "zh")
    assert [(d.severity, d.target and d.target.value) for d in found] == [("flag", "3")]


def test_figures_of_a_link_or_a_name_are_compared_with_their_like() -> None:
    assert differences("MH17", "MH17", "en", "ru") == []
    assert [d.severity for d in differences("MH17", "MH37", "en", "ru")] == ["flag"]
    assert differences("MH17", "рейс", "en", "ru") == []


def test_shelfmarks_and_pages_are_never_flagged() -> None:
    assert differences("440 guns", "Ф N 45, Оп N 1, Д N 334, Л N 22", "en", "ru") == [
        Difference("number", Span(0, 3, "440"), None, "flag", "only here")
    ]


def test_dates_are_compared_by_what_both_state() -> None:
    assert differences("January 22, 1950", "22.1.1950 г.", "en", "ru") == []
    assert differences("January 22", "1950年1月22日", "en", "zh") == []
    assert differences("January 22, 1950", "23.1.1950 г.", "en", "ru") == [
        Difference("date", Span(0, 16, "1950-01-22"), Span(0, 9, "1950-01-23"), "flag", "differs")
    ]
    assert differences("November 7", "25 октября", "en", "ru", date="1917-11-07") == [
        Difference("date", Span(0, 10, "--11-07"), Span(0, 10, "--10-25"), "note", "calendar")
    ]
    assert differences("January 22, 1950", "he came", "en", "en") == [
        Difference("date", Span(0, 16, "1950-01-22"), None, "note", "only here")
    ]


def test_only_known_names_are_compared() -> None:
    assert differences("Kim Il Sung wrote", "Мао Цзэдун писал", "en", "ru") == []
    assert differences("Kim Il Sung wrote", "Мао Цзэдун писал", "en", "ru", names=[MAO, KIM]) == [
        Difference("name", Span(0, 11, "kim"), Span(0, 10, "mao"), "flag", "differs")
    ]
    assert differences("Kim wrote to Mao Zedong", "Ким  Ир Сен Мао Цзэдуну", "en", "ru",
                       names=[MAO, KIM]) == []  # fmt: skip
    assert differences("Lin Biao agreed", "согласен", "en", "ru", names=[LIN]) == [
        Difference("name", Span(0, 8, "lin"), None, "note", "only here")
    ]


TONGUES = ("en", "ru", "zh", "ko", "de", "fr", "ar", "he", "ja", "sw")
ALPHABET = "0123456789.,:-/ kgh年月日时万一百半周세일월열천명январяMayhalfнашביוניثلاث"
TEXTS = st.text(alphabet=ALPHABET, max_size=40)


@given(TEXTS, st.sampled_from(TONGUES))
def test_a_text_never_differs_from_itself(text: str, language: str) -> None:
    assert differences(text, text, language, language) == []


@given(TEXTS, TEXTS, st.sampled_from(TONGUES), st.sampled_from(TONGUES))
def test_spans_lie_within_the_texts(source: str, target: str, first: str, second: str) -> None:
    lines = collate(source, target, first, second, before=(target, source), after=("1", "5 May"))
    for text, spans in ((source, [c.source for c in lines]), (target, [c.target for c in lines])):
        for span in spans:
            assert span is None or 0 <= span.start < span.end <= len(text)


@given(TEXTS, TEXTS, TEXTS, st.sampled_from(TONGUES), st.sampled_from(TONGUES))
def test_with_the_sides_changed_the_differences_are_mirrored(
    source: str, target: str, near: str, first: str, second: str
) -> None:
    ahead = differences(source, target, first, second, before=(near, target), after=("1", near))
    back = differences(target, source, second, first, before=(target, near), after=(near, "1"))
    turned = [Difference(d.kind, d.target, d.source, d.severity, d.reason) for d in back]
    assert sorted(ahead, key=repr) == sorted(turned, key=repr)


def test_a_long_row_takes_time_that_rises_with_its_length() -> None:
    ours = "; ".join(f"{1 + n % 28} May {1000 + n % 900}" for n in range(3000))
    theirs = "; ".join(f"{1 + n % 28}.6.{1000 + n % 900}" for n in range(3000))
    start = process_time()
    found = differences(ours, theirs, "en", "ru", date="1950")
    assert process_time() - start < 5
    assert len(found) == 3000
    start = process_time()
    assert collate(" 7812" * 20_000, " 7812" * 20_000, "en", "ru")
    assert process_time() - start < 5
