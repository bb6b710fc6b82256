"""Names this floor for Django and wires what it listens to."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The floor `search`."""

    name = "search"
    verbose_name = "Tìm kiếm"

    def ready(self) -> None:
        """Listens to publishing and registers the system check; the imports wait until models may be loaded."""
        from search import checks, on_publish

        on_publish.connect()
        checks.connect()
