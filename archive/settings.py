"""Every setting, read from the environment; ``docs/operating.md`` describes each.

With no variable set the archive keeps all it needs under ``.data/`` of the clone.
"""

import sys
from pathlib import Path
from urllib.parse import urlsplit

from archive import environment
from archive.made_once import kept, secret

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.folder("DATA_DIR", BASE_DIR / ".data")
TESTING = "pytest" in sys.modules

# The site.
DEBUG = environment.flag("DEBUG", default=False)
PORT = environment.whole_number("PORT", 8000, 1, 65535)
SITE_NAME = environment.text("SITE_NAME", "Facing Pages")
SITE_URL = environment.site("SITE_URL", f"http://127.0.0.1:{PORT}")
# How the archive asks to be cited; empty for the form of docs/citation.md. Read at start.
CITATION_TEMPLATE = environment.text("CITATION_TEMPLATE", "")
NAAN = environment.matching(
    "NAAN", "99999", "[0-9b-df-hj-np-tv-z]{5,9}", "a name assigning authority number"
)
SECRET_KEY = environment.text("SECRET_KEY", "") or kept(DATA_DIR / "secret-key", secret)
_HOST = urlsplit(SITE_URL).hostname or ""
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]", _HOST])
ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"

INSTALLED_APPS = [
    "archive.authority",
    "archive.records",
    "archive.texts",
    "archive.parallel",
    "archive.editions",
    "archive.desk",
    "archive.search",
    "archive.citation",
    "archive.exchange",
    "archive.staff",
    "archive.web",
    "archive.staff.adminconfig.StaffAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "haystack",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "archive.web.middleware.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "archive.staff.middleware.StaffSessionMiddleware",
    "archive.staff.middleware.StaffCsrfMiddleware",
    "archive.staff.middleware.StaffAuthenticationMiddleware",
    "archive.staff.middleware.StaffMessageMiddleware",
    "archive.staff.middleware.StaffAxesMiddleware",
]

TEMPLATES = [
    {
        "NAME": "reading",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "archive.jinja.environment", "auto_reload": DEBUG},
    },
    {
        "NAME": "staff",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "staff"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Fields of forms.
FORM_RENDERER = "archive.staff.drawing.FieldRenderer"

# The database. Prepared statements and a bounded pool; see docs/decisions.md for what they gained.
_DATABASE = environment.database("DATABASE_URL")
DATABASES = {
    "default": {
        "ENGINE": "archive.postgres",
        "NAME": "facing_pages",
        "HOST": "",
        **{key: value for key, value in (_DATABASE or {}).items() if ":" not in key},
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 8, "timeout": 15},
            "server_side_binding": True,
            "prepare_threshold": 3,
            **{
                key.removeprefix("option:"): value
                for key, value in (_DATABASE or {}).items()
                if key.startswith("option:")
            },
        },
    }
}
# True where the archive starts and stops a Postgres of its own under DATA_DIR.
EMBEDDED_POSTGRES = _DATABASE is None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Search. The engine's own settings are archive.search's affair; this is where it is.
SEARCH_URL = environment.search("SEARCH_URL", f"tantivy://{DATA_DIR / 'index'}")
HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": (
            "archive.search.opensearch_backend.OpenSearchEngine"
            if SEARCH_URL.startswith("opensearch:")
            else "archive.search.tantivy_backend.TantivyEngine"
        ),
        "URL": SEARCH_URL,
    }
}

# Sign-in.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # The middleware is there, as archive.staff.middleware.StaffAxesMiddleware.
    "security.W002",  # frame-ancestors in the content policy stands for X-Frame-Options.
    "security.W003",  # Likewise archive.staff.middleware.StaffCsrfMiddleware.
    "security.W004",  # Strict-Transport-Security is the proxy's to set,
    "security.W008",  # and so is the redirect to https.
]

# Security. The site sees TLS only through a proxy, which SITE_URL tells it about.
_SECURE = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
CSRF_FAILURE_VIEW = "archive.web.views.errors.foreign_form"
CSRF_TRUSTED_ORIGINS = [SITE_URL] if _SECURE else []
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Files.
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = environment.text("MEDIA_URL", "/media/")
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if TESTING or DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = TESTING or DEBUG

# Language and time: the interface is English; days in records are never times.
LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "archive": {"level": "INFO"},
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "axes": {"level": "WARNING"},
        # Each failed request to an engine that is away; archive.search says it once.
        "opensearch": {"level": "CRITICAL"},
    },
}
