"""Counts what people ask and choose, by week and without anything about them; never slows or breaks an answer. What too
few have asked is a hash alone (`search.query_log.heard`).

Everybody is answered, but what one client makes the portal write down is bounded, for all of a commune that sits behind
one address and in each process: whoever asks nonsense all day hides nothing from the editors.
"""

import datetime
import logging

from django.db import DatabaseError
from django.db.models import F, QuerySet

from pages.impatience import impatient
from pages.visitors.clients import nameless
from pages.visitors.fair_share import is_beyond
from procedures_catalog.facts.in_hand.reading import PERSONAL
from search.finder import SearchAnswer
from search.models import AskedQuestion, UnansweredQuestion
from search.models.asked import ENOUGH
from search.query_log.asker import Asker
from search.query_log.heard import MOST_NEW_A_DAY, forget_heard, is_asked_by_enough, is_said_here
from search.query_log.unanswered import note_unanswered
from search.question.kept_questions import kept_form
from search.question.notices import NUMBER_LEFT_OUT

KEPT_DAYS = 90
MOST_A_WEEK = 20_000  # different questions; more would be a machine's
MOST_OF_ONE = 10  # times an hour that one client's same question, or its choice of a result, is counted
_NOT_KEPT = PERSONAL | {"nothing_asked", NUMBER_LEFT_OUT}
_HOUR, _DAY = 3600, 24 * 3600  # seconds
_logger = logging.getLogger(__name__)


def note_search(answer: SearchAnswer, asker: Asker, on: datetime.date) -> None:
    """Counts a question that was answered on a day; one that may name somebody is not kept, nor one that asks nothing.
    Raises nothing."""
    question = kept_form(answer.question.typed)
    if not question or answer.results.unavailable or answer.notice in _NOT_KEPT:
        return
    try:
        with impatient():
            times = _count(question, answer, asker, on)
        if times and not answer.fits:
            note_unanswered(question, answer, asker.share, on, times)
    except DatabaseError:
        _logger.warning("Không ghi được một lượt tìm kiếm vào báo cáo.", exc_info=True)


def note_click(question: str, position: int, asker: Asker, on: datetime.date) -> None:
    """Counts that somebody chose the result at a position, from 1, of a question counted this week. Raises nothing."""
    if _said_often(asker.share, "choice", question):
        return
    row = AskedQuestion.objects.filter(question=kept_form(question), week=_monday(on))
    try:
        with impatient():
            row.filter(clicks__lt=F("asked")).update(clicks=F("clicks") + 1, positions=F("positions") + position)
    except DatabaseError:
        _logger.warning("Không ghi được một lượt chọn kết quả vào báo cáo.", exc_info=True)


def prune(on: datetime.date, days: int = KEPT_DAYS) -> int:
    """Deletes the weeks that ended more than so many days before, questions without an answer that nobody has asked
    since, and hashes of what too few have asked; returns how many rows."""
    weeks = AskedQuestion.objects.filter(week__lt=on - datetime.timedelta(days=days + 6))
    unanswered = UnansweredQuestion.objects.filter(last_asked__lt=on - datetime.timedelta(days=days))
    return weeks.delete()[0] + unanswered.delete()[0] + forget_heard(on, days)


def forget_refused() -> int:
    """Deletes the questions that the filters of today would not keep; returns how many rows. Reads all questions."""
    return sum(_refused(model).delete()[0] for model in (AskedQuestion, UnansweredQuestion))


def _refused(model: type[AskedQuestion] | type[UnansweredQuestion]) -> QuerySet:
    questions = model.objects.order_by().values_list("question", flat=True).distinct()
    return model.objects.filter(question__in=[each for each in questions if kept_form(each) != each])


def _found_nothing(answer: SearchAnswer) -> bool:
    return not (answer.results.total or answer.promoted or answer.referred)


def _monday(on: datetime.date) -> datetime.date:
    return on - datetime.timedelta(days=on.weekday())


def _count(question: str, answer: SearchAnswer, asker: Asker, on: datetime.date) -> int:
    """How often it was counted: not at all, once, or as often as it was surely asked before its words were written
    down. Two queries for a question known this week, some more for its first time."""
    rows, missed = AskedQuestion.objects.filter(question=question, week=_monday(on)), int(_found_nothing(answer))
    if not rows.exists():
        times = _first_count(question, answer, asker, on)
        row = AskedQuestion(question=question, week=_monday(on), asked=times, without_result=times * missed)
        return times and _begin(row, on)
    if _said_often(asker.share, "question", question):
        return 0
    return rows.update(asked=F("asked") + 1, without_result=F("without_result") + missed)


def _first_count(question: str, answer: SearchAnswer, asker: Asker, on: datetime.date) -> int:
    """What the count of a week begins with; 0 where the question must not be written down."""
    if _is_written(question) or is_said_here(question, answer, on):
        return int(not is_beyond(asker.share, "new_questions", MOST_NEW_A_DAY, _DAY))
    return ENOUGH if is_asked_by_enough(question, asker, on) else 0


def _is_written(question: str) -> bool:
    return any(model.objects.filter(question=question).exists() for model in (AskedQuestion, UnansweredQuestion))


def _begin(row: AskedQuestion, on: datetime.date) -> int:
    """The first time in a week; the time also to let go of what is too old. Returns how often it is counted."""
    prune(on)
    if AskedQuestion.objects.filter(week=row.week).count() < MOST_A_WEEK:
        AskedQuestion.objects.bulk_create([row], ignore_conflicts=True)
    return row.asked


def _said_often(client: str, what: str, question: str) -> bool:
    return is_beyond(client, f"{what}.{nameless('search.question', question)}", MOST_OF_ONE, _HOUR)
