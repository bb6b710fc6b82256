"""Deputising: somebody has another's roles from a day to the end of another, while that one is on leave."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models

from agencies.models.last_day import EndField
from vietnamese.days import Span, last_day, written


class Deputising(models.Model):
    """Who stands in for whom, and when. The rights are the memberships of `roles` that are lent; they are given and
    taken when the days come (cms/access/deputies), `begun_at` and `over_at` say that they did."""

    absent = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người vắng", on_delete=models.CASCADE, related_name="deputies"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người thay", on_delete=models.CASCADE, related_name="deputising"
    )
    begins = models.DateField("từ ngày")
    ends = EndField("đến hết ngày")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người cử", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField("cử lúc")
    begun_at = models.DateTimeField("bắt đầu lúc", null=True)
    over_at = models.DateTimeField("thôi lúc", null=True)

    class Meta:
        verbose_name = "việc thay người vắng"
        verbose_name_plural = "việc thay người vắng"
        ordering = ["begins", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("begins")), name="deputising_has_a_day"),
            models.CheckConstraint(condition=~models.Q(absent=models.F("deputy")), name="nobody_deputises_himself"),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.named()} thay {self.absent.named()}, {self.days}"

    @property
    def agency_id(self) -> int | None:
        """The agency whose work it is, for the log."""
        return self.absent.agency_id

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.begins, self.ends)

    @property
    def days(self) -> str:
        """Both, as people write them."""
        return f"từ {written(self.begins)} đến hết {written(last_day(self.ends))}"


class DeputisedRole(models.Model):
    """A role that goes with it; `is_lent`: the deputy is in its group for this reason alone, at this moment."""

    deputising = models.ForeignKey(Deputising, verbose_name="việc thay", on_delete=models.CASCADE, related_name="roles")
    group = models.ForeignKey(Group, verbose_name="vai trò", on_delete=models.CASCADE, related_name="+")
    is_lent = models.BooleanField("đang có hiệu lực", default=False)

    class Meta:
        verbose_name = "vai trò thay"
        verbose_name_plural = "vai trò thay"
        constraints = [models.UniqueConstraint(fields=["deputising", "group"], name="one_role_once_in_deputising")]

    def __str__(self) -> str:
        return self.group.name
