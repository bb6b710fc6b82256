"""The stamp of what readers are shown: one row that tells each process whether what it kept still holds."""

import uuid

from django.db import models


class ShownStamp(models.Model):
    """At most one row, whose `version` changes in the same transaction with whatever lists and counters show."""

    version = models.UUIDField("lần thay đổi", default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.version)

    @classmethod
    def renew(cls) -> None:
        """Makes every process gather anew what it is next asked for."""
        cls.objects.update_or_create(pk=1, defaults={"version": uuid.uuid4()})

    @classmethod
    def current(cls) -> str:
        """What is kept is named after this. One query."""
        return str(cls.objects.values_list("version", flat=True).first() or "")
