"""One site for every expected citation."""

from __future__ import annotations

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def the_site(settings: Settings) -> None:
    settings.SITE_NAME = "Facing Pages"
    settings.SITE_URL = "https://facing.example"
