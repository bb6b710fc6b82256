"""Texts as they are kept and as their source wrote them: mended when read, given back unmended when written."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from vietnamese.spelling import clean, writable

#: Lists and objects inside each other; the national shape has five.
DEEPEST = 20


class TooDeepError(ValueError):
    """Lists and objects stand inside each other more than DEEPEST times."""


def clean_deep(value: Any, wordings: dict[str, str], depth: int = 0) -> Any:
    """The value with every text cleaned; `wordings` receives repaired text → what stood there. Raises TooDeepError."""
    if isinstance(value, str):
        return _clean_text(value, wordings)
    if not isinstance(value, list | dict):
        return value
    if depth == DEEPEST:
        raise TooDeepError
    if isinstance(value, list):
        return [clean_deep(item, wordings, depth + 1) for item in value]
    return {clean(key): clean_deep(item, wordings, depth + 1) for key, item in value.items()}


def restore(value: Any, wordings: Mapping[str, str]) -> Any:
    """The value with repaired texts given back as their source wrote them."""
    if isinstance(value, str):
        return wordings.get(_normalise(value), value)
    if isinstance(value, list):
        return [restore(item, wordings) for item in value]
    if isinstance(value, dict):
        return {key: restore(item, wordings) for key, item in value.items()}
    return value


def _clean_text(text: str, wordings: dict[str, str]) -> str:
    cleaned = clean(text)
    # Halves of characters are nothing that anybody wrote, and nothing that could be written back.
    if cleaned != text and writable(text) == text and _normalise(text) != _normalise(cleaned):
        wordings[_normalise(cleaned)] = text
    return cleaned


def _normalise(text: str) -> str:
    """The text as two people would call it the same: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
