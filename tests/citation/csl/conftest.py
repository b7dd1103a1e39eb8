"""All tests here ask V8."""

import pytest


@pytest.fixture(autouse=True, scope="module")
def _asking(isolate: None) -> None:
    """The isolate goes with each module."""
