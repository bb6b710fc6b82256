"""Whether a legal document is in force on a day, from its dates (as Luật 64/2025/QH15 understands them)."""

from collections.abc import Mapping
from datetime import date

from vietnamese.days import Span

NOT_YET, IN_FORCE, EXPIRED, UNKNOWN = "not_yet", "in_force", "expired", "unknown"

#: Status → what people read.
LABELS: Mapping[str, str] = {
    NOT_YET: "Chưa có hiệu lực",
    IN_FORCE: "Còn hiệu lực",
    EXPIRED: "Hết hiệu lực",
    UNKNOWN: "Chưa rõ hiệu lực",
}


def status(effective_from: date | None, expires_on: date | None, on: date, declared: str = "") -> str:
    """A key of `LABELS`. `expires_on` is the first day on which the document is no longer in force.

    `declared` (a key of `LABELS`, or "") is what a source says of the document; it counts only where the
    dates leave the question open, because a status without a date grows old.
    """
    span = Span(effective_from, expires_on)
    if span.has_ended(on):
        return EXPIRED
    if effective_from:
        return NOT_YET if span.is_to_come(on) else IN_FORCE
    return declared or UNKNOWN


def shown(key: str) -> dict[str, str]:
    """The status as templates read it: {label, kind}."""
    return {"label": LABELS[key], "kind": key}
