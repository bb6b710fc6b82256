"""Where readers find forms."""

from collections.abc import Iterable

from django.urls import reverse


def form_pages(keys: Iterable[str]) -> list[str]:
    """The pages of these forms."""
    return [reverse("form", args=[key]) for key in keys]


def form_lists() -> list[str]:
    """What gathers forms."""
    return [reverse("forms")]
