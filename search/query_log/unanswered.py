"""Questions without a good answer, laid before the agency that is nearest to them."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Value, When

from agencies.models import Agency
from agencies.reach import agencies_of
from pages.impatience import impatient
from pages.visitors.fair_share import is_beyond
from procedures_catalog.models import Sector
from search.finder import SearchAnswer, find
from search.models import UnansweredQuestion
from search.models.asked import ENOUGH
from search.ranking.results import Hit
from search.words.known_names import known_names
from search.words.words import current_words
from vietnamese.fold import fold

MOST_OPEN = 2_000  # questions; beyond that nobody reads them
MOST_NEW_A_DAY = 50  # of one client, in each process
_DAY = 24 * 3600  # seconds


def note_unanswered(question: str, answer: SearchAnswer, client: str, on: datetime.date, times: int) -> None:
    """Counts the question once, opens it again when it was thought done; the first time it finds its sector and agency
    and begins with so many times.

    A client as `share_name` names it has so many new ones a day. Raises DatabaseError rather than wait for another
    writer.
    """
    if _count_again(question, on) or is_beyond(client, "unanswered", MOST_NEW_A_DAY, _DAY):
        return
    row = _laid_before(question, answer, on, times)
    with impatient():
        if UnansweredQuestion.objects.filter(state="open").count() < MOST_OPEN or _made_room(question):
            UnansweredQuestion.objects.bulk_create([row], ignore_conflicts=True)


def is_strange(question: str) -> bool:
    """Whether no word of it occurs in the names of anything that can be found."""
    known = known_names(current_words().names)
    return not any(known.count(word) for word in fold(question).split())


def questions_of(editor: Any) -> QuerySet[UnansweredQuestion]:
    """The questions that somebody sees: those of the agencies for which he works; whoever works for the whole portal
    sees all, or if he has an agency of his own its questions and those that are nobody's."""
    reach, rows, own = agencies_of(editor), UnansweredQuestion.objects.all(), editor.agency_id
    if not reach.is_all:
        return reach.narrow(rows)
    return rows.filter(Q(agency=own) | Q(agency=None)) if own else rows


def nearest(hits: Iterable[Hit]) -> tuple[str, str]:
    """The slugs of the sector that most of the hits are in and of the agency that most of those belong to, or ""."""
    hits = list(hits)
    sector = _commonest(hits, "sector")
    return sector, _commonest([hit for hit in hits if sector in (hit.facets.get("sector") or ("",))], "agency")


def _made_room(question: str) -> bool:
    """Lets go of a question that nobody asked again since it was written down: a strange one, else the oldest, which no
    strange one pushes out."""
    once = UnansweredQuestion.objects.filter(state="open", asked__lte=ENOUGH).order_by("last_asked", "pk")
    kept = list(once.values_list("pk", "question"))
    strange = next((pk for pk, other in kept if is_strange(other)), None)
    oldest = kept[0][0] if kept and not is_strange(question) else None
    let_go = strange or oldest
    return let_go is not None and bool(once.filter(pk=let_go).delete()[0])


def _count_again(question: str, on: datetime.date) -> bool:
    """Whether the question was known already."""
    state = Case(When(state="done", then=Value("open")), default=F("state"))
    known = UnansweredQuestion.objects.filter(question=question)
    with impatient():
        return bool(known.update(asked=F("asked") + 1, last_asked=on, state=state))


def _laid_before(question: str, answer: SearchAnswer, on: datetime.date, times: int) -> UnansweredQuestion:
    sector, agency = nearest(_near(answer, on))
    return UnansweredQuestion(
        question=question,
        asked=times,
        fits="poorly" if answer.results.total else "nothing",
        sector=Sector.objects.filter(slug=sector).first() if sector else None,
        agency=Agency.objects.filter(slug=agency).first() if agency else None,
        last_asked=on,
    )


def _near(answer: SearchAnswer, on: datetime.date) -> tuple[Hit, ...]:
    """What was found, or else what would be found with the correction."""
    if answer.results.hits or not answer.correction:
        return answer.results.hits
    return find(answer.correction, on).results.hits


def _commonest(hits: Iterable[Hit], facet: str) -> str:
    """The first of the commonest values, so that the better hit decides between equals."""
    values = Counter(value for hit in hits for value in hit.facets.get(facet, ()))
    return next((value for value, _ in values.most_common(1)), "")
