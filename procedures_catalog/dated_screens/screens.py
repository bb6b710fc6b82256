"""One set at the desk: what it changes, and a button for each step that this person may take."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.views import View
from wagtail.admin import messages

from agencies.day import asked_at, asked_on
from procedures_catalog.dated import steps
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.dated.followed import address_followed
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.steps import StepRefused, may, may_take_out
from procedures_catalog.dated.undoing import changed_later, undo
from procedures_catalog.dated.waiting import waits_for
from procedures_catalog.dated_screens import preview
from procedures_catalog.dated_screens.form import ChangeSetForm
from procedures_catalog.dated_screens.listing import LIST, ONE, list_sets, set_of
from procedures_catalog.dated_screens.reopened import telling
from procedures_catalog.dated_screens.told import procedures_of
from procedures_catalog.dated_screens.wording import wording_of
from procedures_catalog.models import ChangeSet

STEP, EDIT, REMOVE = "change_set_step", "change_set_edit", "change_set_remove"
LONGEST_REASON = 1000
MOST_TICKED = 1000
#: What is said when a step was taken.
_DONE = {
    "submit": "Đã gửi thẩm định.",
    "return": "Đã trả lại cho người soạn.",
    "check": "Đã thẩm định; chờ người công bố duyệt.",
    "approve": "Đã duyệt. Từ bây giờ người dân đọc được thông báo trước.",
    "look": "Đã ghi: đã xem nội dung vừa đổi, giữ nguyên gói.",
    "drop": "Đã bỏ gói thay đổi.",
    "undo": "Đã hoàn tác.",
}

_AT_ONCE = "Đã duyệt và đã áp dụng ngay: người dân đọc được nội dung mới từ bây giờ."


def show_set(request: HttpRequest, changes: int) -> HttpResponse:
    """The set with what it changes, and what may be done."""
    return _shown(request, set_of(request, changes))


def _shown(request: HttpRequest, changes: ChangeSet, fault: str = "", reason: str = "") -> HttpResponse:
    seal = seal_of(changes)
    said = {
        "changes": changes,
        "procedures": procedures_of(changes),
        "words": wording_of(changes),
        "may": _may(request.user, changes, seal),
        "followed": address_followed(changes),
        "waits": waits_for(changes, seal),
        "later": changed_later(changes) if changes.state == "applied" else (),
        "history": changes.steps.select_related("user"),
        "seal": seal,
        "is_changed": changes.state in ("checked", "approved") and changes.seal != seal,
        "fault": fault,
        "reason": reason,
        "longest": LONGEST_REASON,
    }
    return render(request, "procedures_catalog/desk/change_set.html", said, status=422 if fault else 200)


def _may(user: Any, changes: ChangeSet, seal: str) -> Mapping[str, bool]:
    """Which buttons there are; what a step refuses besides, it says. `seal` is the set's as it is now."""
    writes, checks, approves = (may(user, role, changes) for role in ("write", "check", "approve"))
    state = changes.state
    waits = state == "submitted" or (state == "checked" and changes.seal != seal)
    return {
        "write": writes and changes.is_open,
        "submit": writes and state == "draft",
        "return": checks and state in ("submitted", "checked", "approved"),
        "check": checks and waits and not steps.is_sender(changes, user),
        "approve": approves and _waits_for(user, changes, seal),
        "look": approves and state == "approved" and changes.is_moved,
        "drop": changes.is_open and may_take_out(user, changes),
        "undo": approves and state == "applied",
    }


def _waits_for(user: Any, changes: ChangeSet, seal: str) -> bool:
    is_as_checked = changes.state == "submitted" or (changes.state == "checked" and changes.seal == seal)
    return is_as_checked and not steps.against_approving(changes, user)


