"""How searching is: which index answers now, since when the other does not, what waits for which."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import DatabaseError
from django.utils import timezone
from django.utils.formats import date_format

from search.feed.engine import ELASTICSEARCH, EMBEDDED, engines, guarded_index, holds_enough, index_of
from search.feed.healing import failed_lately, is_being_healed, reason, want_healed
from search.feed.outbox import waiting
from search.index.guarded import GuardedIndex
from search.question.query import Query


@dataclass(frozen=True, slots=True)
class SearchHealth:
    """`answers`: the engine that answers now, "" for none; `expected`: the one that should. `failing_since`: when this
    process noticed that the expected one fails. `waiting`: engine → changes that it has not got yet, None for unknown.
    `ailing`: the engines whose index was found lost, damaged or short and is not mended yet; `being_built`: those whose
    index is looked at and built anew just now.
    """

    answers: str
    expected: str
    failing_since: datetime.datetime | None
    waiting: Mapping[str, int] | None
    ailing: tuple[str, ...] = ()
    being_built: tuple[str, ...] = ()

    @property
    def is_degraded(self) -> bool:
        """Whether another index answers than the one that should, or one of them is not as it should be: also while it
        is still looked at, for a search has met something that the short look here did not."""
        return self.answers != self.expected or bool(self.ailing or self.being_built)

    def sentence(self) -> str:
        """All of it in words for whoever runs the portal."""
        return " ".join(filter(None, (self._who_answers(), self._what_ails(), self._what_waits())))

    def _who_answers(self) -> str:
        if not self.answers:
            return "Không chỉ mục nào dùng được."
        if self.answers == ELASTICSEARCH:
            return "Đang tìm bằng Elasticsearch."
        if self.expected == EMBEDDED:
            return "Đang tìm bằng chỉ mục trên máy chủ của cổng."
        return f"{self._why_not()}; đang tìm bằng chỉ mục dự phòng trên máy chủ của cổng."

    def _why_not(self) -> str:
        if self.failing_since is None:
            return "Elasticsearch chưa có chỉ mục đầy đủ"
        return f"Elasticsearch không trả lời từ {date_format(timezone.localtime(self.failing_since), 'H:i d/m/Y')}"

    def _what_ails(self) -> str:
        if self.being_built:
            return "Cổng đang xem và lập lại chỉ mục, thường xong trong một hai phút."
        if self.ailing:
            return (
                "Chỉ mục bị mất, hỏng hoặc thiếu; cổng tự lập lại, nếu sau vài phút chưa xong thì chạy rebuild_index."
            )
        return ""

    def _what_waits(self) -> str:
        if self.waiting is None:
            return ""
        number = sum(self.waiting.values())
        return f"Còn {number} thay đổi chờ đưa vào chỉ mục." if number else "Mọi thay đổi đã vào chỉ mục."


def search_health() -> SearchHealth:
    """The state as this process sees it; asks Elasticsearch unless it failed a moment ago. What is found ailing is
    healed in the background. Raises nothing."""
    guarded, has_file = guarded_index(), _embedded_answers()
    main_answers = guarded is not None and guarded.main_answers()
    return SearchHealth(
        answers=ELASTICSEARCH if main_answers else EMBEDDED if has_file else "",
        expected=engines()[-1],
        failing_since=None if main_answers else _since(guarded),
        waiting=_waiting(),
        ailing=tuple(each for each in engines() if reason(each) or (each == EMBEDDED and not has_file)),
        being_built=tuple(each for each in engines() if is_being_healed(each)),
    )


def _since(guarded: GuardedIndex | None) -> datetime.datetime | None:
    seconds = guarded.seconds_failing() if guarded is not None else None
    return timezone.now() - datetime.timedelta(seconds=seconds) if seconds is not None else None


def _embedded_answers() -> bool:
    """Whether it answers what people ask: the short look here reads little of it, so what a question met, and what was
    found when all of it was read, count as well."""
    results = index_of(EMBEDDED).search(Query(""))
    sound = not results.unavailable and not results.incomplete and holds_enough(EMBEDDED, results.held)
    if sound and not reason(EMBEDDED) and not failed_lately(EMBEDDED):
        return True
    want_healed(EMBEDDED)
    return False


def _waiting() -> Mapping[str, int] | None:
    try:
        return {engine: waiting(engine).count() for engine in engines()}
    except DatabaseError:
        return None
