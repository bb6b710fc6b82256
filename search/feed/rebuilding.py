"""Makes an index anew from everything published, when somebody wants it or because it needs it."""

from collections.abc import Iterable
from datetime import date

from pages.entry import SearchEntry
from search.feed.engine import EMBEDDED, embedded_index, holds_enough, index_of
from search.feed.entries import all_entries
from search.feed.healing import note_reason
from search.feed.outbox import flush
from search.question.query import Query


def rebuild(engine: str, on: date, entries: Iterable[SearchEntry] | None = None) -> int:
    """Makes it of what there is to find on a day; returns how many entries there are. What changed meanwhile has waited
    in the outbox and is sent after. Raises IndexUnavailableError."""
    count = index_of(engine).rebuild(all_entries(on) if entries is None else entries)
    note_reason(engine, "")
    flush(engine, on)
    return count


def heal(engine: str, on: date) -> str:
    """Makes the index of an engine anew if something is wrong with it; returns what was. Raises
    IndexUnavailableError."""
    found = ailment(engine)
    note_reason(engine, found)
    if found:
        rebuild(engine, on)
    return found


def ailment(engine: str) -> str:
    """What is wrong with the index of an engine, "" for nothing; the embedded one's file is read from end to end."""
    if engine == EMBEDDED and (damage := embedded_index().ailment()):
        return damage
    results = index_of(engine).search(Query(""))
    if results.unavailable or results.incomplete:
        return "không dùng được hoặc chưa từng được lập đầy đủ"
    return "" if holds_enough(engine, results.held) else "thiếu nhiều mục so với nội dung đang công bố"
