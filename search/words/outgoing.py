"""Where the finder's answers hold addresses outside the portal, and who mends one."""

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse

from pages.links.sources import has_right, say_addresses
from search.models import ReferralAnswer


def connect() -> None:
    """Says it; twice changes nothing."""
    say_addresses("việc ở nơi khác", links, lambda pk: reverse("wagtailsnippets_search_referralanswer:edit", args=[pk]))


def links(person: Any) -> QuerySet[Any, Any]:
    """The official pages that published answers lead to, for who writes answers."""
    rows = ReferralAnswer.objects.published().exclude(link="").order_by()
    mine = rows if has_right(person, "change", ReferralAnswer) else rows.none()
    return mine.values(row=F("pk"), leads_to=F("link"), shown=F("title"))
