"""Days on which counters are closed, or open at other hours than in the week: of one counter, or of all."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import RevisionMixin

from agencies.hours.on_day import NOTE, OPEN, SpecialDay
from agencies.hours.week import read_hours
from agencies.models.agency import Agency
from agencies.models.last_day import EndField
from vietnamese.days import Span, day_after, written

#: Longer than this the hours of the week themselves are others.
_LONGEST = timedelta(days=366)


class SpecialDayKind(models.TextChoices):
    """What is different."""

    CLOSED = "closed", "Nghỉ"
    OPEN = "open", "Làm việc theo giờ ghi dưới đây"
    NOTE = "note", "Chỉ báo cho người dân, giờ không đổi"


class SpecialDayQuerySet(models.QuerySet):
    """Rows between two days."""

    def between(self, first: date, last: date) -> Self:
        """Those that hold on any day from one to another."""
        return self.filter(begins__lte=last, ends__gt=first)


class SpecialDayRow(models.Model):
    """One day, or several in a row."""

    begins = models.DateField("từ ngày")
    ends = EndField("đến hết ngày", null=True, blank=True, help_text="Để trống nếu chỉ một ngày.")
    kind = models.CharField("có gì khác", max_length=10, choices=SpecialDayKind)
    hours = models.CharField("giờ làm việc", max_length=120, blank=True, help_text="Ví dụ: 7:30–11:30, 13:30–17:00.")
    instead_of = models.DateField(
        "làm bù cho ngày",
        null=True,
        blank=True,
        help_text="Thay cho giờ: làm như ngày này trong tuần, ví dụ thứ Hai 31/8.",
    )
    reason = models.CharField(
        "lý do, nội dung báo", max_length=150, blank=True, help_text="Người dân đọc câu này, ví dụ: Quốc khánh."
    )
    source = models.CharField("theo văn bản", max_length=150, blank=True)

    objects = SpecialDayQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        what = self.reason or self.hours or SpecialDayKind(self.kind).label
        return f"{written(self.begins)}: {what}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves; without a last day it is one day."""
        self.ends = self.ends or day_after(self.begins)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """ValidationError for days out of order, and for what a kind does not go with."""
        super().clean()
        if self.begins:
            self.ends = self.ends or day_after(self.begins)
            self._check_days(self.span)
        self._check_kind()

    def _check_days(self, span: Span) -> None:
        if span.is_empty():
            raise ValidationError({"ends": f"Phải từ ngày bắt đầu ({written(self.begins)}) trở đi."})
        if span.ends and span.ends - self.begins > _LONGEST:
            raise ValidationError({"ends": "Dài quá một năm; xin sửa giờ làm việc hằng tuần của quầy."})

    def _check_kind(self) -> None:
        is_open = self.kind == OPEN
        if self.hours and not is_open:
            raise ValidationError({"hours": "Chỉ ghi giờ khi chọn “Làm việc”; nếu không, xin để trống."})
        if self.instead_of and (not is_open or self.hours):
            raise ValidationError({"instead_of": "Chỉ ghi khi chọn “Làm việc” và không ghi giờ."})
        if is_open and not (self.hours or self.instead_of):
            raise ValidationError({"hours": "Ghi giờ làm việc, hoặc ngày mà ngày này làm bù."})
        if self.hours and read_hours(self.hours) is None:
            raise ValidationError({"hours": "Không đọc được giờ; viết như 7:30–11:30, 13:30–17:00."})
        if self.kind == NOTE and not self.reason:
            raise ValidationError({"reason": "Ghi nội dung cần báo."})

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.begins, self.ends or day_after(self.begins))

    def special_day(self, is_own: bool) -> SpecialDay:
        """As the rules want it."""
        ends = self.ends or day_after(self.begins)
        return SpecialDay(
            self.begins, ends, self.kind, self.hours, self.reason, self.source, self.instead_of, is_own=is_own
        )

    def clash(self, others: Iterable["SpecialDayRow"]) -> str:
        """A sentence where another row says of one of its days, too, whether it is worked; else ""."""
        if self.kind == NOTE:
            return ""
        clashing = next((row for row in others if row.kind != NOTE and row.span.overlaps(self.span)), None)
        return f"Trùng ngày với dòng “{clashing}”; mỗi ngày chỉ một dòng." if clashing else ""


class CounterDay(SpecialDayRow):
    """Of one counter; what it says wins over what holds for all."""

    agency = ParentalKey(Agency, verbose_name="cơ quan", on_delete=models.CASCADE, related_name="special_days")

    class Meta:
        verbose_name = "ngày nghỉ, giờ khác của quầy"
        verbose_name_plural = "ngày nghỉ, giờ khác của quầy"
        ordering = ["begins", "pk"]
        indexes = [models.Index(fields=["ends"], name="counter_day_ends")]


class CommonDay(RevisionMixin, SpecialDayRow):
    """Of all counters of the portal: a public holiday is one row. It holds as soon as it is saved; its former ones are
    kept."""

    class Meta:
        verbose_name = "ngày nghỉ, làm bù chung"
        verbose_name_plural = "ngày nghỉ, làm bù chung"
        ordering = ["-begins", "pk"]

    def clean(self) -> None:
        """ValidationError also where another row decides one of its days."""
        super().clean()
        if self.begins and (clash := self.clash(CommonDay.objects.exclude(pk=self.pk))):
            raise ValidationError({"begins": clash})
