"""What Wagtail asks the desk's search for, as a condition on `DeskEntry` and an order of what meets it."""

from collections.abc import Iterator
from functools import reduce
from itertools import islice
from operator import and_, or_

from django.db.models import Case, F, FloatField, Q, Value, When
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Length
from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from search.desk.words import asked_words

MAX_WORDS = 20  # of one text; editors type a few, a pasted page would only slow everybody down
MAX_PARTS = 10  # quoted phrases and the like
_EVERYTHING = ~Q(pk__in=[])
_SHORTER_FIRST = 100_000  # longer than any name, so that length decides only among equals


def condition(query: SearchQuery) -> Q | None:
    """What an entry must meet; None when the question has no word in it ("%", an emoji), which nothing answers.

    Each typed word must begin a word of the entry; a phrase must stand there as it is. Words beyond the limits are
    not asked for.
    """
    if isinstance(query, PlainText | Fuzzy):
        return _joined(query.operator, (Q(text__contains=f" {word}") for word in _words(query)))
    if isinstance(query, Phrase):
        return Q(text__contains=f" {' '.join(_words(query))}") if _words(query) else None
    if isinstance(query, And | Or):
        parts = [part for each in _flat(query) if (part := condition(each)) is not None]
        return _joined("and" if isinstance(query, And) else "or", iter(parts))
    return _of_one(query)


def likeness(query: SearchQuery) -> CombinedExpression:
    """How well an entry's name answers, for ordering from high to low.

    The very name, then one that begins with what was typed, then one that says it, each with the last word whole
    before the last word begun; then a code or another field that says it. Among equals the shorter name.
    """
    typed = " ".join(_said(query))
    steps = (
        Q(name=f" {typed} "),
        Q(name__startswith=f" {typed} "),
        Q(name__contains=f" {typed} "),
        Q(name__startswith=f" {typed}"),
        Q(name__contains=f" {typed}"),
        Q(text__contains=f" {typed} "),
    )
    whens = [When(step, then=Value(float(len(steps) - place))) for place, step in enumerate(steps)]
    return Case(*whens, default=Value(0.0), output_field=FloatField()) - Length(F("name")) * 1.0 / _SHORTER_FIRST


def _of_one(query: SearchQuery) -> Q | None:
    """Questions that hold one other, or none."""
    if isinstance(query, Not):
        inner = condition(query.subquery)
        return None if inner is None else ~inner
    if isinstance(query, Boost):
        return condition(query.subquery)
    if isinstance(query, MatchAll):
        return _EVERYTHING
    raise NotImplementedError(f"The desk's search has no answer to a {type(query).__name__}.")


def _words(query: PlainText | Fuzzy | Phrase) -> list[str]:
    return asked_words(query.query_string, MAX_WORDS)


def _joined(operator: str, parts: Iterator[Q]) -> Q | None:
    found = list(parts)
    return reduce(and_ if operator == "and" else or_, found) if found else None


def _flat(query: And | Or) -> list[SearchQuery]:
    """The first parts of a question, those of the same kind inside it taken out: Wagtail nests them in twos."""
    return list(islice(_parts(query, type(query)), MAX_PARTS))


def _parts(query: SearchQuery, kind: type[SearchQuery]) -> Iterator[SearchQuery]:
    if not isinstance(query, kind):
        yield query
    else:
        for part in query.subqueries:
            yield from _parts(part, kind)


def _said(query: SearchQuery) -> list[str]:
    """The words of the whole question in their order."""
    if isinstance(query, PlainText | Fuzzy | Phrase):
        return _words(query)
    if isinstance(query, And | Or):
        return [word for part in _flat(query) for word in _said(part)]
    return _said(query.subquery) if isinstance(query, Boost) else []
