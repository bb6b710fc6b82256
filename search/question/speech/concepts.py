"""What persons and states of life mean in the words of the law: an age of eighty, a lost leg, a death in the family.

`concepts.txt` beside this file holds them by class, and says how they are written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from search.question.phrases import folded_words, holds
from vietnamese.ages import ages_in, span_of_ages
from vietnamese.fold import fold
from vietnamese.spelling import exact

FILE = Path(__file__).with_name("concepts.txt")

_CLASS = re.compile(r"\{([^}]+)\}")
_GAP = r"(?: \w+){0,4} "  # so many words may stand between two that belong together
_LEFT_OVER = re.compile(r"[{}]|\btuổi \d|(?:^|\s)[+−-](?:\s|$)")
_AGE = re.compile(r"tuổi (\d+)–(\d+)")


@dataclass(frozen=True, slots=True)
class _Sign:
    """Something that may stand in a question: words, in both forms, or an age."""

    marked: re.Pattern[str]
    folded: re.Pattern[str]
    ages: range = range(0)

    def stands_in(self, text: str, bare: bool, ages: Iterable[int]) -> bool:
        if self.ages:
            return any(age in self.ages for age in ages)
        return bool((self.folded if bare else self.marked).search(text))


@dataclass(frozen=True, slots=True)
class Concept:
    """`all_of` must stand in a question and `none_of` must not, for it to mean `words`."""

    all_of: tuple[_Sign, ...]
    none_of: tuple[_Sign, ...]
    words: tuple[str, ...]

    def is_in(self, text: str, bare: bool, ages: Iterable[int]) -> bool:
        """Whether a text in its exact form means it; `bare` says that it has no marks."""
        return all(sign.stands_in(text, bare, ages) for sign in self.all_of) and not any(
            sign.stands_in(text, bare, ages) for sign in self.none_of
        )


def read_concepts(text: str) -> Iterator[Concept]:
    """The concepts of a text in the format that the file explains. Raises ValueError with the line that is none."""
    classes: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            concept = _read(line, classes)
        except ValueError as error:
            raise ValueError(f"Dòng {number}: {error}") from error
        if concept:
            yield concept


@cache
def concepts() -> tuple[Concept, ...]:
    """Those of the file."""
    return tuple(read_concepts(FILE.read_text(encoding="utf-8")))


def meanings(text: str) -> tuple[str, ...]:
    """The words of the law that the persons and states in a text mean, each once; none that the text says itself."""
    said = exact(text).rstrip(" ?!.,;")
    bare, spoken = said == fold(said), folded_words(said)
    ages = [] if span_of_ages(said) else ages_in(said)
    found = (words for concept in concepts() if concept.is_in(said, bare, ages) for words in concept.words)
    return tuple(words for words in dict.fromkeys(found) if not holds(spoken, folded_words(words)))


def _read(line: str, classes: dict[str, str]) -> Concept | None:
    """The concept of a line; None for one that names a class, which the classes have then."""
    left, arrow, right = line.partition(" → ")
    if arrow:
        return _concept(left, right, classes)
    name, equals, words = line.partition(" = ")
    if not equals:
        raise ValueError("thiếu → hoặc =.")
    classes[name] = _either(words.split("|"), classes)
    return None


def _concept(left: str, right: str, classes: Mapping[str, str]) -> Concept:
    wanted, _, unwanted = left.partition(" − ")
    signs = tuple(_sign(piece, classes) for piece in wanted.split(" + "))
    none_of = tuple(_sign(piece, classes) for piece in unwanted.split(" − ") if piece)
    return Concept(signs, none_of, tuple(words.strip() for words in right.split("|")))


def _sign(piece: str, classes: Mapping[str, str]) -> _Sign:
    age = _AGE.fullmatch(piece.strip())
    words = piece.strip() if age else _either(piece.split("|"), classes)
    return _Sign(_whole(words), _whole(fold(words)), range(int(age[1]), int(age[2]) + 1) if age else range(0))


def _either(phrases: Iterable[str], classes: Mapping[str, str]) -> str:
    """A pattern for any of the phrases, the longest first; of two that are near where a phrase has a gap."""
    patterns = sorted((_pattern(phrase.strip(), classes) for phrase in phrases), key=len, reverse=True)
    return f"(?:{'|'.join(patterns)})"


def _pattern(phrase: str, classes: Mapping[str, str]) -> str:
    """Raises ValueError for what would never stand in a question: no words, half an age, a sign that joins nothing."""
    unknown = [name for name in _CLASS.findall(phrase) if name not in classes]
    if unknown or not phrase or _LEFT_OVER.search(_CLASS.sub("", phrase)):
        raise ValueError(f"không đọc được “{phrase}”.")
    return _CLASS.sub(lambda named: classes[named[1]], phrase).replace(" … ", _GAP)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}\b")
