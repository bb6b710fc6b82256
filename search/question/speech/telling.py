"""Whether anything of a question tells what is wanted: "xin chào", "thủ tục", "a" and "1" would find hundreds of things
that have nothing to do with each other."""

from collections.abc import Callable, Iterator

from search.question.speech.noise import TELLS, noise
from search.question.terms import WORD, folded_line, is_sign
from vietnamese.spelling import exact
from vietnamese.syllables import is_plain_syllable

_FIGURES = 3  # a number of fewer names nothing: no law, no number to call, no year
_A_NAME = 4  # letters from which a strange word may be the name of something


def tells_nothing(text: str) -> bool:
    """Whether nothing but politeness, what every question says, single letters and small numbers is said."""
    return not any(map(_may_tell, words_told(text)))


def is_unheard_of(text: str, count: Callable[[str], float]) -> bool:
    """Whether each word that may tell something is a few letters that are no syllable and in no name; `count` says how
    often names say a folded word. A longer one may be the name of something that the portal has yet to hear of."""
    return not any(len(word) >= _A_NAME or _is_heard(word, count) for word in words_told(text) if _may_tell(word))


def words_told(text: str) -> Iterator[str]:
    """Its folded words without what every question says."""
    marked = exact(text)
    folded = folded_line(marked)
    heard = noise(marked, folded)
    return (found[0] for found in WORD.finditer(folded) if heard[found.start()] == TELLS)


def _may_tell(word: str) -> bool:
    return len(word) >= _FIGURES if word.isdigit() else len(word) > 1


def _is_heard(word: str, count: Callable[[str], float]) -> bool:
    return is_sign(word) or is_plain_syllable(word) or bool(count(word))
