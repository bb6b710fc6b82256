"""Decisions, their lines, and the times that the law sets for what follows."""

from decisions.models.clock import ClockKey, LegalClock
from decisions.models.decision import Decision, DecisionKind
from decisions.models.line import DecisionLine

__all__ = ["ClockKey", "Decision", "DecisionKind", "DecisionLine", "LegalClock"]
