"""What anybody may read, said in one place for pages of every type: live, and under no view restriction."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import PageViewRestriction

Pages = TypeVar("Pages", bound=QuerySet)


def restrictions_above(path: str = "path") -> QuerySet[PageViewRestriction]:
    """The view restrictions on a page of the outer query or on one above it; `path` is the page's path there."""
    return PageViewRestriction.objects.filter(page__path=Left(OuterRef(path), Length("page__path")))


def is_published(page: str = "") -> Q:
    """The condition for a table that leads to pages: `page` is the way there, such as "page__"."""
    return Q(**{f"{page}live": True}) & ~Q(Exists(restrictions_above(f"{page}path")))


def published(pages: Pages) -> Pages:
    """The pages that everybody may read, without a query of its own. Whatever is listed, counted, named or linked for
    the public asks here: `live` alone forgets what stands behind a password."""
    return pages.filter(is_published())