class TakeStep(View):
    """One step on the way of a set."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, changes: int, step: str) -> HttpResponse:
        """Takes it; says why not, with what was typed."""
        found = set_of(request, changes)
        reason = " ".join(request.POST.get("reason", "").split())[:LONGEST_REASON]
        try:
            _take(request, found, step, reason)
        except StepRefused as refused:
            found.refresh_from_db()
            return _shown(request, found, str(refused), reason)
        _say_what_was_done(request, found, step)
        return redirect(ONE, changes)


def _say_what_was_done(request: HttpRequest, changes: ChangeSet, step: str) -> None:
    """What was approved for today is in force already, or says on its screen why it is not."""
    changes.refresh_from_db()
    if step == "approve" and changes.failure:
        messages.warning(request, f"Đã duyệt, nhưng chưa áp dụng được: {changes.failure}")
    else:
        messages.success(request, _AT_ONCE if step == "approve" and changes.state == "applied" else _DONE[step])


def _take(request: HttpRequest, changes: ChangeSet, step: str, reason: str) -> None:
    user, moment, on = request.user, asked_at(request), asked_on(request)
    seen = request.POST.get("seal", "")
    if step not in _DONE:
        raise StepRefused("Không có việc này.")
    if step == "approve":
        steps.approve(changes.pk, user, moment, on, seen, sees_overlaps=request.POST.get("seen") == "on")
        apply_due(on, moment)  # what begins today, or reaches back, waits for no timer
    elif step == "check":
        steps.check(changes.pk, user, moment, seen)
    elif step == "undo":
        undo(changes.pk, user, moment, reason)
    elif step in ("return", "drop"):
        (steps.send_back if step == "return" else steps.drop)(changes.pk, user, moment, reason)
    else:
        getattr(steps, step)(changes.pk, user, moment)


class EditSet(View):
    """Its name, day and document."""

    def get(self, request: HttpRequest, changes: int) -> HttpResponse:
        """The form; of a set that follows something else, that."""
        found = set_of(request, changes)
        if address := address_followed(found):
            return redirect(address)
        return self._form(request, found, ChangeSetForm(instance=found, on=asked_on(request)))

    def post(self, request: HttpRequest, changes: int) -> HttpResponse:
        """Keeps it; what was approved has to be approved again."""
        found = set_of(request, changes)
        form = ChangeSetForm(request.POST, instance=found, on=asked_on(request))
        if not form.is_valid():
            return self._form(request, found, form)
        try:
            with telling(request, found), steps.writing_by_hand(changes, request.user, asked_at(request)) as held:
                for name in form.changed_data:
                    setattr(held, name, form.cleaned_data[name])
        except StepRefused as refused:
            form.add_error(None, str(refused))
            return self._form(request, found, form)
        messages.success(request, "Đã lưu.")
        return redirect(ONE, changes)

    def _form(self, request: HttpRequest, changes: ChangeSet, form: ChangeSetForm) -> HttpResponse:
        status = 422 if form.errors else 200
        said = {"changes": changes, "form": form}
        return render(request, "procedures_catalog/desk/change_set_form.html", said, status=status)


class RemoveDifferences(View):
    """Takes what a set says of a procedure, or of one part of it, out of the set."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, changes: int) -> HttpResponse:
        """Removes the differences that were ticked."""
        found = set_of(request, changes)
        ticked = request.POST.getlist("difference")[:MOST_TICKED]
        wanted = [int(text) for text in ticked if text.isdecimal() and len(text) < 10]
        try:
            with telling(request, found), steps.taking_out(changes, request.user, asked_at(request)):
                removed, _ = found.differences.filter(pk__in=wanted).delete()
        except StepRefused as refused:
            return _shown(request, found, str(refused))
        messages.success(request, f"Đã bỏ {removed} thay đổi khỏi gói.")
        return redirect(ONE, changes)


def addresses() -> list[URLPattern]:
    """Where the screens stand."""
    return [
        path("thay-doi-hen-ngay/", list_sets, name=LIST),
        path("thay-doi-hen-ngay/<int:changes>/", show_set, name=ONE),
        path("thay-doi-hen-ngay/<int:changes>/sua/", EditSet.as_view(), name=EDIT),
        path("thay-doi-hen-ngay/<int:changes>/bo-bot/", RemoveDifferences.as_view(), name=REMOVE),
        *preview.addresses(),
        path("thay-doi-hen-ngay/<int:changes>/<slug:step>/", TakeStep.as_view(), name=STEP),
    ]
