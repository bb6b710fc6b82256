"""Answers for machines that visit the portal."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse


def robots(_request: HttpRequest) -> HttpResponse:
    """robots.txt (RFC 9309): everything may be read but the desk."""
    lines = ("User-agent: *", f"Disallow: {reverse('wagtailadmin_home')}", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
