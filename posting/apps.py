"""Names this floor for Django and says what it prints of others."""

from django.apps import AppConfig


class PostingConfig(AppConfig):
    """The floor `posting`."""

    name = "posting"
    verbose_name = "Niêm yết"

    def ready(self) -> None:
        """Says what its papers print, listens for what an editor is told, says whose papers are; imports wait for
        the models."""
        from audit.things import belongs
        from posting import touches
        from posting.ledger import telling
        from posting.models import CommuneNote, PostedPaper
        from posting.notes.shown import agency_of

        touches.connect()
        telling.connect()
        belongs(PostedPaper, lambda paper: paper.counter_id)
        belongs(CommuneNote, agency_of)
