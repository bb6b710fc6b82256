"""The end of what lasts: people see and type its last day, “đến hết ngày”; kept is the first day after."""

from datetime import date
from typing import Any

from django import forms
from django.db import models

from vietnamese.days import day_after, last_day


class LastDayFormField(forms.DateField):
    """A box for the last day. A text is what somebody typed; a date is always the kept one, the day after."""

    def to_python(self, value: Any) -> date | None:
        """The day to keep. ValidationError for what is no day."""
        day = super().to_python(value)
        return day if day is None or isinstance(value, date) else day_after(day)

    def prepare_value(self, value: Any) -> Any:
        """What stands in the box; what was typed stays as it was typed."""
        return last_day(value) if isinstance(value, date) else value


class EndField(models.DateField):
    """The first day on which something no longer holds; forms take the last on which it does."""

    def formfield(self, form_class: Any = None, choices_form_class: Any = None, **kwargs: Any) -> Any:
        """The box for the last day."""
        return super().formfield(
            form_class=form_class or LastDayFormField, choices_form_class=choices_form_class, **kwargs
        )

    def deconstruct(self) -> Any:
        """In the database it is a day as any other."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateField", args, kwargs
