"""What a rule about words would change, before it is published: which questions gain and lose which results."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Sum

from procedures_catalog.facts.parts.shapes import lines_of
from search.finder import look_up
from search.models import AskedQuestion, SynonymRule
from search.question.synonyms import Synonyms
from search.ranking.results import Hit

LOOKED_THROUGH = 500  # of the most asked questions
MOST_SHOWN = 20  # questions that the rule concerns
FIRST = 10  # results of each


@dataclass(frozen=True, slots=True)
class Change:
    """A question, what its first ten results gain and lose with the rule as in the form, and which is then first."""

    question: str
    gained: tuple[Hit, ...]
    lost: tuple[Hit, ...]
    first: Hit | None = None


def changes(rule: SynonymRule) -> list[Change]:
    """For the rule's own examples and the most asked questions, those that it concerns, as it is and as it would be."""
    public = SynonymRule.objects.published()
    others = [row.rule() for row in public.exclude(pk=rule.pk)]
    now = [row.rule() for row in public.filter(pk=rule.pk)]
    before, after = Synonyms([*others, *now]), Synonyms([*others, rule.rule()])
    concerned = _concerned(_questions(rule), before, after)
    return [_change(question, before, after) for question in concerned[:MOST_SHOWN]]


def _questions(rule: SynonymRule) -> Iterable[str]:
    asked = AskedQuestion.objects.values("question").annotate(times=Sum("asked")).order_by("-times", "question")
    often = asked.values_list("question", flat=True)[:LOOKED_THROUGH]
    return dict.fromkeys((*lines_of(rule.examples), *lines_of(rule.everyday), *often))


def _concerned(questions: Iterable[str], before: Synonyms, after: Synonyms) -> list[str]:
    """Only where the wordings change can the results change."""
    return [question for question in questions if before.wordings(question) != after.wordings(question)]


def _change(question: str, before: Synonyms, after: Synonyms) -> Change:
    old = {hit.key: hit for hit in look_up(question, before, FIRST).hits}
    new = {hit.key: hit for hit in look_up(question, after, FIRST).hits}
    gained = tuple(hit for key, hit in new.items() if key not in old)
    lost = tuple(hit for key, hit in old.items() if key not in new)
    return Change(question, gained, lost, next(iter(new.values()), None))
