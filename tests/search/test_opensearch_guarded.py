"""A server that is asked by https alone, by one user."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings

from archive.search import Query, SearchUnavailable, search
from archive.search.backend import backend
from archive.search.checking import check
from tests import world
from tests.opensearch.cluster import Cluster, Guard, guard
from tests.search.conftest import cluster_folder

pytestmark = [pytest.mark.opensearch, pytest.mark.django_db(transaction=True)]

PASSWORD = "p@ss:wörd-пароль/1?"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Cluster, Guard]]:
    keeper = guard(tmp_path_factory.mktemp("guard"), "archivist", PASSWORD)
    started = Cluster(cluster_folder(tmp_path_factory), keeper)
    yield started, keeper
    started.stop()


def address(
    guarded: tuple[Cluster, Guard], password: str = PASSWORD, **parameters: Path | str
) -> str:
    """``SEARCH_URL`` as ``docs/operating.md`` says it."""
    url = guarded[0].url("records", **parameters)
    return url.replace("//", f"//archivist:{quote(password, safe='')}@", 1)


def test_published_and_found_over_https_by_the_user(
    guarded: tuple[Cluster, Guard], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = address(guarded, tls="on", ca=guarded[1].certificate)
    choice = settings.HAYSTACK_CONNECTIONS["default"]
    monkeypatch.setitem(choice, "URL", ours)
    published = world.published(world.document(title="Guarded words"))
    assert [hit.id for hit in search(Query(q="guarded")).hits] == [published.record_id]
    assert list(check()) == []


@pytest.mark.parametrize(
    ("password", "tls", "trusted", "said"),
    [
        ("wrong", "on", True, r"refused: .*Unauthorized"),
        (PASSWORD, "on", False, r"does not answer \(.*CERTIFICATE_VERIFY_FAILED"),
        (PASSWORD, "off", True, r"does not answer"),
    ],
)
def test_who_may_not_ask_is_told_why(
    guarded: tuple[Cluster, Guard],
    monkeypatch: pytest.MonkeyPatch,
    password: str,
    tls: str,
    trusted: bool,
    said: str,
) -> None:
    known = {"ca": guarded[1].certificate} if trusted else {}
    ours = address(guarded, password, tls=tls, **known)
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "URL", ours)
    with pytest.raises(SearchUnavailable, match=said) as raised:
        backend().languages()
    assert PASSWORD not in str(raised.value)
    assert password not in str(raised.value)
