"""What editors said about words, made ready for searching and remembered until one of them says something else."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models.signals import post_delete, post_save

from search.models import HiddenSuggestion, Promotion, SynonymRule, WordsStamp
from search.question.phrases import folded_words, holds
from search.question.promotions import Promoted
from search.question.synonyms import Synonyms

_SOURCES = (SynonymRule, Promotion, HiddenSuggestion)


@dataclass(frozen=True, slots=True)
class EditorsWords:
    """The rules, the promotions in their order, the folded words that no suggestion may hold, and which version of the
    counts in `search.words.known_names` is the present one."""

    synonyms: Synonyms
    promotions: tuple[Promoted, ...]
    hidden: tuple[tuple[str, ...], ...]
    names: uuid.UUID | None = None

    def hides(self, title: str) -> bool:
        """Whether a suggestion with this title is not to be shown."""
        words = folded_words(title)
        return any(holds(words, phrase) for phrase in self.hidden)


@dataclass(frozen=True, slots=True)
class _Remembered:
    stamp: tuple[uuid.UUID, uuid.UUID | None]
    words: EditorsWords


_remembered: list[_Remembered] = []  # at most one; replaced as a whole, so that every thread sees a whole one


def current_words() -> EditorsWords:
    """The words as they are now. One query while nothing changes, three more in each process after a change."""
    stamp = WordsStamp.objects.values_list("version", "names").first()
    for kept in _remembered[:1]:
        if kept.stamp == stamp:
            return kept.words
    words = _read(stamp[1] if stamp else None)  # after the stamp: what is newer than it is only read once more
    if stamp is not None:
        _remembered[:] = [_Remembered(stamp, words)]
    return words


def connect() -> None:
    """Starts to renew the stamp with every change. Signals, since a deleted queryset calls no model's delete()."""
    for model in _SOURCES:
        for signal in (post_save, post_delete):
            signal.connect(_renew, sender=model, dispatch_uid=f"search.words.words.{model.__name__}")


def _renew(**_kwargs: Any) -> None:
    WordsStamp.renew()


def _read(names: uuid.UUID | None) -> EditorsWords:
    return EditorsWords(
        Synonyms(row.rule() for row in SynonymRule.objects.order_by("pk")),
        tuple(row.promoted() for row in Promotion.objects.order_by("order", "pk")),
        tuple(filter(None, map(folded_words, HiddenSuggestion.objects.values_list("words", flat=True)))),
        names,
    )
