"""Rows of the log about accounts of persons, one rule for all: who keeps an account sees them, and the person himself;
to work for the same agency opens nothing of a colleague's sign-ins, roles, second factors or reviews."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast

from cms.access.accounts import accounts_of
from cms.log.watched import SECRET_APPS
from cms.models import AccountsReview, Deputising, Editor, ReviewedAccount

#: Whose every model tells of accounts: what they may do, how they come in, who stands in for whom, who reviewed them.
APPS = frozenset({"cms", "auth", *SECRET_APPS})
_REVIEW = AccountsReview._meta.label_lower
_WAYS_IN: tuple[type[Model], ...] = (Authenticator, SocialAccount, EmailAddress)


def about_people() -> Q:
    """The rows about accounts of persons."""
    rows = Q()
    for app in sorted(APPS):
        rows |= Q(kind__startswith=f"{app}.")
    return rows


def of_people_for(user: Any) -> Q:
    """Those of them that somebody sees: of whom he keeps, of himself, what he did himself, and a review when he keeps
    all whom it lists. What is gone from the portal is for who sees every row."""
    kept = accounts_of(user)
    people = Editor.objects.filter(Q(pk=user.pk) | Q(pk__in=kept.values("pk")))
    rows = _of(people) | _of(Deputising.objects.filter(Q(absent__in=people) | Q(deputy__in=people)))
    for model in _WAYS_IN:
        rows |= _of(model._base_manager.filter(user__in=people)) | Q(kind=model._meta.label_lower, actor__in=people)
    return rows | _of(_reviews_of(kept)) | (about_people() & ~Q(kind=_REVIEW) & Q(actor=user.pk))


def _reviews_of(kept: QuerySet[Editor]) -> QuerySet[AccountsReview]:
    beyond = ReviewedAccount.objects.exclude(editor__in=kept)
    return AccountsReview.objects.exclude(pk__in=beyond.order_by().values("review"))


def _of(rows: QuerySet[Any]) -> Q:
    """The rows of the log about these things."""
    keys = rows.order_by().annotate(log_key=Cast("pk", CharField())).values("log_key")
    return Q(kind=rows.model._meta.label_lower, key__in=keys)
