"""A portal on one's own machine: plain http on 127.0.0.1, helpful error pages, no secret to set."""

import os

from cms.settings.base import *  # noqa: F403
from cms.settings.base import LEGACY_HOSTS, STORAGES

# Static files straight from their folders: nothing to collect before a start.
WHITENOISE_USE_FINDERS = True
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

DEBUG = os.environ.get("PORTAL_DEBUG", "") == "1"
SECRET_KEY = os.environ.get("PORTAL_SECRET_KEY", "chi-dung-tren-may-ca-nhan-khong-dung-khi-van-hanh-that")
SECOND_FACTOR_SECRETS = [SECRET_KEY]
DEMO_WITHOUT_SECOND_FACTOR = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *LEGACY_HOSTS]
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_HSTS_PRELOAD = False
