"""Records to cite, and a reader who keeps a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from archive.editions.models import Edition
from tests import world
from tests.web.conftest import html_faults


@dataclass
class Keeper:
    """Somebody with a list: asks for pages as a browser does, cookies kept, and sends its forms."""

    client: Client = field(default_factory=Client)

    def get(self, path: str = "/list/", status: int = 200, **headers: str) -> Any:
        response = self.client.get(path, headers={"Accept": "text/html", **headers})
        assert (path, response.status_code) == (path, status)
        return response

    def page(self, path: str = "/list/", status: int = 200, **headers: str) -> str:
        text: str = self.get(path, status, **headers).content.decode()
        assert html_faults(text) == []
        return text

    def send(self, sent: dict[str, Any], status: int = 303, **headers: str) -> Any:
        response = self.client.post("/list/", sent, headers={"Accept": "text/html", **headers})
        assert (sent, response.status_code) == (sent, status)
        return response

    def add(self, *addresses: str, **more: str) -> Any:
        return self.send({"add": list(addresses), **more})


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


@pytest.fixture
def letter() -> Edition:
    return world.published(world.document(title="A letter", texts=[world.text()]))
