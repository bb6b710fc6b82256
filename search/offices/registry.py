"""Reads a question as one for offices of the registry: which are meant, and the sentence that belongs to it.

A question asks for an office when nothing is left of it but the office's name, its place, and what people say around
them ("cho hỏi sđt … vậy"). Who names an office on the way to something else has more to say, and means a procedure.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from search.offices.naming import called, head_of
from search.offices.spoken import (
    CENTRE,
    CHANGING,
    EMPTY,
    GOING,
    LEVELS,
    MATTERS,
    REACHING,
    WHAT_FOR,
    Phrasebook,
)
from search.question.phrases import Word, pieces_of
from vietnamese.order import sort_key

MOST_WORDS = 24
#: Words beside the name and the wish to reach it, with which it is still the office that is wanted.
MOST_BESIDE = 5
#: So many offices of one name are shown; and from so many on people are asked for their commune.
MOST_OFFICES, MANY = 20, 3
SAY_WHERE = "Cổng có nhiều cơ quan như vậy: gõ thêm tên xã, phường để chỉ thấy cơ quan nơi bạn cần."
NOT_THERE = "Cổng chưa có thông tin về cơ quan này ở nơi bạn hỏi; dưới đây là các cơ quan của nơi ấy."
_REACHING, _GOING, _EMPTY = "reaching", "going", "empty"


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the registry: its name, the id and name of the unit that it is of, its level ("commune",
    "province"), and which offices do its work today: itself, or, with what `became` of it, its heirs."""

    id: int
    name: str
    unit: int | None
    unit_name: str
    level: str
    today: tuple[int, ...]
    also: tuple[str, ...] = ()
    became: str = ""


