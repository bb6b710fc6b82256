"""The list of imports, the screen of one, and the steps that are taken there."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from agencies.day import asked_at
from procedures_catalog.desk_screens.imports.access import CHOOSE, RIGHT, RUN, RUNS, STEP, UPLOAD, KeepersView
from procedures_catalog.desk_screens.imports.handing_in import UploadView
from procedures_catalog.desk_screens.imports.sections import LABELS, rows_of, sections
from procedures_catalog.importing.at_desk.running import (
    NotNowError,
    approve,
    begin_undoing,
    choose_items,
    choose_parts,
    errand,
    hindrance,
    reject,
)
from procedures_catalog.importing.keeping.chosen import undecided
from procedures_catalog.models import ImportItem, ImportPart, ImportRun

_RUNS = 50
_DONE = {
    "approve": "Đã duyệt; cổng đang ghi những gì được chọn.",
    "reject": "Không nhập gì từ tệp này.",
    "undo": "Cổng đang đưa các trang về như trước lần nhập.",
    "again": "Cổng đang thử lại.",
}


class RunsView(KeepersView):
    """All imports, the newest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of them."""
        runs = Paginator(ImportRun.objects.select_related("author", "approver", "refuser", "undoer"), _RUNS)
        said = {"runs": runs.get_page(request.GET.get("p", "1")), "upload_url": reverse(UPLOAD)}
        return render(request, "procedures_catalog/desk/imports/runs.html", said)


class RunView(KeepersView):
    """One import: what it would do, section by section, and the steps that can be taken."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """One page of one section."""
        run = get_object_or_404(ImportRun.objects.select_related("author", "approver", "refuser", "undoer"), pk=number)
        found = sections(run)
        section = request.GET.get("muc") or (found[0][0] if found else "")
        if section and section not in LABELS:
            raise Http404
        group = request.GET.get("nhom", "")
        is_waiting = run.state == "waiting"
        said = {
            "run": run,
            "sections": found,
            "section": section,
            "group": group,
            "rows": rows_of(run, section, group, request.GET.get("p", "1")) if section else [],
            "is_waiting": is_waiting,
            "is_busy": run.state in ImportRun.DUE,
            "undecided": undecided(run) if is_waiting else 0,
            "hindrance": hindrance(run, request.user) if is_waiting else "",
            "may_undo": run.state in ("finished", "given_up") and run.pages.exists(),
            "choose_url": reverse(CHOOSE, args=[run.pk]),
            "here": urlencode({"muc": section, "nhom": group, "p": request.GET.get("p", "1")}),
        }
        return render(request, "procedures_catalog/desk/imports/run.html", said)


class ChooseView(KeepersView):
    """What somebody chooses of a waiting import: of a group, of one part, of procedures as wholes."""

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Back to where it was chosen."""
        run = get_object_or_404(ImportRun, pk=number)
        choice = request.POST.get("choice", "")
        if choice not in ImportPart.CHOICES:
            raise Http404
        try:
            count = _chosen(run, request.POST, choice, request.user)
            messages.success(request, f"Đã ghi lựa chọn cho {count} mục.")
        except NotNowError as why:
            messages.error(request, str(why))
        return redirect(f"{reverse(RUN, args=[number])}?{request.POST.get('here', '')}")


def _chosen(run: ImportRun, said: QueryDict, choice: str, user: Any) -> int:
    if group := said.get("group"):
        return choose_parts(run, ImportPart.objects.filter(group=group), choice, user)
    if part := said.get("part"):
        return choose_parts(run, ImportPart.objects.filter(pk=_number(part)), choice, user)
    if kind := said.get("kind"):
        return choose_items(run, ImportItem.objects.filter(kind=kind), choice, user)
    return choose_items(run, ImportItem.objects.filter(pk=_number(said.get("item", ""))), choice, user)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise Http404
    return int(text)


def _again(_run: ImportRun, _user: Any, _moment: Any) -> None:
    errand.want()


_STEPS: dict[str, Callable[[ImportRun, Any, Any], None]] = {
    "approve": approve,
    "reject": lambda run, user, _moment: reject(run, user),
    "undo": begin_undoing,
    "again": _again,
}


class StepView(KeepersView):
    """Approve, not import, undo, or try again what stopped."""

    def post(self, request: HttpRequest, number: int, step: str) -> HttpResponse:
        """Takes the step, and back to the import; why not where it cannot be taken."""
        run = get_object_or_404(ImportRun, pk=number)
        if step not in _STEPS:
            raise Http404
        try:
            _STEPS[step](run, request.user, asked_at(request))
            messages.success(request, _DONE[step])
        except NotNowError as why:
            messages.error(request, str(why))
        return redirect(RUN, number)


# --- Where they stand -----------------------------------------------------------------------------


def addresses() -> list[URLPattern]:
    """All screens of imports."""
    return [
        path("nhap-du-lieu/", RunsView.as_view(), name=RUNS),
        path("nhap-du-lieu/nop/", UploadView.as_view(), name=UPLOAD),
        path("nhap-du-lieu/<int:number>/", RunView.as_view(), name=RUN),
        path("nhap-du-lieu/<int:number>/chon/", ChooseView.as_view(), name=CHOOSE),
        path("nhap-du-lieu/<int:number>/<slug:step>/", StepView.as_view(), name=STEP),
    ]


class ImportsItem(MenuItem):
    """Shown to those who keep the catalogue."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person takes imports over."""
        return request.user.has_perm(RIGHT)
