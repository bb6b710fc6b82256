"""The door for guests: a button that opens the draft, the draft with its banner, the form for remarks.

Messengers ask for an address to show what is behind it, so asking alone opens nothing: whoever presses the button does.
Neither the address nor the page with the button says anything of the draft.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from csp.constants import NONE
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from agencies.day import asked_at
from pages.guests.drafts import draft_of
from pages.guests.forms import RemarkForm
from pages.guests.links import fault_of, link_of, take
from pages.guests.remarks import say, takes_remarks
from pages.guests.tickets import give_ticket, has_ticket, key_of
from pages.models import GuestLink, GuestRemark
from pages.models.guest import LONGEST_TEXT, NAME_DAYS, REMARK_DAYS
from pages.visitors.fair_share import is_beyond_its_share

DOOR, REMARKS = "guest_door", "guest_remarks_door"
#: Wrong secrets, openings and remarks that one client may send in a quarter of an hour.
MOST_WRONG, MOST_OPENINGS, MOST_REMARKS, SPAN = 30, 60, 40, 900
_ASK = "Hãy hỏi người đã gửi để có liên kết mới."
#: Why a link is not taken → what is said.
GONE = {
    "unknown": "Liên kết này không đúng. Hãy chép lại cả liên kết từ tin nhắn, hoặc hỏi người đã gửi.",
    "expired": f"Liên kết này đã hết hạn. {_ASK}",
    "used": f"Liên kết này chỉ mở được một lần và đã có người mở. {_ASK}",
    "replaced": f"Liên kết này đã được thay bằng liên kết mới. {_ASK}",
    "revoked": f"Liên kết này đã được thu hồi. {_ASK}",
    "published": "Bản này đã được công bố, nên liên kết xem trước không còn dùng.",
    "given_up": "Bản nháp này không còn nữa, nên liên kết không còn dùng.",
    "wrong": "Vừa có quá nhiều lần mở liên kết từ mạng này. Xin chờ 15 phút rồi mở lại.",
    "many": "Vừa có quá nhiều góp ý được gửi. Xin chờ 15 phút rồi gửi lại.",
    "full": "Liên kết này đã nhận đủ số góp ý. Hãy báo người đã gửi.",
    "unopened": "Hãy mở lại liên kết đã được gửi, rồi gửi góp ý ở cuối trang.",
}
_STATUS = {"unknown": 404, "wrong": 429, "many": 429, "full": 409, "unopened": 403}
_ENDED = 410

View = Callable[[HttpRequest, str], HttpResponse]


@dataclass(frozen=True, slots=True)
class Guest:
    """What the page shows to a guest besides the draft. It stands on the request, where templates find it."""

    link: GuestLink
    saved_at: datetime | None
    form: RemarkForm
    key: str
    takes_remarks: bool
    remarks: Sequence[GuestRemark]
    longest: int = LONGEST_TEXT
    name_days: int = NAME_DAYS
    remark_days: int = REMARK_DAYS


def _for_one(view: View) -> View:
    """Kept by no cache, found by no search engine; whoever is led on by the page does not tell where he was."""

    @wraps(view)
    def answered(request: HttpRequest, secret: str) -> HttpResponse:
        response = view(request, secret)
        response["Cache-Control"] = "private, no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        vars(response)["_csp_replace"] = {"frame-ancestors": [NONE]}
        return response

    # Browsers that tell no referrer tell Django no origin either; the forms have a key of their own.
    return csrf_exempt(answered)


@_for_one
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, secret: str) -> HttpResponse:
    """The button; the draft for who has pressed it."""
    link, fault = _found(request, secret)
    if link is None or fault:
        return _gone(request, fault)
    if has_ticket(request, link):
        return redirect(DOOR, secret) if request.method == "POST" else _draft(request, link, RemarkForm())
    if request.method == "POST":
        return _opened(request, link, secret)
    return _gone(request, "used") if link.is_single and link.openings else render(request, "pages/guests/button.html")


@_for_one
@require_POST
def remark(request: HttpRequest, secret: str) -> HttpResponse:
    """Takes a remark; what was typed is given back where it cannot be taken."""
    link, fault = _found(request, secret)
    fault = fault or (_hindrance(request, link) if link else "unknown")
    if link is None or fault:
        return _gone(request, fault)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return _draft(request, link, form)
    said = say(link, **form.cleaned_data, moment=asked_at(request))
    response = redirect(DOOR, secret)
    response["Location"] += f"#gop-y-{said.pk}"
    return response


def _found(request: HttpRequest, secret: str) -> tuple[GuestLink | None, str]:
    """The link and why it is not taken."""
    link = link_of(secret)
    if link:
        return link, fault_of(link, asked_at(request))
    return None, "wrong" if is_beyond_its_share(request, "guest_links", MOST_WRONG, SPAN) else "unknown"


def _opened(request: HttpRequest, link: GuestLink, secret: str) -> HttpResponse:
    """The way to the draft, with the ticket to it."""
    if is_beyond_its_share(request, "guest_openings", MOST_OPENINGS, SPAN):
        return _gone(request, "wrong")
    if not take(link, asked_at(request)):
        return _gone(request, "used")
    response = redirect(DOOR, secret)
    give_ticket(response, link)
    return response


def _hindrance(request: HttpRequest, link: GuestLink) -> str:
    """Why no remark is taken from this browser."""
    if not has_ticket(request, link) or not constant_time_compare(request.POST.get("key", ""), key_of(request, link)):
        return "unopened"
    if not takes_remarks(link):
        return "full"
    return "many" if is_beyond_its_share(request, "guest_remarks", MOST_REMARKS, SPAN) else ""


def _draft(request: HttpRequest, link: GuestLink, form: RemarkForm) -> HttpResponse:
    """The draft as the public site would show it."""
    draft = draft_of(link.page)
    guest = Guest(
        link=link,
        saved_at=link.page.latest_revision_created_at,
        form=form,
        key=key_of(request, link),
        takes_remarks=takes_remarks(link),
        remarks=list(link.remarks.order_by("at", "pk")),
    )
    mode = draft.default_preview_mode
    vars(request).update(is_preview=True, preview_mode=mode, guest=guest)
    response: Any = draft.serve_preview(request, mode)
    return response.render() if hasattr(response, "render") else response


def _gone(request: HttpRequest, fault: str) -> HttpResponse:
    """One sentence; with what was typed, so that it is not lost."""
    context = {"said": GONE[fault], "typed": request.POST.get("text", "")[:LONGEST_TEXT]}
    return render(request, "pages/guests/gone.html", context, status=_STATUS.get(fault, _ENDED))
