"""Names this floor for Django and wires what it listens to."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The floor `search`."""

    name = "search"
    verbose_name = "Tìm kiếm"

    def ready(self) -> None:
        """Listens to publishing and to editors' words, registers the system check; imports wait for the models."""
        from search import checks, on_publish, outbox, words

        on_publish.connect()
        outbox.connect()
        checks.connect()
        words.connect()
