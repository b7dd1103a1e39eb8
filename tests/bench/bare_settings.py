"""The archive's own settings with no middleware and one view: what Django itself costs."""

from archive.settings import *  # noqa: F403

MIDDLEWARE = []
ROOT_URLCONF = "tests.bench.bare"
