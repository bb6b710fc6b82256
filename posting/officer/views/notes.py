"""The commune's own notes on procedures, as its officers write them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from agencies.models import AdministrativeUnit
from pages.published import published
from posting.models import CommuneNote
from posting.models.note import LONGEST_NOTE
from posting.notes.writing import NewerNoteError, newest, write
from posting.officer.access import for_a_commune
from posting.officer.forms import first_complaint
from procedures_catalog.models import ProcedurePage
from vietnamese.spelling import squeeze

OVERTAKEN = (
    "Chưa lưu: đồng nghiệp vừa ghi lại ghi chú này. Chữ bạn ghi vẫn còn trong ô; hãy xem bản của đồng nghiệp rồi "
    "lưu lại."
)


class NoteForm(forms.Form):
    """One line of plain text, and which version the officer had before him."""

    text = forms.CharField(
        max_length=LONGEST_NOTE,
        error_messages={
            "required": "Hãy ghi nội dung.",
            "max_length": f"Ghi chú dài nhất {LONGEST_NOTE} ký tự.",
        },
    )
    seen = forms.IntegerField(min_value=0, max_value=2**63 - 1)

    def clean_text(self) -> str:
        """Without spaces and breaks that nobody sees."""
        return squeeze(self.cleaned_data["text"])


@for_a_commune
@require_safe
def notes(request: HttpRequest, commune: AdministrativeUnit) -> HttpResponse:
    """All notes of the commune, what waits first."""
    rows = CommuneNote.objects.filter(unit=commune).select_related("latest_revision", "identity")
    ordered = rows.order_by("-has_unpublished_changes", "-latest_revision__created_at", "-pk")
    return render(request, "posting/officer/notes.html", {"notes": list(_lines(ordered))})


def _lines(rows: Iterable[CommuneNote]) -> Iterable[dict[str, Any]]:
    rows = list(rows)
    pages = published(ProcedurePage.objects).filter(identity__in=[row.identity_id for row in rows])
    titles = {page.identity_id: page.told_name for page in pages.only("identity", "title", "twin_note")}
    for row in rows:
        draft = row.get_latest_revision_as_object()
        title = titles.get(row.identity_id, "Thủ tục không còn công bố")
        yield {"row": row, "draft": draft, "title": title, "code": row.identity.short_code}


@for_a_commune
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, commune: AdministrativeUnit, code: str) -> HttpResponse:
    """The form of one note; POST leaves a draft, which another publishes."""
    page = published(ProcedurePage.objects).select_related("identity").filter(identity__short_code=code).first()
    if page is None:
        raise Http404
    if request.method == "POST" and (done := _written(request, commune, page)):
        return done
    held = newest(commune, page.identity)
    public = CommuneNote.objects.filter(unit=commune, identity=page.identity, live=True).first()
    typed = request.POST.get("text", "")[: 2 * LONGEST_NOTE]
    shown = {"page": page, "note": held, "public": public, "typed": typed, "longest": LONGEST_NOTE}
    status = 200 if request.method != "POST" else 422
    return render(request, "posting/officer/note.html", shown, status=status)


def _written(request: HttpRequest, commune: AdministrativeUnit, page: ProcedurePage) -> HttpResponse | None:
    form = NoteForm(request.POST)
    if not form.is_valid():
        messages.error(request, first_complaint(form))
        return None
    try:
        write(commune, page.identity, form.cleaned_data["text"], request.user, form.cleaned_data["seen"])
    except NewerNoteError:
        messages.error(request, OVERTAKEN)
        return None
    messages.success(request, "Đã lưu. Ghi chú hiện cho người dân sau khi người khác công bố.")
    return redirect("officer_notes")
