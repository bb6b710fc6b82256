"""Counts what people ask and choose, by week and without anything about them; never slows or breaks an answer."""

import datetime
import logging

from django.db import DatabaseError
from django.db.models import F

from search.finder import Answer
from search.impatience import impatient
from search.kept_questions import kept_form
from search.models import AskedQuestion, UnansweredQuestion
from search.unanswered import note_unanswered

KEPT_DAYS = 90
MOST_A_WEEK = 20_000  # different questions; more would be a machine's
_logger = logging.getLogger(__name__)


def note_search(answer: Answer) -> None:
    """Counts a question that was answered; one that may name somebody is not kept. Raises nothing."""
    question = kept_form(answer.question.typed)
    if not question or answer.results.unavailable:
        return
    try:
        with impatient():
            _count(question, found_nothing=not (answer.results.total or answer.promoted))
        if not answer.fits:
            note_unanswered(question, answer)
    except DatabaseError:
        _logger.warning("Không ghi được một lượt tìm kiếm vào báo cáo.", exc_info=True)


def note_click(question: str, position: int) -> None:
    """Counts that somebody chose the result at a position, from 1, of a question counted this week. Raises nothing."""
    row = AskedQuestion.objects.filter(question=kept_form(question), week=_monday())
    try:
        with impatient():
            row.filter(clicks__lt=F("asked")).update(clicks=F("clicks") + 1, positions=F("positions") + position)
    except DatabaseError:
        _logger.warning("Không ghi được một lượt chọn kết quả vào báo cáo.", exc_info=True)


def prune(days: int = KEPT_DAYS) -> int:
    """Deletes the weeks that ended more than so many days ago, and questions without an answer that nobody has asked
    since; returns how many rows."""
    today = datetime.date.today()
    weeks = AskedQuestion.objects.filter(week__lt=today - datetime.timedelta(days=days + 6))
    unanswered = UnansweredQuestion.objects.filter(last_asked__lt=today - datetime.timedelta(days=days))
    return weeks.delete()[0] + unanswered.delete()[0]


def _monday() -> datetime.date:
    today = datetime.date.today()
    return today - datetime.timedelta(days=today.weekday())


def _count(question: str, found_nothing: bool) -> None:
    """One query for a question known this week, a few for its first time."""
    rows = AskedQuestion.objects.filter(question=question, week=_monday())
    missed = int(found_nothing)
    if not rows.update(asked=F("asked") + 1, without_result=F("without_result") + missed):
        _begin(AskedQuestion(question=question, week=_monday(), asked=1, without_result=missed))


def _begin(row: AskedQuestion) -> None:
    """The first time in a week; the time also to let go of what is too old."""
    prune()
    if AskedQuestion.objects.filter(week=row.week).count() < MOST_A_WEEK:
        AskedQuestion.objects.bulk_create([row], ignore_conflicts=True)
