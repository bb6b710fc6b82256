"""Which marks a question certainly means, and how far the marks of a found word agree with them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from search.question.phrases import words_of
from search.question.readings import Read
from search.question.terms import folded_line
from vietnamese.sounds import one_i

SURE = 0.95  # so likely is a spelling that the others are not meant


@dataclass(frozen=True, slots=True)
class Meant:
    """The spellings (with one i) of the words whose marks are certain; whatever is not among them may have any.

    `other` is how far a word agrees that has other marks than these.
    """

    spellings: Collection[str] = frozenset()
    other: float = 1.0
    _folded: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Folds the spellings once."""
        object.__setattr__(self, "_folded", frozenset(map(folded_line, self.spellings)))

    def agreements(self, words: Sequence[str], spelled: str) -> list[float]:
        """`other` or 1 for each of the folded words, `spelled` being the same words with their marks. What somebody
        typed without any marks agrees with everything."""
        if not self.spellings or spelled.isascii():
            return [1.0] * len(words)
        folded, known, other = self._folded, self.spellings, self.other  # looked at some thousand times a question
        both = zip(words, spelled.split(), strict=True)
        return [other if word in folded and marks not in known else 1.0 for word, marks in both]

    def allows(self, folded: str, spelled: str) -> bool:
        """Whether a folded word that is spelled so may be meant."""
        return folded not in self._folded or spelled in self.spellings


def certain(words: Iterable[Read]) -> frozenset[str]:
    """The spellings of the words whose marks are certain, wherever in the question they stand."""
    spelled, doubtful = set[str](), set[str]()
    for word in words:
        likeliest, odds = _likeliest(word.spellings)
        (spelled if odds >= SURE else doubtful).add(likeliest)
    unclear = set(map(folded_line, doubtful))
    return frozenset(each for each in spelled if folded_line(each) not in unclear)


def as_written(text: str) -> frozenset[str]:
    """The spellings of a text that bears marks, of the words without marks too; none for one without any."""
    words = words_of(text)
    bears = any(word.exact != word.folded for word in words)
    return frozenset(one_i(word.exact) for word in words) if bears else frozenset()


def with_wordings(own: Collection[str], text: str, others: Iterable[str]) -> frozenset[str]:
    """The spellings meant by a question, and by its other wordings those of the words that it does not say itself."""
    said = {folded_line(word.folded) for word in words_of(text)}
    beside = frozenset[str]().union(*map(as_written, others))
    return frozenset(own) | {spelled for spelled in beside if folded_line(spelled) not in said}


def _likeliest(spellings: Mapping[str, float]) -> tuple[str, float]:
    """Spellings that differ in i and y alone are one."""
    odds: dict[str, float] = {}
    for spelling, each in spellings.items():
        odds[one_i(spelling)] = odds.get(one_i(spelling), 0.0) + each
    return max(odds.items(), key=lambda item: item[1])
