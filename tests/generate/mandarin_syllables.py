"""Writes ``archive/authority/tables/mandarin.csv``: syllables in pinyin, Wade–Giles, Palladius.

    python -m tests.generate.mandarin_syllables

The syllables are those of the characters that pypinyin 0.55.0 (MIT) knows, without tones and
without interjections and dialect; its styles WADEGILES and CYRILLIC spell them. ü is written as
such, and ê, ŭ and the circumflexes of Wade–Giles are left out, as most writers do. Corrected here
is what pypinyin has otherwise than the tables of Giles (1892) and Palladius (1888).
"""

from __future__ import annotations

import sys
from pathlib import Path

from pypinyin import Style
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal
from pypinyin.style import convert

TABLE = Path(__file__).parents[2] / "archive/authority/tables/mandarin.csv"
#: Interjections, dialect, and what only foreign words have.
LEFT_OUT = frozenset(
    {"ê", "hm", "hng", "m", "n", "ng", "ei", "eng", "biang", "bong", "fiao", "rua", "wong", "din"}
    | {"len", "nia", "nun", "lo", "chua", "zhei", "kei", "cei", "sei", "tei", "dia"}
)
WADE_GILES = {
    "ai": "ai", "hai": "hai", "lai": "lai", "mai": "mai", "nai": "nai", "sai": "sai",
    "shai": "shai", "wai": "wai", "huo": "huo", "shuo": "shuo", "tie": "t'ieh",
}  # fmt: skip
PALLADIUS = {"cuo": "цо", "chuo": "чо", "duo": "до", "shuo": "шо", "suo": "со", "tuo": "то"}


def spelled() -> list[tuple[str, str, str]]:
    """Each syllable in pinyin, Wade–Giles and Palladius, in order."""
    said = {
        to_normal(each, v_to_u=True) for known in PINYIN_DICT.values() for each in known.split(",")
    }
    return [
        (
            syllable,
            WADE_GILES.get(syllable) or convert(syllable, Style.WADEGILES, True).replace("v", "ü"),
            PALLADIUS.get(syllable) or convert(syllable, Style.CYRILLIC, True),
        )
        for syllable in sorted(said - LEFT_OUT)
    ]


def main() -> None:
    """Write the table, one syllable to a line."""
    rows = spelled()
    TABLE.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    sys.stdout.write(f"{len(rows)} syllables\n")


if __name__ == "__main__":
    main()
