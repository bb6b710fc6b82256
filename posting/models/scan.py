"""ScanCount: how often codes were scanned. Numbers, days and hours; nothing here can hold a person or a device."""

from django.db import models
from django.db.models import Q


class ScanCount(models.Model):
    """Scans of one procedure's code on one paper (none: a code without a paper's tag) in one hour of one day."""

    identity = models.ForeignKey(
        "procedures_catalog.ProcedureIdentity", verbose_name="thủ tục", on_delete=models.PROTECT, related_name="+"
    )
    paper = models.ForeignKey(
        "posting.PostedPaper", verbose_name="tờ", null=True, on_delete=models.PROTECT, related_name="+"
    )
    day = models.DateField("ngày", db_index=True)
    hour = models.PositiveSmallIntegerField("giờ")
    scans = models.PositiveIntegerField("lượt quét", default=0)

    class Meta:
        verbose_name = "lượt quét"
        verbose_name_plural = "lượt quét"
        indexes = [models.Index(fields=["paper", "day"], name="scans_by_paper_and_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["identity", "paper", "day", "hour"], condition=Q(paper__isnull=False), name="scans_of_a_paper"
            ),
            models.UniqueConstraint(
                fields=["identity", "day", "hour"], condition=Q(paper__isnull=True), name="scans_without_a_paper"
            ),
            models.CheckConstraint(condition=Q(hour__lte=23), name="scan_hour_of_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.hour} giờ: {self.scans}"
