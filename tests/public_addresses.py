"""Every public address that is registered, for tests that ask them all on a furnished portal."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Page

from agencies.models import Agency
from tests.closed_pages import OPEN, closed_pages
from tests.procedures_catalog.factories import page_of

#: Addresses for people who have signed in; other tests ask them.
FOR_STAFF = ("quan-tri/", "ban/", "tai-khoan/")
#: Addresses that name one thing: what to ask for in place of their parameters. A new one has to be added here.
NAMED = {
    "api/v1/procedures/<code>": ("1.100001", "1.900001"),
    "api/v1/procedures/<code>/communes/<commune>": ("1.100001/communes/10001", "1.100001/communes/khong-co"),
    "co-quan/<slug:slug>/": ("{agency}",),
    "co-quan/<slug:slug>/thu-tuc/": ("{agency}",),
    "co-quan/<slug:slug>/thay-doi.atom": ("{agency}",),
    "thu-tuc/<slug:slug>/thay-doi.atom": ("{slug}",),
    "thu-tuc/linh-vuc/<slug:slug>/thay-doi.atom": ("{sector}",),
    "thu-tuc/<slug:slug>/": ("{slug}",),
    "thu-tuc/<slug:slug>/phieu.pdf": ("{slug}",),
    "thu-tuc/<slug:slug>/the.png": ("{slug}",),
    "bieu-mau/<slug:key>/": ("ct01",),
    "sitemap-<slug:section>.xml": ("thu-tuc", "van-ban", "trang", "co-quan"),
    "xem-truoc/<str:secret>/": ("2" * 32,),
    "xem-truoc/<str:secret>/gop-y/": ("2" * 32,),
    "q/<str:code>": ("{short}", "2222222"),
    "q/<str:code>/": ("{short}",),
    "q/<str:code>/<str:tag>": ("{short}/2222222",),
    "q/<str:code>/<str:tag>/": ("{short}/2222222",),
}
#: Files are asked for by name in tests/pages/files/test_access.py; forms that ask for a password name nothing.
ELSEWHERE = ("tai-lieu/", "_util/", "media/", "^((?:")


def _patterns(patterns: list, before: str = "") -> Iterator[str]:
    for each in patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _patterns(each.url_patterns, address)
        elif isinstance(each, URLPattern) and not address.startswith(FOR_STAFF + ELSEWHERE):
            yield address


def addresses() -> list[str]:
    """Every registered public address, with its parameters filled in, and every page that stands in the tree."""
    page = page_of(OPEN)
    agency = Agency.objects.get_or_create(name="Phòng Diều", kind="department")[0]
    filled = {"slug": page.slug, "short": page.identity.short_code, "agency": agency.slug}
    filled["sector"] = page.sector.slug
    found = []
    for pattern in _patterns(get_resolver().url_patterns):
        if "<" not in pattern:
            found.append(f"/{pattern}")
        else:
            values = [value.format(**filled) for value in NAMED[pattern.replace("Q/", "q/")]]
            found += [f"/{re.sub('<.*>', value, pattern)}" for value in values]
    own = {page.get_url() for page in closed_pages()}
    return found + [url for page in Page.objects.filter(depth__gt=1) if (url := page.get_url()) and url not in own]
