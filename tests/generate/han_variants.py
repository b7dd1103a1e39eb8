"""Writes ``archive/authority/tables/han.json``: traditional characters and their simplified ones.

    python -m tests.generate.han_variants TSCharacters.txt

The file is that of OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0), as
opencc-python-reimplemented 0.1.7 carries it. Of several simplified characters the first is taken;
what is simplified itself stays, so that folding twice changes nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TABLE = Path(__file__).parents[2] / "archive/authority/tables/han.json"


def variants(lines: list[str]) -> dict[str, str]:
    """Each traditional character and its simplified one."""
    pairs = dict(line.split()[:2] for line in lines if line.strip())
    single = {one: other for one, other in pairs.items() if len(one) == len(other) == 1}
    return {
        one: other
        for one, given in sorted(single.items())
        if (other := single.get(given, given)) != one and one not in single.values()
    }


def main() -> None:
    """Write the table as two strings, each character of the one above its own of the other."""
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    table = variants(lines)
    written = {"traditional": "".join(table), "simplified": "".join(table.values())}
    TABLE.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(table)} characters\n")


if __name__ == "__main__":
    main()
