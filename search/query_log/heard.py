"""Whether a question may be written down in words: when enough different people asked it, or the portal itself says it.

No list of names is complete, so what one person tells ("tôi tên là lan bị hiv") cannot be told from a question by its
words. Until others ask the same, only a keyed hash of it is kept, from which nobody comes back to the words without the
portal's secret key. Askers differ by their providers' networks: a telephone gets new addresses all day.
"""

import datetime
from collections.abc import Iterator
from textwrap import wrap

from pages.visitors.clients import nameless
from pages.visitors.fair_share import is_beyond
from search.feed.entries import entries_for
from search.finder import SearchAnswer
from search.models import HeardQuestion
from search.models.asked import ENOUGH, KEY, MARK
from search.query_log.asker import Asker
from vietnamese.fold import fold
from vietnamese.spelling import exact, squeeze

HELD_DAYS = 30  # as long as a month's rush on an office may take; whoever asks later begins anew
MOST_HELD = 50_000  # hashes; the oldest make room
MOST_NEW_A_DAY = 500  # times that one client makes a hash or a row be written
LOOKED_AT = 3  # procedures among the results whose names and everyday words a question is compared with
_DAY = 24 * 3600  # seconds


def is_asked_by_enough(question: str, asker: Asker, on: datetime.date) -> bool:
    """Notes on a day that somebody asks it; whether it was the last asker that was missing. Nothing is left then."""
    key = nameless("search.heard", question)[:KEY]
    row = HeardQuestion.objects.filter(key=key, since__gte=_first_day(on)).first()
    mark = nameless(f"search.asker.{key}", asker.network)[:MARK]
    marks = wrap(row.askers, MARK) if row else []
    if mark in marks or is_beyond(asker.share, "new_questions", MOST_NEW_A_DAY, _DAY):
        return False
    if row and len(marks) + 1 >= ENOUGH:
        return bool(row.delete()[0])
    _note(key, "".join([*marks, mark]), row, on)
    return False


def is_said_here(question: str, answer: SearchAnswer, on: datetime.date) -> bool:
    """Whether it is, from end to end, what the portal itself says of a procedure that was found, or of what is done
    elsewhere: words that name nobody, whoever types them. Without marks only if it has none."""
    alike = fold if question.isascii() else exact
    return any(alike(squeeze(phrase)) == question for phrase in _said(answer, on))


def forget_heard(on: datetime.date, days: int) -> int:
    """Deletes hashes of more than so many days before, and never keeps any longer than HELD_DAYS; returns how many."""
    return HeardQuestion.objects.filter(since__lt=_first_day(on, min(days, HELD_DAYS))).delete()[0]


def _first_day(on: datetime.date, days: int = HELD_DAYS) -> datetime.date:
    return on - datetime.timedelta(days=days)


def _note(key: str, askers: str, row: HeardQuestion | None, on: datetime.date) -> None:
    if row:
        HeardQuestion.objects.filter(pk=row.pk).update(askers=askers)
        return
    forget_heard(on, HELD_DAYS)
    _make_room()
    HeardQuestion.objects.bulk_create([HeardQuestion(key=key, askers=askers, since=on)], ignore_conflicts=True)


def _make_room() -> None:
    beyond = HeardQuestion.objects.count() + 1 - MOST_HELD
    if beyond > 0:
        oldest = HeardQuestion.objects.order_by("pk").values_list("pk", flat=True)[:beyond]
        HeardQuestion.objects.filter(pk__in=list(oldest)).delete()


def _said(answer: SearchAnswer, on: datetime.date) -> Iterator[str]:
    """The cheapest first."""
    found = [hit for hit in answer.results.hits[:LOOKED_AT] if hit.kind == "procedure"]
    yield from (hit.title for hit in found)
    if answer.referred:
        yield from answer.referred.referral.names
    for entry in entries_for([hit.key for hit in found], on):
        yield from (*entry.names, *entry.said)
