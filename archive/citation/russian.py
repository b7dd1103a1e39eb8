"""The Russian words that a citation by GOST needs: dates, kinds of document, the dative."""

from __future__ import annotations

import re
from datetime import date

from archive.citation.dating import read
from archive.citation.naming import catalogued, spelled, with_initials
from archive.citation.value import Cited, CitedName, Hand
from archive.citation.wording import clean
from archive.records.moments import Moment

_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
    "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_OF_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
)  # fmt: skip
_SEASONS = {21: "весна", 22: "лето", 23: "осень", 24: "зима"}
#: Kinds of document; for another, the title stands as recorded.
_GENRES = {
    "agreement": "Соглашение",
    "aide-mémoire": "Памятная записка",
    "article": "Статья",
    "cable": "Телеграмма",
    "communiqué": "Коммюнике",
    "decree": "Указ",
    "despatch": "Донесение",
    "diary": "Дневник",
    "directive": "Директива",
    "instruction": "Инструкция",
    "letter": "Письмо",
    "memorandum": "Меморандум",
    "memorandum of conversation": "Запись беседы",
    "message": "Послание",
    "minutes": "Протокол",
    "note": "Нота",
    "note verbale": "Вербальная нота",
    "order": "Приказ",
    "protocol": "Протокол",
    "record": "Запись",
    "report": "Доклад",
    "resolution": "Резолюция",
    "speech": "Речь",
    "statement": "Заявление",
    "telegram": "Телеграмма",
    "transcript": "Стенограмма",
    "treaty": "Договор",
}
_ADDITIONS = {
    "annotation": "Помета",
    "resolution": "Резолюция",
    "minute": "Запись",
    "reply": "Ответ",
}
_MADE = {
    "machine translation": "машинный перевод",
    "contemporary translation": "перевод того же времени",
    "summary": "краткое изложение",
}
_NATURE = {"transcription": "транскрипция", "excerpt": "извлечение", "fragment": "фрагмент"}
#: Surnames whose form says that a man bears them: the dative is certain.
_OF_A_MAN = re.compile(r".*[^\W\d_](?:ов|ев|ёв|ин|ын)")
_OF_A_WOMAN = re.compile(r".*[^\W\d_](?:ов|ев|ёв|ин|ын)а")


def is_russian(cited: Cited) -> bool:
    """Whether the text cited is written in Russian."""
    return cited.rendering.tag.casefold().split("-")[0] == "ru"


def when(edtf: str | None) -> str:
    """``22 января 1950 г.``, ``май 1956 г.``, ``ок. 1956 г.``, ``[май 1956 г.?]``, ``б. д.``"""
    found = read(edtf)
    if found is None:
        return clean(edtf or "") or "б. д."
    if found.start is None or found.end is None:
        known = found.start or found.end
        lead = "после" if found.start else "до"
        return f"{lead} {_days(known)[1]}" if known else "б. д."
    said = _days(found.start)[0] if found.start == found.end else _through(found.start, found.end)
    said = f"ок. {said}" if found.approximate else said
    return f"[{said}?]" if found.uncertain else said


def day(given: date) -> str:
    """``23.11.2026``."""
    return f"{given:%d.%m.%Y}"


def genre(cited: Cited) -> str:
    """``Телеграмма``, ``Телеграмма № 511``; empty where there is no word for it."""
    word = _GENRES.get(cited.genre.casefold(), "")
    return f"{word} № {cited.number}" if word and cited.number else word


def to(names: tuple[CitedName, ...]) -> str:
    """``А. П. Зимину``; ``(адресат: Мао Цзэдун)`` where the dative is not certain."""
    said = [spelled(name, "CYRILLIC") for name in names]
    datives = [_dative(name) for name in said]
    if all(datives):
        return ", ".join(datives)
    word = "адресат" if len(said) == 1 else "адресаты"
    return f"({word}: {', '.join(_in_brackets(name) for name in said)})"


def addition(hand: Hand) -> str:
    """``Помета от 25 января 1950 г. на документе``."""
    of = f"от {when(hand.date)}" if hand.date else "без даты"
    return f"{_ADDITIONS[hand.kind]} {of} на документе"


def nature(cited: Cited) -> tuple[str, ...]:
    """``машинный перевод``, ``извлечение``."""
    told = (_NATURE[word] for word in cited.rendering.nature)
    made = _MADE.get(cited.rendering.made, "")
    return tuple(filter(None, (*told, made)))


def _in_brackets(name: CitedName) -> str:
    return name.full if name.family_first else with_initials(name)


def _dative(name: CitedName) -> str:
    """Of a surname in -ов, -ев, -ин, -ын, of which a woman's would end in -а; else empty."""
    family = name.family
    if name.family_first or name.organisation or name.uncertain or not name.given:
        return ""
    if _OF_A_MAN.fullmatch(family):
        declined = f"{family}у"
    elif _OF_A_WOMAN.fullmatch(family):
        declined = f"{family[:-1]}ой"
    else:
        return ""
    initials = catalogued(name).removeprefix(family).strip()
    return f"{initials} {declined}" if initials else ""


def _days(moment: Moment) -> tuple[str, str]:
    """In the nominative, and after a preposition."""
    if moment.hidden:
        first, last = moment.first_day[0], moment.last_day[0]
        decade = f"{first}-е гг." if moment.hidden == 1 else f"{first}–{last} гг."
        return decade, decade.replace("-е", "-х")
    year = f"{moment.year} г." if moment.year > 0 else f"{1 - moment.year} г. до н. э."
    if moment.season is not None:
        return (f"{_SEASONS[moment.season]} {year}",) * 2
    if moment.month is None:
        return year, year
    if moment.day is None:
        return f"{_MONTHS[moment.month - 1]} {year}", f"{_OF_MONTHS[moment.month - 1]} {year}"
    return (f"{moment.day} {_OF_MONTHS[moment.month - 1]} {year}",) * 2


def _through(start: Moment, end: Moment) -> str:
    """``12–21 марта 1567 г.``, ``1949–1951 гг.``, ``май 1950 г. – июнь 1951 г.``"""
    same_month = (start.year, start.month) == (end.year, end.month)
    if start.day and end.day and same_month:
        return f"{start.day}–{_days(end)[0]}"
    if start.precision == end.precision == "year" and start.year > 0:
        return f"{start.year}–{end.year} гг."
    return f"{_days(start)[0]} – {_days(end)[0]}"
