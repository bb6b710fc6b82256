"""The words and pairs of words that names are made of: what a correction may suggest, and in what context."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Self

from vietnamese.fold import fold
from vietnamese.sounds import sound_key
from vietnamese.spelling import exact

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_NEAR_FROM = 2  # letters: nearly every single letter is near every other


class NamesVocabulary:
    """Counts of words and of neighbours in names, by their folded forms, and how each is mostly written with marks.

    Holds a few thousand words whatever the number of names. Built with the index and kept beside it as `to_json`;
    all else is made from that. Never changes.
    """

    def __init__(self, words: Mapping[str, int], pairs: Mapping[str, int]) -> None:
        """From the counts of words and of pairs ("thường trú"), both in their exact form."""
        self._exact_words, self._exact_pairs = dict(words), dict(pairs)
        self._words, self._pairs = _folded(words), _folded(pairs)
        self._written = {**_commonest(words), **_commonest(pairs)}
        self._by_sound = _grouped((sound_key(word), word) for word in self._words)
        self._by_deletion = _grouped((key, word) for word in self._words for key in _deletions(word))
        self.total = sum(self._words.values())

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """From any texts. About 2 s for 60,000 names of 100 letters."""
        words, pairs = Counter[str](), Counter[str]()
        for name in names:
            said = _WORD.findall(exact(name))
            words.update(said)
            pairs.update(map(" ".join, pairwise(said)))
        return cls(words, pairs)

    @classmethod
    def from_json(cls, kept: str) -> Self:
        """What `to_json` gave. ValueError, KeyError or TypeError for anything else."""
        counts = json.loads(kept)
        return cls(counts["words"], counts["pairs"])

    def to_json(self) -> str:
        """The counts, to be kept in a file or a column; about 30 bytes for each word and each pair."""
        return json.dumps({"words": self._exact_words, "pairs": self._exact_pairs}, ensure_ascii=False)

    def count(self, word: str) -> int:
        """How often the folded word is said."""
        return self._words.get(word, 0)

    def pair_count(self, first: str, second: str) -> int:
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
        return self._written.get(" ".join(words), "")


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


def _folded(counts: Mapping[str, int]) -> Counter[str]:
    folded = Counter[str]()
    for words, count in counts.items():
        folded[fold(words)] += count
    return folded


def _commonest(counts: Mapping[str, int]) -> dict[str, str]:
    """For each folded form the exact one that is said most; the first in the alphabet of several."""
    return {fold(words): words for words, _ in sorted(counts.items(), key=lambda item: (item[1], item[0]))}


def _grouped(items: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups = defaultdict(list)
    for key, word in items:
        groups[key].append(word)
    return dict(groups)
