"""The portal with Wagtail's own database search at the desk, to compare ours with."""

from cms.settings.development import *  # noqa: F403 - a settings file

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}}
