"""The list of decisions, the form of one, and its page with all its lines."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from wagtail.admin import messages

from agencies.day import asked_at, asked_on
from decisions.changing.composing import compose
from decisions.changing.planning import NO_DRAFT
from decisions.changing.shown import changes_of
from decisions.changing.standing import is_over, standing_of
from decisions.clocks import late_decisions
from decisions.desk.door import DECISION, AboutDecisions, OfDecision
from decisions.desk.forms import DecisionForm, NationalForm
from decisions.desk.kinds import unknown_kinds
from decisions.desk.reach import ADD, CHANGE, decisions_of
from decisions.lines.kinds import LABELS
from decisions.matching import Matched
from decisions.models import ClockKey, Decision, DecisionLine
from decisions.remarks import remarks_of
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.dated.waiting import Waits, waits_for
from procedures_catalog.dated_screens.listing import ONE as SET
from procedures_catalog.dated_screens.wording import wording_of

LIST, NEW, EDIT, DELETE, COMPOSE = (
    *("decisions", "decision_new", "decision_edit", "decision_delete"),
    "decision_compose",
)
NUMBER_ONLY, NATIONAL = "decision_number_only", "decision_national"
#: What names a clock in the address of the list, and the clocks that can be named.
LATE = "qua-han"
_LATE = {ClockKey.PUBLIC: "Quá hạn đưa lên cổng", ClockKey.NATIONAL: "Quá hạn nhập Cơ sở dữ liệu quốc gia"}
_HAS_SET = "Quyết định này có gói thay đổi, nên không xóa được: gói chưa áp dụng thì bỏ gói trước."
A_SCREEN = 100
_ASKING = "con-hoi"
_LONGEST_DAY = 40  # characters of what was typed for a day that are said again


class ListView(AboutDecisions):
    """The decisions of one's agencies, the last that was worked on first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """A few queries, whatever there is; narrowed to those for which a clock of the law has run out."""
        clock = request.GET.get(LATE, "")
        clock = clock if clock in _LATE else ""
        rows = decisions_of(request.user)
        rows = late_decisions(rows, clock, asked_on(request)) if clock else rows
        rows = rows.annotate(line_count=Count("lines")).order_by("-changed_at", "-pk")
        context = {
            "page": Paginator(rows, A_SCREEN).get_page(request.GET.get("page")),
            "may_add": request.user.has_perm(ADD),
            "clocks": [("", "Tất cả"), *_LATE.items()],
            "clock": clock,
            "base_query": f"{LATE}={clock}" if clock else "",
        }
        return render(request, "decisions/desk/list.html", context)


