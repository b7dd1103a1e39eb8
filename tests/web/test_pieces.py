"""Pages joined of pieces: every slot filled, and nothing that a record says taken for a slot."""

from markupsafe import escape

from archive.web import pieces
from archive.web.pieces import Address, Chosen, Pieces, TextName

CHOSEN = Chosen(
    label=b"",
    links=b"<link>",
    desk=b"<section>desk</section>",
    cite=b"<section>cite</section>",
    scans=b"<p>scans</p>",
    scripts=b"<script></script>",
)
TITLE = str(escape("<?desk?> & co")).encode()
PAGE = (
    b"<title>" + TITLE + b"<?edition?></title><?canonical?><?links?>"
    b"<a href=<?path?>?left=en><a href=<?path?>?left=ru><?desk?><?cite?><?scans?><?scripts?>.\n"
)
TEXTS = (TextName("ru", "ru"), TextName("en", "en"))


def kept() -> Pieces:
    made = Pieces(TEXTS, pieces.pack_fixed(PAGE), {"en ru": pieces.pack_chosen(CHOSEN)})
    return pieces.decode(pieces.encode(made))


def test_every_slot_is_filled_and_nothing_else() -> None:
    address = Address(None, "http://a/records/x/", "/records/x/")
    assert kept().joined(address, CHOSEN).decode() == (
        "<title>&lt;?desk?&gt; &amp; co</title>http://a/records/x/<link>"
        "<a href=/records/x/?left=en><a href=/records/x/?left=ru><section>desk</section>"
        "<section>cite</section><p>scans</p><script></script>.\n"
    )


def test_an_edition_says_its_number_and_a_text_its_name() -> None:
    address = Address(3, "", "")
    single = Chosen(b"Russian", b"", b"", b"", b"", b"")
    titles = [kept().joined(address, each).partition(b"</title>")[0] for each in (CHOSEN, single)]
    assert [title.removeprefix(b"<title>" + TITLE) for title in titles] == [
        b", edition 3",
        b", Russian, edition 3",
    ]


def test_a_choice_has_one_name_however_it_is_asked_for() -> None:
    name = kept().name
    assert [name(None, None), name("en", None), name(None, "ru"), name("en", "ru")] == ["en ru"] * 4
    assert (name("ru", None), name("ru", "ru"), name("en", "zh")) == ("ru en", "ru", None)
    assert name("ru", None, "sentences") == "ru en /sentences"


def test_what_is_stored_comes_out_as_it_went_in() -> None:
    assert (kept().stored("en ru"), kept().stored("ru en"), kept().stored(None)) == (
        CHOSEN,
        None,
        None,
    )


def test_a_record_without_texts_has_one_choice() -> None:
    assert Pieces((), b"", {}).name(None, None) == ""
