"""Names this floor for Django."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """The floor `cms`."""

    name = "cms"
    verbose_name = "Bàn biên tập"
