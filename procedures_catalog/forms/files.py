"""Which files the library of forms offers to everybody: that of the version of a form that counts on the day; and of
whom it is told that a file is a form's."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count
from wagtail.documents.models import AbstractDocument

from pages.files.uses import Use
from procedures_catalog.models import FormUse, FormVersion, LibraryForm


def is_offered(file: Any, on: date) -> bool:
    """Whether a form offers this file on a day. One query for a document, none for a picture."""
    if not isinstance(file, AbstractDocument):
        return False
    return any(form.file_id == file.pk for form in LibraryForm.objects.filter(versions__file=file.pk).with_offer(on))


def forms_with(file: Any, person: Any) -> Iterator[Use]:
    """The forms that have this file in a version, whichever counts, each with how many procedures name it; those who
    keep the library publish them. Two queries for a document, none for a picture."""
    if not isinstance(file, AbstractDocument):
        return
    may_keep = person.has_perm("procedures_catalog.change_libraryform")
    versions = FormVersion.objects.filter(file=file.pk).select_related("form").order_by("form__folded", "sort_order")
    labels: dict[LibraryForm, list[str]] = {}
    for version in versions:
        labels.setdefault(version.form, []).append(version.label)
    counted = FormUse.objects.filter(form__in=labels).order_by().values("form").annotate(count=Count("pk"))
    uses = dict(counted.values_list("form", "count"))
    for form, held in labels.items():
        yield Use(f"biểu mẫu {form} (bản: {', '.join(held)}; {uses.get(form.pk, 0)} thủ tục dùng)", may_keep)
