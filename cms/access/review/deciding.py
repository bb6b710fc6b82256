"""A review as it goes on: what is decided is kept, one by one; when it is finished, it is done and cannot be changed.

The log gets the whole list in one row, beside the rows of what was done with each account: the chain holds it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction

from audit.acting import actor_of
from audit.recording import record
from audit.things import Thing
from cms.access.deputies.telling import roles_in_words, with_deputies
from cms.access.giving import take_all
from cms.models import AccountsReview, Decision, Editor, ReviewedAccount

FINISHED = "accounts.review"


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody decides of an account."""

    editor: int
    decision: Decision
    remark: str = ""


def open_review(user: Editor) -> AccountsReview | None:
    """The one that he has begun and not finished."""
    return AccountsReview.objects.filter(by=user, finished_at=None).first()


@transaction.atomic
def keep(user: Editor, choices: Iterable[Choice], kept: Collection[int], moment: datetime) -> AccountsReview:
    """Notes what he has decided so far, of accounts that he keeps, and nothing else: what he does not say any more is
    taken back. Begins a review where he has none."""
    review = open_review(user) or AccountsReview.objects.create(by=user, by_name=actor_of(user).name, begun_at=moment)
    chosen = {choice.editor: choice for choice in choices if choice.editor in kept and choice.editor != user.pk}
    review.accounts.exclude(editor__in=chosen).delete()
    editors = with_deputies(Editor.objects.filter(pk__in=chosen).select_related("agency"))
    safe = with_factor(chosen)
    for editor in editors:
        _note(review, editor, chosen[editor.pk], editor.pk in safe)
    return review


@transaction.atomic
def finish(review: AccountsReview, kept: Collection[int], moment: datetime) -> list[Editor]:
    """Does what was decided and closes the review; whose sessions are to be ended. Who is not his any more leaves the
    list; of two who finish it at once one does."""
    if not AccountsReview.objects.filter(pk=review.pk, finished_at=None).update(finished_at=moment):
        return []
    review.accounts.exclude(editor__in=kept).delete()
    rows = list(review.accounts.select_related("editor"))
    touched = [row.editor for row in rows if row.editor and _do(row.editor, row.decision, moment)]
    record(FINISHED, _thing(review), details={"accounts": [_told(row) for row in rows]})
    return touched


def _note(review: AccountsReview, editor: Editor, choice: Choice, has_factor: bool) -> None:
    said: dict[str, Any] = {
        "account": editor.get_username(),
        "name": editor.get_full_name(),
        "agency": editor.agency,
        "roles": roles_in_words(editor),
        "last_login": editor.last_login,
        "has_factor": has_factor,
        "is_active": editor.is_active,
        "decision": choice.decision,
        "remark": choice.remark,
    }
    ReviewedAccount.objects.update_or_create(review=review, editor=editor, defaults=said)


def with_factor(editors: Iterable[int]) -> set[int]:
    """Those who have a second factor; codes on paper alone are none."""
    rows = Authenticator.objects.filter(user__in=list(editors)).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return set(rows.values_list("user", flat=True))


def _do(editor: Editor, decision: str, moment: datetime) -> bool:
    """Whether anything changed."""
    if decision == Decision.DISABLE:
        editor.is_active = False
        editor.save(update_fields=["is_active"])
    elif decision == Decision.TAKE:
        take_all(editor, moment)
    return decision != Decision.KEEP


def _thing(review: AccountsReview) -> Thing:
    agency = review.by.agency_id if review.by else None
    return Thing(review._meta.label_lower, str(review.pk), str(review), agency)


def _told(row: ReviewedAccount) -> dict[str, Any]:
    said = {"account": row.account, "name": row.name, "roles": row.roles, "last_login": row.last_login}
    return said | {"factor": row.has_factor, "active": row.is_active, "decision": row.decision, "remark": row.remark}
