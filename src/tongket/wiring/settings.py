"""The settings of one installation.

What differs between two installations is an environment variable:

TONGKET_HOME            folder of the database file and the secret key
TONGKET_DATABASE_URL    postgresql://… instead of the SQLite file in TONGKET_HOME
TONGKET_SECRET_KEY      signs sessions; made and kept in TONGKET_HOME when not given
TONGKET_DEBUG           'True' shows errors with their code; never on a served site
TONGKET_ALLOWED_HOSTS   names under which the site is reached, separated by commas
TONGKET_HTTPS           'True' when the site is reached over https only; `tongket serve`
                        then needs a web server before it, and TONGKET_PROXIES
TONGKET_PROXIES         how many web servers of our own stand before the site; who
                        visits, and whether by https, is then taken from them
TONGKET_MAX_UPLOAD_MB, TONGKET_MAX_UNPACKED_MB, TONGKET_MAX_PAGES,
TONGKET_MAX_TEXT_MB, TONGKET_MAX_FIGURES
                        the largest document that is taken in
TONGKET_SIGN_IN_TRIES, TONGKET_SIGN_IN_WAIT_MINUTES
                        wrong passwords before a name is locked, and for how long
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.messages import constants
from django.utils.translation import gettext_lazy as _

from tongket.wiring.database import database
from tongket.wiring.environment import kept_secret, surroundings

_environment = surroundings()
_PACKAGE = Path(__file__).resolve().parents[1]
_WEB = _PACKAGE / "doors" / "web"

TONGKET_HOME = _environment.folder("TONGKET_HOME", Path("var"))

# --- Who may reach the site ------------------------------------------------------
SECRET_KEY = _environment.text("TONGKET_SECRET_KEY") or kept_secret(
    TONGKET_HOME / "secret_key"
)
DEBUG = _environment.switch("TONGKET_DEBUG", default=False)
ALLOWED_HOSTS = _environment.names(
    "TONGKET_ALLOWED_HOSTS", ("localhost", "127.0.0.1", "[::1]")
)
_HTTPS = _environment.switch("TONGKET_HTTPS", default=False)
TONGKET_PROXIES = _environment.whole("TONGKET_PROXIES", 0, least=0, most=9)

# --- The rooms and what they stand on --------------------------------------------
ROOMS = ("units", "people", "ledger", "intake", "checking", "reports")
INSTALLED_APPS = [
    *(f"tongket.rooms.{room}" for room in ROOMS),
    "tongket.doors.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "django_htmx",
    "template_partials",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tongket.wiring.headers.ContentSecurityPolicy",
    "tongket.wiring.headers.PrivatePages",
    "tongket.wiring.headers.KnownMethods",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tongket.doors.web.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page asks for a sign-in unless its view says that it does not.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tongket.doors.web.refused.RefusalPage",
    # Last, as its own documentation asks: it answers when a name is locked.
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "tongket.wiring.urls"
WSGI_APPLICATION = "tongket.wiring.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Each area of the site keeps its templates beside its views.
        "DIRS": [_WEB, *sorted(_WEB.glob("*/templates"))],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {"default": database(_environment, TONGKET_HOME)}

# --- Signing in ------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"tongket.rooms.people.passwords.{name}"}
    for name in ("NotTheName", "LongEnough", "NotCommon", "NotNumeric")
]
LOGIN_URL = "signin:sign_in"
LOGIN_REDIRECT_URL = "home:home"
LOGOUT_REDIRECT_URL = "signin:sign_in"
# A working day: whoever forgot to sign out at the office has by the next morning.
SESSION_COOKIE_AGE = 12 * 60 * 60
AXES_FAILURE_LIMIT = _environment.whole("TONGKET_SIGN_IN_TRIES", 5, most=100)
AXES_COOLOFF_TIME = timedelta(
    minutes=_environment.whole("TONGKET_SIGN_IN_WAIT_MINUTES", 15, most=1440)
)
# The name together with the address: a stranger who tries wrong passwords from
# elsewhere does not lock the owner of the name out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_VERBOSE = False

# --- What pages say after something was done --------------------------------------
# The tones of the notices (static/web/components.css).
MESSAGE_TAGS = {
    constants.SUCCESS: "good",
    constants.WARNING: "doubt",
    constants.ERROR: "bad",
}

# --- Words and clocks ------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [_WEB / "locale"]
LANGUAGE_COOKIE_NAME = "tongket_language"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

# --- Files -----------------------------------------------------------------------
STATIC_URL = "static/"
# A laptop has no step that collects static files: they are served where they lie.
WHITENOISE_USE_FINDERS = True
# Their addresses carry a stamp of their content, so that browsers may keep them.
WHITENOISE_MAX_AGE = 31_536_000
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "tongket.doors.web.stamped.Stamped"},
}
_MB = 1024 * 1024
TONGKET_MAX_UPLOAD = _MB * _environment.whole("TONGKET_MAX_UPLOAD_MB", 50, most=2000)
TONGKET_MAX_UNPACKED = _MB * _environment.whole(
    "TONGKET_MAX_UNPACKED_MB", 400, most=8000
)
TONGKET_MAX_PAGES = _environment.whole("TONGKET_MAX_PAGES", 2000, most=100_000)
TONGKET_MAX_TEXT = _MB * _environment.whole("TONGKET_MAX_TEXT_MB", 5, most=1000)
# Some thousand pages; more would keep whoever uploads it waiting for minutes.
TONGKET_MAX_FIGURES = _environment.whole("TONGKET_MAX_FIGURES", 20_000, most=10**6)
FILE_UPLOAD_HANDLERS = [
    # First, so that what is over the limit is kept neither in memory nor on disk.
    "tongket.doors.web.intake.quota.Quota",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Pasted text is as long as a document's text may be.
DATA_UPLOAD_MAX_MEMORY_SIZE = TONGKET_MAX_TEXT
# A form of ours with every figure of a long report has a few thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# --- What is told to whoever keeps the site --------------------------------------
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    },
    "handlers": {"errors": {"class": "logging.StreamHandler", "formatter": "line"}},
    # Django itself tells a served site's errors to nobody unless it can send mail.
    "root": {"handlers": ["errors"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        # A page that does not exist is the visitor's affair.
        "django.request": {"level": "ERROR"},
        # A request under a name that is not ours is answered 400, not told at length.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # Told in one line by doors/web/oversized.
        "django.security.RequestDataTooBig": {"level": "CRITICAL"},
        "django.security.TooManyFieldsSent": {"level": "CRITICAL"},
        "django.security.TooManyFilesSent": {"level": "CRITICAL"},
        # Says of every visitor that waited a moment that he waited.
        "waitress.queue": {"level": "ERROR"},
    },
}

# --- Headers ---------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_SECURE = _HTTPS
LANGUAGE_COOKIE_SECURE = _HTTPS
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS
# Believed only from a web server of our own: anybody can write such a header.
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if TONGKET_PROXIES else None
)
