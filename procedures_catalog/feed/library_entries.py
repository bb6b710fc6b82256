"""What the library of forms tells the finder: the forms of which the desk has told more than a number."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from agencies.models.dated import not_ended
from consequences.keys import library_key
from pages.entry import SearchEntry
from procedures_catalog.facts.forms.named import told_number
from procedures_catalog.models import FormVersion, LibraryForm

#: Who asks for a number wants the procedures first; their texts say it, and so does the form's own name, which is worth
#: about half as much again.
_BELOW_PROCEDURES = -8.0


def library_entries(on: date, ids: Iterable[int] | None = None) -> Iterator[SearchEntry]:
    """An entry for each form as it is on a day that somebody named or put a version into, or for those of the given
    ids. One query.

    Of the thousands that are nothing but a number the finder holds none: who asks for one is told of it by
    `forms.library.form_asked`, and what they have in common would weigh on every other question.
    """
    wanted = None if ids is None else set(ids)
    if wanted == set():
        return
    for form in _forms(on) if wanted is None else _forms(on).filter(pk__in=wanted):
        yield _entry(form)


def count_library(on: date) -> int:
    """How many entries `library_entries` makes of all."""
    return _forms(on).count()


def _forms(on: date) -> QuerySet:
    versions = FormVersion.objects.filter(form=OuterRef("pk"))
    return (
        LibraryForm.objects.public()
        .annotate(is_held=Exists(versions), counts=Exists(versions.filter(not_ended(on))))
        .filter(~Q(name="") | Q(is_held=True))
        .order_by("pk")
    )


def _entry(form: LibraryForm) -> SearchEntry:
    """The form by its number and its name."""
    return SearchEntry(
        key=library_key(form.pk),
        kind="form",
        title=" – ".join(filter(None, (_title(form.number), form.name))),
        url=form.get_absolute_url(),
        names=(form.name,) if form.name else (),
        body="\n".join(filter(None, (form.issuer, form.note))),
        is_current=form.replaced_by_id is None and (form.counts or not form.is_held),
        rank=_BELOW_PROCEDURES,
    )


def _title(number: str) -> str:
    """Not the very words of a question, which would put it above all that only tells of it: "Biểu mẫu CT01"."""
    told = told_number(number)
    return f"Biểu {told[0].lower()}{told[1:]}" if told.startswith("Mẫu") else told
