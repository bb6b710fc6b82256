"""A box for a whole number, which is read and shown as Vietnamese write it: 12.000 is twelve thousand."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks

from vietnamese.whole_numbers import read_whole, write_whole

#: PostgreSQL's and SQLite's integers in JSON are exact far beyond it; no fee and no number of copies comes near.
MOST = 10**12
_UNREADABLE = "Hãy ghi một số nguyên, ví dụ 12.000 hoặc 12000."


class WholeNumberField(forms.IntegerField):
    """Django's own takes ".000" for a fraction of nothing and drops it: 12.000 would be twelve."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def to_python(self, value: Any) -> int | None:
        """The number; None for nothing. Raises ValidationError for what is no whole number."""
        if value in self.empty_values or isinstance(value, int):
            return None if value in self.empty_values else value
        number = read_whole(str(value))
        if number is None:
            raise ValidationError(_UNREADABLE, code="invalid")
        return number

    def prepare_value(self, value: Any) -> Any:
        """What stands in the box; what was typed stays as it was typed."""
        return write_whole(value) if isinstance(value, int) else value


class WholeNumberBlock(blocks.FieldBlock):
    """The same as a block."""

    def __init__(self, required: bool = True, help_text: str = "", max_value: int = MOST, **kwargs: Any) -> None:
        self.field = WholeNumberField(required=required, help_text=help_text, min_value=0, max_value=max_value)
        super().__init__(**kwargs)

    class Meta:
        icon = "decimal"
