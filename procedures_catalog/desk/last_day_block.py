"""A box for the last day of a part that ends; kept is the day after, as everywhere."""

from typing import Any

from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.widgets import AdminDateInput

from agencies.models.last_day import LastDayFormField


class LastDayBlock(blocks.DateBlock):
    """“Đến hết ngày”."""

    @cached_property
    def field(self) -> LastDayFormField:
        """The box."""
        return LastDayFormField(widget=AdminDateInput(format=self.format), **self.field_options)

    def deconstruct(self) -> Any:
        """In the database it is a day as any other."""
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.DateBlock", args, kwargs
