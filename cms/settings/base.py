"""Settings that hold everywhere; safe for production as they stand, relaxed only by name elsewhere."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF, UNSAFE_INLINE

from cms.settings.environment import at_least, at_most, words
from cms.settings.sign_in import *  # noqa: F403

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(os.environ.get("PORTAL_DATA_DIR", PROJECT_DIR / "var")).resolve()

# --- Applications ---------------------------------------------------------------------------------

INSTALLED_APPS = [
    "cms",
    "posting",
    "search",
    "decisions",
    "procedures_catalog",
    "legal_documents",
    "pages",
    "agencies",
    "audit",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.apps.EditorsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "ninja",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "cms.headers.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "cms.line_ends.LineEndsMiddleware",
    "cms.refusals.for_scripts.ForScriptsMiddleware",
    "cms.refusals.typed.TypedComesBackMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "cms.log.door.LogMiddleware",
    "cms.access.deputies.door.DeputiesMiddleware",
    "cms.sign_in.doors.DoorsMiddleware",
    "cms.sign_in.idle.IdleMiddleware",
    "cms.sign_in.sessions.binding.BindingMiddleware",
    "cms.sign_in.factor.required.RequiredFactorMiddleware",
    "cms.sign_in.sessions.own.SeenMiddleware",
    "cms.only_today.only_today_middleware",
    "posting.place.shared_caches.shared_caches_middleware",
    "posting.ledger.telling.telling_middleware",
    "cms.desk.officers_way.OfficersWay",
    "cms.access.walls.door.WallsMiddleware",
    "cms.own_rows.OwnRowsMiddleware",
    "cms.refusals.broken_forms.BrokenFormsMiddleware",
    "cms.refusals.needed.RefusalsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.sign_in.devices.DeviceMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
AUTH_USER_MODEL = "cms.Editor"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.site.chrome.chrome",
            ],
        },
    },
]

# --- Where things live ----------------------------------------------------------------------------

# WAL lets readers go on while one editor writes; IMMEDIATE makes the second writer wait its turn
# instead of failing half-way; FULL means that what was answered "saved" survives a power cut. Each process keeps the
# file open (see the engine), so the log beside it is cut back to a limit instead of being removed with the last reader.
# Sorting stays in memory: a full disk must not stop readers.
SQLITE = {
    "ENGINE": "cms.database",
    "NAME": DATA_DIR / "portal.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;"
            "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;"
        ),
    },
}
DATABASE_URL = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60) if DATABASE_URL else SQLITE}

SEARCH_INDEX_FILE = DATA_DIR / "search.sqlite3"
# Nodes of an Elasticsearch, parted by commas; without any the file above is the only index. With nodes the file is kept
# up to date as well and answers whenever they do not.
ELASTICSEARCH_URLS = [url.strip() for url in os.environ.get("PORTAL_ELASTICSEARCH_URL", "").split(",") if url.strip()]
ELASTICSEARCH_PREFIX = os.environ.get("PORTAL_ELASTICSEARCH_PREFIX", "portal")
ELASTICSEARCH_API_KEY = os.environ.get("PORTAL_ELASTICSEARCH_API_KEY", "")
ELASTICSEARCH_CA_FILE = os.environ.get("PORTAL_ELASTICSEARCH_CA_FILE", "")
# Scans are counted in memory and written together after so many seconds; None: only when somebody asks for it.
SCANS_GATHERED_SECONDS: float | None = 2.0
# An index that is lost, damaged or short is built anew in the background, by one process of all.
SEARCH_HEALS_ITSELF = True
# With less than so many megabytes free the health page warns. What takes much (uploads, long printings, a new index)
# leaves the database a quarter of it.
FREE_MEGABYTES = int(os.environ.get("PORTAL_FREE_MEGABYTES", "1000"))
KEPT_FREE_BYTES = FREE_MEGABYTES * 1_000_000 // 4
# Where the log ended when it was written last, beside the database (audit/head_file.py).
LOG_HEAD_FILE = DATA_DIR / "log-head"
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
FILE_UPLOAD_HANDLERS = [
    "cms.uploads.OnlyWithRoom",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# The portal sends its files itself; nobody else on the machine need read them. What makes them else, the umask does.
FILE_UPLOAD_PERMISSIONS = 0o640
# Where long printings leave their files; only those who printed fetch them, through the desk.
PRINTED_ROOT = DATA_DIR / "printed"
# How much these files may take together, and those of each who prints; the oldest go first.
PRINTED_MEGABYTES = int(os.environ.get("PORTAL_PRINTED_MEGABYTES", "2000"))
PRINTED_SHARE_MEGABYTES = PRINTED_MEGABYTES // 4
# Copies of the files of an import while it writes, so that one that was cut short can be finished.
IMPORTS_ROOT = DATA_DIR / "imports"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [PROJECT_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# What is remembered for a while, in each process for itself. Counts of what clients take have a place of their own.
_IN_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": _IN_MEMORY},
    "shares": {"BACKEND": _IN_MEMORY, "LOCATION": "shares", "OPTIONS": {"MAX_ENTRIES": 20_000}},
}

# --- Work in the background -----------------------------------------------------------------------

# Everything is done at once unless production says otherwise. Printing has a queue of its own, so that the desk's own
# small tasks (the index of a page that was just saved) never wait behind a printing of minutes.
AT_ONCE = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
TASKS = {"default": AT_ONCE, "printing": AT_ONCE}
# --- Language and time ----------------------------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
# An application's own catalogue is not looked into for Wagtail's scripts; these folders are.
LOCALE_PATHS = [PROJECT_DIR / "cms" / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["cms.formats"]
# What the desk's boxes show; each must be one of the forms that `cms.formats` reads.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"

# --- The desk -------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Cổng thông tin thủ tục hành chính"
PORT = os.environ.get("PORTAL_PORT", "8000")
WAGTAILADMIN_BASE_URL = os.environ.get("PORTAL_BASE_URL", f"http://127.0.0.1:{PORT}")
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# One language and one time zone, so that no editor chooses another by mistake.
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
# Letters about drafts go to those whose step it is; who administers the portal does none by that alone.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILDOCS_EXTENSIONS = ["pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "pages.files.uploads.DocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pages.files.uploads.ImageForm"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.desk.backend"}}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a procedure with 19 cases of papers posts thousands
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# Without a mail server letters are written nowhere.
EMAIL_HOST = os.environ.get("PORTAL_MAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
EMAIL_TIMEOUT = 5  # seconds; who saves or remarks waits no longer for a mail server that is silent
DEFAULT_FROM_EMAIL = os.environ.get("PORTAL_MAIL_FROM", "cong-thong-tin@localhost")

LINKS_MAY_BE_LOCAL = False  # whether outgoing links of one's own network are looked at: in tests alone

# --- Safety ---------------------------------------------------------------------------------------

SECRET_KEY = os.environ.get("PORTAL_SECRET_KEY", "")
# Keys of before: what they signed is still taken, and rows of the log that they sealed are known again.
SECRET_KEY_FALLBACKS = words("PORTAL_SECRET_KEYS_BEFORE")
# Hosts that old papers carry and that lead here now; the portal answers there with a redirect to its own.
LEGACY_HOSTS = [host.strip().lower() for host in os.environ.get("PORTAL_LEGACY_HOSTS", "").split(",") if host.strip()]
ALLOWED_HOSTS = [host for host in os.environ.get("PORTAL_HOSTS", "").split(",") if host] + LEGACY_HOSTS
DEBUG = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
CSRF_FAILURE_VIEW = "cms.refusals.for_scripts.old_page"
CSRF_COOKIE_HTTPONLY = False  # Wagtail's desk reads it
# Who may sign in, how, from where and for how long: cms/settings/sign_in.py.
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Browsers' own lists keep a domain for years; only who owns the whole domain may decide that, and says so.
SECURE_HSTS_PRELOAD = os.environ.get("PORTAL_HSTS_PRELOAD", "") == "1"
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # asks for what stands above
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"  # the desk's preview asks for its own exception
_DIRECTIVES = {
    "default-src": [SELF],
    "img-src": [SELF, "data:"],
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": _DIRECTIVES}
# The desk is Wagtail's own screens: their data stand in inline scripts, their editor styles elements as one writes and
# shows what is uploaded before it is. Inline handlers, foreign scripts and eval stay forbidden.
DESK_CONTENT_SECURITY_POLICY = _DIRECTIVES | {
    "script-src": [SELF, UNSAFE_INLINE],
    "script-src-attr": [NONE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}

# --- Pages that are looked at again -----------------------------------------------------------------

# So many days after the day of review the substitute is asked, and as many later who administers the page's agency.
PAGE_REVIEW_WAIT_DAYS = at_most(7, "PORTAL_PAGE_REVIEW_WAIT_DAYS")

# --- What the portal writes down about itself -----------------------------------------------------

# How long the log of what staff did is kept. TCVN 14423:2026 asks for three months at level 3, six at level 4, twelve
# at level 5; this portal keeps no less than the strictest.
LOG_KEPT_MONTHS = at_least(12, "PORTAL_LOG_MONTHS")
# How many days a file that was replaced or deleted stays on the disk, given to nobody, so that the step can be undone.
REPLACED_FILES_KEPT_DAYS = at_most(30, "PORTAL_REPLACED_FILES_DAYS")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"nameless": {"()": "cms.nameless_log.NamelessPaths"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["nameless"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Two lines for each saved object; the desk's own log keeps who did what. Four lines for each search.
    "loggers": {name: {"level": "WARNING"} for name in ("django_tasks", "wagtail", "elastic_transport")},
}
