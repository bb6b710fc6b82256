"""How Wagtail's screen that compares two versions says the values of a page: in Vietnamese, and without line ends.

Procedures are compared as records instead (procedures_catalog.desk); this is for all other pages.
"""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import FieldComparison, TextDiff, TextFieldComparison, register_comparison_class

from agencies.models.last_day import EndField
from vietnamese.days import last_day


class SaidComparison(FieldComparison):
    """A value that is shown in words, and nothing where there is none."""

    def htmldiff(self) -> SafeString:
        """The former value, then the present one."""
        before, after = said(self.val_a), said(self.val_b)
        if before == after:
            return escape(after)
        values = (("deletion", before), ("addition", after))
        return TextDiff([(kind, text) for kind, text in values if text]).to_html()


class LastDayComparison(SaidComparison):
    """A day on which something ends, said by its last day."""

    val_a: date | None
    val_b: date | None

    def __init__(self, field: models.Field, *versions: models.Model) -> None:
        super().__init__(field, *versions)
        self.val_a, self.val_b = (end and last_day(end) for end in (self.val_a, self.val_b))


class PlainTextComparison(TextFieldComparison):
    """A text of which only the words count: other white space is no change."""

    val_a: Any
    val_b: Any

    def __init__(self, field: models.Field, *versions: models.Model) -> None:
        super().__init__(field, *versions)
        self.val_a, self.val_b = _plain(self.val_a), _plain(self.val_b)


def said(value: Any) -> str:
    """A value of a column as people write it; "" for none."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%H:%M %d/%m/%Y}"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else "" if value is None else str(value)


def _plain(text: str | None) -> str:
    return "\n".join(line.strip() for line in (text or "").strip().splitlines())


def register() -> None:
    """Tells Wagtail; its own classes give way."""
    for said_in_words in (models.DateField, models.DateTimeField, models.BooleanField, models.IntegerField):
        register_comparison_class(said_in_words, comparison_class=SaidComparison)
    register_comparison_class(EndField, comparison_class=LastDayComparison)
    for text in (models.CharField, models.TextField):
        register_comparison_class(text, comparison_class=PlainTextComparison)
