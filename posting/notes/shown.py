"""What readers see of communes' notes: the published text, whose it is, since which day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from agencies.day import local_day
from agencies.models import Agency
from posting.models import CommuneNote


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is public, the commune that wrote it, and the day of its publication."""

    text: str
    commune: str
    day: date

    @property
    def label(self) -> str:
        """Whose it is and since when, in a line."""
        return f"Ghi chú của {self.commune}, ngày {self.day:%d/%m/%Y}"


def note_at(identity: int | None, code: str) -> Note | None:
    """A commune's note (by the unit's code) on a procedure (by its identity). One query."""
    row = CommuneNote.objects.filter(live=True, identity=identity, unit__code=code).select_related("unit").first()
    return _note(row) if row else None


def notes_of(unit: int | None) -> Mapping[int, Note]:
    """All of a commune's notes: identity → note. One query, none without a commune."""
    rows = CommuneNote.objects.filter(live=True, unit=unit).select_related("unit") if unit else ()
    return {row.identity_id: _note(row) for row in rows}


def agency_of(row: CommuneNote) -> int | None:
    """Whose the note is in the log: the commune's committee, else what else stands there."""
    held = Agency.objects.filter(unit=row.unit_id).order_by("kind", "order", "pk")
    return held.values_list("pk", flat=True).first()


def _note(row: CommuneNote) -> Note:
    return Note(row.text, row.unit.name, local_day(cast(datetime, row.last_published_at)))
