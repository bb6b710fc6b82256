"""Judged: why no import publishes a procedure, and what is missing of it, worked out once and kept until something
changes."""

from django.db import models

from procedures_catalog.facts.complete.rules import TIERS
from procedures_catalog.facts.scope.scope import REASONS
from procedures_catalog.models.procedure import ProcedurePage


class Judged(models.Model):
    """What was found of one page: derived, and written by `store/judged.py` alone. `reason` is a key of REASONS or "";
    `since` is from when on that reason holds, `as_of` the page's last change that was looked at, `names` a digest of
    the province's names at that time.

    `tier` is a key of TIERS by what citizens read, "" where nobody has looked yet; `gaps` are the keys of the parts
    that are neither told nor explained, with spaces between; `until` is the day on which that may be otherwise without
    a change, None where there is none.
    """

    page = models.OneToOneField(ProcedurePage, models.CASCADE, primary_key=True, related_name="judged")
    reason = models.CharField("lý do", max_length=10, choices=list(REASONS.items()), blank=True, db_index=True)
    since = models.DateTimeField("từ")
    as_of = models.DateTimeField("xét bản lúc")
    names = models.CharField("dấu của tên tỉnh", max_length=64)

    tier = models.CharField("mức", max_length=4, choices=list(TIERS.items()), blank=True, default="", db_index=True)
    gaps = models.CharField("phần còn trống", max_length=200, blank=True, default="")
    until = models.DateField("xét lại từ ngày", null=True, blank=True)

    class Meta:
        verbose_name = "lý do lần nhập không công bố"
        verbose_name_plural = "lý do lần nhập không công bố"

    def __str__(self) -> str:
        return f"{self.page_id}: {self.reason}"
