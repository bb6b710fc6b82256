"""Names this floor for Django."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """The floor `agencies`."""

    name = "agencies"
    verbose_name = "Cơ quan và đơn vị hành chính"