class NewView(AboutDecisions):
    """The form of a new decision."""

    needed_to_look = needed_to_change = ADD

    def get(self, request: HttpRequest) -> HttpResponse:
        """Empty."""
        return _form(request, self._form(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Makes it and leads to its lines."""
        form = self._form(request, request.POST)
        if not form.is_valid():
            return _form(request, form)
        form.instance.made_by = request.user
        decision = form.save()
        messages.success(request, "Đã lập quyết định. Bây giờ hãy thêm các dòng của phụ lục.")
        return redirect(DECISION, decision.pk)

    def _form(self, request: HttpRequest, *given: Any) -> DecisionForm:
        agency = getattr(request.user, "agency_id", None)
        return DecisionForm(*given, person=request.user, on=asked_on(request), initial={"agency": agency})


class EditView(OfDecision):
    """The form of one that is there."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """As it is."""
        return _form(request, self._form(request), self.decision)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Saves it."""
        form = self._form(request, request.POST)
        if not form.is_valid():
            return _form(request, form, self.decision)
        with self.changing(request):
            form.save()
        messages.success(request, "Đã lưu.")
        return redirect(DECISION, self.decision.pk)

    def _form(self, request: HttpRequest, *given: Any) -> DecisionForm:
        return DecisionForm(*given, instance=self.decision, person=request.user, on=asked_on(request))


class DecisionView(OfDecision):
    """One decision: its facts, what its appendix was like, its lines and what they ask."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The lines are held against the catalogue of today."""
        standing = standing_of(self.decision, asked_on(request))
        only_asking = _ASKING in request.GET
        page = Paginator(standing.asking if only_asking else standing.rows, A_SCREEN).get_page(request.GET.get("page"))
        shown = [(line, matched, changes_of(matched, line.pk, standing.plan)) for line, matched in page]
        context = {
            "decision": self.decision,
            "page": page,
            "shown": shown,
            "base_query": _ASKING if only_asking else "",
            "only_asking": only_asking,
            "total": len(standing.rows),
            "asking": len(standing.asking),
            "counts": _counts(standing.rows),
            "lacks": standing.lacks,
            "remarks": remarks_of(self.decision, [line for line, _ in standing.rows]),
            "unknown_kinds": unknown_kinds(line for line, _ in standing.rows),
            "kinds": LABELS,
            "without_draft": sum(NO_DRAFT in matched.line.asks for _, matched in standing.rows),
            "is_whole": standing.is_whole,
            "is_over": is_over(self.decision),
            "words": wording_of(self.decision.changes) if self.decision.changes else None,
            "asks_of_day": "" if is_over(self.decision) else self.decision.asks_of_day(asked_on(request)),
            "national": NationalForm(instance=self.decision, on=asked_on(request)),
            "may_change": request.user.has_perm(CHANGE),
            "waits": _waits(self.decision),
        }
        return render(request, "decisions/desk/decision.html", context)


class NationalView(OfDecision):
    """Notes when a decision was entered into the national database, also after its set was applied."""

    http_method_names = ["post"]
    is_of_afterwards = True

    def post(self, request: HttpRequest) -> HttpResponse:
        """Back to the decision, with a sentence for a day that cannot be."""
        form = NationalForm(request.POST, instance=self.decision, on=asked_on(request))
        if form.is_valid():
            form.save()
            messages.success(request, "Đã lưu ngày nhập Cơ sở dữ liệu quốc gia.")
        else:
            typed = request.POST.get("national_on", "")[:_LONGEST_DAY]
            messages.error(request, f"Chưa lưu ngày “{typed}”. {' '.join(map(str, form.errors['national_on']))}")
        return redirect(DECISION, self.decision.pk)


class DeleteView(OfDecision):
    """Takes away a decision with its lines."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Back to the list."""
        if self.decision.changes is not None and self.decision.changes.state != "dropped":
            raise StepRefused(_HAS_SET)
        name = str(self.decision)
        self.decision.delete()
        messages.success(request, f"Đã xóa quyết định {name}. Nhật ký còn giữ việc xóa.")
        return redirect(LIST)


class NumberOnlyView(OfDecision):
    """Says of all amended procedures that have no draft that their text is right as it is: one press for many lines."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Back to the decision."""
        rows = standing_of(self.decision, asked_on(request)).rows
        lines = [line for line, matched in rows if NO_DRAFT in matched.line.asks]
        with self.changing(request):
            for line in lines:
                line.is_number_only = True
                line.save()
        messages.success(request, f"Đã đánh dấu “Chỉ ghi số quyết định” ở {len(lines)} dòng.")
        return redirect(DECISION, self.decision.pk)


class ComposeView(OfDecision):
    """Makes the decision's set, on whose screen it is handed in, checked, approved and undone."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Leads to the set."""
        changes = compose(self.decision, request.user, asked_at(request), asked_on(request))
        messages.success(request, "Đã lập gói thay đổi từ các dòng. Hãy xem lại rồi gửi thẩm định.")
        return redirect(SET, changes.pk)


def _form(request: HttpRequest, form: DecisionForm, decision: Decision | None = None) -> HttpResponse:
    title = f"Sửa quyết định {decision}" if decision else "Lập quyết định"
    return render(request, "decisions/desk/form.html", {"form": form, "decision": decision, "title": title})


def _waits(decision: Decision) -> Waits | None:
    """For whom its set waits."""
    changes = decision.present_set
    return waits_for(changes, seal_of(changes)) if changes else None


def _counts(rows: Sequence[tuple[DecisionLine, Matched]]) -> list[str]:
    """How many lines there are of each kind, in words."""
    counts = Counter(matched.line.kind for _, matched in rows)
    said = [f"{LABELS[kind]}: {counts[kind]}" for kind in LABELS if counts[kind]]
    return [*said, f"chưa rõ: {counts[None]}"] if counts[None] else said
