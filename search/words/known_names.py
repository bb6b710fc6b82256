"""The words of all names that can be found and of what people say, counted now and then: how marks are read, and what
"Có phải bạn muốn tìm…" may propose."""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress

from django.db import DatabaseError
from wagtail.models import Page

from agencies.models import Agency
from pages.published import published
from procedures_catalog.facts.findable import phrases
from procedures_catalog.facts.parts.shapes import lines_of
from procedures_catalog.models import EverydayWords, ProcedurePage
from search.models import KnownNames, ReferralAnswer, SynonymRule, WordsStamp
from search.question.spoken import SPOKEN
from search.question.vocabulary import NamesVocabulary

_remembered: dict[uuid.UUID, NamesVocabulary] = {}  # at most one


def keep_names(texts: Iterable[str] = ()) -> NamesVocabulary:
    """Counts the words of all names, of what people say and of these texts anew and keeps the counts for every process.
    About 3 s for 5,652 procedures."""
    return _keep(NamesVocabulary.of(all_names(), all_phrases(), texts))


def _keep(vocabulary: NamesVocabulary) -> NamesVocabulary:
    KnownNames.objects.update_or_create(pk=1, defaults={"counts": vocabulary.to_json()})
    WordsStamp.renew_names()
    return vocabulary


def known_names(version: uuid.UUID | None) -> NamesVocabulary:
    """The counts of a version of the stamp; remembered, read once a process, made where there are none yet."""
    kept = _remembered.get(version) if version is not None else None  # at once: another thread may clear it
    if kept is None:
        kept = _read() or _counted()
        _remembered.clear()
        if version is not None:
            _remembered[version] = kept
    return kept


def _counted() -> NamesVocabulary:
    """Counted by a reader, whom a database that takes nothing just now does not concern."""
    vocabulary = NamesVocabulary.of(all_names(), all_phrases())
    with suppress(DatabaseError):
        _keep(vocabulary)
    return vocabulary


def _read() -> NamesVocabulary | None:
    row = KnownNames.objects.first()
    try:
        return NamesVocabulary.from_json(row.counts) if row else None
    except (ValueError, KeyError, TypeError):
        return None


def all_phrases() -> Iterator[str]:
    """What people say of procedures that everybody may see, and of what is done elsewhere."""
    words = EverydayWords.objects.published().filter(identity__page__in=published(ProcedurePage.objects))
    yield from (phrase for row in words.iterator() for phrase in phrases(row.said()))
    yield from (name for row in ReferralAnswer.objects.published() for name in row.said().names)


def all_names() -> Iterator[str]:
    """Only of what everybody may see."""
    procedures = published(ProcedurePage.objects)
    for official, everyday in procedures.values_list("official_name", "everyday_names").iterator():
        yield official
        yield from lines_of(everyday)
    yield from published(Page.objects).values_list("title", flat=True)
    yield from Agency.objects.values_list("name", flat=True)
    for rule in SynonymRule.objects.published():
        yield from lines_of(rule.everyday)
        yield from lines_of(rule.official)
    yield from SPOKEN
