"""QueuedSheet: a sheet that an officer put aside to print together with others."""

from django.conf import settings
from django.db import models

from posting.rules.kinds import PAPER_KINDS


class QueuedSheet(models.Model):
    """One procedure's sheet in one officer's queue."""

    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="cán bộ", on_delete=models.CASCADE, related_name="+"
    )
    identity = models.ForeignKey(
        "procedures_catalog.ProcedureIdentity", verbose_name="thủ tục", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(
        "loại phiếu", max_length=10, choices=[(key, PAPER_KINDS[key].label) for key in ("short", "full", "large")]
    )
    added_at = models.DateTimeField("thêm lúc", auto_now_add=True)

    class Meta:
        verbose_name = "phiếu chờ in"
        verbose_name_plural = "phiếu chờ in"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["editor", "identity", "kind"], name="sheet_once_in_a_queue"),
        ]

    def __str__(self) -> str:
        return f"{self.identity} ({self.get_kind_display()})"
