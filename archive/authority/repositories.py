"""Archives that hold what diplomatic historians cite: a table of facts, each with its source.

Sources are the archives' own sites, unless said otherwise. An empty string means that there is
no such thing or that we are not certain of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from archive.authority.names import fold_name


@dataclass(frozen=True, slots=True)
class RepositoryFact:
    """One archive.

    ``own_…`` are in its own language (``own_language``, BCP 47). ``country`` is ISO 3166-1
    alpha-2. ``other_names`` are names it is cited by, former ones included, in any language:
    each belongs to this archive alone. ``source`` is an address.
    """

    name: str
    abbreviation: str
    town: str
    own_name: str
    own_abbreviation: str
    own_town: str
    own_language: str
    country: str
    source: str
    other_names: tuple[str, ...] = ()


def _russian(
    name: str,
    abbreviation: str,
    own_name: str,
    own_abbreviation: str,
    source: str,
    *other_names: str,
) -> RepositoryFact:
    return RepositoryFact(
        name, abbreviation, "Moscow", own_name, own_abbreviation, "Москва", "ru", "RU", source,
        other_names,
    )  # fmt: skip


def _american(
    name: str, abbreviation: str, town: str, source: str, *other_names: str
) -> RepositoryFact:
    return RepositoryFact(
        name, abbreviation, town, name, abbreviation, town, "en", "US", source, other_names
    )


_RUSSIA = (
    _russian(
        "Archive of the President of the Russian Federation", "AP RF",
        "Архив Президента Российской Федерации", "АП РФ",
        "https://portal.rusarchives.ru/",
        "APRF", "АПРФ", "Presidential Archive of the Russian Federation",
    ),
    _russian(
        "Russian State Archive of Socio-Political History", "RGASPI",
        "Российский государственный архив социально-политической истории", "РГАСПИ",
        "https://rgaspi.info/",
        "RTsKhIDNI", "РЦХИДНИ",
    ),
    _russian(
        "Foreign Policy Archive of the Russian Federation", "AVP RF",
        "Архив внешней политики Российской Федерации", "АВП РФ",
        "https://www.mid.ru/",
        "AVPRF", "АВПРФ", "Archive of Foreign Policy of the Russian Federation",
        "Archive of the Foreign Policy of the Russian Federation",
    ),
    _russian(
        "State Archive of the Russian Federation", "GARF",
        "Государственный архив Российской Федерации", "ГАРФ",
        "https://statearchive.ru/",
        "GA RF", "ГА РФ",
    ),
    _russian(
        "Russian State Archive of Contemporary History", "RGANI",
        "Российский государственный архив новейшей истории", "РГАНИ",
        "https://portal.rusarchives.ru/",
        "TsKhSD", "ЦХСД",
    ),
    RepositoryFact(
        "Central Archive of the Ministry of Defence of the Russian Federation", "TsAMO", "Podolsk",
        "Центральный архив Министерства обороны Российской Федерации", "ЦАМО", "Подольск",
        "ru", "RU", "https://archive.mil.ru/",
        (
            "Central Archive of the Ministry of Defense of the Russian Federation",
            "TsAMO RF", "ЦАМО РФ", "TsAMORF",
        ),
    ),
)  # fmt: skip

_CHINA = (
    RepositoryFact(
        "Archives of the Ministry of Foreign Affairs of the People's Republic of China",
        "PRC FMA", "Beijing",
        "中华人民共和国外交部档案馆", "外交部档案馆", "北京", "zh-Hans", "CN",
        "https://www.mfa.gov.cn/",
        (
            "PRCFMA", "PRC Foreign Ministry Archive", "PRC Foreign Ministry Archives",
            "Chinese Foreign Ministry Archive", "Chinese Foreign Ministry Archives",
            "Archive of the Ministry of Foreign Affairs of the People's Republic of China",
            "Waijiaobu dang'anguan",
        ),
    ),
    RepositoryFact(
        "Central Archives of China", "", "Beijing", "中央档案馆", "", "北京", "zh-Hans", "CN",
        "https://www.saac.gov.cn/",
        ("Zhongyang dang'anguan", "Chinese Central Archives"),
    ),
)  # fmt: skip

_UNITED_STATES = (
    _american(
        "National Archives and Records Administration", "NARA", "College Park, Maryland",
        "https://www.archives.gov/college-park",
        "National Archives (NARA)", "US National Archives", "U.S. National Archives",
        "National Archives at College Park", "US NARA", "NACP",
        "National Archives and Records Administration of the United States",
    ),
    _american(
        "Washington National Records Center", "WNRC", "Suitland, Maryland",
        "https://www.archives.gov/",
    ),
    _american(
        "Library of Congress", "LC", "Washington, DC", "https://www.loc.gov/", "LOC",
        "The Library of Congress",
    ),
    _american(
        "Harry S. Truman Presidential Library", "", "Independence, Missouri",
        "https://www.trumanlibrary.gov/",
        "Harry S. Truman Library", "Truman Library", "Truman Presidential Library",
        "Harry S. Truman Presidential Library and Museum", "HSTL",
    ),
    _american(
        "Dwight D. Eisenhower Presidential Library", "", "Abilene, Kansas",
        "https://www.eisenhowerlibrary.gov/",
        "Dwight D. Eisenhower Library", "Eisenhower Library", "Eisenhower Presidential Library",
        "DDEL",
    ),
    _american(
        "John F. Kennedy Presidential Library", "", "Boston, Massachusetts",
        "https://www.jfklibrary.org/",
        "John F. Kennedy Library", "Kennedy Library", "Kennedy Presidential Library",
        "John F. Kennedy Presidential Library and Museum", "JFKL",
    ),
    _american(
        "Lyndon Baines Johnson Presidential Library", "", "Austin, Texas",
        "https://www.lbjlibrary.org/",
        "Lyndon Baines Johnson Library", "Lyndon B. Johnson Library", "Johnson Library",
        "Lyndon B. Johnson Presidential Library", "LBJ Library", "LBJ Presidential Library",
        "Johnson Presidential Library", "LBJL",
    ),
    _american(
        "Richard Nixon Presidential Library", "", "Yorba Linda, California",
        "https://www.nixonlibrary.gov/",
        "Richard Nixon Library", "Nixon Library", "Nixon Presidential Library",
        "Richard Nixon Presidential Library and Museum",
    ),
    _american(
        "Gerald R. Ford Presidential Library", "", "Ann Arbor, Michigan",
        "https://www.fordlibrarymuseum.gov/",
        "Gerald R. Ford Library", "Ford Library", "Ford Presidential Library", "GRFL",
    ),
    _american(
        "Wilson Center Digital Archive", "", "Washington, DC",
        "https://digitalarchive.wilsoncenter.org/",
        "Digital Archive, Wilson Center", "History and Public Policy Program Digital Archive",
        "Wilson Center",
    ),
)  # fmt: skip

_GERMANY_AND_AUSTRIA = (
    RepositoryFact(
        "Haus-, Hof- und Staatsarchiv", "HHStA", "Vienna",
        "Haus-, Hof- und Staatsarchiv", "HHStA", "Wien", "de", "AT",
        "https://www.oesta.gv.at/",
        (
            "ÖStA, HHStA Wien", "ÖStA, HHStA", "ÖStA, HHStA, Wien", "ÖStA/HHStA", "HHStA Wien",
            "HHStA, Wien", "House, Court and State Archives",
            "Österreichisches Staatsarchiv, Haus-, Hof- und Staatsarchiv",
        ),
    ),
    RepositoryFact(
        "Austrian State Archives", "ÖStA", "Vienna",
        "Österreichisches Staatsarchiv", "ÖStA", "Wien", "de", "AT",
        "https://www.oesta.gv.at/",
    ),
    RepositoryFact(
        "Political Archive of the Federal Foreign Office", "PA AA", "Berlin",
        "Politisches Archiv des Auswärtigen Amts", "PA AA", "Berlin", "de", "DE",
        "https://archiv.diplo.de/",
        ("PAAA", "PA/AA", "Politisches Archiv des Auswärtigen Amtes"),
    ),
    RepositoryFact(
        "German Federal Archives", "BArch", "Koblenz",
        "Bundesarchiv", "BArch", "Koblenz", "de", "DE",
        "https://www.bundesarchiv.de/",
        ("Federal Archives of Germany",),
    ),
    RepositoryFact(
        "Foundation Archives of the Parties and Mass Organisations of the GDR "
        "in the Federal Archives",
        "SAPMO-BArch", "Berlin",
        "Stiftung Archiv der Parteien und Massenorganisationen der DDR im Bundesarchiv",
        "SAPMO-BArch", "Berlin", "de", "DE",
        "https://www.bundesarchiv.de/",
        ("SAPMO", "BArch SAPMO", "SAPMO BA", "SAPMO im Bundesarchiv"),
    ),
)  # fmt: skip

_ELSEWHERE = (
    RepositoryFact(
        "The National Archives", "TNA", "Kew", "The National Archives", "TNA", "Kew", "en", "GB",
        "https://www.nationalarchives.gov.uk/",
        (
            "The National Archives (UK)", "The National Archives of the UK", "UK National Archives",
            "The National Archives (TNA)", "Public Record Office", "TNA: PRO",
        ),
    ),
    RepositoryFact(
        "Ottoman Archives", "BOA", "Istanbul", "Osmanlı Arşivi", "BOA", "İstanbul", "tr", "TR",
        "https://www.devletarsivleri.gov.tr/",
        (
            "Başbakanlık Osmanlı Arşivi", "Prime Ministry Ottoman Archives", "BOA, Istanbul",
            "Prime Minister's Ottoman Archives", "Cumhurbaşkanlığı Osmanlı Arşivi",
        ),
    ),
    RepositoryFact(
        "Diplomatic Archives Centre, La Courneuve", "CADC", "La Courneuve",
        "Centre des Archives diplomatiques de La Courneuve", "CADC", "La Courneuve", "fr", "FR",
        "https://www.diplomatie.gouv.fr/fr/archives-diplomatiques/",
        ("AMAE", "AMAE, La Courneuve", "Archives diplomatiques, La Courneuve"),
    ),
    RepositoryFact(
        "Diplomatic Archives Centre, Nantes", "CADN", "Nantes",
        "Centre des Archives diplomatiques de Nantes", "CADN", "Nantes", "fr", "FR",
        "https://www.diplomatie.gouv.fr/fr/archives-diplomatiques/",
        ("Archives diplomatiques, Nantes",),
    ),
    RepositoryFact(
        "Israel State Archives", "ISA", "Jerusalem", "ארכיון המדינה", "", "ירושלים", "he", "IL",
        "https://www.archives.gov.il/",
        ("Israel State Archive", "גנזך המדינה"),
    ),
)  # fmt: skip

#: By country, as listed above; no name or abbreviation stands twice.
REPOSITORIES: tuple[RepositoryFact, ...] = (
    _RUSSIA + _CHINA + _UNITED_STATES + _GERMANY_AND_AUSTRIA + _ELSEWHERE
)


def names_of(fact: RepositoryFact) -> tuple[str, ...]:
    """Every name and abbreviation under which an archive is found, none empty."""
    own = (fact.name, fact.abbreviation, fact.own_name, fact.own_abbreviation)
    return tuple(dict.fromkeys(name for name in (*own, *fact.other_names) if name))


_BY_KEY = {fold_name(name): fact for fact in REPOSITORIES for name in names_of(fact)}


def find(name_or_abbreviation: str) -> RepositoryFact | None:
    """The archive that bears this name or abbreviation, in any capitals and punctuation."""
    return _BY_KEY.get(fold_name(name_or_abbreviation))
