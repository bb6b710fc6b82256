"""What holds only between two days: the one shape of it, and the one rule of what is in force on a day."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from agencies.models.last_day import EndField
from vietnamese.days import Span, last_day, written


def ended(on: date, at: str = "") -> Q:
    """What no longer holds on a day; `at` leads to its columns ("unit__")."""
    return Q(**{f"{at}valid_to__lte": on})


def not_ended(on: date, at: str = "") -> Q:
    """What holds on a day or will later."""
    return Q(**{f"{at}valid_to__isnull": True}) | Q(**{f"{at}valid_to__gt": on})


def in_force(on: date, at: str = "") -> Q:
    """What holds on a day."""
    begun = Q(**{f"{at}valid_from__isnull": True}) | Q(**{f"{at}valid_from__lte": on})
    return begun & not_ended(on, at)


class DatedQuerySet(models.QuerySet):
    """Rows with `valid_from` and `valid_to`."""

    def in_force(self, on: date) -> Self:
        """Those that hold on that day."""
        return self.filter(in_force(on))


class Dated(models.Model):
    """From a day (empty: not noted) to the first day on which it no longer holds (empty: goes on)."""

    valid_from = models.DateField(
        "từ ngày", null=True, blank=True, help_text="Ngày đầu tiên. Để trống nếu không rõ hoặc đã có từ trước."
    )
    valid_to = EndField(
        "đến hết ngày", null=True, blank=True, help_text="Ngày cuối cùng. Để trống nếu chưa có ngày kết thúc."
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """ValidationError when it ends before it begins."""
        super().clean()
        if self.valid_from and self.span.is_empty():
            raise ValidationError({"valid_to": f"Phải từ ngày bắt đầu ({written(self.valid_from)}) trở đi."})

    @property
    def span(self) -> Span:
        """The two days."""
        return Span(self.valid_from, self.valid_to)

    def is_in_force(self, on: date) -> bool:
        """Whether it holds on that day."""
        return self.span.holds_on(on)

    def last_day(self) -> date | None:
        """Its last day, where it has one."""
        return last_day(self.valid_to) if self.valid_to else None
