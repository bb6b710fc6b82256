"""Whose turn it is to look at a page again: the person's from the day on, the substitute's when that one is away or has
done nothing for some days, then that of who administers the page's agency."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page

from agencies.models import Role
from agencies.reach import agencies_of
from cms.access.walls.part import Part, part_of
from cms.models import Deputising
from pages.models import PageReview


def reviews_seen(user: Any) -> QuerySet[PageReview]:
    """The reviews of pages of the agencies for which he works."""
    return PageReview.objects.filter(page__in=Page.objects.filter(part_of(user).pages()).values("pk"))


def reviews_due(user: Any, on: date) -> QuerySet[PageReview]:
    """Of these the ones that are his turn on a day."""
    wait = timedelta(days=settings.PAGE_REVIEW_WAIT_DAYS)
    absent, no_substitute = _gone("person", on), _gone("substitute", on)
    turn = Q(person=user)
    turn |= Q(substitute=user) & (absent | Q(review_on__lte=on - wait))
    if heads := agencies_of(user, {Role.UNIT_ADMIN}):
        led = Q(page__in=Page.objects.filter(Part(heads).pages()).values("pk"))
        turn |= led & (absent & no_substitute | Q(review_on__lte=on - 2 * wait))
    return reviews_seen(user).filter(turn, review_on__lte=on)


def _gone(who: str, on: date) -> Q:
    """Nobody, somebody whose account was disabled, or who is on leave that day and has a deputy."""
    away = Deputising.objects.filter(absent=OuterRef(who), over_at=None, begins__lte=on, ends__gt=on)
    return Q(**{who: None}) | Q(**{f"{who}__is_active": False}) | Q(Exists(away))
