"""A province's portal: everything secret or local comes from the environment, or it refuses to start."""

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *  # noqa: F403
from cms.settings.base import LEGACY_HOSTS, TASKS
from cms.settings.environment import from_environment
from cms.settings.sign_in import OIDC_URL

SECRET_KEY = from_environment("PORTAL_SECRET_KEY")
_HOSTS = [host.strip() for host in from_environment("PORTAL_HOSTS").split(",")]
ALLOWED_HOSTS = [*_HOSTS, *LEGACY_HOSTS]
WAGTAILADMIN_BASE_URL = from_environment("PORTAL_BASE_URL")
if OIDC_URL and not OIDC_URL.startswith("https://"):
    raise ImproperlyConfigured("PORTAL_OIDC_URL phải bắt đầu bằng https://.")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in _HOSTS]
# Long printings wait for `manage.py db_worker --backend printing`.
TASKS = TASKS | {"printing": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
