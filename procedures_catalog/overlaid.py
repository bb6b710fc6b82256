"""Who publishes a procedure has looked at what the State changed beneath the province's text. A draft settles nothing:
a form saves itself with the first letter, and the draft may be thrown away."""

from typing import Any

from django.utils import timezone
from wagtail.signals import page_published

from procedures_catalog.models import OverlaidChange, ProcedurePage


def _settle(sender: Any, instance: Any, revision: Any = None, **_more: Any) -> None:
    user = revision.user if revision else None
    OverlaidChange.objects.filter(page=instance.pk, state="open").update(
        state="published", settled_by=user, settled_at=timezone.now()
    )


def connect() -> None:
    """Listens to publications; imports, which publish past the signal, settle nothing."""
    page_published.connect(_settle, sender=ProcedurePage, dispatch_uid="procedures_catalog.overlaid")
