from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from archive.search.quotations import QuotationRefused, check
from tests import world
from tests.bench.quoting import addresses


@pytest.mark.django_db
def test_what_is_asked_can_be_checked() -> None:
    letter = "We ask for two hundred lorries before the thaw comes."
    for body in ("Not printed.", "[We ask for lorries before the thaw.]", letter):
        world.published(world.document(title=body, texts=[world.text("en", body)]))
    asked = [parse_qs(urlsplit(address).query)["q"][0] for address in addresses(10)]
    assert asked[0] in (letter, "We ask for lorries before the thaw.")
    for quotation in asked:
        check(quotation)
    with pytest.raises(QuotationRefused):
        check("Not printed.")
