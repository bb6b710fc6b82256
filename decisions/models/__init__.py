"""Decisions and their lines."""

from decisions.models.decision import Decision, DecisionKind
from decisions.models.line import DecisionLine

__all__ = ["Decision", "DecisionKind", "DecisionLine"]
