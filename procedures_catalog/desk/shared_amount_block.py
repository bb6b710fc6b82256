"""A box in which a fee is said to be one of the amounts that many procedures share."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.apps import apps
from wagtail import blocks

_NONE = ("", "– Không dùng chung, ghi số tiền ở trên –")
_TAKEN_OFF = " (đã gỡ, người dân đọc “Chưa công bố”)"


def choices() -> Iterator[tuple[Any, str]]:
    """Every amount that was ever published: one that was taken off since goes on standing where it stood. One query."""
    yield _NONE
    rows: Any = apps.get_model("procedures_catalog.SharedAmount").objects
    for row in rows.ever_published():
        yield row.pk, str(row) if row.live else f"{row}{_TAKEN_OFF}"


class SharedAmountBlock(blocks.FieldBlock):
    """The number of the amount; None for a fee that is typed."""

    def __init__(self, help_text: str = "", **kwargs: Any) -> None:
        self.field = forms.TypedChoiceField(
            choices=choices, coerce=int, empty_value=None, required=False, help_text=help_text
        )
        super().__init__(**kwargs)

    class Meta:
        icon = "link"
        default = None
