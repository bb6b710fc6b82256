"""PrintJob: a long printing that runs in the background, with its progress and its file."""

from django.conf import settings
from django.db import models

from posting.rules.kinds import KIND_CHOICES


class PrintJob(models.Model):
    """What was asked for, how far it is, and the PDF that came of it (a name in the folder of printed files).

    `holder` and `beat_at` say who prints it and when that was last heard of, `attempts` how often somebody began
    (`posting.printing.lease`). With `at_once` somebody waits for it: it is printed by the request itself and never
    again.
    """

    STATES = {"waiting": "Đang chờ", "running": "Đang in", "done": "Đã xong", "failed": "Không in được"}

    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người in", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    unit = models.ForeignKey(
        "agencies.AdministrativeUnit",
        verbose_name="xã, phường",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField("loại giấy", max_length=10, choices=KIND_CHOICES)
    wanted = models.JSONField("yêu cầu", default=dict)
    state = models.CharField("trạng thái", max_length=10, choices=list(STATES.items()), default="waiting")
    at_once = models.BooleanField("in ngay", default=False, editable=False)
    holder = models.CharField("nơi đang in", max_length=32, blank=True, editable=False)
    beat_at = models.DateTimeField("còn đang in lúc", null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField("số lần bắt đầu", default=0, editable=False)
    done = models.PositiveIntegerField("đã in", default=0)
    total = models.PositiveIntegerField("tổng số", default=0)
    message = models.CharField("thông báo", max_length=500, blank=True)
    file_name = models.CharField("tệp", max_length=100, blank=True)
    asked_at = models.DateTimeField("yêu cầu lúc", auto_now_add=True)
    ended_at = models.DateTimeField("xong lúc", null=True, blank=True)
    papers = models.ManyToManyField("posting.PostedPaper", verbose_name="các tờ", related_name="+")

    class Meta:
        verbose_name = "lần in"
        verbose_name_plural = "lần in"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state"], condition=models.Q(state__in=("waiting", "running")), name="open_jobs")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.asked_at:%d/%m/%Y %H:%M}"
