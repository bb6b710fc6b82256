"""The card of a procedure: the picture that chats and networks show beside its address."""

from typing import cast

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from agencies.day import day_of
from pages.site.sites import portal_of
from paper.card_contents import Card
from paper.make import card_png
from procedures_catalog.page_context import card_of
from procedures_catalog.presenting.sharing import card_stamp
from procedures_catalog.store.public import find_procedure

#: So long the server keeps a picture, and so long others may show it without asking.
KEPT_SECONDS = 600


@require_safe
def procedure_card(request: HttpRequest, slug: str) -> HttpResponse:
    """A PNG of 1200 × 630; 304 for whoever has what it shows, 404 for a procedure that not everybody may read.

    Its address carries `?v=` so that a changed card has a new one; any other value shows the same.
    """
    page = find_procedure(slug)
    if page is None or page.is_restricted:
        raise Http404
    portal = portal_of(request)
    site = settings.WAGTAILADMIN_BASE_URL.partition("://")[2]
    card = card_of(page, portal.hotline, portal.site_name, site, day_of(request))
    stamp = f'"{card_stamp(card)}"'
    known = get_conditional_response(request, etag=stamp)
    answer = known or HttpResponse(_picture(card, stamp), content_type="image/png")
    answer["ETag"] = stamp
    answer["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"  # a chat in a browser shows it on its own page
    return answer


def _picture(card: Card, stamp: str) -> bytes:
    """Drawn once for all who ask within ten minutes; the cache has a bounded number of places."""
    kept = cache.get_or_set(f"procedures_catalog.card.{stamp}", lambda: card_png(card), KEPT_SECONDS)
    return cast(bytes, kept)  # a cache says of nothing what it holds
