"""Which accounts wait for a review: those that somebody keeps and whose half year is over, since they were reviewed or,
where nobody has, since they were made. One rule for the list and for the front page, by whole days."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import DateTimeField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from agencies.day import local_day
from cms.access.accounts import accounts_of
from cms.models import AccountsReview, Editor, ReviewedAccount

_DAYS_OF_A_MONTH = 30  # rather a little early


def _term() -> timedelta:
    return timedelta(days=settings.ACCOUNT_REVIEW_MONTHS * _DAYS_OF_A_MONTH)


def to_review(user: Any) -> QuerySet[Any]:
    """The accounts that he keeps, each with `reviewed_at`, from when its half year counts; his own is for another."""
    finished = ReviewedAccount.objects.filter(editor=OuterRef("pk"), review__finished_at__isnull=False)
    last = finished.order_by("-review__finished_at").values("review__finished_at")[:1]
    counted = Coalesce(Subquery(last, output_field=DateTimeField()), F("date_joined"))
    return accounts_of(user).exclude(pk=user.pk).annotate(reviewed_at=counted)


def due_on(reviewed_at: datetime) -> date:
    """The day on which an account is to be reviewed again."""
    return local_day(reviewed_at) + _term()


def overdue(user: Any, moment: datetime) -> QuerySet[Editor]:
    """Those of them whose day has come."""
    return to_review(user).filter(reviewed_at__date__lte=local_day(moment) - _term())


def last_finished(user: Any) -> datetime | None:
    """When one of his accounts was last reviewed."""
    mine = ReviewedAccount.objects.filter(editor__in=accounts_of(user), review__finished_at__isnull=False)
    reviews = AccountsReview.objects.filter(pk__in=mine.values("review")).order_by("-finished_at")
    return reviews.values_list("finished_at", flat=True).first()
