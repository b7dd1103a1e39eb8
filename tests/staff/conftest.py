"""Staff who are signed in."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client


@pytest.fixture
def ada(db: None) -> User:
    """Keeps the accounts: may do everything."""
    return User.objects.create_superuser("ada", password="a long password")


@pytest.fixture
def client(ada: User) -> Client:
    """Ada's browser."""
    browser = Client()
    browser.force_login(ada, backend="django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.fixture
def bo(db: None) -> User:
    """Of the group Staff."""
    user = User.objects.create_user("bo", password="a long password", is_staff=True)
    user.groups.add(Group.objects.get(name="Staff"))
    return user


@pytest.fixture
def bos_client(bo: User) -> Client:
    """Bo's browser."""
    browser = Client()
    browser.force_login(bo, backend="django.contrib.auth.backends.ModelBackend")
    return browser
