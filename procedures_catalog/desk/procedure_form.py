"""The desk's form of a procedure: the official part of a national one is not in it, and cannot be sent to it either."""

import dataclasses
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.forms import BaseForm
from django.forms.formsets import BaseFormSet
from django.forms.models import BaseInlineFormSet
from wagtail.blocks import BlockField
from wagtail.models import Page

from pages.desk.chosen import show_chosen
from pages.desk.page_form import PageForm
from procedures_catalog.comparing.records import compare_records
from procedures_catalog.desk.given_code import refuse_emptied
from procedures_catalog.desk.note_of_change import begin_empty
from procedures_catalog.desk.official import FIELDS, OWN_ROWS, ROWS, is_frozen, read_stream
from procedures_catalog.facts.held import official_record


class ProcedureForm(PageForm):
    """What somebody writes here is the province's: a new procedure, and each level added to any."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if page := kwargs.get("instance"):
            begin_empty(page)
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.instance.layer = "local"
        self._sent_in_vain: list[str] = []
        self._kept: dict[str, list[Any]] = {}
        if is_frozen(self.instance):
            self._freeze()

    def _freeze(self) -> None:
        """Takes the official fields and rows out; what a form of another day sends for them is only compared."""
        fields = {name: self.fields.pop(name) for name in FIELDS if name in self.fields}
        formsets = {name: self.formsets.pop(name) for name in ROWS if name in self.formsets}
        for name, (attribute, own) in OWN_ROWS.items():
            if name in self.formsets:
                formsets[name] = self.formsets[name]
                self._freeze_rows(name, attribute, own)
        if self.is_bound:
            self._sent_in_vain = [
                *(str(field.label) for name, field in fields.items() if _is_changed(self, name, field)),
                *(str(_rows_label(formset)) for name, formset in formsets.items() if self._has_official_rows(name)),
            ]

    def _freeze_rows(self, name: str, attribute: str, own: str) -> None:
        """Leaves only the province's own rows in the form; the others are kept aside and put back when saving."""
        rows = getattr(self.instance, name)
        self._kept[name] = [row for row in rows.all() if getattr(row, attribute) != own]
        whole = self.formsets[name]
        kind = type(f"Own{type(whole).__name__}", (_OwnRows, type(whole)), {"own": (attribute, own)})
        data, files = (self.data, self.files) if self.is_bound else (None, None)
        mine = rows.filter(**{attribute: own})
        self.formsets[name] = kind(data, files, instance=self.instance, prefix=whole.prefix, queryset=mine)
        show_chosen(self.formsets[name])

    def _has_official_rows(self, name: str) -> bool:
        """Whether rows were sent that this form did not show."""
        if name in ROWS:
            return f"{name}-TOTAL_FORMS" in self.data
        kept = {str(row.pk) for row in self._kept[name] if row.pk}
        sent = (self.data.get(f"{name}-{number}-id") for number in range(_count(self.data, name)))
        return any(pk in kept for pk in sent)

    def clean(self) -> dict[str, Any]:
        """Refuses a form with changed official text: it was opened before the text was closed, or made by a script."""
        cleaned = super().clean()
        if "code" in cleaned:
            refuse_emptied(self.instance, cleaned["code"])
        if self._sent_in_vain:
            raise ValidationError(
                "Chưa lưu gì: %(parts)s là nội dung trung ương, lần nhập sau sẽ ghi lại nên ở đây chỉ để đọc. "
                "Hãy sửa ở thẻ “Riêng của tỉnh”; những ô khác đã ghi vẫn còn trong màn hình này.",
                params={"parts": ", ".join(dict.fromkeys(self._sent_in_vain))},
            )
        return cleaned

    def add_error(self, field: str | None, error: Any) -> None:
        """What is wrong with an official field, which has no box here, stands above the form."""
        if field is None and hasattr(error, "error_dict"):
            named = {name: found for name, found in error.error_dict.items() if name in self.fields}
            others = [each for name, found in error.error_dict.items() if name not in self.fields for each in found]
            error = ValidationError({**named, **({NON_FIELD_ERRORS: others} if others else {})})
        super().add_error(field, error)

    def save(self, commit: bool = True) -> Page:
        """Saves; official rows stand as they did, levels written here are the province's."""
        page = super().save(commit=False)
        for name, kept in self._kept.items():
            rows = getattr(page, name)
            rows.add(*(row for row in kept if row not in rows.all()))
        _own_levels(page, self._kept.get("levels", []))
        if commit:
            page.save()
            self._save_m2m()
        return page


class _OwnRows(BaseFormSet):
    """Rows of which the form shows and takes the province's own alone."""

    own: tuple[str, str]

    def add_fields(self, form: BaseForm, index: int | None) -> None:
        """A choice that decides whose row it is has nothing left to choose."""
        super().add_fields(form, index)
        attribute, own = self.own
        if attribute in form.fields:
            field: Any = form.fields[attribute]  # one with choices: a layer or a role
            field.choices = [choice for choice in field.choices if choice[0] == own]
            field.initial = own


def _own_levels(page: Page, official: list[Any]) -> None:
    for row in page.levels.all():
        if row not in official:
            row.layer = "local"


def _count(data: Any, name: str) -> int:
    total = data.get(f"{name}-TOTAL_FORMS", "")
    return min(int(total), 1_000) if total.isdigit() else 0


def _rows_label(formset: BaseInlineFormSet) -> str:
    return formset.model._meta.verbose_name


def _is_changed(form: ProcedureForm, name: str, field: Any) -> bool:
    """Whether a value was sent for an official field that says something else than is held."""
    if isinstance(field, BlockField):
        return f"{name}-count" in form.data and _stream_is_changed(form, name, field)
    if name not in form.data:
        return False
    held = getattr(form.instance, f"{name}_id" if name == "sector" else name)
    return " ".join(str(held or "").split()) != " ".join(form.data[name].split())


def _stream_is_changed(form: ProcedureForm, name: str, field: BlockField) -> bool:
    try:
        sent = field.clean(field.widget.value_from_datadict(form.data, form.files, name))
    except ValidationError:
        return True
    held = official_record(form.instance)
    read = read_stream(name, field.block.get_prep_value(sent))
    return bool(compare_records(held, dataclasses.replace(held, **{name: read})))
