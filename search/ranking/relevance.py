"""Whether an answer fits its question: any word finds something, which is not yet what was asked for."""

from search.question.query import take_apart
from search.question.terms import known_words
from search.question.understanding import Question
from search.ranking.results import Hit, Results

LOOKED_AT = 5  # hits
BEGINNING = 2_000  # characters of a hit's text
ENOUGH = 0.6  # of the words of a short question
SHORT = 8  # words; a longer question is a story, of which no page holds most words


def fits(question: Question, results: Results) -> bool:
    """Whether one of the first hits holds enough of the question in one of its wordings; a long one needs any hit."""
    if not results.total or not results.hits:
        return bool(results.total)
    wordings = [set(take_apart(text).words) for text in (question.text, *question.also)]
    if max(map(len, wordings)) > SHORT:
        return True
    return any(_holds_enough(hit, wordings) for hit in results.hits[:LOOKED_AT])


def _holds_enough(hit: Hit, wordings: list[set[str]]) -> bool:
    held = set(known_words(" ".join((hit.title, *hit.codes, hit.text[:BEGINNING]))))
    return any(len(asked & held) >= ENOUGH * len(asked) for asked in wordings)
