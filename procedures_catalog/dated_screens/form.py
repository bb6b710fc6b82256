"""The form of what a set says of itself: its name, its day, the document behind it."""

from typing import Any

from django import forms
from wagtail.admin.widgets import AdminDateInput

from procedures_catalog.models import ChangeSet


class ChangeSetForm(forms.ModelForm):
    """A day that is over has to be meant."""

    day = forms.DateField(
        label="Áp dụng từ ngày",
        widget=AdminDateInput,
        error_messages={"required": "Hãy ghi ngày áp dụng."},
    )

    class Meta:
        model = ChangeSet
        fields = ("title", "day", "is_retroactive", "decision")

    def __init__(self, *args: Any, on: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._on = on

    def clean(self) -> dict[str, Any]:
        """Asks for the tick where the day is over, and for none where it is not."""
        cleaned = super().clean() or {}
        day = cleaned.get("day")
        if day and day < self._on and not cleaned.get("is_retroactive"):
            self.add_error("day", "Ngày này đã qua. Nếu quyết định có hiệu lực hồi tố, hãy đánh dấu ô bên dưới.")
        if day and day >= self._on:
            cleaned["is_retroactive"] = False
        return cleaned
