"""The few Chinese words that a citation by China's standard needs."""

from __future__ import annotations

from archive.citation import phrases
from archive.citation.naming import spelled, straight
from archive.citation.value import Cited, CitedName

#: Kinds of document; for another, the title stands as recorded.
GENRES = {
    "agreement": "协定",
    "aide-mémoire": "备忘录",
    "article": "文章",
    "cable": "电报",
    "communiqué": "公报",
    "decree": "法令",
    "directive": "指示",
    "instruction": "指示",
    "letter": "信函",
    "memorandum": "备忘录",
    "memorandum of conversation": "谈话备忘录",
    "minutes": "会议纪要",
    "note": "照会",
    "order": "命令",
    "protocol": "议定书",
    "record": "记录",
    "report": "报告",
    "resolution": "决议",
    "speech": "讲话",
    "statement": "声明",
    "telegram": "电报",
    "treaty": "条约",
}
_MADE = {
    "machine translation": "机器翻译",
    "contemporary translation": "当时译文",
    "translation": "译文",
    "summary": "摘要",
}


def is_chinese(cited: Cited) -> bool:
    """Whether the text cited is written in Chinese."""
    return cited.rendering.tag.casefold().split("-")[0] in ("zh", "lzh")


def name(named: CitedName) -> str:
    """In Chinese characters where the record or the authority has them."""
    return straight(spelled(named, "CJK"))


def title(cited: Cited) -> str:
    """What the text calls itself; ``致毛泽东的电报``; the title recorded where there is no word."""
    genre = GENRES.get(cited.genre.casefold(), "")
    if cited.rendering.title or not (cited.recipients and genre):
        return cited.rendering.title or phrases.communication(cited)
    return f"致{'、'.join(map(name, cited.recipients))}的{genre}"


def translation(cited: Cited) -> str:
    """``金东吉, 译``; empty for the document's own words."""
    made = _MADE.get(cited.rendering.made, "")
    if made == "译文" and cited.rendering.translators:
        return f"{', '.join(map(name, cited.rendering.translators))}, 译"
    return made
