"""Whether a block begins with the marker of a list item. The marker stays in the text."""

from __future__ import annotations

import re

_ROMAN = r"(?:x{0,3}(?:ix|iv|vi{0,3}|i{1,3})|x{1,3})"
_LETTER = r"[a-zа-яёα-ωא-תء-ي가나다라마바사아자차카타파하]"
_MARKER = re.compile(
    r"\s*(?:"
    r"\d{1,2}(?:[.)]\s|[、．])"  # 1. 2) 3、
    rf"|[(（](?:\d{{1,3}}|[A-ZА-ЯЁ]|{_LETTER}|{_ROMAN}|[一二三四五六七八九十]{{1,3}})[)）]"
    rf"|(?:[A-ZА-ЯЁ]|{_LETTER}|{_ROMAN})\)\s"  # A) б) iv)
    # Letters that are more often an abbreviation (p. 22, г. Москва, i. e.) are left out.
    r"|(?:[a-oабвα-ωא-תء-ي가나다라마바사아자차카타파하])\.\s(?!\d|[^\W\d_]\.)"
    rf"|(?:(?!i\.){_ROMAN}|[IVX]{{2,5}})\.\s(?!\d)"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳]"
    r"|-\s|[–—•▪■‣·]"
    r")(?=.*\w)"
)
_CAPITAL = re.compile(r"\s*[A-LА-Л]\.\s(?![^\W\d_]\.)")
_NAME_LENGTH = 60


def begins_with_marker(line: str) -> bool:
    """``line`` is the first line of a block.

    A capital letter with a full stop marks an item (``A. Reorganise the army``) unless the line
    could be a name (``C. Burke Elbrick``).
    """
    if _MARKER.match(line):
        return True
    return bool(_CAPITAL.match(line)) and not _could_be_name(line)


def _could_be_name(line: str) -> bool:
    return len(line) <= _NAME_LENGTH and all(word[0].isupper() for word in line.split())
