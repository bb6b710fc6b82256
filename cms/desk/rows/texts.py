"""What the form of a row says, place by place, as people read it: what is stored, and what is typed."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from django import forms
from django.core.files.base import File
from django.db.models import Model, QuerySet
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.utils.formats import localize
from django.utils.text import capfirst

#: Name of a place → its label and its text.
Texts = dict[str, tuple[str, str]]
#: What stands beside a form and is saved with it: rows, or one row alone.
Beside = forms.BaseFormSet | forms.BaseForm
_BESIDE = {DELETION_FIELD_NAME, ORDERING_FIELD_NAME, "id"}


def stored_texts(form: forms.BaseForm, beside: Iterable[Beside] = ()) -> Texts:
    """Of a form that nobody has filled in: what its row holds. `beside` are those that are not the form's own."""
    own = {name: (_label(form, name), _text(field, form[name].initial)) for name, field in _fields(form)}
    return own | {name: (label, _stored_rows(rows)) for name, label, rows in _formsets(form, beside)}


def typed_texts(form: forms.BaseForm, beside: Iterable[Beside] = ()) -> Texts:
    """Of a valid form: what was typed into it."""
    said = form.cleaned_data
    own = {name: (_label(form, name), _text(field, said.get(name))) for name, field in _fields(form)}
    return own | {name: (label, _typed_rows(rows)) for name, label, rows in _formsets(form, beside)}


# --- Places ---------------------------------------------------------------------------------------


def _fields(form: forms.BaseForm) -> Iterator[tuple[str, forms.Field]]:
    """The fields of a form that hold a text to be read; nobody reads a password."""
    for name, field in form.fields.items():
        if name not in _BESIDE and not isinstance(field.widget, forms.PasswordInput):
            yield name, field


def _label(form: forms.BaseForm, name: str) -> str:
    return capfirst(str(form[name].label))


def _formsets(form: forms.BaseForm, beside: Iterable[Beside]) -> Iterator[tuple[str, str, Beside]]:
    for name, rows in getattr(form, "formsets", {}).items():
        yield name, capfirst(str(rows.model._meta.verbose_name_plural)), rows
    for rows in beside:
        model = getattr(rows, "model", None) or getattr(rows, "settings_model", None)
        yield str(rows.prefix), capfirst(str(model._meta.verbose_name_plural)) if model else "Quyền", rows


def _stored_rows(rows: Beside) -> str:
    forms_of_rows = rows.initial_forms if isinstance(rows, forms.BaseFormSet) else [rows]
    found = ([_text(field, form[name].initial) for name, field in _fields(form)] for form in forms_of_rows)
    return "\n".join(" · ".join(filter(None, texts)) for texts in found)


def _typed_rows(rows: Beside) -> str:
    """The rows in the order that was chosen; where none can be, in that of the form."""
    each = rows.forms if isinstance(rows, forms.BaseFormSet) else [rows]
    filled = [form for form in each if getattr(form, "cleaned_data", None) and form.has_changed() | _is_old(form)]
    kept = [form for form in filled if not form.cleaned_data.get(DELETION_FIELD_NAME)]
    kept.sort(key=lambda form: form.cleaned_data.get(ORDERING_FIELD_NAME) or 0)
    found = ([_text(field, form.cleaned_data.get(name)) for name, field in _fields(form)] for form in kept)
    return "\n".join(" · ".join(filter(None, texts)) for texts in found)


def _is_old(form: forms.BaseForm) -> bool:
    """Whether a row was there before."""
    return not form.empty_permitted


# --- Texts ----------------------------------------------------------------------------------------


def _text(field: forms.Field, value: Any) -> str:
    if value in (None, "", False) and not isinstance(field, forms.BooleanField):
        return ""
    if isinstance(value, QuerySet | list | tuple | set):
        return ", ".join(sorted(_one(field, each) for each in value))
    return _one(field, value)


def _one(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.BooleanField):
        return "có" if value else "không"
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None and not isinstance(value, Model):
        value = field.queryset.model._base_manager.filter(pk=value).first() or value
    if isinstance(value, datetime.date | datetime.time):
        return localize(field.prepare_value(value))
    if isinstance(value, File):
        return value.name or ""
    return _choices(field).get(str(value), str(value))


def _choices(field: forms.Field) -> Mapping[str, str]:
    """Of a field with fixed choices what each is called."""
    if isinstance(field, forms.ModelChoiceField) or not isinstance(field, forms.ChoiceField):
        return {}
    # The stubs name all that may be put in as choices; what comes out is pairs.
    pairs = cast(Iterable[tuple[Any, Any]], field.choices)
    return {str(value): str(label) for value, label in pairs if not isinstance(label, list | tuple)}
