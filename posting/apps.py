"""Names this floor for Django."""

from django.apps import AppConfig


class PostingConfig(AppConfig):
    """The floor `posting`."""

    name = "posting"
    verbose_name = "Niêm yết"
