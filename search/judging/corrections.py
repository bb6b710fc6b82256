"""Measures how well mistakes are told from what is right: how often a slip is mended, how often a good question is."""

import random
from collections.abc import Iterable, Mapping, Sequence

from search.judging.figures import share
from search.question.correcting import Vocabulary, correction
from vietnamese.fold import words

_LETTERS = "abcdeghiklmnopqrstuvxy"
_SHORTEST = 3  # letters of a word that gets a slip


def corrected(questions: Iterable[str], vocabulary: Vocabulary) -> Mapping[str, float]:
    """Of questions without a mistake the share for which another is proposed; and of the same, each folded and with one
    letter of one word dropped, added, changed or swapped with the next, the share that is proposed as it was before."""
    asked = list(questions)
    chance = random.Random(4)  # noqa: S311 - the same slips in every run
    slips = [(words(text), slipped) for text in asked if (slipped := _with_a_slip(words(text), chance))]
    mended = sum(words(correction(" ".join(slipped), vocabulary) or "") == said for said, slipped in slips)
    return {
        "questions": len(asked),
        "corrected": share(sum(correction(text, vocabulary) is not None for text in asked), len(asked)),
        "slips": len(slips),
        "mended": share(mended, len(slips)),
    }


def _with_a_slip(said: Sequence[str], chance: random.Random) -> list[str]:
    """The words with one slip; none where no word is long enough."""
    places = [at for at, word in enumerate(said) if len(word) >= _SHORTEST and word.isalpha()]
    if not places:
        return []
    at = chance.choice(places)
    return [*said[:at], _slip(said[at], chance), *said[at + 1 :]]


def _slip(word: str, chance: random.Random) -> str:
    """The word with another letter, or one less, one more, or two swapped; never the word itself."""
    at, letter = chance.randrange(len(word)), chance.choice(_LETTERS)
    ways = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :]]  # fmt: skip
    return chance.choice([way for way in ways if way != word])
