"""Accounts that nobody uses are disabled (TCVN 14423:2026: after 45 days), and say why to whoever comes back."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce, Greatest

from cms.models import Editor


@transaction.atomic
def disable_unused(moment: datetime, days: int) -> list[Editor]:
    """Disables the accounts that nobody has signed in to for so many days, oldest first; run again, it changes nothing.

    An account that somebody enabled again after that is counted from this moment on. Of the portal's administrators the
    one who was there last stays: somebody has to be able to enable the others.
    """
    Editor.objects.filter(is_active=True).exclude(unused_at=None).update(unused_at=None, counted_from=moment)
    found = list(_unused(moment - timedelta(days=days)))
    for editor in found:
        editor.is_active, editor.unused_at = False, moment
        editor.save(update_fields=["is_active", "unused_at"])
    return found


def _unused(since: datetime) -> QuerySet[Editor]:
    last = (
        Editor.objects.filter(is_active=True, is_superuser=True).order_by(F("last_login").asc(nulls_first=True)).last()
    )
    seen = (Coalesce(moment, since - timedelta(days=1)) for moment in ("last_login", "counted_from"))
    rows = Editor.objects.annotate(last_seen=Greatest("date_joined", *seen))
    return rows.filter(is_active=True, last_seen__lt=since).exclude(pk=last.pk if last else 0).order_by("pk")
