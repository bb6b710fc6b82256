"""A province's portal: everything secret or local comes from the environment, or it refuses to start."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import from_environment

SECRET_KEY = from_environment("PORTAL_SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in from_environment("PORTAL_HOSTS").split(",")]
WAGTAILADMIN_BASE_URL = from_environment("PORTAL_BASE_URL")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
