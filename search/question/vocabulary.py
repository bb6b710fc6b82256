"""The words and pairs of words that names are made of: what a correction may suggest, and in what context."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import Self

from vietnamese.fold import fold
from vietnamese.sounds import sound_key
from vietnamese.spelling import exact

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
#: How much a phrase of people, and an official text, counts beside a name: questions are worded as people speak.
PEOPLE_WEIGH, TEXTS_WEIGH = 3.0, 0.1
BEGINNING = 1_000  # characters of an official text that are read
OFTEN = 5  # times that two words stand together in official texts, so that it is no chance
_NEAR_FROM = 2  # letters: nearly every single letter is near every other


class NamesVocabulary:
    """Counts of words and of neighbours in names and in what people say, by their folded forms and with their marks.

    Holds a few thousand words whatever the number of names. Built with the index and kept beside it as `to_json`;
    all else is made from that. Never changes.
    """

    def __init__(self, words: Mapping[str, float], pairs: Mapping[str, float]) -> None:
        """From the counts of words and of pairs ("thường trú"), both in their exact form."""
        self._exact_words, self._exact_pairs = dict(words), dict(pairs)
        self._words, self._pairs = _folded(words), _folded(pairs)
        self._spellings = _spellings(words)
        self._by_sound = _grouped((sound_key(word), word) for word in self._words)
        self._by_deletion = _grouped((key, word) for word in self._words for key in _deletions(word))
        self.total = sum(self._words.values())

    @classmethod
    def of(cls, names: Iterable[str], people: Iterable[str] = (), texts: Iterable[str] = ()) -> Self:
        """From names, phrases in which people speak, and official texts, of which only pairs that are said again and
        again are kept. What people typed without any marks tells of none. About 2 s for 60,000 names of 100 letters."""
        marked = (phrase for phrase in people if exact(phrase) != fold(phrase))
        words, pairs = _counted(text[:BEGINNING] for text in texts)
        often = {pair: count for pair, count in pairs.items() if count >= OFTEN}
        said = ((*_counted(names), 1.0), (*_counted(marked), PEOPLE_WEIGH), (words, often, TEXTS_WEIGH))
        return cls(
            _weighed((one, weight) for one, _, weight in said), _weighed((two, weight) for _, two, weight in said)
        )

    @classmethod
    def from_json(cls, kept: str) -> Self:
        """What `to_json` gave. ValueError, KeyError or TypeError for anything else."""
        counts = json.loads(kept)
        return cls(counts["words"], counts["pairs"])

    def to_json(self) -> str:
        """The counts, to be kept in a file or a column; about 30 bytes for each word and each pair."""
        return json.dumps({"words": self._exact_words, "pairs": self._exact_pairs}, ensure_ascii=False)

    def count(self, word: str) -> float:
        """How often the folded word is said."""
        return self._words.get(word, 0)

    def pair_count(self, first: str, second: str) -> float:
        """How often the folded words are neighbours in this order."""
        return self._pairs.get(f"{first} {second}", 0)

    def near(self, word: str) -> Iterator[str]:
        """The other known words one edit away (a letter more, less, other, or two swapped) or that sound alike."""
        found = set(self._by_sound.get(sound_key(word), ()))
        for key in _deletions(word):
            found.update(known for known in self._by_deletion.get(key, ()) if is_one_edit(word, known))
        return (known for known in sorted(found) if known != word)

    def marked(self, *words: str) -> str:
        """How one or two folded words are mostly written, "" where they are unknown."""
        ways = map(" ".join, product(*map(self.spellings, words)))
        known = self._exact_words if len(words) == 1 else self._exact_pairs
        return max(((known[way], way) for way in ways if way in known), default=(0, ""))[1]

    def spellings(self, folded: str) -> Sequence[str]:
        """The ways to write a folded word with its marks, the commonest first; none for an unknown one."""
        return self._spellings.get(folded, ())

    def spelled_count(self, word: str) -> float:
        """How often the word is written so."""
        return self._exact_words.get(word, 0)

    def spelled_pair_count(self, first: str, second: str) -> float:
        """How often the two words, written so, are neighbours in this order."""
        return self._exact_pairs.get(f"{first} {second}", 0)


def is_one_edit(word: str, other: str) -> bool:
    """Whether a letter more, less or other, or two neighbours swapped, make the one of the other."""
    start = _common_start(word, other)
    word, other = word[start:], other[start:]
    end = _common_start(word[::-1], other[::-1])
    rest = word[: len(word) - end], other[: len(other) - end]
    return max(map(len, rest)) <= 1 or (len(rest[0]) == 2 and rest[0] == rest[1][::-1])


def _common_start(word: str, other: str) -> int:
    return next(
        (at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other))
    )


def _deletions(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: words one edit apart share one of these."""
    if len(word) >= _NEAR_FROM:
        yield word
        yield from {word[:at] + word[at + 1 :] for at in range(len(word))}


def _folded(counts: Mapping[str, float]) -> dict[str, float]:
    folded = defaultdict[str, float](float)
    for words, count in counts.items():
        folded[fold(words)] += count
    return dict(folded)


def _counted(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word, and each pair of neighbours, is said."""
    words, pairs = Counter[str](), Counter[str]()
    for text in texts:
        said = _WORD.findall(exact(text))
        words.update(said)
        pairs.update(map(" ".join, pairwise(said)))
    return words, pairs


def _weighed(counts: Iterable[tuple[Mapping[str, int], float]]) -> dict[str, float]:
    """The sum of counts, each times its weight, to a tenth."""
    found = defaultdict[str, float](float)
    for each, weight in counts:
        for words, count in each.items():
            found[words] = round(found[words] + weight * count, 1)
    return dict(found)


def _spellings(words: Mapping[str, float]) -> dict[str, list[str]]:
    """For each folded word the ways to write it, the commonest first; the last in the alphabet of equals."""
    ordered = sorted(words.items(), key=lambda item: (item[1], item[0]), reverse=True)
    return _grouped((fold(word), word) for word, _ in ordered)


def _grouped(items: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups = defaultdict(list)
    for key, word in items:
        groups[key].append(word)
    return dict(groups)
