"""What stands under the search box while somebody types: names of things, then everyday words with their marks."""

from urllib.parse import urlencode

from django.urls import reverse

from procedures_catalog.facts.in_hand.reading import PERSONAL, InHand, read
from procedures_catalog.store.addressed import code_meant
from search.feed.engine import current_index
from search.question.query import MAX_CHARACTERS
from search.ranking.results import Suggestion
from search.words.words import EditorsWords, current_words
from vietnamese.spelling import squeeze
from vietnamese.typing import as_meant

WORDINGS = 2  # of the editors' words among the suggestions
SPARE = 20  # more are asked for where some may be hidden
QUESTION = "question"  # the kind of a suggestion that is asked, not opened


def suggest(text: str, limit: int) -> list[Suggestion]:
    """At most `limit` suggestions without those that editors hide. Raises nothing on any text; one query."""
    typed = squeeze(text[:MAX_CHARACTERS])
    if not typed or limit <= 0:
        return []
    held = read(typed)
    if held.kind in PERSONAL:
        return []
    words, meant = current_words(), _looked_for(typed, held)
    wordings = _shown(_wordings(meant, words), words)
    things = _shown(current_index().suggest(meant, limit + SPARE * bool(words.hidden)), words)
    return [*things[: max(limit - len(wordings), 1)], *wordings][:limit]


def _looked_for(typed: str, held: InHand) -> str:
    """What names and codes are to begin with; "" for an address that means nothing."""
    if held.kind == "address":
        return code_meant(held)
    return held.code if held.code and held.alone else as_meant(typed)


def _shown(found: list[Suggestion], words: EditorsWords) -> list[Suggestion]:
    return [each for each in found if not words.hides(each.title)]


def _wordings(typed: str, words: EditorsWords) -> list[Suggestion]:
    return [
        Suggestion(wording, f"{reverse('search')}?{urlencode({'q': wording})}", QUESTION)
        for wording in words.synonyms.beginning_with(typed, WORDINGS)
    ]
