"""The reason that somebody gives for what he does alone: one sentence at least, and no book; and the screen that asks
for it between a form and what the form does."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

#: A reason is a sentence, not a dot.
SHORTEST = 10
LONGEST = 1000
#: What the screen between calls its box: no form that it stands behind has one of that name.
WHY = "why"


def reason_of(request: HttpRequest, name: str = "reason") -> str:
    """What the form says, in one line."""
    return " ".join(request.POST.get(name, "").split())


def fault_of(reason: str) -> str:
    """What is wrong with it in a sentence; "" when nothing is."""
    if len(reason) < SHORTEST:
        return f"Hãy ghi rõ lý do, ít nhất {SHORTEST} ký tự."
    return f"Lý do dài quá {LONGEST} ký tự." if len(reason) > LONGEST else ""


def ask_why(request: HttpRequest, title: str, said: Iterable[str]) -> str | HttpResponse:
    """The reason for what a form was sent to do; without one the screen that asks for it, with what was typed kept, to
    be sent to the same address. `title` says what is about to be done, `said` what it means, a sentence each."""
    reason = reason_of(request, WHY)
    fault = fault_of(reason)
    if not fault:
        return reason
    kept = [(name, value) for name, values in request.POST.lists() for value in values if name not in _NOT_KEPT]
    shown = {
        "title": title,
        "said": list(said),
        "kept": kept,
        "reason": reason,
        "fault": fault if WHY in request.POST else "",
        "shortest": SHORTEST,
        "longest": LONGEST,
    }
    return render(request, "pages/desk/why.html", shown, status=422)


_NOT_KEPT = frozenset({WHY, "csrfmiddlewaretoken"})
