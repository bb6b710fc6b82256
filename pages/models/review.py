"""PageReview: the day on which somebody is to look at a page again, who that is, and who does it in his place."""

import calendar
from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.models import Page

#: Of months between two reviews.
SHORTEST, LONGEST, USUAL = 1, 60, 12
_MONTHS = 12


class PageReview(models.Model):
    """One row a page. `review_on` moves on by `every_months` from the day on which it was reviewed; by whom that was
    stands beside it."""

    page = models.OneToOneField(Page, verbose_name="trang", on_delete=models.CASCADE, related_name="page_review")
    review_on = models.DateField("xem lại vào ngày", db_index=True)
    every_months = models.PositiveSmallIntegerField(
        "rồi cứ bao nhiêu tháng xem lại",
        default=USUAL,
        validators=[MinValueValidator(SHORTEST), MaxValueValidator(LONGEST)],
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người chịu trách nhiệm",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người thay",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reviewed_on = models.DateField("đã xem lại ngày", null=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người đã xem lại",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )

    class Meta:
        verbose_name = "ngày xem lại trang"
        verbose_name_plural = "ngày xem lại trang"
        default_permissions = ()

    def __str__(self) -> str:
        return f"Xem lại “{self.page.draft_title}”"

    def next_after(self, reviewed: date) -> date:
        """The day of the next review; where its month has no such day, that month's last."""
        years, month = divmod(reviewed.month - 1 + self.every_months, _MONTHS)
        year = reviewed.year + years
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(reviewed.day, last))
