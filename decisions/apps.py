"""Names this floor for Django."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """The floor `decisions`."""

    name = "decisions"
    verbose_name = "Quyết định công bố"

    def ready(self) -> None:
        """Says how its things are looked at and which sets follow them; imports wait for the models."""
        from decisions.desk import clocks, sets

        clocks.connect()
        sets.connect()
