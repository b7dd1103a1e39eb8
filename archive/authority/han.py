"""Chinese characters: simplified and traditional ones as one, and how a name of them is read."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import chain
from pathlib import Path

TABLES = Path(__file__).parent / "tables"

_VARIANTS = json.loads((TABLES / "han.json").read_text("utf-8"))
#: For ``str.translate``: a traditional character as its simplified one.
SIMPLER: dict[int, str] = dict(
    zip(map(ord, _VARIANTS["traditional"]), _VARIANTS["simplified"], strict=True)
)

_NAME = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2,4}")
#: Family names of one character, simplified: those of most Chinese, and those met in archives.
_FAMILIES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵"
    "万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包"
    "宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时"
    "穆司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋刁沙荣巫"
    "寇桑郎甄仲虞敖巩明佘池查麻苑迟邝封谈匡鞠惠荆乐冀郁胥储栗燕楚劳谌奚粟冼蔺楼闻厉伊区郜阚屠朴盖廉"
    "禹祖浦薄伏乌茅那粱洪熙班裘嵇湛"
)
_DOUBLE_FAMILIES = (
    "欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 端木 夏侯 南宫 鲜于 长孙 宇文 闻人"
)
#: Characters that are read otherwise in a family name than elsewhere.
_AS_FAMILY = {
    "曾": "zeng", "单": "shan", "解": "xie", "翟": "zhai", "缪": "miao", "仇": "qiu",
    "查": "zha", "区": "ou", "盖": "ge", "朴": "piao", "薄": "bo", "卜": "bu", "乐": "yue",
}  # fmt: skip


def simplified(wording: str) -> str:
    """The wording with simplified characters in place of traditional ones."""
    return wording.translate(SIMPLER)


def family_of(name: str) -> str:
    """The family name of a Chinese name of two to four characters; empty where there is none."""
    if not _NAME.fullmatch(name):
        return ""
    simple = simplified(name)
    if simple[:2] in _double_families() and len(name) > 2:
        return name[:2]
    return name[0] if simple[0] in _FAMILIES and len(name) < 4 else ""


def reading(name: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """A Chinese name's syllables in pinyin without tones, of the family and of the given name;
    None of what is no such name. 曾希圣 is ``(("zeng",), ("xi", "sheng"))``."""
    family = family_of(name)
    if not family:
        return None
    said = _syllables(name)
    if len(said) != len(name):
        return None
    return _family_reading(family), said[len(family) :]


@cache
def families() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each reading of a family name and the family names that are read so, simplified."""
    by_reading: dict[tuple[str, ...], tuple[str, ...]] = {}
    for family in chain(sorted(_FAMILIES), sorted(_double_families())):
        said = _family_reading(family)
        by_reading[said] = (*by_reading.get(said, ()), family)
    return by_reading


@cache
def _double_families() -> frozenset[str]:
    return frozenset(_DOUBLE_FAMILIES.split())


def _family_reading(family: str) -> tuple[str, ...]:
    if (simple := simplified(family)) in _AS_FAMILY:
        return (_AS_FAMILY[simple],)
    return _syllables(family)


def _syllables(wording: str) -> tuple[str, ...]:
    # Its dictionaries take half a second to read; most processes never need them.
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(wording, v_to_u=True))
