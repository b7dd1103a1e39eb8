"""The page that says what a search can ask, with examples that find something in the samples."""

from __future__ import annotations

from dataclasses import dataclass

from archive.search import grammar, signs, wording
from archive.search.operators import IN_OTHER_LANGUAGES
from archive.web.addresses import search_path
from archive.web.answers import Body
from archive.web.pages import page
from archive.web.words import listed


@dataclass(frozen=True, slots=True)
class Example:
    """What to type, what it finds, and the language of its words where it is not English."""

    q: str
    finds: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """Examples of one way to ask; ``key`` is the part of the page in its address."""

    key: str
    heading: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class OtherWords:
    """The words of other languages for an English operator."""

    english: str
    others: tuple[str, ...]


KINDS = (
    Kind(
        "words",
        "Words and phrases",
        (
            Example("rifles revolvers", "Records with both words, in any of their forms."),
            Example("лёгкий пулемёт", "The same in Russian: “лёгких пулемётов” is found.", "ru"),
            Example('"heavy machine guns"', "These words side by side, as they are written."),
        ),
    ),
    Kind(
        "together",
        "And, or, not",
        (
            Example("rifles AND revolvers", "Both; the same as the two words alone."),
            Example("rifles OR typhoon", "One of them at least."),
            Example("rifles NOT typhoon", "The first without the second."),
            Example("rifles -typhoon", "The same, shorter."),
            Example("Mao AND (rifles OR typhoon)", "Brackets say what belongs together."),
        ),
    ),
    Kind(
        "spelling",
        "Parts of words, slips, neighbours",
        (
            Example("ammun*", "Every word that begins so."),
            Example("Dongil~", "Up to two letters other, missing or too many: Donggil."),
            Example("Biao~1", "One letter at most."),
            Example("rifles NEAR revolvers", f"At most {signs.USUALLY_NEAR} words apart."),
            Example("Lin NEAR/3 agreed", "At most three words apart, in either order."),
        ),
    ),
    Kind(
        "fields",
        "In one place only",
        (
            Example("title:cable", "In the title of the record or of a text."),
            Example("sender:Liu", "Who sent it, under any name the archive knows."),
            Example("to:Mao", "Whom it was sent to."),
            Example("person:Biao", "Anyone named."),
            Example("place:Moscow", "A place of the record."),
            Example('archive:"AP RF"', "The archive that keeps it, by name or abbreviation."),
            Example("text:(rifles OR guns)", "In the wording alone. Brackets take several words."),
            Example("ru:Бяо", "In a Russian text; en: zh: ko: de: … for others.", "ru"),
        ),
    ),
    Kind(
        "dates",
        "Dates",
        (
            Example("date:1950-01", "What may be of January 1950, also where that is not certain."),
            Example("date:1949..1951-06", "From the first day of the one to the last of the other."),
            Example("date:..1950", "Open at one end."),
            Example("certainly:1950-01", "Only what is surely of that month: no “about”, no “perhaps”."),
            Example("rifles certainly:1950", "Dates go with words."),
        ),
    ),
    Kind(
        "shelfmarks",
        "Shelfmarks",
        (
            Example("f. 558, op. 11, d. 334", "A holding, however its shelfmark is spelt."),
            Example("Ф N 558, Оп N 11, Д N 334", "The same holding.", "ru"),
            Example("shelfmark:fond 45, delo 334", "Exactly these parts; others may be left out."),
        ),
    ),
)  # fmt: skip


def search_help() -> Body:
    """The page; it is the same for every reader."""
    context = {
        "search_path": search_path,
        "kinds": KINDS,
        "others": [
            OtherWords(english, tuple(w for w, means in IN_OTHER_LANGUAGES.items() if means == key))
            for key, english in (("and", "AND"), ("or", "OR"), ("not", "NOT"))
        ],
        "bounds": listed(
            [
                f"{wording.LONGEST:,} characters",
                f"{grammar.MOST_PIECES} words",
                f"{grammar.MOST_LIKE} words with * or ~",
                f"brackets {grammar.MOST_DEEP} deep",
            ]
        ),
        "fewest": grammar.FEWEST_LETTERS,
    }
    return page("search/help.html", context, path="/search/help/")
