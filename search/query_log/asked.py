"""Counts what people ask and choose, by week and without anything about them; never slows or breaks an answer.

Everybody is answered, but what one client makes the portal write down is bounded, for all of a commune that sits behind
one address and in each process: whoever asks nonsense all day hides nothing from the editors.
"""

import datetime
import logging

from django.db import DatabaseError
from django.db.models import F

from pages.impatience import impatient
from pages.visitors.clients import nameless
from pages.visitors.fair_share import is_beyond
from procedures_catalog.facts.in_hand.reading import PERSONAL
from search.finder import SearchAnswer
from search.models import AskedQuestion, UnansweredQuestion
from search.query_log.unanswered import note_unanswered
from search.question.kept_questions import kept_form

KEPT_DAYS = 90
MOST_A_WEEK = 20_000  # different questions; more would be a machine's
MOST_NEW_A_DAY = 500  # questions that nobody asked before this week, of one client
MOST_OF_ONE = 10  # times an hour that one client's same question, or its choice of a result, is counted
_HOUR, _DAY = 3600, 24 * 3600  # seconds
_logger = logging.getLogger(__name__)


def note_search(answer: SearchAnswer, client: str, on: datetime.date) -> None:
    """Counts a question that was answered on a day, of a client as `share_name` names it; one that may name somebody is
    not kept. Raises nothing."""
    question = kept_form(answer.question.typed)
    if not question or answer.results.unavailable or answer.notice in PERSONAL:
        return
    try:
        with impatient():
            counts = _count(question, client, on, found_nothing=not (answer.results.total or answer.promoted))
        if counts and not answer.fits:
            note_unanswered(question, answer, client, on)
    except DatabaseError:
        _logger.warning("Không ghi được một lượt tìm kiếm vào báo cáo.", exc_info=True)


def note_click(question: str, position: int, client: str, on: datetime.date) -> None:
    """Counts that somebody chose the result at a position, from 1, of a question counted this week. Raises nothing."""
    if _said_often(client, "choice", question):
        return
    row = AskedQuestion.objects.filter(question=kept_form(question), week=_monday(on))
    try:
        with impatient():
            row.filter(clicks__lt=F("asked")).update(clicks=F("clicks") + 1, positions=F("positions") + position)
    except DatabaseError:
        _logger.warning("Không ghi được một lượt chọn kết quả vào báo cáo.", exc_info=True)


def prune(on: datetime.date, days: int = KEPT_DAYS) -> int:
    """Deletes the weeks that ended more than so many days before, and questions without an answer that nobody has asked
    since; returns how many rows."""
    weeks = AskedQuestion.objects.filter(week__lt=on - datetime.timedelta(days=days + 6))
    unanswered = UnansweredQuestion.objects.filter(last_asked__lt=on - datetime.timedelta(days=days))
    return weeks.delete()[0] + unanswered.delete()[0]


def _monday(on: datetime.date) -> datetime.date:
    return on - datetime.timedelta(days=on.weekday())


def _count(question: str, client: str, on: datetime.date, found_nothing: bool) -> bool:
    """Two queries for a question known this week, a few for its first time; whether it was counted."""
    rows, missed = AskedQuestion.objects.filter(question=question, week=_monday(on)), int(found_nothing)
    if not rows.exists():
        return _begin(AskedQuestion(question=question, week=_monday(on), asked=1, without_result=missed), client, on)
    if _said_often(client, "question", question):
        return False
    return bool(rows.update(asked=F("asked") + 1, without_result=F("without_result") + missed))


def _begin(row: AskedQuestion, client: str, on: datetime.date) -> bool:
    """The first time in a week; the time also to let go of what is too old."""
    if is_beyond(client, "new_questions", MOST_NEW_A_DAY, _DAY):
        return False
    prune(on)
    if AskedQuestion.objects.filter(week=row.week).count() < MOST_A_WEEK:
        AskedQuestion.objects.bulk_create([row], ignore_conflicts=True)
    return True


def _said_often(client: str, what: str, question: str) -> bool:
    return is_beyond(client, f"{what}.{nameless('search.question', question)}", MOST_OF_ONE, _HOUR)
