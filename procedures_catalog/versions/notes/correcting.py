"""Corrects a note that is public already: what it said before is kept with who changed it and when, and another person
looks at it afterwards, who may give the former words back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from pages.afterwards import CannotTakeBackError, tell_of_change
from pages.models.emergency import Kind
from procedures_catalog.comparing.in_a_note import is_weighty
from procedures_catalog.models import ChangeNote, ChangeNoteCorrection
from procedures_catalog.presenting.note_lines import in_one_line, typed_lines

MOVED_ON = "Chưa trả lại: ghi chú đã được sửa tiếp sau lần này. Hãy mở ghi chú để xem chữ bây giờ rồi sửa ở đó."


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


@dataclass(frozen=True, slots=True)
class _Words:
    """What a note says, a sentence a line, and whether it is announced to nobody."""

    text: str
    is_minor: bool

    def in_words(self) -> str:
        """For who looks at a change of them."""
        return f"“{in_one_line(self.text)}”{' (sửa nhỏ, không báo)' if self.is_minor else ''}"


@transaction.atomic
def correct(note_id: int, seen: str, text: str, is_minor: bool, user: Any, moment: datetime) -> bool:
    """Writes what a person typed in the place of what he has `seen`, without a text what the portal proposed, and tells
    everybody at the desk; whether that changes anything. Raises NoteMovedError, WeightyError, and DoesNotExist."""
    note = ChangeNote.objects.select_for_update().get(pk=note_id)
    if typed_lines(seen) != typed_lines(note.text):
        raise NoteMovedError
    before, after = _Words(note.text, note.is_minor), _Words(typed_lines(text) or note.proposed, is_minor)
    if before == after:
        return False
    made = _write(note, after, user, moment)
    said = f"{before.in_words()} → {after.in_words()}"
    tell_of_change(made, note.version.title, said, user.pk, moment, Kind.NOTE)
    return True


@transaction.atomic
def give_back(made: ChangeNoteCorrection, user: Any, moment: datetime) -> None:
    """The note says again what it said before a correction; the public has read that, so nobody is told anew.
    CannotTakeBackError where it was corrected further since, or is too weighty to be minor again."""
    note = ChangeNote.objects.select_for_update().get(pk=made.note_id)
    if (note.text, note.is_minor) != (made.after, made.is_minor):
        raise CannotTakeBackError(MOVED_ON)
    try:
        _write(note, _Words(made.before, made.was_minor), user, moment)
    except WeightyError as weighty:
        raise CannotTakeBackError(str(weighty)) from weighty


def _write(note: ChangeNote, words: _Words, user: Any, moment: datetime) -> ChangeNoteCorrection:
    """Puts words into a note, and what stood there beside it."""
    if words.is_minor and not note.is_minor and is_weighty(note.parts):
        raise WeightyError
    made = ChangeNoteCorrection.objects.create(
        note=note,
        by=user,
        at=moment,
        before=note.text,
        after=words.text,
        was_minor=note.is_minor,
        is_minor=words.is_minor,
    )
    note.text, note.is_minor, note.corrected_at = words.text, words.is_minor, moment
    note.save()
    return made
