"""The desk's screen for who publishes what communes note: what waits, what is public; publish, send back, take off."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from agencies.models import Role
from agencies.reach import agencies_of
from pages.four_eyes.gate import OwnChangeError
from posting.models import CommuneNote
from posting.models.note import LONGEST_NOTE
from posting.notes.writing import NewerNoteError, notes_for, publish, send_back, take_off, waiting_for
from procedures_catalog.models import ProcedurePage
from vietnamese.spelling import squeeze

LIST, DECIDE = "commune_notes", "commune_note_decide"
LABEL = "Ghi chú của xã"
OVERTAKEN = "Chưa làm: ghi chú này vừa được ghi lại. Hãy xem lại rồi quyết định."
GONE = "Thủ tục không còn trên cổng"
NO_REASON = "Chưa trả lại: hãy ghi lý do."
#: So many are shown at once.
MOST = 200


@require_safe
def notes(request: HttpRequest) -> HttpResponse:
    """What waits, the longest first, and what is public."""
    if not _may(request):
        raise PermissionDenied
    waits = waiting_for(request.user).order_by("latest_revision__created_at")
    public = notes_for(request.user).filter(live=True).order_by("unit__name", "pk")
    shown = {"waits": _lines(waits), "public": _lines(public), "longest": LONGEST_NOTE, "label": LABEL}
    return render(request, "posting/notes/list.html", shown)


def _may(request: HttpRequest) -> bool:
    return bool(agencies_of(request.user, {Role.PUBLISHER}))


def _lines(rows: Any) -> list[dict[str, Any]]:
    found: Iterable[CommuneNote] = list(rows.select_related("unit", "identity", "latest_revision__user")[:MOST])
    pages = ProcedurePage.objects.filter(identity__in=[row.identity_id for row in found])
    titles = {page.identity_id: page.told_name for page in pages.only("identity", "title", "twin_note")}
    return [_line(row, titles.get(row.identity_id, GONE)) for row in found]


def _line(row: CommuneNote, title: str) -> dict[str, Any]:
    return {"row": row, "draft": row.get_latest_revision_as_object(), "title": title}


def _send_back(number: int, user: Any, seen: int, request: HttpRequest) -> CommuneNote:
    reason = squeeze(request.POST.get("reason", ""))
    if not reason:
        raise ValidationError(NO_REASON)
    return send_back(number, user, seen, reason)


#: What a button sends → what it does, and what is said then.
_DOING: Mapping[str, tuple[Callable[[int, Any, int, HttpRequest], CommuneNote], str]] = {
    "publish": (lambda number, user, seen, _request: publish(number, user, seen), "Đã công bố ghi chú của {}."),
    "return": (_send_back, "Đã trả lại ghi chú của {}."),
    "take-off": (lambda number, user, seen, _request: take_off(number, user, seen), "Đã gỡ ghi chú của {}."),
}


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `do` (a key of _DOING), `seen` (the version that was shown), `reason`."""
    doing, done = _DOING.get(request.POST.get("do", ""), (None, ""))
    seen = request.POST.get("seen", "")
    if doing is None or not seen.isdecimal():
        raise PermissionDenied
    try:
        row = doing(pk, request.user, int(seen), request)
        messages.success(request, done.format(row.unit.name))
    except CommuneNote.DoesNotExist as error:
        raise Http404 from error
    except NewerNoteError:
        messages.error(request, OVERTAKEN)
    except OwnChangeError as error:
        messages.error(request, str(error))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(LIST)


# --- Registered by posting/wagtail_hooks.py -------------------------------------------------------


def addresses() -> list[URLPattern]:
    """The list, and the buttons."""
    return [
        path("ghi-chu-cua-xa/", notes, name=LIST),
        path("ghi-chu-cua-xa/<int:pk>/", decide, name=DECIDE),
    ]


class _NotesItem(MenuItem):
    """Shown to who publishes for an agency."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody does."""
        return _may(request)


def menu_item() -> MenuItem:
    """Its place in the main menu, behind the ledger."""
    return _NotesItem(LABEL, reverse(LIST), icon_name="comment", order=321)
