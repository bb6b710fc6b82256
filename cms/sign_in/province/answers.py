"""What somebody reads when the province's server for accounts does not answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def provider_is_down(request: HttpRequest) -> HttpResponse:
    """503; whoever has a password here signs in by it."""
    response = render(request, "cms/sign_in/provider_down.html", status=503)
    response["Retry-After"] = "60"
    return response
