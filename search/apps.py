"""Names this floor for Django and wires what it listens to."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The floor `search`."""

    name = "search"
    verbose_name = "Tìm kiếm"

    def ready(self) -> None:
        """Says what its rows touch, listens for what it keeps, registers the system check; imports wait for models."""
        from search import touches
        from search.feed import checks, outbox
        from search.site import watching
        from search.words import outgoing, words

        touches.connect()
        outbox.connect()
        checks.connect()
        words.connect()
        outgoing.connect()
        watching.connect()
