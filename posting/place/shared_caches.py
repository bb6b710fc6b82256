"""What shared caches are told of an answer that depends on the commune which a reader's browser remembers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

from posting.place.chosen import known_choice


def shared_caches_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Says `Vary: Cookie` wherever the cookie was looked for, be it for a page, a sheet or a list, and `private` where
    it held a commune; nothing where the address named the commune or nobody asked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        chosen = known_choice(request)
        if chosen and not chosen.asked:
            patch_vary_headers(response, ["Cookie"])
        if chosen and chosen.is_remembered:
            patch_cache_control(response, private=True)
        return response

    return middleware
