"""How a note comes about: an officer writes a draft, another publishes it, sends it back or takes it off."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from wagtail.actions.unpublish import UnpublishAction

from agencies.models import AdministrativeUnit, Agency, Role
from agencies.reach import agencies_of
from posting.models import CommuneNote
from procedures_catalog.models import ProcedureIdentity


class NewerNoteError(Exception):
    """Somebody has written the note once more since it was shown."""


# --- By officers of the commune -------------------------------------------------------------------


def newest(unit: AdministrativeUnit, identity: ProcedureIdentity) -> CommuneNote | None:
    """The note with its draft in it; None where there is none. Two queries."""
    row = CommuneNote.objects.filter(unit=unit, identity=identity).first()
    draft = row.get_latest_revision_as_object() if row else None
    if row and draft:
        draft.returned = row.returned
    return draft


@transaction.atomic
def write(unit: AdministrativeUnit, identity: ProcedureIdentity, text: str, user: Any, seen: int) -> CommuneNote:
    """Leaves a draft; nothing becomes public by it. `seen` is the number of the version that the writer had before him,
    0 where there was none. ValidationError for a text that is empty or too long."""
    row = CommuneNote.objects.select_for_update().filter(unit=unit, identity=identity).first()
    if (row.latest_revision_id if row else 0) != seen:
        raise NewerNoteError
    row = row or CommuneNote(unit=unit, identity=identity, live=False)
    draft = row.get_latest_revision_as_object() if row.pk else row
    draft.text, draft.returned = text, ""
    draft.full_clean()
    if not row.pk:
        draft.save()
    elif row.returned:
        row.returned = ""
        row.save(update_fields=["returned"])
    draft.save_revision(user=user, log_action=True)
    return draft


# --- By who publishes for the commune -------------------------------------------------------------


def notes_for(user: Any) -> QuerySet[CommuneNote]:
    """The notes of the communes for which somebody publishes: he has that role for one of the commune's agencies, for a
    superior of it, or for the whole portal."""
    reach = agencies_of(user, {Role.PUBLISHER})
    if reach.is_all:
        return CommuneNote.objects.all()
    units = Agency.objects.filter(pk__in=reach.ids, unit__isnull=False)
    return CommuneNote.objects.filter(unit__in=units.values("unit"))


def waiting_for(user: Any) -> QuerySet[CommuneNote]:
    """Of these the ones that wait for somebody to publish them."""
    return notes_for(user).filter(has_unpublished_changes=True, returned="", latest_revision__isnull=False)


@transaction.atomic
def publish(note: int, user: Any, seen: int) -> CommuneNote:
    """Makes the draft public. OwnChangeError for who wrote at it (`pages.four_eyes.gate`); here and below
    CommuneNote.DoesNotExist for a note that is not his to decide, NewerNoteError when it was written since."""
    row = _held(note, user, seen)
    row.latest_revision.publish(user=user, skip_permission_checks=True)  # `notes_for` has asked
    return row


@transaction.atomic
def send_back(note: int, user: Any, seen: int, reason: str) -> CommuneNote:
    """Tells the officers why the draft is not published; what is public stays."""
    row = _held(note, user, seen)
    row.returned = reason
    row.full_clean()
    row.save(update_fields=["returned"])
    return row


@transaction.atomic
def take_off(note: int, user: Any, seen: int) -> CommuneNote:
    """Shows the note to nobody any more; the text stays, as a draft."""
    row = _held(note, user, seen)
    UnpublishAction(row, user=user).execute(skip_permission_checks=True)
    return row


def _held(note: int, user: Any, seen: int) -> CommuneNote:
    row = notes_for(user).select_for_update().get(pk=note)
    if row.latest_revision_id != seen:
        raise NewerNoteError
    return row
