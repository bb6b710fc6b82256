"""Names this floor for Django and wires what it listens to."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The floor `search`."""

    name = "search"
    verbose_name = "Tìm kiếm"

    def ready(self) -> None:
        """Listens to publishing, files and editors' words, registers the system check; imports wait for the models."""
        from wagtail.documents import get_document_model
        from wagtail.models import CollectionViewRestriction

        from pages.kept import watch
        from search.feed import checks, on_publish, outbox
        from search.site import watching
        from search.words import words

        on_publish.connect()
        outbox.connect()
        checks.connect()
        words.connect()
        watching.connect()
        for counted in (get_document_model(), CollectionViewRestriction):
            watch(counted)
