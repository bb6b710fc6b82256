"""What a question means before anything is looked up: its text as meant, and its other wordings."""

from collections.abc import Iterable
from dataclasses import dataclass

from procedures_catalog.facts.forms.asked import in_one_piece
from search.question.query import MAX_CHARACTERS
from search.question.synonyms import Synonyms
from vietnamese.abbreviations import spelled_out
from vietnamese.ages import ages_in, is_within, span_of_ages
from vietnamese.keyboard.typing import as_meant
from vietnamese.spelling import exact, squeeze

MOST_WORDINGS = 8


@dataclass(frozen=True, slots=True)
class Question:
    """`typed` is what stands in the box, `text` what is looked for, `also` its other wordings, best first."""

    typed: str
    text: str
    also: tuple[str, ...] = ()

    @property
    def is_read_otherwise(self) -> bool:
        """Whether what is looked for is not what was typed."""
        return self.text != self.typed

    def or_else(self, *wordings: str) -> "Question":
        """The same question with more wordings; the first of them may not fall away."""
        kept = self.also[: MOST_WORDINGS - 1]
        return Question(self.typed, self.text, _once(self.text, (*kept, *wordings)))


def understand(typed: str, synonyms: Synonyms, as_typed: bool = False) -> Question:
    """The question behind the first 1,300 characters that were typed.

    `as_typed` takes every letter as it is: no keystrokes are decoded, no abbreviations spelled out.
    """
    typed = squeeze(typed[:MAX_CHARACTERS])
    if as_typed:
        return Question(typed, typed, _once(typed, synonyms.wordings(typed)))
    text = as_meant(typed)
    in_full = spelled_out(text)
    number = [found for found in (in_one_piece(text),) if found]
    return Question(typed, text, _once(text, (*number, in_full, *synonyms.wordings(text), *synonyms.wordings(in_full))))


def _once(text: str, wordings: Iterable[str]) -> tuple[str, ...]:
    """The wordings that say something else than the text, each once; none for other ages than the text tells."""
    ages = ages_in(text)
    forms = dict.fromkeys(exact(wording) for wording in wordings if is_within(ages, span_of_ages(wording)))
    forms.pop(exact(text), None)
    return tuple(forms)[:MOST_WORDINGS]
