"""Measures how well marks are read: those of questions that bear them are stripped, and read again."""

from collections.abc import Iterable, Mapping

from search.judging.figures import share
from search.question.meant import SURE
from search.question.phrases import words_of
from search.question.readings import Marked, read
from vietnamese.fold import fold
from vietnamese.sounds import one_i

MARKED = 0.5  # of the words of a question whose writer typed all marks


def restored(questions: Iterable[str], known: Marked) -> Mapping[str, float]:
    """Of the words of the questions that were typed with their marks: how many, the share that is read rightly without
    them, the share whose reading is sure, and the share of those that is right."""
    found = [each for question in questions if _bears_marks(question) for each in _read_again(question, known)]
    sure = [is_right for is_right, odds in found if odds >= SURE]
    right = sum(is_right for is_right, _ in found)
    return {
        "words": len(found),
        "right": share(right, len(found)),
        "sure": share(len(sure), len(found)),
        "right_of_sure": share(sum(sure), len(sure)),
    }


def _bears_marks(question: str) -> bool:
    words = words_of(question)
    return sum(word.exact != word.folded for word in words) >= MARKED * max(len(words), 1)


def _read_again(question: str, known: Marked) -> list[tuple[bool, float]]:
    """For each word whether it is read as it was written, and how likely the reading is."""
    both = zip(words_of(question), read(fold(question), known), strict=False)
    return [(one_i(word.exact) == one_i(again.likeliest), again.odds) for word, again in both]
