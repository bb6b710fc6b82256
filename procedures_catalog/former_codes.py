"""Remembers every code that a procedure ever had, whoever saves it and however."""

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_save
from django.utils import timezone

from procedures_catalog.models import ProcedurePage


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    post_save.connect(_remember, sender=ProcedurePage, dispatch_uid="procedures_catalog.former_codes")


def _remember(instance: ProcedurePage, update_fields: Collection[str] | None, **_kwargs: Any) -> None:
    """The code before it is a former one from the day of the saving."""
    if instance.code and (update_fields is None or "code" in update_fields):
        instance.identity.remember_code(instance.code, timezone.localdate())
