"""What a change of the editors' words, or of offices and their land, touches: the list of results."""

from collections.abc import Sequence

from django.urls import reverse

from agencies.models import AdministrativeUnit, Agency, AgencySuccession, UnitSuccession
from consequences.registry import say
from consequences.rows import listen
from consequences.touched import Touched
from search.models import HiddenSuggestion, Promotion, ReferralAnswer, SynonymRule

_WORDS = (SynonymRule, Promotion, HiddenSuggestion, ReferralAnswer)
#: Whose rows say which offices a question asks for; their own floor listens to them.
_OFFICES = (Agency, AgencySuccession, AdministrativeUnit, UnitSuccession)


def connect() -> None:
    """Says it, and listens to the rows; twice changes nothing."""
    for model in (*_WORDS, *_OFFICES):
        say(model, every_question)
    listen(*_WORDS)


def every_question(_ids: Sequence[int] = ()) -> Touched:
    """Whatever they are, they hold for every question."""
    return Touched.of(lists=[reverse("search")])
