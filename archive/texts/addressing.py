"""Words by which somebody is addressed or a shelfmark is written, by language."""

from __future__ import annotations

import re

_FIRST_WORDS = {
    "en": "dear|my dear|mr|mrs|madam|sir|sirs|gentlemen|chairman|comrades?|your (?:majesty|excellency"
    "|highness|imperial)|excellency|president|premier|marshal|honou?rable",
    "ru": "председателю|товарищ[аиу]?|товарищам|тов|т|уважаем(?:ый|ая|ые)|многоуважаемый"
    "|дорог(?:ой|ая|ие)|господин[у]?|господа|гражданин|ваше|президенту|премьеру|министру"
    "|маршалу|генералу|послу",
    "uk": "товариш[уі]?|шановн(?:ий|а|і)|пане|голові|президенту",
    "de": "lieber?|sehr geehrte[rs]?|verehrte[rs]?|geehrte[rs]?|hochgeehrter|genosse|genossen"
    "|herr|herren|(?:eure?|ew)\\.? (?:exzellenz|excellenz|majestät)|hochlöblich(?:st)?er"
    "|durchla?[uü]chtig(?:st)?er|allergnädigster|gnädigster|hochgebohrner|wohlgebohrner",
    "fr": "monsieur|madame|messieurs|ch[eè]re?s?|mon cher|excellence|sire|camarades?|votre",
    "es": "señor|señora|señores|estimad[oa]s?|querid[oa]s?|excelencia|compañero",
    "it": "signore?|signora|car[oa]|caro|eccellenza|egregio|compagno",
    "pl": "szanown[yai]\\w*|drogi|panie|towarzysz\\w*|ekscelencjo",
    "cs": "vážen[ýáí]|mil[ýáí]|soudruhu|soudruzi|pane",
    "hu": "tisztelt|kedves|elvtárs\\w*",
    "ar": "السيد|سيادة|فخامة|معالي|صاحب|عزيزي|الرفيق|أيها|إلى السيد|جلالة",
    "fa": "جناب|آقای|رفیق|حضرت",
    "he": "לכבוד|אדון|מר|אדוני|חבר|חברים|כבוד|יקירי",
}
_LAST_WORDS = {
    "zh": r"(?:主席|同志们?|先生|女士|閣下|阁下|总理|總理|部长|部長|司令员?|大使|总统|總統|元帅|元帥|书记|書記)",
    "ja": r"(?:閣下|殿|様|先生|同志|各位)",
    "ko": r"(?:동지|각하|귀하|선생|선생님|께|에게|수상|위원장)",
}
_ENDING = r"\s*[:：!！]\s*"
_LONGEST_SALUTATION = 90
_NUMBER = r"(?:N[oº]?|№|#)?\.?\s*\d"
_SHELFMARKS = re.compile(
    rf"(?=.*\b(?:Ф|ф|Фонд|фонд)\b\.?\s*{_NUMBER})(?=.*\b(?:Оп|оп|Опись|опись)\b\.?\s*{_NUMBER}).*"
    rf"|(?=.*\b(?:f|F|fond|Fond|fund|Fund)\b\.?\s*{_NUMBER})"
    rf"(?=.*\b(?:op|Op|opis|Opis|inventory)\b\.?\s*{_NUMBER}).*"
    r"|(?=.*\bRG\s*\d)(?=.*\b[Bb]ox\s*\d).*"
    r"|(?:档号|檔號|档案号|檔案號)\s*[:：]?\s*[\w-]*\d.*",
    re.DOTALL,
)
_LONGEST_SHELFMARK = 200


def is_salutation(wording: str, language: str) -> bool:
    """Whether a short wording addresses somebody: ``Chairman Mao:``, ``Председателю Мао !``.

    A comma may end it too where the first word leaves no doubt (``Dear Bill,``).
    """
    wording = wording.strip()
    if len(wording) > _LONGEST_SALUTATION or "|" in wording:
        return False
    primary = language.split("-", maxsplit=1)[0].lower()
    if primary in _LAST_WORDS:
        return re.fullmatch(rf".{{0,40}}{_LAST_WORDS[primary]}.?{_ENDING}", wording) is not None
    first = _FIRST_WORDS.get(primary)
    if first is None:
        return False
    pattern = rf"(?:{first})\b\.?[^.?!:\n]*(?:\.[^.?!:\n]+)?(?:{_ENDING}|(?<=\w),)"
    return re.fullmatch(pattern, wording, re.IGNORECASE) is not None


def is_shelfmark(wording: str) -> bool:
    """Whether a wording is an archive's shelfmark: ``АП РФ , Ф N 45, Оп N 1, Д N 334, Л N 22``."""
    wording = wording.strip()
    return len(wording) <= _LONGEST_SHELFMARK and _SHELFMARKS.fullmatch(wording) is not None
