"""Change notes at the desk: those of a day, the text for a channel, one note to correct, and who looks at that."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.permissions import page_permission_policy

from agencies.day import UnclearDayError, asked_at, asked_on, local_day, named_day
from pages.afterwards import Looking, looked_at_afterwards
from pages.site.sites import portal_of
from procedures_catalog.desk.note_of_change import LONGEST_NOTE, MINOR_HELP
from procedures_catalog.models import ChangeNote, ChangeNoteCorrection, ProcedurePage
from procedures_catalog.site.updates.views import address_of_text, text_of
from procedures_catalog.versions.notes.correcting import NoteMovedError, WeightyError, correct, give_back
from procedures_catalog.versions.notes.reading import day_of_changes, of_day

LIST, ONE = "change_notes", "change_note"
CORRECTED = "Đã sửa ghi chú. Trang đầu bàn biên tập báo chữ cũ và chữ mới, cho tới khi người khác xem lại."
_ROWS = 50


class NoteForm(forms.Form):
    """What citizens read, and whether they are told."""

    text = forms.CharField(
        label="Thay đổi gì",
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng một câu. Để trống thì lấy lại câu cổng đề xuất.",
    )
    is_minor = forms.BooleanField(label="Sửa nhỏ, không báo", required=False, help_text=MINOR_HELP)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


def notes_for(user: Any) -> QuerySet[ChangeNote]:
    """The notes of procedures that stand before somebody at the desk."""
    mine = page_permission_policy.explorable_instances(user).order_by()
    return ChangeNote.objects.filter(version__identity__page__in=mine.values("pk"))


def _published_by(user: Any, notes: Iterable[ChangeNote]) -> set[int]:
    """The pages of these notes on which somebody publishes. One query."""
    pages = [note.version.identity.page.pk for note in notes]
    mine = page_permission_policy.instances_user_has_any_permission_for(user, {"publish"}).order_by()
    return set(mine.filter(pk__in=pages).values_list("pk", flat=True))


@require_safe
def list_notes(request: HttpRequest) -> HttpResponse:
    """The notes of a day, minor ones too, and the text that a channel gets of that day."""
    today = asked_on(request)
    try:
        said = _of_day(request, named_day(request) or today, today)
    except UnclearDayError as unclear:
        said = {"fault": str(unclear), "typed": request.GET.get("ngay", "")}
    return render(request, "procedures_catalog/desk/change_notes.html", said)


def _of_day(request: HttpRequest, day: date, today: date) -> dict[str, Any]:
    rows = of_day(notes_for(request.user), day).select_related("version__identity__page")
    page = Paginator(rows, _ROWS).get_page(request.GET.get("p"))
    changes = day_of_changes(ProcedurePage.objects.all(), day, today)
    shown = [note.pk for note in page.object_list]
    return {
        "day": day,
        "page": page,
        "mine": _published_by(request.user, page.object_list),
        "told": set(changes.changes.order_by().filter(pk__in=shown).values_list("pk", flat=True)),
        "text": text_of(changes, day, portal_of(request).site_name),
        "text_url": address_of_text(day),
    }


class CorrectNote(View):
    """One note: what the portal proposed, what citizens read, and what it said before."""

    def get(self, request: HttpRequest, version: int) -> HttpResponse:
        """The form. 404 for another agency's, 403 for who does not publish there."""
        note = _mine(request, version)
        initial = {"text": note.text, "is_minor": note.is_minor, "seen": note.text}
        return self._shown(request, note, NoteForm(initial=initial))

    def post(self, request: HttpRequest, version: int) -> HttpResponse:
        """Corrects it at once; what cannot be taken comes back with what was typed."""
        note, form = _mine(request, version), NoteForm(request.POST)
        if not form.is_valid():
            return self._shown(request, note, form)
        typed = form.cleaned_data
        try:
            seen, text, is_minor = typed["seen"], typed["text"], typed["is_minor"]
            changed = correct(note.pk, seen, text, is_minor, request.user, asked_at(request))
        except WeightyError as weighty:
            form.add_error("is_minor", str(weighty))
            return self._shown(request, note, form)
        except NoteMovedError as moved:
            note.refresh_from_db()
            again = NoteForm({**request.POST.dict(), "seen": note.text})
            again.add_error("text", str(moved))
            return self._shown(request, note, again)
        messages.success(request, CORRECTED if changed else "Không có gì thay đổi.")
        day = note.version.noted_at
        return redirect(f"{reverse(LIST)}?ngay={local_day(day).isoformat()}")

    def _shown(self, request: HttpRequest, note: ChangeNote, form: NoteForm) -> HttpResponse:
        said = {"note": note, "form": form, "corrections": note.corrections.select_related("by")}
        status = 422 if form.errors else 200
        return render(request, "procedures_catalog/desk/change_note.html", said, status=status)


def _mine(request: HttpRequest, version: int) -> ChangeNote:
    note = get_object_or_404(notes_for(request.user).select_related("version__identity__page"), pk=version)
    if not note.version.identity.page.permissions_for_user(request.user).may_publish():
        raise PermissionDenied
    return note


# --- The other pair of eyes -----------------------------------------------------------------------


def connect() -> None:
    """Says how a correction is looked at afterwards; twice changes nothing."""
    looked_at_afterwards(ChangeNoteCorrection, Looking(_may_look, _where, give_back, _corrections))


def _corrections() -> QuerySet[ChangeNoteCorrection]:
    """With their pages, without the texts of their versions."""
    rows = ChangeNoteCorrection.objects.select_related("note__version__identity__page")
    return rows.defer("note__version__kept", "note__version__texts")


def _may_look(made: ChangeNoteCorrection, user: Any) -> bool:
    page = getattr(made.note.version.identity, "page", None)
    return user.is_superuser if page is None else bool(page.permissions_for_user(user).may_publish())


def _where(made: ChangeNoteCorrection) -> str:
    return reverse(ONE, args=[made.note_id])


def addresses() -> list[URLPattern]:
    """The list, and one note."""
    return [
        path("thay-doi-gi/", list_notes, name=LIST),
        path("thay-doi-gi/<int:version>/", CorrectNote.as_view(), name=ONE),
    ]
