"""Columns of phrases: their boxes at the desk clean what is typed, and say in words what cannot be taken."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.widgets import AdminAutoHeightTextInput

from pages.phrases.lines import LONGEST_PHRASE, about_phrases, phrases_of, without_lead
from vietnamese.somebodys_numbers import may_hold_number
from vietnamese.spelling import squeeze

_A_NUMBER = "Có số giống số điện thoại hoặc số giấy tờ của một người: hãy bỏ số ấy và tên người."


class PhrasesFormField(forms.CharField):
    """A box with one phrase a line."""

    def __init__(self, *, longest: int = LONGEST_PHRASE, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._longest = longest

    def to_python(self, value: Any) -> str:
        """The phrases, one a line."""
        return "\n".join(phrases_of(super().to_python(value) or ""))

    def validate(self, value: Any) -> None:
        """ValidationError with a sentence for each phrase that cannot be taken."""
        super().validate(value)
        if said := list(about_phrases(value.split("\n"), self._longest)):
            raise ValidationError(said)


class PhrasesField(models.TextField):
    """One phrase a line; `longest` characters each."""

    def __init__(self, *args: Any, longest: int = LONGEST_PHRASE, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._longest = longest

    def formfield(self, form_class: Any = None, choices_form_class: Any = None, **kwargs: Any) -> Any:
        """The box of several lines."""
        given = {"widget": AdminAutoHeightTextInput, "longest": self._longest} | kwargs
        box = form_class or PhrasesFormField
        return super().formfield(form_class=box, choices_form_class=choices_form_class, **given)

    def deconstruct(self) -> Any:
        """In the database it is a text as any other."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs


class SentenceFormField(forms.CharField):
    """A box of one sentence, that may go on from given words."""

    def __init__(self, *, lead: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._lead = lead

    def to_python(self, value: Any) -> str:
        """The sentence on one line."""
        said = super().to_python(value) or ""
        return without_lead(said, self._lead) if self._lead else squeeze(said)

    def validate(self, value: Any) -> None:
        """ValidationError where somebody's number stands in it, in a sentence that goes on from given words."""
        super().validate(value)
        if self._lead and may_hold_number(value):
            raise ValidationError(_A_NUMBER)


class SentenceField(models.CharField):
    """A sentence on one line, in a box that shows all of it; `lead` are the words that it goes on from."""

    def __init__(self, *args: Any, lead: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lead = lead

    def formfield(self, form_class: Any = None, choices_form_class: Any = None, **kwargs: Any) -> Any:
        """The box."""
        given = {"widget": AdminAutoHeightTextInput, "lead": self._lead} | kwargs
        box = form_class or SentenceFormField
        return super().formfield(form_class=box, choices_form_class=choices_form_class, **given)

    def deconstruct(self) -> Any:
        """In the database it is a text as any other."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
