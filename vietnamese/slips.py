"""Slips of the finger: how many lie between two spellings, and which known spellings are one slip away."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping


def slips_between(one: str, other: str) -> int:
    """How many letters must be left out, put in, changed or exchanged with their neighbour to make one of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        older, before, row = before, row, [at + 1]
        for place, there in enumerate(other):
            cost = min(before[place] + (letter != there), before[place + 1] + 1, row[place] + 1)
            if at and place and letter == other[place - 1] and one[at - 1] == there:
                cost = min(cost, older[place - 1] + 1)
            row.append(cost)
    return row[-1]


class OneSlip:
    """Known spellings, found by what is one slip away from them. A number is never a slip of another one."""

    def __init__(self, known: Iterable[str], shortest: int) -> None:
        self._by_rest: Mapping[str, list[str]] = defaultdict(list)
        for word in known:
            if len(word) >= shortest:
                for rest in _rests(word):
                    self._by_rest[rest].append(word)

    def near(self, typed: str) -> list[str]:
        """The known spellings that are exactly one slip away, in a fixed order."""
        found = {word for rest in _rests(typed) for word in self._by_rest.get(rest, ())}
        return sorted(word for word in found if _digits(word) == _digits(typed) and slips_between(word, typed) == 1)


def _rests(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: two that are one slip apart share one of these."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))
