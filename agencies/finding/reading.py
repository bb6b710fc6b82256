"""Reads a question about a place: which of its words are a name, which the type before it, which say nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from agencies.finding.ground import Ground, Named, Place
from agencies.finding.labels import Label, label_of
from agencies.finding.writing import LEVELS, TypeWords, Word, empty_at, is_marked, types_at
from agencies.reform.names import split_type
from vietnamese.slips import slips_between

EXACT, UNMARKED, NEAR = "exact", "unmarked", "near"

_LONGEST_NAME = 7
_MOST_SEGMENTS = 5
_MOST_READINGS = 400
#: The most steps of one reading, whatever is typed.
_MOST_STEPS = 5_000
#: How much may be wrong: nothing; marks, or one letter; two letters and marks in a name.
NOTHING, A_LITTLE, MORE = 0, 1, 2
_MARKS_IN_A_NAME, IN_A_QUESTION = 2, 3
_NO_TYPE = TypeWords(0, "")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a segment can name, by the key of which spelling, the slips in it, and how it was understood."""

    place: Place
    key: str
    slips: int
    how: str
    has_type: bool = True


@dataclass(frozen=True, slots=True)
class Segment:
    """The words of one name, with the type before it."""

    text: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as names one after the other; `slips`: those in the words for types; `left`: the words left out."""

    segments: tuple[Segment, ...] = ()
    slips: int = 0
    left: tuple[str, ...] = ()

    @property
    def words_left(self) -> int:
        """How many words are left out."""
        return sum(len(words.split()) for words in self.left)

    def named(self, segment: Segment, slips: int) -> "Reading":
        """With one more name."""
        return Reading((*self.segments, segment), self.slips + slips, self.left)

    def without(self, words: str) -> "Reading":
        """With these words left out."""
        return Reading(self.segments, self.slips, (*self.left, words))


#: From one place in the words to others that may be left out.
Leaves = Callable[[int], Iterator[int]]


def no_leaves(at: int) -> Iterator[int]:
    """Nothing may be left out."""
    return iter(())


class Reader:
    """Reads one question."""

    def __init__(self, words: Sequence[Word], ground: Ground) -> None:
        self.words = tuple(words)
        self._ground = ground
        self._hits: dict[tuple[int, int, int], tuple[Hit, ...]] = {}
        self._steps = 0

    def readings(self, wrong: int = NOTHING, leaves: Leaves = no_leaves) -> Iterator[Reading]:
        """The readings of the whole question. `leaves` says how far may be left out from where."""
        self._steps = 0
        found = self._from(0, Reading(), wrong, leaves)
        return (reading for _, reading in zip(range(_MOST_READINGS), found, strict=False))

    def hits(self, first: int, end: int, said: TypeWords = _NO_TYPE, wrong: int = NOTHING) -> tuple[Hit, ...]:
        """The places that these words name, behind these words for a type; a type of another level is a slip."""
        judged = (_judged(hit, said.name) for hit in self._named(first, end, wrong))
        return tuple(hit for hit in judged if hit and (wrong or not hit.slips))

    def text(self, first: int, end: int) -> str:
        """The words again."""
        return " ".join(word.marked for word in self.words[first:end])

    def _from(self, at: int, read: Reading, wrong: int, leaves: Leaves) -> Iterator[Reading]:
        self._steps += 1
        if at == len(self.words) or self._steps > _MOST_STEPS:
            yield from [read] if read.segments and at == len(self.words) else []
            return
        if len(read.segments) < _MOST_SEGMENTS:
            for end, longer in self._one_more(at, read, wrong):
                yield from self._from(end, longer, wrong, leaves)
        for length in empty_at(self.words, at, wrong > NOTHING):
            yield from self._from(at + length, read, wrong, leaves)
        for end in leaves(at):
            yield from self._from(end, read.without(self.text(at, end)), wrong, leaves)

    def _one_more(self, at: int, read: Reading, wrong: int) -> Iterator[tuple[int, Reading]]:
        for said in (*types_at(self.words, at, wrong > NOTHING), _NO_TYPE):
            first = at + said.length
            for end in self._ends(first):
                hits = self.hits(first, end, said, wrong)
                if hits and read.slips + said.slips <= IN_A_QUESTION:
                    yield end, read.named(Segment(self.text(at, end), hits), said.slips)

    def _ends(self, first: int) -> Iterator[int]:
        """Where a name that begins there may end, the longest first; no name has a comma in it."""
        end = first
        while end < len(self.words) and end - first < _LONGEST_NAME and not (end > first and self.words[end].breaks):
            end += 1
        return iter(range(end, first, -1))

    def _named(self, first: int, end: int, wrong: int) -> tuple[Hit, ...]:
        known = (first, end, wrong)
        if known not in self._hits:
            self._hits[known] = tuple(self._looked_up(first, end, wrong))
        return self._hits[known]

    def _looked_up(self, first: int, end: int, wrong: int) -> Iterator[Hit]:
        words = self.words[first:end]
        typed = label_of(word.marked for word in words)
        near = self._ground.nearly_named(typed.key) if wrong else ()
        for named in (*self._ground.named(typed.key), *near):
            slips = _slips(typed, named, is_marked(words))
            if slips <= (_MARKS_IN_A_NAME if named.label.key == typed.key else wrong):
                yield Hit(named.place, named.label.key, slips, _how(typed, named, slips))


def _slips(typed: Label, named: Named, is_marked: bool) -> int:
    """Marks count only for whoever has typed some."""
    if not is_marked:
        return int(typed.key != named.label.key)
    label = named.label
    return min(slips_between(typed.marked, label.marked), slips_between(typed.written, label.written))


def _how(typed: Label, named: Named, slips: int) -> str:
    if slips:
        return NEAR
    return EXACT if typed.marked == named.label.marked else UNMARKED


def _judged(hit: Hit, said: str) -> Hit | None:
    """The hit behind words for a type; of another level it is a slip, and a number is another place altogether."""
    kind, name = split_type(hit.place.name)
    if not said or _can_be(hit.place, kind, said):
        return replace(hit, has_type=not said or kind == said)
    return None if name.isdigit() else replace(hit, slips=hit.slips + 1, how=NEAR, has_type=False)


def _can_be(place: Place, kind: str, said: str) -> bool:
    """Whether people may call it so: a ward a commune, but not a province by the name of the town in it."""
    return place.kind in LEVELS[said] and not (kind == "tỉnh" and said == "thành phố")
