"""How searching is: which index answers now, since when the other does not, what waits for which."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import DatabaseError
from django.utils import timezone
from django.utils.formats import date_format

from search.engine import ELASTICSEARCH, EMBEDDED, engines, guarded_index, index_of
from search.outbox import waiting
from search.query import Query


@dataclass(frozen=True, slots=True)
class SearchHealth:
    """`answers`: the engine that answers now, "" for none; `expected`: the one that should. `failing_since`: when this
    process noticed that the expected one fails. `waiting`: engine → changes that it has not got yet, None for unknown.
    """

    answers: str
    expected: str
    failing_since: datetime.datetime | None
    waiting: Mapping[str, int] | None

    @property
    def is_degraded(self) -> bool:
        """Whether another index answers than the one that should."""
        return self.answers != self.expected

    def sentence(self) -> str:
        """All of it in words for whoever runs the portal."""
        return " ".join(filter(None, (self._who_answers(), self._what_waits())))

    def _who_answers(self) -> str:
        if not self.answers:
            return "Không chỉ mục nào dùng được; cần chạy rebuild_index."
        if self.answers == ELASTICSEARCH:
            return "Đang tìm bằng Elasticsearch."
        if self.expected == EMBEDDED:
            return "Đang tìm bằng chỉ mục trên máy chủ của cổng."
        return f"{self._why_not()}; đang tìm bằng chỉ mục dự phòng trên máy chủ của cổng."

    def _why_not(self) -> str:
        if self.failing_since is None:
            return "Elasticsearch chưa có chỉ mục đầy đủ, cần chạy rebuild_index"
        return f"Elasticsearch không trả lời từ {date_format(timezone.localtime(self.failing_since), 'H:i d/m/Y')}"

    def _what_waits(self) -> str:
        if self.waiting is None:
            return ""
        number = sum(self.waiting.values())
        return f"Còn {number} thay đổi chờ đưa vào chỉ mục." if number else "Mọi thay đổi đã vào chỉ mục."


def search_health() -> SearchHealth:
    """The state as this process sees it; asks Elasticsearch unless it failed a moment ago. Raises nothing."""
    answers, since = _answering()
    return SearchHealth(answers, engines()[-1], since, _waiting())


def _answering() -> tuple[str, datetime.datetime | None]:
    guarded = guarded_index()
    if guarded is not None and guarded.main_answers():
        return ELASTICSEARCH, None
    is_usable = not index_of(EMBEDDED).search(Query("")).unavailable
    seconds = guarded.seconds_failing() if guarded is not None else None
    since = timezone.now() - datetime.timedelta(seconds=seconds) if seconds is not None else None
    return EMBEDDED if is_usable else "", since


def _waiting() -> Mapping[str, int] | None:
    try:
        return {engine: waiting(engine).count() for engine in engines()}
    except DatabaseError:
        return None