@dataclass(frozen=True, slots=True)
class Land:
    """Where a place's name leads: ids of communes in force, what to say of it, and whether it is surely meant."""

    units: tuple[int, ...]
    sentence: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """The names of the offices that are meant, best first, and what to say above them, "" for nothing."""

    names: tuple[str, ...]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A question in pieces: whose name it has ("" for none), whether that is also what procedures are about, what it
    says of the wish (`reaching`, `going`), and the other words."""

    head: str
    is_matter: bool
    said: frozenset[str]
    rest: tuple[Word, ...]


class Registry:
    """The offices of a day, with `land`: from a place's name to where it leads, None for what is surely no place."""

    def __init__(self, offices: Iterable[Office], land: Callable[[str], Land | None]) -> None:
        self._land = land
        self._offices = {office.id: office for office in offices}
        self._by_head: dict[str, list[Office]] = {}
        for office in self._offices.values():
            self._by_head.setdefault(head_of(office.name, office.unit_name), []).append(office)
        self._heads = Phrasebook(chain.from_iterable(map(_names, self._by_head, self._by_head.values())))

    def asked(self, text: str, near: str = "") -> Asked | None:
        """The offices that a question asks for; None where it asks for none, or for more than an office. `near` names
        the reader's own place, whose offices come first. Takes any str."""
        words = _to_the_point(pieces_of(text))
        if not 0 < len(words) <= MOST_WORDS:
            return None
        read = self._read(words)
        here = (self._land(near) if near else None) or Land(())
        found = self._somewhere(read) or self._of_level(read, here) or self._anywhere(read, here)
        found = found or self._reached(read, here)
        return found if found and found.names else None

    def _read(self, words: Sequence[Word]) -> _Read:
        start, length, head = next(self._heads_in(words), (0, 0, ""))
        around = (words[:start], words[start + length :])
        said: set[str] = set()
        rest = [word for part in around for word in _unsaid(part, said)]
        is_matter = bool(head) and _MATTERS.at(words, start) == (length, _EMPTY)
        return _Read(head, is_matter, frozenset(said), tuple(rest))

    def _heads_in(self, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
        """The longest names of offices in the question first."""
        found = [(start, *known) for start in range(len(words)) if (known := self._heads.at(words, start))]
        return iter(sorted(found, key=lambda one: (-one[1], one[0])))

    def _somewhere(self, read: _Read) -> Asked | None:
        """With a place in it, and else nothing that tells."""
        for inside in _spans(read.rest):
            land = self._land(" ".join(word.exact for word in inside))
            if land and (land.is_sure or read.head or read.said):
                return self._at(read.head, land)
        return None

    def _at(self, head: str, land: Land) -> Asked | None:
        there = [office for office in self._offices.values() if office.unit in land.units and _stands(office)]
        there.sort(key=lambda office: land.units.index(office.unit or 0))
        named = [office for office in there if office in self._by_head.get(head, ())]
        said = NOT_THERE if head and not named else land.sentence
        return Asked(_once(office.name for office in named or there), said)

    def _of_level(self, read: _Read, near: Land) -> Asked | None:
        """With a level, and else nothing that tells."""
        level = _level_said(read.rest)
        if not (level and read.head):
            return None
        return self._shown([office for office in self._by_head[read.head] if office.level == level], near)

    def _anywhere(self, read: _Read, near: Land) -> Asked | None:
        """With nothing that tells beside the name, or where somebody only says that he wants to reach an office."""
        if not all(_EMPTIES.at([word], 0) for word in read.rest) or (read.is_matter and not read.said):
            return None
        asks = read.head or _REACHING in read.said
        return self._shown(self._by_head.get(read.head or CENTRE, ()), near) if asks else None

    def _reached(self, read: _Read, near: Land) -> Asked | None:
        """Whoever asks for a named office's telephone or hours wants that office, whatever else he says in a few words:
        a section of it, a place that the portal does not know."""
        beside = [word for word in read.rest if not _EMPTIES.at([word], 0)]
        changes = any(_CHANGES.at(read.rest, at) for at in range(len(read.rest)))
        if not read.head or _REACHING not in read.said or len(beside) > MOST_BESIDE or changes:
            return None
        return self._shown(self._by_head[read.head], near)

    def _shown(self, offices: Sequence[Office], near: Land) -> Asked | None:
        """Those near the reader, then the province's, then all others."""
        ordered = sorted(offices, key=lambda one: _nearness(one, near))
        today = dict.fromkeys(heir for office in ordered for heir in office.today)
        became = next((f"{one.name}: {one.became}." for one in ordered if one.became and not _stands(one)), "")
        is_there = any(office.unit in near.units for office in ordered)
        many = SAY_WHERE if len(today) > MANY and not is_there else ""
        return Asked(_once(self._offices[heir].name for heir in today), became or many)


def _names(head: str, offices: Sequence[Office]) -> Iterator[tuple[str, str]]:
    short = (head_of(name, office.unit_name) for office in offices for name in office.also)
    return ((name, head) for name in dict.fromkeys((*called(head), *short)))


_SAID = Phrasebook(
    chain(
        ((phrase, _REACHING) for phrase in REACHING),
        ((phrase, _GOING) for phrase in GOING),
        ((phrase, _EMPTY) for phrase in EMPTY if " " in phrase),
    )
)
_EMPTIES = Phrasebook((phrase, _EMPTY) for phrase in EMPTY)
_CHANGES = Phrasebook((phrase, _EMPTY) for phrase in CHANGING)
_MATTERS = Phrasebook((phrase, _EMPTY) for phrase in MATTERS)
_WHAT_FOR = Phrasebook((phrase, _EMPTY) for phrase in WHAT_FOR)
_LEVELS = Phrasebook((phrase, level) for level, phrases in LEVELS.items() for phrase in phrases)


def _to_the_point(words: Sequence[Word]) -> Sequence[Word]:
    """Without what somebody wants to say to whom he asks how to reach."""
    for start in range(1, len(words)):
        if _WHAT_FOR.at(words, start) and any(_means(words[:start], at) == _REACHING for at in range(start)):
            return words[:start]
    return words


def _means(words: Sequence[Word], at: int) -> str:
    found = _SAID.at(words, at)
    return found[1] if found else ""


def _unsaid(words: Sequence[Word], said: set[str]) -> Iterator[Word]:
    """The words that no phrase has; what the phrases mean is added to `said`."""
    at = 0
    while at < len(words):
        found = _SAID.at(words, at)
        if found is None:
            yield words[at]
        else:
            said.update({found[1]} - {_EMPTY})
        at += found[0] if found else 1


def _level_said(words: Sequence[Word]) -> str:
    """The level that the words say and nothing else."""
    at, said = 0, set()
    while at < len(words):
        found = _LEVELS.at(words, at)
        if found is None and not _EMPTIES.at(words, at):
            return ""
        said |= {found[1]} if found else set()
        at += found[0] if found else 1
    return said.pop() if len(said) == 1 else ""


def _spans(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The stretches around which everything is empty, the longest first: "mây" of Bản Mây is also "mấy"."""
    telling = [at for at, word in enumerate(words) if not _EMPTIES.at([word], 0)]
    first, last = (telling[0], telling[-1]) if telling else (len(words), 0)
    spans = [(start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    around = [(start, end) for start, end in spans if start <= first and end > last]
    return (words[start:end] for start, end in sorted(around, key=lambda span: span[0] - span[1]))


def _stands(office: Office) -> bool:
    return office.id in office.today


def _nearness(office: Office, near: Land) -> tuple[object, ...]:
    return office.unit not in near.units, office.level == "commune", sort_key(office.name)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))[:MOST_OFFICES]
