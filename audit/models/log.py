"""The rows of the log, and the head: where the chain ends."""

import datetime
import json
from typing import Any

from django.db import models


class LogRow(models.Model):
    """What somebody did. Written by `audit.recording.record` alone, never changed; the database refuses it.

    Nothing points at other tables: a row says what was, whatever becomes of the account or the thing.
    """

    number = models.BigIntegerField("số", primary_key=True)
    at = models.CharField("lúc", max_length=24, db_index=True, help_text="2026-11-30T02:15:00.123Z, giờ quốc tế.")
    action = models.CharField("việc", max_length=80, db_index=True)
    actor = models.BigIntegerField("tài khoản", null=True, db_index=True)
    actor_name = models.TextField("người làm", blank=True)
    actor_agency = models.BigIntegerField("cơ quan của người làm", null=True, db_index=True)
    address = models.CharField("địa chỉ mạng", max_length=60, blank=True)
    command = models.TextField("lệnh", blank=True)
    kind = models.CharField("loại", max_length=120, blank=True)
    key = models.CharField("khóa", max_length=255, blank=True)
    name = models.TextField("tên", blank=True)
    agency = models.BigIntegerField("cơ quan của nội dung", null=True, db_index=True)
    changes = models.TextField("trước và sau", default="{}", help_text="Trường → [trước, sau], JSON.")
    details = models.TextField("chi tiết", default="{}", help_text="JSON.")
    digest = models.CharField("mã băm", max_length=64)
    seal = models.CharField("dấu của cổng", max_length=64)

    class Meta:
        verbose_name = "dòng nhật ký"
        verbose_name_plural = "nhật ký"
        ordering = ["-number"]
        indexes = [models.Index(fields=["kind", "key"], name="log_row_object")]
        default_permissions = ["view"]
        permissions = [("view_all_logrow", "Xem nhật ký của mọi cơ quan")]

    def __str__(self) -> str:
        return f"{self.number}. {self.action} {self.name}".rstrip()

    @property
    def moment(self) -> datetime.datetime:
        """When it was."""
        return datetime.datetime.fromisoformat(self.at)

    @property
    def changed(self) -> dict[str, tuple[str, str]]:
        """Field → what it said before and after; "" for nothing."""
        return {name: (before, after) for name, (before, after) in json.loads(self.changes).items()}

    @property
    def said(self) -> dict[str, Any]:
        """What else is told of it."""
        return dict(json.loads(self.details))


class LogHead(models.Model):
    """One row: the number and the hash of the log's last row. Whoever adds holds it, so that the chain never forks."""

    number = models.BigIntegerField("số", default=0)
    digest = models.CharField("mã băm", max_length=64)

    class Meta:
        verbose_name = "đầu chuỗi nhật ký"
        verbose_name_plural = "đầu chuỗi nhật ký"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"
