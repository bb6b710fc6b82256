"""Names this floor for Django."""

from django.apps import AppConfig


class ProceduresCatalogConfig(AppConfig):
    """The floor `procedures_catalog`."""

    name = "procedures_catalog"
    verbose_name = "Thủ tục hành chính"

    def ready(self) -> None:
        """Says what its rows touch, and listens for what it keeps; imports wait for the models."""
        from pages.files.access import also_public
        from procedures_catalog import former_codes, touches
        from procedures_catalog.forms import uses
        from procedures_catalog.forms.files import is_offered
        from procedures_catalog.names import twin_notes
        from procedures_catalog.versions import noting

        touches.connect()
        former_codes.connect()
        noting.connect()
        twin_notes.connect()
        uses.connect()
        also_public(is_offered)
