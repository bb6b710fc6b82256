"""Why a hit was found: the words of the question in its name, else what people say of it, else a piece of its text."""

from collections.abc import Iterable

from search.question.query import Asked
from search.question.terms import known_words
from search.ranking.snippets import highlighted, snippet

#: A name that has so much of what was asked needs no other reason.
ENOUGH = 0.6
LONGEST_NAME = 240  # characters
Reason = tuple[str, str]  # who says it, the words as safe HTML; "" for no other reason than the name


def marked_name(title: str, asked: Asked) -> str:
    """The name as safe HTML, what was asked in it marked."""
    short = title if len(title) <= LONGEST_NAME else f"{title[: LONGEST_NAME - 1].rstrip()}…"
    return highlighted(short, asked.words, asked.marked, asked.pairs)


def reason(title: str, phrases: Iterable[str], text: str, asked: Asked) -> Reason:
    """What tells why it was found beside its name. `phrases` are what people say of it."""
    words = set(asked.words)
    in_name = _held(title, words)
    if not words or in_name >= ENOUGH * len(words):
        return "", ""
    best = max(phrases, key=lambda phrase: (_held(phrase, words), -len(phrase)), default="")
    if _held(best, words) > in_name:
        return "Người dân hay nói", highlighted(best, asked.words, asked.marked, asked.pairs)
    piece = snippet(text, asked.words, marked=asked.marked, pairs=asked.pairs)
    return ("Trong nội dung", piece) if "<mark>" in piece else ("", "")


def _held(text: str, words: set[str]) -> int:
    return len(words.intersection(known_words(text)))
