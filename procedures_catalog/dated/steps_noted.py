"""Writes down what was done with a set, and by whom."""

from datetime import datetime

from procedures_catalog.models import ChangeSet, ChangeSetStep


def note_step(changes: ChangeSet, step: str, moment: datetime, *, user_id: int | None = None, reason: str = "") -> None:
    """Without the number of an account the portal did it."""
    ChangeSetStep.objects.create(changes=changes, step=step, user_id=user_id, at=moment, reason=reason)
