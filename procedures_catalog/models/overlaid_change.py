"""OverlaidChange: the State changed a part over which the province's own text stands; somebody has to look at it."""

from django.conf import settings
from django.db import models

from procedures_catalog.models.procedure import ProcedurePage


class OverlaidChange(models.Model):
    """One part of one page. `before`, `now` and `ours` are what the State said, says, and what the province says over
    it, as people read it; "" where that is not known. While it is open, a further change of the State renews `now`.
    """

    STATES = {
        "open": "Chờ xem",
        "kept": "Giữ nội dung của tỉnh",
        "dropped": "Đã bỏ nội dung của tỉnh",
        "published": "Đã công bố lại",
    }

    page = models.ForeignKey(ProcedurePage, models.CASCADE, related_name="+", verbose_name="thủ tục")
    part = models.CharField("phần", max_length=40)
    noted_on = models.DateField("ngày trung ương đổi")
    before = models.TextField("trung ương trước đây", blank=True)
    now = models.TextField("trung ương nay", blank=True)
    ours = models.TextField("nội dung riêng của tỉnh", blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=list(STATES.items()), default="open")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="người xem"
    )
    settled_at = models.DateTimeField("xem lúc", null=True, blank=True)

    class Meta:
        verbose_name = "phần bị ghi đè mà trung ương đổi"
        verbose_name_plural = "phần bị ghi đè mà trung ương đổi"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "part"], condition=models.Q(state="open"), name="one_open_overlaid_change"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page} – {self.part}"
