"""The form that asks from which day a draft is to count, and into which set its changes go."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from wagtail.admin.widgets import AdminDateInput

from procedures_catalog.models import ChangeSet


class _SetField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.title} – từ ngày {obj.day:%d/%m/%Y}"


class LaterForm(forms.Form):
    """A set that is open, or the name, day and document of a new one."""

    changes = _SetField(
        ChangeSet.objects.none(),
        label="Đưa vào gói thay đổi",
        required=False,
        empty_label="Gói mới",
        error_messages={"invalid_choice": "Gói này không còn nhận thêm thay đổi."},
    )
    title = forms.CharField(label="Tên gói mới", max_length=255, required=False)
    day = forms.DateField(label="Áp dụng từ ngày", widget=AdminDateInput, required=False)
    decision = forms.CharField(label="Theo quyết định", max_length=255, required=False)

    def __init__(self, *args: Any, offered: QuerySet[ChangeSet], on: date, **named: Any) -> None:
        super().__init__(*args, **named)
        self._on = on
        field: Any = self.fields["changes"]
        field.queryset = offered

    def clean(self) -> dict[str, Any]:
        """A new set needs a name and a day to come."""
        cleaned = super().clean() or {}
        if not cleaned.get("changes") and "changes" not in self.errors:
            self._ask_for_new(cleaned)
        return cleaned

    def _ask_for_new(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("title"):
            self.add_error("title", "Hãy ghi tên gói, ví dụ tên quyết định.")
        if not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", "Hãy ghi ngày áp dụng.")
        if cleaned.get("day") and cleaned["day"] <= self._on:
            self.add_error("day", "Ngày áp dụng phải sau hôm nay; nếu có hiệu lực ngay thì gửi duyệt bản nháp.")
