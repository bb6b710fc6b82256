"""What editors said about words, made ready for searching and remembered until one of them says something else."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from consequences.registry import touched
from consequences.touched import Touched
from search.models import HiddenSuggestion, Promotion, ReferralAnswer, SynonymRule, WordsStamp
from search.question.phrases import folded_words, holds
from search.question.promotions import Promoted
from search.question.synonyms import Synonyms
from search.referrals.matching import Referrals


@dataclass(frozen=True, slots=True)
class EditorsWords:
    """The rules, the promotions in their order, the folded words that no suggestion may hold, the answers of what is
    done elsewhere, which version of the counts in `search.words.known_names` is the present one, and under which
    version of the stamp all that was read."""

    synonyms: Synonyms
    promotions: tuple[Promoted, ...]
    hidden: tuple[tuple[str, ...], ...]
    referrals: Referrals
    names: uuid.UUID | None = None
    version: uuid.UUID | None = None

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
    """The words as they are now. One query while nothing changes, four more in each process after a change."""
    stamp = WordsStamp.objects.values_list("version", "names").first()
    for kept in _remembered[:1]:
        if kept.stamp == stamp:
            return kept.words
    words = _read(*(stamp or (None, None)))  # after the stamp: what is newer than it is only read once more
    if stamp is not None:
        _remembered[:] = [_Remembered(stamp, words)]
    return words


def connect() -> None:
    """Starts to renew the stamp with every change; connecting twice changes nothing."""
    touched.connect(_renew, dispatch_uid="search.words.words")


def _renew(what: Touched, **_kwargs: Any) -> None:
    if reverse("search") in what.lists:
        WordsStamp.renew()


def _read(version: uuid.UUID | None, names: uuid.UUID | None) -> EditorsWords:
    return EditorsWords(
        Synonyms(row.rule() for row in SynonymRule.objects.published().order_by("pk")),
        tuple(row.promoted() for row in Promotion.objects.published().order_by("order", "pk")),
        tuple(filter(None, map(folded_words, HiddenSuggestion.objects.published().values_list("words", flat=True)))),
        Referrals(row.said() for row in ReferralAnswer.objects.published()),
        names,
        version,
    )
