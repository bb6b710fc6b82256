"""What is meant by a question about a place, and the sentence that belongs to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agencies.finding import sentences
from agencies.finding.candidates import Candidate, candidates, without_heirs
from agencies.finding.ground import Ground, Place, foreign_provinces
from agencies.finding.labels import labels_of
from agencies.finding.leaving import Leaving, below_communes, nothing, unknown_parts
from agencies.finding.provinces import Province
from agencies.finding.reading import A_LITTLE, MORE, NEAR, NOTHING, Reader, Reading
from agencies.finding.writing import COMMUNE, DISTRICT, PROVINCE, TypeWords, types_at, ways_to_write
from vietnamese.fold import words as folded_words
from vietnamese.order import sort_key

#: More units than this under one name help nobody: the sentence asks for more words.
MOST_UNITS = 20
#: A whole address has fewer words.
MOST_WORDS = 30
_SHORTEST_BEGINNING = 2
_MOST_LEFT = 6
_TYPES_OF_PROVINCES = ("tỉnh", "thành phố")


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
    readers = [Reader(words, ground) for words in ways_to_write(text)]
    if not any(reader.words for reader in readers):
        return Meaning()
    if not ground.places:
        return Meaning(sentence=sentences.NO_UNITS)
    too_long = any(len(reader.words) > MOST_WORDS for reader in readers)
    found = None if too_long else _meant(readers, text, ground)
    return found or Meaning(sentence=sentences.unknown(ground))


def sure_meaning(text: str, ground: Ground) -> Meaning | None:
    """What a text means that is a place and nothing else, written so with marks or without; None for all other text,
    and at once. Takes any str."""
    readers = [Reader(words, ground) for words in ways_to_write(text)]
    if any(not reader.words or len(reader.words) > MOST_WORDS for reader in readers):
        return None
    return _sure(_all(readers), ground)


def _meant(readers: Sequence[Reader], text: str, ground: Ground) -> Meaning | None:
    plain = _all(readers)
    return (
        _sure(plain, ground)
        or _sure(_addresses(readers), ground)
        or _of_a_province(plain, readers, ground)
        or _near(_all(readers, A_LITTLE), ground)
        or _elsewhere(plain, ground)
        or _in_part(_all(readers, A_LITTLE, unknown_parts), ground)
        or _near(_all(readers, MORE), ground)
        or _beginning(text, ground)
    )


def _all(readers: Sequence[Reader], wrong: int = NOTHING, leaving: Leaving = nothing) -> list[Reading]:
    """The readings of a question in all ways to write it."""
    return [reading for reader in readers for reading in reader.readings(wrong, leaving(reader))]


def _addresses(readers: Sequence[Reader]) -> list[Reading]:
    """The readings without house, street and hamlet, of communes only: below a district that word may be a name."""
    readings = (replace(one, left=()) for one in _all(readers, NOTHING, below_communes))
    return [one for one in readings if all(hit.place.kind == COMMUNE for hit in one.segments[0].hits)]


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


def _of_a_province(readings: Sequence[Reading], readers: Sequence[Reader], ground: Ground) -> Meaning | None:
    """A whole province of ours, or another province at the beginning or the end of the question."""
    whole = _whole(readings, PROVINCE)
    if whole:
        return Meaning(sentence=sentences.whole_province(whole, ground))
    names = foreign_provinces(ground)
    foreign = next((found for reader in readers if (found := _foreign(reader, names))), None)
    return Meaning(sentence=sentences.other_province(*foreign, ground)) if foreign else None


def _whole(readings: Sequence[Reading], kind: str) -> Place | None:
    hits = (hit for one in readings if len(one.segments) == 1 for hit in one.segments[0].hits)
    return next((hit.place for hit in hits if hit.place.kind == kind), None)


def _foreign(reader: Reader, names: Mapping[str, tuple[str, Province]]) -> tuple[str, Province] | None:
    """At the end with or without its type, at the beginning only with it: there it is more often a commune's name."""
    last = len(reader.words)
    ends = ((first, last) for first in range(last) if not _is_ours(reader, first))
    starts = ((0, end) for end in range(last - 1, 0, -1) if _type_at(reader, 0).name in _TYPES_OF_PROVINCES)
    return next((found for span in (*ends, *starts) if (found := names.get(_name_key(reader, *span)))), None)


def _is_ours(reader: Reader, first: int) -> bool:
    """Whether these last words are rather a district of ours, or the last syllable of a name: Nguyễn Huệ."""
    last = len(reader.words)
    if first == last - 1 > 0 and not reader.words[first].breaks:
        return True
    hits = reader.hits(first + _type_at(reader, first).length, last)
    return any(hit.place.kind == DISTRICT for hit in hits)


def _type_at(reader: Reader, at: int) -> TypeWords:
    return max(types_at(reader.words, at), key=lambda one: one.length, default=TypeWords(0, ""))


def _name_key(reader: Reader, first: int, end: int) -> str:
    (label, *_) = labels_of(reader.text(min(first + _type_at(reader, first).length, end - 1), end))
    return label.key


def _near(readings: Sequence[Reading], ground: Ground) -> Meaning | None:
    shown, more = _shown(candidates(readings, ground))
    return Meaning(shown, sentences.did_you_mean(ground, more)) if shown else None


def _elsewhere(readings: Sequence[Reading], ground: Ground) -> Meaning | None:
    """Names that are known, of places that do not lie where the question says; what does lie there is asked back."""
    for reading in readings:
        name, *superiors = reading.segments
        places = [hit.place for hit in name.hits if hit.place.kind != PROVINCE]
        if superiors and places:
            shown, _ = _shown(candidates([Reading(tuple(superiors))], ground))
            said = sentences.elsewhere(reading, places, ground)
            return Meaning(_asked_back(shown), sentences.beside(said, shown))
    return None


def _in_part(readings: Sequence[Reading], ground: Ground) -> Meaning | None:
    shown, more = _shown(candidates((one for one in readings if one.words_left <= _MOST_LEFT), ground))
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
