"""What follows when a shared amount is published or taken off: everything that shows it is told, once, and the history
of each procedure that takes it says so. One that is taken is not deleted."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete
from wagtail.models import PageLogEntry
from wagtail.signals import published, unpublished

from audit.acting import somebody
from audit.bulk import write_lines
from consequences.registry import tell, touches
from procedures_catalog.importing.bulk_pages import log_entry
from procedures_catalog.models import ProcedurePage, SharedAmount
from procedures_catalog.models.kept_text import SHARED
from procedures_catalog.store.shared_amounts import pages_taking, refuse_taken

#: What the lines say of where they come from.
SOURCE = "shared_amount"


def connect() -> None:
    """Starts listening; connecting twice changes nothing. A draft is nobody's, so no other row of it is listened to."""
    for signal in (published, unpublished):
        signal.connect(_follow, sender=SharedAmount, dispatch_uid="procedures_catalog.shared_amounts")
    pre_delete.connect(_stay, sender=SharedAmount, dispatch_uid="procedures_catalog.shared_amounts.taken")


def _stay(sender: Any, instance: SharedAmount, **_more: Any) -> None:
    refuse_taken([instance.pk])


def _follow(sender: Any, instance: SharedAmount, **_more: Any) -> None:
    with transaction.atomic():
        _write_histories(instance)
        tell(SharedAmount, touches(SharedAmount, [instance.pk]))


def _write_histories(amount: SharedAmount) -> None:
    """A line in the history of each page; those of the log are one, that of the amount itself."""
    pages = ProcedurePage.objects.filter(pk__in=pages_taking([amount.pk])[amount.pk]).order_by("pk")
    said = {"source": SOURCE, "amount": amount.pk, "name": amount.name, "now": amount.in_words() if amount.live else ""}
    write_lines([_line(page, said) for page in pages.only("title", "content_type")])


def _line(page: ProcedurePage, said: Mapping[str, Any]) -> PageLogEntry:
    line, way = log_entry(page, SHARED, **said), somebody()
    line.content_changed, line.user_id = False, way.actor().key if way else None
    return line
