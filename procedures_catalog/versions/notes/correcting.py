"""Corrects a note that is public already: what it said before is kept with who changed it and when."""

from datetime import datetime
from typing import Any

from django.db import transaction

from procedures_catalog.comparing.in_a_note import is_weighty
from procedures_catalog.models import ChangeNote, ChangeNoteCorrection
from procedures_catalog.presenting.note_lines import typed_lines


class NoteMovedError(Exception):
    """Somebody else corrected the note meanwhile; it says so to people."""

    def __init__(self) -> None:
        super().__init__("Ghi chú này vừa được người khác sửa: hãy xem chữ mới ở trên rồi sửa tiếp.")


class WeightyError(Exception):
    """What changed is no small thing, whatever somebody says; it says so to people."""

    def __init__(self) -> None:
        super().__init__(
            "Thay đổi về tình trạng, ngày áp dụng, thời hạn hoặc phí, lệ phí phải báo cho dân, không ghi là sửa nhỏ."
        )


@transaction.atomic
def correct(note_id: int, seen: str, text: str, is_minor: bool, user: Any, moment: datetime) -> bool:
    """Writes what a person typed in the place of what he has `seen`, without a text what the portal proposed; whether
    that changes anything. Raises NoteMovedError, WeightyError, and
    DoesNotExist."""
    note = ChangeNote.objects.select_for_update().get(pk=note_id)
    if typed_lines(seen) != typed_lines(note.text):
        raise NoteMovedError
    after = typed_lines(text) or note.proposed
    if (after, is_minor) == (note.text, note.is_minor):
        return False
    if is_minor and not note.is_minor and is_weighty(note.parts):
        raise WeightyError
    ChangeNoteCorrection.objects.create(
        note=note, by=user, at=moment, before=note.text, after=after, was_minor=note.is_minor, is_minor=is_minor
    )
    note.text, note.is_minor, note.corrected_at = after, is_minor, moment
    note.save()
    return True
