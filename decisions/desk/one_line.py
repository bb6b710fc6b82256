"""One line of a decision: typed in, corrected, held against the catalogue, told which procedure it means."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin import messages

from agencies.day import asked_at, asked_on
from decisions.changing.brought import Gap
from decisions.changing.drafting import draft_page, lacking
from decisions.changing.shown import changes_of
from decisions.changing.standing import standing_of
from decisions.desk.door import DECISION, OfDecision
from decisions.desk.finding import found_by
from decisions.desk.forms import LineForm
from decisions.desk.reach import may_begin_for, procedures_seen
from decisions.matching import BRINGS as BRINGING
from decisions.models import DecisionLine
from decisions.taking_in import next_place, note_sure
from procedures_catalog.dated.steps import StepRefused

LINE, NEW_LINE, DELETE_LINE = "decision_line", "decision_line_new", "decision_line_delete"
#: What the buttons of the form send.
FIND, BRINGS, MEANS, DRAFT = "tim", "moi", "thu-tuc", "lap-trang"
_NO_DRAFT = "Không lập được trang nháp: dòng này đã gắn với một thủ tục, hoặc bạn không soạn cho cơ quan này."
_GONE = "Thủ tục ấy không có, hoặc là của cơ quan khác và chưa công bố."


class LineView(OfDecision):
    """The form with what the line means, and its buttons: save, look for procedures, choose one. Without a number it is
    a new line."""

    line: DecisionLine

    def get(self, request: HttpRequest, line: int | None = None) -> HttpResponse:
        """As it is."""
        self.line = self._line(line)
        return self._show(request, self._form(request))

    def post(self, request: HttpRequest, line: int | None = None) -> HttpResponse:
        """Does what the button says. Looking for procedures saves nothing, and loses nothing that was typed."""
        self.line = self._line(line)
        form = self._form(request, request.POST)
        if _looks(request) or not form.is_valid() or not self._keep(request, form):
            return self._show(request, form)
        if DRAFT in request.POST:
            return self._draft(request)
        messages.success(request, "Đã lưu dòng này.")
        return redirect(LINE, self.decision.pk, self.line.pk)

    def _draft(self, request: HttpRequest) -> HttpResponse:
        """Makes the draft page of a new procedure, and leads to it. Raises StepRefused for who may not."""
        if not may_begin_for(request.user, self.decision.agency_id) or self.line.identity_id:
            raise StepRefused(_NO_DRAFT)
        with self.changing(request):
            page = draft_page(self.line, request.user, asked_at(request))
        messages.success(request, "Đã lập trang nháp từ dòng này. Hãy soạn nội dung; trang chưa công khai.")
        if gaps := lacking(self.line):
            messages.warning(request, f"Dòng của quyết định chưa nói, nên trang để trống: {_named(gaps)}.")
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _line(self, number: int | None) -> DecisionLine:
        """Http404 for one of another decision."""
        if number is not None:
            return get_object_or_404(self.decision.lines, pk=number)
        return DecisionLine(decision=self.decision, place=next_place(self.decision))

    def _keep(self, request: HttpRequest, form: LineForm) -> bool:
        """Whether it was saved; a procedure that cannot be chosen is refused at the form."""
        line = form.instance
        if form.says_another():
            line.identity = line.confirmed_by = line.confirmed_at = None
        if (MEANS in request.POST or BRINGS in request.POST) and not self._confirm(request, line):
            form.add_error(None, _GONE)
            return False
        note_sure(self.decision, [line])
        with self.changing(request):
            line.save()
        return True

    def _confirm(self, request: HttpRequest, line: DecisionLine) -> bool:
        """Whether what the person chose is there for him; None of the catalogue's, where the line brings a new one."""
        line.confirmed_by_id, line.confirmed_at = request.user.pk, asked_at(request)
        if MEANS not in request.POST:
            line.identity = None
            return True
        number = request.POST[MEANS]
        page = procedures_seen(request.user).filter(pk=int(number) if number.isdecimal() else 0).first()
        line.identity_id = page.identity_id if page else None
        return page is not None

    def _form(self, request: HttpRequest, *given: Any) -> LineForm:
        return LineForm(*given, instance=self.line, person=request.user)

    def _show(self, request: HttpRequest, form: LineForm) -> HttpResponse:
        asked = request.POST.get("q", "")
        standing = standing_of(self.decision, asked_on(request))
        kept, matched = next((row for row in standing.rows if row[0].pk == self.line.pk), (None, None))
        may_draft = kept is not None and not kept.identity_id and kept.kind_said in BRINGING
        context = {
            "decision": self.decision,
            "line": kept,
            "form": form,
            "matched": matched,
            "shown": changes_of(matched, kept.pk, standing.plan) if kept and matched else None,
            "may_draft": may_draft,
            "gaps": lacking(kept) if kept and may_draft else [],
            "q": asked,
            "found": found_by(procedures_seen(request.user), asked) if _looks(request) else None,
        }
        return render(request, "decisions/desk/line.html", context)


class DeleteLineView(OfDecision):
    """Takes one line away."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, line: int) -> HttpResponse:
        """Back to the decision."""
        found = get_object_or_404(self.decision.lines, pk=line)
        with self.changing(request):
            found.delete()
        messages.success(request, "Đã xóa dòng này.")
        return redirect(DECISION, self.decision.pk)


def _named(gaps: Sequence[Gap]) -> str:
    return "; ".join(f"{gap.label} ({gap.why})" for gap in gaps)


def _looks(request: HttpRequest) -> bool:
    """Whether procedures are looked for: by the button, or by Enter behind words that were not looked for yet."""
    sent = request.POST
    chooses = any(button in sent for button in (MEANS, BRINGS, DRAFT))
    return FIND in sent or (not chooses and bool(sent.get("q")) and sent["q"] != sent.get("looked"))
