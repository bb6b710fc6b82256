"""SeenChange: an officer's tick that the commune has taken note of a change."""

from django.conf import settings
from django.db import models


class SeenChange(models.Model):
    """One version that one commune has taken note of."""

    unit = models.ForeignKey(
        "agencies.AdministrativeUnit", verbose_name="xã, phường", on_delete=models.PROTECT, related_name="+"
    )
    version = models.ForeignKey(
        "procedures_catalog.PublishedVersion", verbose_name="bản", on_delete=models.PROTECT, related_name="+"
    )
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người xem", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    seen_at = models.DateTimeField("xem lúc", auto_now_add=True)

    class Meta:
        verbose_name = "thay đổi đã xem"
        verbose_name_plural = "thay đổi đã xem"
        constraints = [models.UniqueConstraint(fields=["unit", "version"], name="change_seen_once")]

    def __str__(self) -> str:
        return f"{self.version} – {self.unit}"
