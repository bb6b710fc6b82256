"""Where this floor and the registry below it hold addresses: bodies of pages, agencies' sites, where to complain,
addresses of the portal that lead elsewhere."""

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from agencies.models import Agency
from pages.links.on_pages import rows_of_bodies
from pages.links.sources import has_right, owned, say_addresses
from pages.models import PortalSettings


def connect() -> None:
    """Says it; twice changes nothing."""
    say_addresses("nội dung trang, tin", rows_of_bodies, lambda pk: reverse("wagtailadmin_pages:edit", args=[pk]))
    say_addresses(
        "trang thông tin của cơ quan",
        agencies,
        lambda pk: reverse("wagtailsnippets_agencies_agency:edit", args=[pk]),
    )
    say_addresses(
        "nơi gửi phản ánh, kiến nghị",
        complaints,
        lambda _pk: reverse("wagtailsettings:edit", args=["pages", "portalsettings"]),
    )
    say_addresses("chuyển hướng", redirects, lambda pk: reverse("wagtailredirects:edit", args=[pk]))


def agencies(person: Any) -> QuerySet[Any, Any]:
    """The sites of agencies; each agency its own, for who may write of agencies."""
    rows = Agency.objects.exclude(website="").order_by()
    mine = owned(rows, person, "pk") if has_right(person, "change", Agency) else rows.none()
    return mine.values(row=F("pk"), leads_to=F("website"), shown=F("name"))


def complaints(person: Any) -> QuerySet[Any, Any]:
    """Where complaints are sent, for who keeps the portal's settings."""
    rows = PortalSettings.objects.exclude(feedback_url="")
    mine = rows if has_right(person, "change", PortalSettings) else rows.none()
    return mine.values(row=F("pk"), leads_to=F("feedback_url"), shown=F("site_name"))


def redirects(person: Any) -> QuerySet[Any, Any]:
    """Addresses of the portal that lead elsewhere, for who keeps them."""
    rows = Redirect.objects.filter(redirect_page=None).exclude(redirect_link="").order_by()
    mine = rows if has_right(person, "change", Redirect) else rows.none()
    return mine.values(row=F("pk"), leads_to=F("redirect_link"), shown=F("old_path"))
