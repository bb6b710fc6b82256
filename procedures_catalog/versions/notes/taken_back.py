"""What a decision changed and was taken back on the same day is told once: that it was applied, and taken back."""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from procedures_catalog.comparing.in_a_note import Sentence
from procedures_catalog.models import ChangeNote, DatedDifference, PublishedVersion
from procedures_catalog.presenting.layer_notes import document_named

#: The part of such a line.
TAKEN_BACK = "taken_back"
_SAID = "{0} được áp dụng rồi hoàn tác trong ngày; nội dung trở lại như trước"
_SOMETHING = "Một thay đổi"
Pair = tuple[PublishedVersion, PublishedVersion | None]


def back_and_forth(pairs: Iterable[Pair]) -> dict[int, Sentence]:
    """Of versions with the ones before them, those with which a procedure says again what it said before a change of
    the same day: the identity, and the one line that tells of both. No query where nothing was taken back, else two."""
    taken = _taken_back(pairs)
    decisions = _decisions(taken) if taken else {}
    return {identity: _line(decisions.get(identity, "")) for identity in taken}


def tell_once(identities: Iterable[int], pairs: Sequence[Pair]) -> None:
    """Hides the notes of the changes that were taken back: the line of the version behind each tells of it. One
    query."""
    wanted = set(identities)
    hidden = [before.pk for now, before in pairs if before and now.identity_id in wanted]
    ChangeNote.objects.filter(version__in=hidden).update(is_taken_back=True)


def _taken_back(pairs: Iterable[Pair]) -> list[int]:
    undone = {now.identity_id: (now, before) for now, before in pairs if before and _is_undone_at_once(now, before)}
    if not undone:
        return []
    places = [Q(identity=identity, number=before.number - 1) for identity, (_, before) in undone.items()]
    rows = PublishedVersion.objects.filter(Q(*places, _connector=Q.OR)).values_list("identity", "parts")
    return [identity for identity, parts in rows if parts == undone[identity][0].parts]


def _is_undone_at_once(now: PublishedVersion, before: PublishedVersion) -> bool:
    return (now.basis, before.basis) == ("undone", "decision") and now.valid_from == before.valid_from


def _decisions(identities: Sequence[int]) -> dict[int, str]:
    """The decision of the set that was undone last, of each."""
    rows = DatedDifference.objects.filter(identity__in=identities, changes__steps__step="undo")
    return dict(rows.order_by("changes__steps__at", "changes_id").values_list("identity", "changes__decision"))


def _line(decision: str) -> Sentence:
    return Sentence(TAKEN_BACK, _SAID.format(document_named(decision) if decision else _SOMETHING))
