"""Names this floor for Django."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """The floor `decisions`."""

    name = "decisions"
    verbose_name = "Quyết định công bố"
