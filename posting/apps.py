"""Names this floor for Django and says what it prints of others."""

from django.apps import AppConfig


class PostingConfig(AppConfig):
    """The floor `posting`."""

    name = "posting"
    verbose_name = "Niêm yết"

    def ready(self) -> None:
        """Says what its papers print, listens for what an editor is told; imports wait for the models."""
        from posting import touches
        from posting.ledger import telling

        touches.connect()
        telling.connect()
