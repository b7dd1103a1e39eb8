"""The ground that tests stand on: emptied after each test, editions too."""

import pytest
from django.conf import settings
from django.db import connection

from archive.editions.models import Edition
from tests.world import document, published, text

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("time", ["first", "second"])
def test_editions_are_gone_when_the_next_test_begins(time: str) -> None:
    assert list(Edition.objects.all()) == []
    edition = published(document(texts=[text()]))
    assert list(Edition.objects.all()) == [edition]


def test_no_test_touches_the_archives_own_data() -> None:
    assert str(connection.settings_dict["NAME"]).startswith("test_facing_pages_")
    own = str(settings.DATA_DIR)
    assert own not in settings.SEARCH_URL
    assert own not in str(settings.MEDIA_ROOT)
