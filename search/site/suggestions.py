"""What stands under the search box while somebody types: names of things, then everyday words with their marks."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from procedures_catalog.facts.forms.asked import number_asked
from procedures_catalog.facts.forms.named import told_number
from procedures_catalog.facts.in_hand.reading import PERSONAL, InHand, read
from procedures_catalog.forms.library import form_of_number
from procedures_catalog.store.addressed import code_meant
from search.feed.engine import current_index
from search.question.query import MAX_CHARACTERS
from search.ranking.results import Suggestion
from search.words.words import EditorsWords, current_words
from vietnamese.keyboard.typing import as_meant
from vietnamese.spelling import squeeze

WORDINGS = 2  # of the editors' words among the suggestions
SPARE = 20  # more are asked for where some may be hidden
QUESTION = "question"  # the kind of a suggestion that is asked, not opened


def suggest(text: str, limit: int, on: date) -> list[Suggestion]:
    """At most `limit` suggestions without those that editors hide, the form first whose number was typed. Raises
    nothing on any text; one query, and one more for such a number."""
    typed = squeeze(text[:MAX_CHARACTERS])
    if not typed or limit <= 0:
        return []
    held = read(typed)
    if held.kind in PERSONAL:
        return []
    words, meant = current_words(), _looked_for(typed, held)
    wordings = _shown(_wordings(meant, words, on), words)
    things = _shown(current_index().suggest(meant, limit + SPARE * bool(words.hidden)), words)
    forms = _shown(_forms(meant), words)
    others = [each for each in things if each.url not in {form.url for form in forms}]
    return [*forms, *others[: max(limit - len(wordings) - len(forms), 1)], *wordings][:limit]


def _forms(typed: str) -> list[Suggestion]:
    """The form of the library whose own number was typed."""
    key = number_asked(typed)
    form = form_of_number(key) if key else None
    return [Suggestion(told_number(str(form)), form.get_absolute_url(), "form")] if form else []


def _looked_for(typed: str, held: InHand) -> str:
    """What names and codes are to begin with; "" for an address that means nothing."""
    if held.kind == "address":
        return code_meant(held)
    return held.code if held.code and held.alone else as_meant(typed)


def _shown(found: list[Suggestion], words: EditorsWords) -> list[Suggestion]:
    return [each for each in found if not words.hides(each.title)]


def _wordings(typed: str, words: EditorsWords, on: date) -> list[Suggestion]:
    """Everyday words for what is done here, then for what is done elsewhere."""
    here = words.synonyms.beginning_with(typed, WORDINGS)
    there = [name for name in words.referrals.beginning_with(typed, on, WORDINGS) if name not in here]
    return [
        Suggestion(wording, f"{reverse('search')}?{urlencode({'q': wording})}", QUESTION)
        for wording in (*here, *there)[:WORDINGS]
    ]
