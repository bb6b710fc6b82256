"""The reason that somebody gives for what he does alone: one sentence at least, and no book."""

from django.http import HttpRequest

#: A reason is a sentence, not a dot.
SHORTEST = 10
LONGEST = 1000


def reason_of(request: HttpRequest) -> str:
    """What the form says, in one line."""
    return " ".join(request.POST.get("reason", "").split())


def fault_of(reason: str) -> str:
    """What is wrong with it in a sentence; "" when nothing is."""
    if len(reason) < SHORTEST:
        return f"Hãy ghi rõ lý do, ít nhất {SHORTEST} ký tự."
    return f"Lý do dài quá {LONGEST} ký tự." if len(reason) > LONGEST else ""
