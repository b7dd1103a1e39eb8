"""Pages kept by key, the least lately used let go."""

from archive.web.answers import Body
from archive.web.keeping import Shelf

PAGE = b"x" * 100  # weighs 200


def body() -> Body:
    return Body(PAGE)


def test_made_once() -> None:
    shelf, made = Shelf(most=10_000), []

    def make() -> Body:
        made.append(1)
        return body()

    first, second = shelf.get("a", make), shelf.get("a", make)
    assert (first is second, made) == (True, [1])


def test_the_least_lately_used_goes() -> None:
    shelf = Shelf(most=1_700)
    kept = {key: shelf.get(key, body) for key in "abcdefgh"}
    shelf.get("a", body)
    shelf.get("i", body)
    assert shelf.get("a", body) is kept["a"]
    assert shelf.get("b", body) is not kept["b"]


def test_what_is_too_heavy_is_not_kept() -> None:
    shelf = Shelf(most=1_000)
    assert shelf.get("a", body) is not shelf.get("a", body)


def test_cleared() -> None:
    shelf = Shelf(most=10_000)
    first = shelf.get("a", body)
    shelf.clear()
    assert shelf.get("a", body) is not first
