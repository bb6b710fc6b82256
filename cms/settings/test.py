"""The tests' portal: quick passwords, plain static files, everything else as on one's own machine."""

import tempfile
from pathlib import Path

from cms.settings.base import DATABASE_URL, DATABASES, SQLITE
from cms.settings.development import *  # noqa: F403

DATA_DIR = Path(tempfile.mkdtemp(prefix="portal-test-"))
DATABASES = DATABASES if DATABASE_URL else {"default": SQLITE | {"NAME": ":memory:"}}
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
PRINTED_ROOT = DATA_DIR / "printed"
IMPORTS_ROOT = DATA_DIR / "imports"
LOG_HEAD_FILE = DATA_DIR / "log-head"
SEARCH_INDEX_FILE = DATA_DIR / "search.sqlite3"
ELASTICSEARCH_URLS = []
SEARCH_HEALS_ITSELF = False  # what a test leaves out of its index is no fault
FREE_MEGABYTES = KEPT_FREE_BYTES = 0
SCANS_GATHERED_SECONDS = None  # no thread outlives the database of its test
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SECOND_FACTOR_FOR = set()  # the tests of signing in ask for it by name
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
