"""What exists only between two days."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agencies.reform.lineage import day


class DatedQuerySet(models.QuerySet):
    """Rows with `valid_from` and `valid_to`."""

    def in_force(self, on: date | None = None) -> "DatedQuerySet":
        """Those that exist on that day; today when no day is given."""
        on = on or timezone.localdate()
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
        return self.filter(begun, Q(valid_to__isnull=True) | Q(valid_to__gt=on))


class Dated(models.Model):
    """Existence from a day (empty: not noted) to the first day it no longer exists (empty: goes on)."""

    valid_from = models.DateField("có từ ngày", null=True, blank=True, help_text="Để trống nếu không rõ.")
    valid_to = models.DateField(
        "không còn từ ngày",
        null=True,
        blank=True,
        help_text="Ngày đầu tiên không còn tồn tại. Để trống nếu vẫn còn.",
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """ValidationError when it ends before it begins."""
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to <= self.valid_from:
            raise ValidationError({"valid_to": f"Phải sau ngày bắt đầu ({day(self.valid_from)})."})

    def is_in_force(self, on: date | None = None) -> bool:
        """Whether it exists on that day; today when no day is given."""
        on = on or timezone.localdate()
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on < self.valid_to)
