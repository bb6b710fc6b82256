"""Answers for machines that visit the portal."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse


def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt (RFC 9309): everything may be read but the desk; where the list of all addresses is."""
    sitemap = request.build_absolute_uri(reverse("sitemap_index"))
    lines = ("User-agent: *", f"Disallow: {reverse('wagtailadmin_home')}", "", f"Sitemap: {sitemap}", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
