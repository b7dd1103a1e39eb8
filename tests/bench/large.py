"""A long record composed for the benchmark: 500 passages in each of 3 texts, two sentences and four
figures in each passage. One passage in fifty has another figure in the Russian text."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

SOURCE = "bench:large"
PASSAGES = 500
_EVERY = 50

_FIRST = {
    "en": "The depot at {place} holds {a:,} {goods} and {b} carts.",
    "ru": "На складе «{place}» {a} {goods} и {b} повозок.",
    "zh": "{place}仓库存有{a}件{goods}，另有{b}辆大车。",
}
_THEN = {
    "en": " By evening {c} carts had left with {d:,} crates of {more}.",
    "ru": " К вечеру ушло {c} повозок, увезено {d} ящиков {more}.",
    "zh": "到傍晚有{c}辆大车运走{d}箱{more}。",
}
_PLACES = {
    "en": ("the ford", "the old mill", "the salt road", "the lower bridge", "the brick works",
           "the lime kiln", "the ferry", "the upper spring", "the customs house", "the rope walk"),
    "ru": ("Брод", "Старая мельница", "Соляная дорога", "Нижний мост", "Кирпичный завод",
           "Известковая печь", "Паром", "Верхний родник", "Таможня", "Канатный двор"),
    "zh": ("渡口", "老磨坊", "盐路", "下桥", "砖厂", "石灰窑", "轮渡", "上泉", "海关", "绳厂"),
}  # fmt: skip
_GOODS = {
    "en": ("rifles", "saddles", "blankets", "lanterns", "spades", "kettles", "tents", "coats",
           "boots", "axes", "ropes", "maps"),
    "ru": ("винтовок", "сёдел", "одеял", "фонарей", "лопат", "котлов", "палаток", "шинелей",
           "сапог", "топоров", "верёвок", "карт"),
    "zh": ("步枪", "马鞍", "毛毯", "马灯", "铁锹", "水壶", "帐篷", "大衣", "皮靴", "斧头", "绳索", "地图"),
}  # fmt: skip


def write_large(folder: Path) -> Path:
    """A file of that one record."""
    path = folder / "large.jsonl"
    path.write_text(json.dumps(record(), ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def record(passages: int = PASSAGES) -> dict[str, object]:
    """The record as it travels, with so many passages in each text."""
    return {
        "source_id": SOURCE,
        "title": "The books of the depots",
        "kind": "report",
        "date": "1950",
        "editorial": {"composed": True},
        "texts": [
            {"key": key, "language": key, "kind": "original"}
            | {"body": "\n\n".join(_passages(key, passages))}
            for key in _FIRST
        ],
    }


def _passages(key: str, count: int) -> Iterator[str]:
    chance = random.Random(1950)
    for number in range(count):
        place, goods, more = (
            chance.choice(range(len(words[key]))) for words in (_PLACES, _GOODS, _GOODS)
        )
        odd = key == "ru" and number % _EVERY == _EVERY - 1
        yield (_FIRST[key] + _THEN[key]).format(
            place=_PLACES[key][place],
            goods=_GOODS[key][goods],
            more=_GOODS[key][more],
            a=chance.randrange(1100, 9900),
            b=chance.randrange(100, 900) + odd,
            c=chance.randrange(20, 99),
            d=chance.randrange(1100, 9900),
        )
