"""The kind of all lines beside which one unknown word stands, said once by a person."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from decisions.desk.door import DECISION, OfDecision
from decisions.lines.kinds import LABELS, Kind
from decisions.models import DecisionLine

KIND_OF_ALL = "decision_kind_of_all"
#: So many words are offered at once.
MOST_WORDS = 20
_NOT_CHOSEN = "Chưa đặt: hãy chọn một nội dung cho các dòng ấy."
_NONE_LEFT = "Không còn dòng nào chưa rõ nội dung mà ghi như vậy."


@dataclass(frozen=True, slots=True)
class Unknown:
    """What stands for a kind beside lines of which nobody has said it, "" for nothing, and how many lines these are."""

    written: str
    count: int


def unknown_kinds(lines: Iterable[DecisionLine]) -> list[Unknown]:
    """The words of several lines, those of the most lines first; where one line alone says a word, its kind is said
    there."""
    counts = Counter(line.kind_written for line in lines if not line.kind)
    return [Unknown(written, count) for written, count in counts.most_common(MOST_WORDS) if count > 1]


class KindOfAllView(OfDecision):
    """Says the kind of all lines of one word; other lines, and those whose kind was said already, stay as they are."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Back to the decision."""
        kind = request.POST.get("kind", "")
        if kind not in LABELS:
            messages.error(request, _NOT_CHOSEN)
            return redirect(DECISION, self.decision.pk)
        lines = list(self.decision.lines.filter(kind="", kind_written=request.POST.get("written", "")))
        if not lines:
            messages.error(request, _NONE_LEFT)
            return redirect(DECISION, self.decision.pk)
        with self.changing(request):
            for line in lines:
                line.kind = kind
                line.save()
        messages.success(request, f"Đã đặt “{LABELS[Kind(kind)]}” cho {len(lines)} dòng.")
        return redirect(DECISION, self.decision.pk)
