"""What every test stands on: a database of its own, folders of its own, and a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from pytest_django import DjangoDbBlocker

from archive.citation.csl import engine
from tests.emptying import empty, lasting

# The shell is the same browser without a window's bars and menus, which each profile pays for anew:
# a page of a fresh profile takes 0.2 s of CPU in it, and 0.8 s in the whole browser.
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# What draws the bars of a window that nobody sees, after what Playwright itself turns off: of two
# such lists the browser reads the last.
_OFF = (
    "AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,"
    "MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,PreconnectToSearch,"
    "ThirdPartyStoragePartitioning,"
    "PreloadTopChromeWebUI,WebUIOmniboxAimPopup,WebUIOmniboxPopup"
)
_ARGUMENTS = (
    f"--disable-features={_OFF}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: Milliseconds that a page may take on a busy machine; where something never comes, a test fails late.
PATIENCE = 60_000
_TEST_DATABASE = "test_facing_pages_"

# A busy machine makes no property false: nothing is timed in tests.
hypothesis_settings.register_profile("untimed", parent=hypothesis_settings.default, deadline=None)
hypothesis_settings.load_profile("untimed")


def chromium() -> str | None:
    """The machine's Chromium: ``CHROMIUM`` where set, else the first on the PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--engine opensearch`` puts a real OpenSearch cluster in the place of tantivy."""
    parser.addoption("--engine", choices=("tantivy", "opensearch"), default="tantivy")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the journeys out where there is no browser; in CI that is a failure instead. What asks
    a cluster is not there unless it is started."""
    if config.getoption("engine") != "opensearch":
        asking = [item for item in items if item.get_closest_marker("opensearch")]
        config.hook.pytest_deselected(items=asking)
        items[:] = [item for item in items if item not in asking]
    if chromium() is not None or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("journey"):
            item.add_marker(pytest.mark.skip(reason="LEFT OUT: no Chromium (set CHROMIUM)"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say loudly which tests were left out, and why."""
    left_out = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if "LEFT OUT" in str(report.longrepr)
    ]
    if left_out:
        terminalreporter.section(f"{len(left_out)} TESTS WERE LEFT OUT", sep="!")
        for report in left_out:
            terminalreporter.line(report.nodeid)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_blocker: DjangoDbBlocker) -> None:
    """A test database for this process alone, so that two runs of the tests can go on at once."""
    default: Any = connections["default"]
    with django_db_blocker.unblock(), default._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{_TEST_DATABASE}%"]
        )
        for (name,) in cursor.fetchall():
            if not (Path("/proc") / name.removeprefix(_TEST_DATABASE)).exists():
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    default.settings_dict["TEST"]["NAME"] = f"{_TEST_DATABASE}{os.getpid()}"
    # What a test writes need not outlive a power cut.
    default.settings_dict["OPTIONS"]["options"] = "-c synchronous_commit=off"


@pytest.fixture(scope="session", autouse=True)
def _folders_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test writes into the archive's own scans or index."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    settings.SEARCH_URL = f"tantivy://{tmp_path_factory.mktemp('index')}"
    settings.HAYSTACK_CONNECTIONS["default"]["URL"] = settings.SEARCH_URL


@pytest.fixture(scope="session", autouse=True)
def _passwords_soon_checked() -> None:
    """Half a second for each member of the staff that a test makes protects nobody here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Beside the database: transactional tests leave it as it was made, editions too."""
    flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]
    with django_db_blocker.unblock():
        made = lasting()

    def emptying_teardown(case: TransactionTestCase) -> None:
        nonlocal made
        made = empty(partial(flush, case), made)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", emptying_teardown)
        yield


@pytest.fixture(scope="module")
def isolate() -> Iterator[None]:
    """V8 with the styles of the CSL repository: it goes with the tests that asked for it, and has
    time on a machine that is busy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "TIMEOUT", 600.0)
        patch.setattr(engine, "WAIT", 600.0)
        yield
    engine.end()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, started once for all journeys."""
    executable = chromium()
    if executable is None:
        pytest.fail("The journeys need Chromium, and there is none on the PATH (set CHROMIUM).")
    # Playwright keeps an event loop in this thread; the tests use the database beside it.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        expect.set_options(timeout=PATIENCE)
        with sync_playwright() as playwright:
            started = playwright.chromium.launch(executable_path=executable, args=[*_ARGUMENTS])
            yield started
            started.close()


@pytest.fixture
def page(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page of a fresh profile, whose addresses are relative to the live server.

    A script's error, or something that the content policy refused, fails the test.
    """
    context = browser.new_context(base_url=live_server.url)
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", _note_refusals(complaints))
    yield opened
    context.close()
    assert complaints == []


def _note_refusals(complaints: list[str]) -> Callable[[ConsoleMessage], None]:
    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            complaints.append(message.text)

    return note
