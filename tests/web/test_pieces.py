"""Pages joined of pieces: every slot filled, and nothing that a record says taken for a slot."""

from markupsafe import escape

from archive.web import pieces
from archive.web.pieces import Address, Chosen, choice_name

CHOSEN = Chosen(
    label=b"",
    links=b"<link>",
    described=b"<meta>",
    desk=b"<section>desk</section>",
    cite=b"<section>cite</section>",
    scans=b"<p>scans</p>",
    scripts=b"<script></script>",
)
TITLE = str(escape("<?desk?> & co")).encode()
PAGE = (
    b"<title>" + TITLE + b"<?edition?></title><?canonical?><?links?><?described?>"
    b"<a href=<?path?>?left=en><a href=<?path?>?left=ru><?desk?><?cite?><?scans?><?scripts?>.\n"
)
FIXED = pieces.pack_fixed(PAGE)


def test_every_slot_is_filled_and_nothing_else() -> None:
    address = Address(None, "http://a/records/x/", "/records/x/")
    assert pieces.joined(FIXED, address, CHOSEN).decode() == (
        "<title>&lt;?desk?&gt; &amp; co</title>http://a/records/x/<link><meta>"
        "<a href=/records/x/?left=en><a href=/records/x/?left=ru><section>desk</section>"
        "<section>cite</section><p>scans</p><script></script>.\n"
    )


def test_an_edition_says_its_number_and_a_text_its_name() -> None:
    address = Address(3, "", "")
    single = Chosen(b"Russian", b"", b"", b"", b"", b"", b"")
    pages = [pieces.joined(FIXED, address, each) for each in (CHOSEN, single)]
    titles = [page.partition(b"</title>")[0] for page in pages]
    assert [title.removeprefix(b"<title>" + TITLE) for title in titles] == [
        b", edition 3",
        b", Russian, edition 3",
    ]


def test_no_two_choices_have_one_name_whatever_an_address_says() -> None:
    asked = (None, "", "None", "en", "ru", "'en' 'ru'", "en' 'ru", "\0")
    names = [
        choice_name(left, right, "passages", also)
        for left in asked
        for right in asked
        for also in ((), ("en",), ("en", "ru"), ("'en' 'ru'",))
    ]
    assert len(set(names)) == len(names)
    assert not any("\0" in name for name in names)


def test_what_is_packed_comes_out_as_it_went_in() -> None:
    assert pieces.unpack_chosen(pieces.pack_chosen(CHOSEN)) == CHOSEN
