from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.authority.han import TABLES, families
from archive.authority.mandarin import (
    MOST_READINGS,
    ChineseName,
    Spelling,
    readings,
    spellings,
)
from archive.authority.names import fold_name
from archive.exchange.ingest.bounded import lines
from archive.exchange.ingest.people import decode_person
from tests.generate.mandarin_syllables import spelled
from tests.shared_data import shared_path

MAO = ChineseName(("mao",), ("ze", "dong"))
PENG = ChineseName(("peng",), ("de", "huai"))


def test_a_name_in_three_systems() -> None:
    assert spellings(PENG) == (
        Spelling("zh-Latn-pinyin", "Peng Dehuai", ("Peng De-huai",)),
        Spelling(
            "zh-Latn-wadegile",
            "P'eng Te-huai",
            ("Peng Te-huai", "P'eng Tehuai", "Peng Tehuai", "P'eng Teh-huai", "Peng Teh-huai"),
        ),
        Spelling("ru", "Пэн Дэхуай", ("Пэн Дэхуая", "Пэн Дэ-хуай")),
    )
    assert [s.form for s in spellings(ChineseName(("ou", "yang"), ("chang", "an")))] == [
        "Ouyang Chang'an",
        "Ou-yang Ch'ang-an",
        "Оуян Чанъань",
    ]
    assert [s.form for s in spellings(ChineseName(("lin",), ("biao",)))] == [
        "Lin Biao",
        "Lin Piao",
        "Линь Бяо",
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Mao Zedong", MAO),
        ("MAO ZEDONG", MAO),
        ("Máo Zédōng", MAO),
        ("Mao, Ze-dong", MAO),
        ("Mao Ze Dong", MAO),
        ("Zedong Mao", MAO),
        ("Mao Tse-tung", MAO),
        ("Mao Tsê‑tung", MAO),
        ("Tse-tung, Mao", MAO),
        ("Мао Цзэдун", MAO),
        ("Мао Цзэ-дуном", MAO),
        ("Мао Цзэдуна", MAO),
        ("毛澤東", MAO),
        ("Peng Dehuai", PENG),
        ("P‘eng Tê-huai", PENG),
        ("Пэн Дэхуая", PENG),
        ("Пен Дехуаем", PENG),
        ("Chou En-lai", ChineseName(("zhou",), ("en", "lai"))),
        ("Чжоу Эньлаю", ChineseName(("zhou",), ("en", "lai"))),
        ("Li Hsien-nien", ChineseName(("li",), ("xian", "nian"))),
        ("Ли Сяньняня", ChineseName(("li",), ("xian", "nian"))),
        ("Teng Hsiaoping", ChineseName(("deng",), ("xiao", "ping"))),
        ("Kuo Mo-jo", ChineseName(("guo",), ("mo", "ruo"))),
        ("Ssŭ-ma Kuang", ChineseName(("si", "ma"), ("guang",))),
        ("Szema Kuang", ChineseName(("si", "ma"), ("guang",))),
        ("Lyu Zhengcao", ChineseName(("lü",), ("zheng", "cao"))),
        ("Lu: Zhengcao", ChineseName(("lü",), ("zheng", "cao"))),
        ("Chu Teh", ChineseName(("zhu",), ("de",))),
    ],
)
def test_a_name_is_read_from_any_spelling(written: str, name: ChineseName) -> None:
    assert name in readings(written)


def test_who_writes_one_apostrophe_writes_them_all() -> None:
    zhang = [ChineseName(("zhang",), (given,)) for given in ("chun", "qun")]
    assert list(readings("Chang Ch'un")) == zhang
    assert set(zhang) < set(readings("Chang Chun"))


@pytest.mark.parametrize(
    "written",
    ["", "Mao", "long march", "heavy machine guns", "Nikita Khrushchev", "Иосиф Сталин", "- ,",
     "Mao Tse-tung said so", "김일성", "Mao 1950", "Nong He", "x" * 300, "\0 \ud800"],
)  # fmt: skip
def test_what_is_no_chinese_name(written: str) -> None:
    assert readings(written) == ()


TABLE = [tuple(line.split(",")) for line in (TABLES / "mandarin.csv").read_text("utf-8").split()]
SYLLABLES = [syllable for syllable, _, _ in TABLE]
NAMES = st.builds(
    ChineseName,
    st.sampled_from(sorted(families())),
    st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=2).map(tuple),
)


@given(NAMES)
def test_what_is_written_is_read_again(name: ChineseName) -> None:
    for spelling in spellings(name)[:2]:
        assert name in readings(spelling.form), spelling.form
    assert any(
        spellings(read)[2].form == spellings(name)[2].form
        for read in readings(spellings(name)[2].form)
    )


@given(st.text(st.sampled_from("aoeintsh'-ü чжэнцья 毛东,:"), max_size=40))
def test_readings_of_anything_are_few(written: str) -> None:
    assert len(readings(written)) <= MOST_READINGS


def test_the_table_is_what_its_generator_makes() -> None:
    assert spelled() == TABLE


def test_wade_giles_as_another_table_has_it() -> None:
    """Every syllable that both have; three are spelt by ours as most writers do."""
    with shared_path("data/names/wadegiles-pinyin.csv").open(encoding="utf-8") as lines:
        rows = csv.reader(line for line in lines if not line.startswith("#"))
        known: dict[str, set[str]] = {}
        for row in rows:
            if row:
                giles = row[0].replace("’", "'").replace("ê", "e").replace("ŭ", "u")
                known.setdefault(row[1], set()).add(giles)
    others = {s: giles for s, giles, _ in TABLE if s in known and giles not in known[s]}
    assert others == {}


def test_spellings_of_real_people_lead_to_each_other() -> None:
    """Those of the Office of the Historian of whom two spellings or more can be read: from each
    to each other, 123 of 156. The rest are misprints, Koreans, and spellings of other syllables."""
    path = shared_path("data/names/hsg-people.jsonl.xz")
    ways = found = 0
    for line in lines(path, 2**31):
        entry = decode_person(line)
        names = dict.fromkeys((entry.name, *(each.form for each in entry.forms)))
        readable = {_said(name): name for name in names if readings(name)}
        for said, name in readable.items():
            written = {
                _said(way)
                for read in readings(name)
                for spelling in spellings(read)
                for way in (spelling.form, *spelling.others)
            }
            ways += len(readable) - 1
            found += len(written & (readable.keys() - {said}))
    assert (found, ways) == (123, 156)


def _said(name: str) -> str:
    return " ".join(fold_name(name.replace("'", " ").replace("’", " ")).split())
