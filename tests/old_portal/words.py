"""What editors taught the finder, and what people asked it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from wagtail.models import Revision

from search.models import AskedQuestion, HiddenSuggestion, Promotion, SynonymRule, UnansweredQuestion
from tests.old_portal.facts import days
from vietnamese.fold import fold


def promotions() -> list[Any]:
    """Each promotion, and each of its former states, with the days on which it is shown."""
    now = [_shown(row) for row in Promotion.objects.order_by("pk")]
    return [now, [_shown(revision.as_object()) for revision in _revisions(Promotion)]]


def _shown(row: Promotion) -> list[Any]:
    promoted = row.promoted()
    asked = fold(promoted.questions[-1]).split()
    return [row.questions, row.how, row.page.title, [day for day in days() if promoted.is_for(asked, day)]]


def _revisions(model: type[Model]) -> Iterator[Revision]:
    for row in model._default_manager.order_by("pk"):
        yield from Revision.objects.for_instance(row).order_by("pk")


def rules() -> list[Any]:
    """Synonyms, with former states, and suggestions that are hidden."""
    kept = (
        SynonymRule.objects.exclude(latest_revision=None)
        .order_by("pk")
        .values_list("everyday", "official", "both_ways", "marks", "note")
    )
    former = [str(revision.as_object()) for revision in _revisions(SynonymRule)]
    return [[list(row) for row in kept], former, list(HiddenSuggestion.objects.values_list("words", "note"))]


def questions() -> list[Any]:
    """What was asked, and what waits for an answer, with its field and agency."""
    waiting = [
        [
            row.question,
            row.get_fits_display(),
            str(row.sector),
            row.agency and row.agency.name,
            row.asked,
            row.last_asked,
            row.state,
            row.note,
        ]
        for row in UnansweredQuestion.objects.order_by("question")
    ]
    return [waiting, [list(row) for row in AskedQuestion.objects.values_list("question", "week", "asked", "clicks")]]


QUESTIONS = {"promotions": promotions, "synonyms": rules, "questions": questions}
