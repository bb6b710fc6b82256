"""What a change of the editors' words touches: the list of results, and what is suggested above it."""

from collections.abc import Sequence

from django.urls import reverse

from consequences.registry import say
from consequences.rows import listen
from consequences.touched import Touched
from search.models import HiddenSuggestion, Promotion, SynonymRule

_WORDS = (SynonymRule, Promotion, HiddenSuggestion)


def connect() -> None:
    """Says it, and listens to the rows; twice changes nothing."""
    for model in _WORDS:
        say(model, editors_words)
    listen(*_WORDS)


def editors_words(_ids: Sequence[int] = ()) -> Touched:
    """Whatever they are, they hold for every question."""
    return Touched.of(lists=[reverse("search")])
