"""What is meant by a question about a place, and the sentence that belongs to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agencies.finding import sentences
from agencies.finding.candidates import Candidate, candidates, without_heirs
from agencies.finding.ground import Ground, Place, foreign_provinces
from agencies.finding.labels import labels_of
from agencies.finding.leaving import below_communes, unknown_parts
from agencies.finding.provinces import Province
from agencies.finding.reading import A_LITTLE, MORE, NEAR, Reader, Reading
from agencies.finding.writing import COMMUNE, PROVINCE, TypeWords, types_at, words_of
from vietnamese.fold import words as folded_words
from vietnamese.order import sort_key

#: More units than this under one name help nobody: the sentence asks for more words.
MOST_UNITS = 20
#: A whole address has fewer words.
MOST_WORDS = 30
_SHORTEST_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """The places that may be meant, the surest first, and what to say before them or in their stead."""

    candidates: tuple[Candidate, ...] = ()
    sentence: str = ""


def meaning(text: str, ground: Ground) -> Meaning:
    """What a question means. Takes any str, raises nothing.

    A name that is written so goes before all others; then a province that is not ours; then what is a slip away; then a
    name that contradicts its superior; then what is understood in part, and names that begin so.
    """
    reader = Reader(words_of(text), ground)
    if not reader.words:
        return Meaning()
    if not ground.places:
        return Meaning(sentence=sentences.NO_UNITS)
    return _meant(reader, text, ground) or Meaning(sentence=sentences.unknown(ground))


def _meant(reader: Reader, text: str, ground: Ground) -> Meaning | None:
    if len(reader.words) > MOST_WORDS:
        return None
    readings = list(reader.readings())
    return (
        _sure(readings, ground)
        or _sure([replace(one, left=()) for one in reader.readings(leaves=below_communes(reader))], ground)
        or _of_a_province(readings, reader, ground)
        or _near(reader, A_LITTLE, ground)
        or _elsewhere(readings, ground)
        or _in_part(reader, ground)
        or _near(reader, MORE, ground)
        or _beginning(text, ground)
    )


def _sure(readings: Sequence[Reading], ground: Ground) -> Meaning | None:
    """Those that are named so. Where one of them leads nowhere, nobody knows that another is meant; nor where none has
    the type that was typed: a ward that left the list may have had the name of a commune that is in it."""
    shown, more = _shown(candidates(readings, ground))
    lost = without_heirs(readings, ground)
    if lost:
        return Meaning(_asked_back(shown), sentences.beside(sentences.without_heir(lost[0], ground), shown))
    if shown and not any(one.has_type for one in shown):
        return Meaning(_asked_back(shown), sentences.did_you_mean(ground, more))
    return Meaning(shown, sentences.choose(shown, more)) if shown else None


def _asked_back(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    return tuple(replace(one, how=NEAR) for one in found)


def _of_a_province(readings: Sequence[Reading], reader: Reader, ground: Ground) -> Meaning | None:
    """A whole province of ours, or another province at the beginning or the end of the question."""
    whole = _whole(readings, PROVINCE)
    if whole:
        return Meaning(sentence=sentences.whole_province(whole, ground))
    foreign = _foreign(reader, foreign_provinces(ground))
    return Meaning(sentence=sentences.other_province(*foreign, ground)) if foreign else None


def _whole(readings: Sequence[Reading], kind: str) -> Place | None:
    hits = (hit for one in readings if len(one.segments) == 1 for hit in one.segments[0].hits)
    return next((hit.place for hit in hits if hit.place.kind == kind), None)


def _foreign(reader: Reader, names: Mapping[str, tuple[str, Province]]) -> tuple[str, Province] | None:
    last = len(reader.words)
    ends = ((first, last) for first in range(last))
    starts = ((0, end) for end in range(last - 1, 0, -1) if reader.words[end].breaks or _has_type(reader, end))
    return next((found for span in (*ends, *starts) if (found := names.get(_name_key(reader, *span)))), None)


def _has_type(reader: Reader, at: int) -> bool:
    return any(types_at(reader.words, at))


def _name_key(reader: Reader, first: int, end: int) -> str:
    said = max(types_at(reader.words, first), key=lambda one: one.length, default=TypeWords(0, ""))
    (label, *_) = labels_of(reader.text(min(first + said.length, end - 1), end))
    return label.key


def _near(reader: Reader, wrong: int, ground: Ground) -> Meaning | None:
    shown, more = _shown(candidates(reader.readings(wrong), ground))
    return Meaning(shown, sentences.did_you_mean(ground, more)) if shown else None


def _elsewhere(readings: Sequence[Reading], ground: Ground) -> Meaning | None:
    """Names that are known, of places that do not lie where the question says."""
    for reading in readings:
        places = [hit.place for hit in reading.segments[0].hits if hit.place.kind != PROVINCE]
        if len(reading.segments) > 1 and places:
            return Meaning(sentence=sentences.elsewhere(reading, places, ground))
    return None


def _in_part(reader: Reader, ground: Ground) -> Meaning | None:
    found = candidates(reader.readings(A_LITTLE, unknown_parts(reader)), ground)
    shown, more = _shown(found)
    return Meaning(shown, sentences.in_part(shown[0].left, ground, more)) if shown else None


def _beginning(text: str, ground: Ground) -> Meaning | None:
    """Communes with these words in their name, the last of them perhaps not written to its end."""
    wanted = " ".join(folded_words(text))
    if len(wanted) < _SHORTEST_BEGINNING:
        return None
    places = [place for place in ground.places.values() if place.kind == COMMUNE and _has_words(place, wanted)]
    found = [Candidate(place, today, NEAR) for place in places for today in ground.today(place)]
    found.sort(key=lambda one: (one.asked is not one.today, sort_key(one.asked.name), one.asked.id))
    shown, more = _shown(found)
    return Meaning(shown, sentences.begins_so(more)) if shown else None


def _has_words(place: Place, wanted: str) -> bool:
    return f" {wanted}" in f" {' '.join(folded_words(place.name))}"


def _shown(found: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], bool]:
    """As many as help, and whether there are more."""
    units = list(dict.fromkeys(one.asked.id for one in found))
    kept = set(units[:MOST_UNITS])
    return tuple(one for one in found if one.asked.id in kept), len(units) > MOST_UNITS
