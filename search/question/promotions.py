"""Which promoted pages a question calls for today."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from search.question.phrases import folded_words, holds
from vietnamese.days import Span

LONGEST_QUESTION = 100  # characters
MOST_QUESTIONS = 20
MOST_SHOWN = 3

#: How a promotion's question is compared with what is asked.
HOW: Mapping[str, str] = {"contains": "Câu hỏi chứa cụm từ này", "exact": "Câu hỏi đúng là cụm từ này"}


@dataclass(frozen=True, slots=True)
class Promoted:
    """A page (its id) for some questions, between two days; `how` is a key of HOW."""

    page: int
    questions: tuple[str, ...]
    how: str = "contains"
    span: Span = field(default_factory=Span)

    def is_for(self, asked: Sequence[str], on: datetime.date) -> bool:
        """Whether a question, as folded words, calls for it on a day."""
        return self.span.holds_on(on) and any(self._is_meant(asked, words) for words in self._phrases())

    def _is_meant(self, asked: Sequence[str], words: Sequence[str]) -> bool:
        return tuple(asked) == words if self.how == "exact" else holds(asked, words)

    def _phrases(self) -> list[tuple[str, ...]]:
        return [words for words in map(folded_words, self.questions) if words]


def promoted_for(wordings: Iterable[str], promotions: Iterable[Promoted], on: datetime.date) -> list[int]:
    """Ids of at most `MOST_SHOWN` pages for a question in any of its wordings, in the order of the promotions."""
    asked = [folded_words(wording) for wording in wordings]
    pages = [each.page for each in promotions if any(each.is_for(words, on) for words in asked)]
    return list(dict.fromkeys(pages))[:MOST_SHOWN]


def question_complaints(questions: Sequence[str]) -> list[str]:
    """Why these questions cannot be a promotion's, in words that an editor can act on."""
    found = []
    if not any(map(folded_words, questions)):
        found.append("Hãy ghi ít nhất một câu hỏi.")
    if len(questions) > MOST_QUESTIONS:
        found.append(f"Nhiều nhất {MOST_QUESTIONS} câu hỏi cho một trang.")
    found += [f"“{text[:30]}…” dài quá {LONGEST_QUESTION} ký tự." for text in questions if len(text) > LONGEST_QUESTION]
    found += [f"“{text}” không có chữ nào." for text in questions if text.strip() and not folded_words(text)]
    return found
