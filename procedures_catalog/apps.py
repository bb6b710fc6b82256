"""Names this floor for Django."""

from django.apps import AppConfig


class ProceduresCatalogConfig(AppConfig):
    """The floor `procedures_catalog`."""

    name = "procedures_catalog"
    verbose_name = "Thủ tục hành chính"

    def ready(self) -> None:
        """Says what its rows touch, and listens for what it keeps; imports wait for the models."""
        from pages.files.access import also_public
        from pages.files.uses import say_uses
        from procedures_catalog import former_codes, judged_at_once, overlaid, shared_amounts, touches
        from procedures_catalog.dated import moving, reopening
        from procedures_catalog.desk_screens import change_notes
        from procedures_catalog.forms import uses
        from procedures_catalog.forms.files import forms_with, is_offered
        from procedures_catalog.names import twin_notes
        from procedures_catalog.shelves import keepers
        from procedures_catalog.store import outgoing
        from procedures_catalog.versions import noting

        touches.connect()
        former_codes.connect()
        noting.connect()
        twin_notes.connect()
        uses.connect()
        outgoing.connect()
        keepers.connect()
        overlaid.connect()
        shared_amounts.connect()
        change_notes.connect()
        moving.connect()
        reopening.connect()
        judged_at_once.connect()
        also_public(is_offered)
        say_uses(forms_with)
