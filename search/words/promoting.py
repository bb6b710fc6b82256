"""Promoted pages as hits: only what is published and public, as it is on a day."""

from collections.abc import Iterable
from datetime import date

from consequences.keys import page_key
from pages.entry import SearchEntry
from search.feed.entries import entries_for
from search.question.promotions import Promoted, promoted_for
from search.ranking.results import Hit


def promoted_hits(wordings: Iterable[str], promotions: Iterable[Promoted], on: date, kind: str = "") -> tuple[Hit, ...]:
    """The promoted pages of a kind ("" for all) for a question in its wordings. No query when there are none."""
    pages = promoted_for(wordings, promotions, on)
    keys = [page_key(pk) for pk in pages]
    entries = {entry.key: entry for entry in entries_for(keys, on)} if keys else {}
    return tuple(_hit(entries[key]) for key in keys if key in entries and kind in ("", entries[key].kind))


def _hit(entry: SearchEntry) -> Hit:
    return Hit(
        key=entry.key,
        score=0.0,
        kind=entry.kind,
        title=entry.title,
        url=entry.url,
        codes=tuple(entry.codes),
        is_current=entry.is_current,
        facets=entry.facets,
        text=entry.body,
    )
