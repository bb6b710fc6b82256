"""Who asks, as far as it is known while a question is noted: two names, neither of which is kept."""

from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest

from pages.visitors.clients import provider_of
from pages.visitors.fair_share import share_name


@dataclass(frozen=True, slots=True)
class Asker:
    """`share`: the client's name for today, by which is counted how much it takes; `network`: its provider's network,
    by which different askers are told apart, also on different days."""

    share: str
    network: str

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """Who sent a request."""
        return cls(share_name(request), provider_of(request))
