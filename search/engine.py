"""Which index the portal searches in: the one line to change for another engine."""

from functools import cache
from pathlib import Path

from django.conf import settings

from search.index.embedded import EmbeddedIndex
from search.index.port import SearchIndex


def current_index() -> SearchIndex:
    """The portal's index; one for the process, safe in every thread."""
    return _embedded(Path(settings.SEARCH_INDEX_FILE))


@cache
def _embedded(path: Path) -> SearchIndex:
    return EmbeddedIndex(path)
