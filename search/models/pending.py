"""The outbox of the finder: keys of what changed and has not reached an index yet."""

import uuid

from django.db import models


class PendingEntry(models.Model):
    """A key whose entry is to be put into an engine's index or taken away; written together with the change itself.

    `version` changes with every change of the same thing, so that a flush deletes only what it has seen.
    """

    engine = models.CharField("chỉ mục", max_length=20)
    key = models.CharField("khóa", max_length=100)
    version = models.UUIDField("lần thay đổi", default=uuid.uuid4, unique=True, editable=False)
    since = models.DateTimeField("từ lúc", auto_now_add=True)

    class Meta:
        verbose_name = "mục chờ đưa vào chỉ mục tìm kiếm"
        verbose_name_plural = "mục chờ đưa vào chỉ mục tìm kiếm"
        constraints = [models.UniqueConstraint(fields=["engine", "key"], name="pending_once_an_engine")]

    def __str__(self) -> str:
        return f"{self.key} → {self.engine}"
