"""The stamp of what readers are shown: rows that tell each process whether what it kept still holds."""

import datetime

from django.db import models
from django.db.models import Count, Max
from django.utils import timezone


class ShownChange(models.Model):
    """One row for each change of what lists and counters show, written in the same transaction.

    Rows are added and never changed: nobody who publishes waits for another who does.
    """

    at = models.DateTimeField("lúc", auto_now_add=True)

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def note(cls) -> None:
        """Makes every process gather anew what it is next asked for."""
        cls.objects.create()

    @classmethod
    def stamp(cls) -> str:
        """What is kept is named after this. The number tells of a row that was committed behind a later one."""
        seen = cls.objects.aggregate(Count("pk"), Max("pk"))
        return f"{seen['pk__count']}-{seen['pk__max'] or 0}"

    @classmethod
    def forget(cls) -> None:
        """Deletes all but the last day's rows."""
        cls.objects.filter(at__lt=timezone.now() - datetime.timedelta(days=1)).delete()
