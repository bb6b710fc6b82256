"""Writes names of communes as people do: alone or with district and province, without marks, with a slip, shortened."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from agencies.finding.labels import plain_key
from agencies.reform.names import split_type
from agencies.reform.records import UnitRecord
from tests.bench.places.lands import Land
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

_SHORT = {
    "xã": ("x ", "x. ", "X. ", "xa "), "phường": ("p ", "p.", "P. ", "P"), "thị trấn": ("tt ", "TT. ", "tt."),
    "huyện": ("h ", "H. ", "h."), "quận": ("q ", "q.", "Q. ", "Q"), "thị xã": ("tx ", "TX. ", "tx."),
    "thành phố": ("tp ", "TP. ", "tp.", "TP "), "tỉnh": ("t. ", "tỉnh "), "đặc khu": ("đk ", "đặc khu "),
}  # fmt: skip
_BETWEEN = (", ", ", ", " ", " - ", "; ", " thuộc ")
_LETTERS = "abcdeghiklmnopqrstuvxy"
_TONE_KEYS = "sfrxj"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the communes of today that are right."""

    kind: str
    text: str
    right: frozenset[str]
    land: Land


Writer = Callable[[Random, Land], tuple[UnitRecord, str]]


def asked(land: Land, random: Random) -> Iterator[Asked]:
    """One question of each kind about this province."""
    for kind, write in KINDS.items():
        unit, text = write(random, land)
        yield Asked(kind, text, land.heirs[unit.key], land)


def asked_of_what_is_not_known(land: Land, random: Random) -> Iterator[Asked]:
    """An old commune with its district, of a list that does not hold its name: nothing is right but a question back."""
    names = {plain_key(split_type(new.name)[1]) for new in land.communes(ended=False)}
    olds = [old for old in land.communes(ended=True) if plain_key(split_type(old.name)[1]) not in names]
    unit = random.choice(olds)
    text = _joined(random, [unit, *land.above(unit)][: random.choice([2, 3])])
    yield Asked("not_in_the_list", random.choice([text, fold(text)]), frozenset(), land.without(unit))


def _old_alone(random: Random, land: Land) -> tuple[UnitRecord, str]:
    unit = random.choice(land.communes(ended=True))
    return unit, _joined(random, [unit])


def _with_district(random: Random, land: Land) -> tuple[UnitRecord, str]:
    unit = random.choice(land.communes(ended=True))
    return unit, _joined(random, [unit, land.above(unit)[0]])


def _with_province(random: Random, land: Land) -> tuple[UnitRecord, str]:
    unit = random.choice(land.communes(ended=True))
    return unit, _joined(random, [unit, *land.above(unit)])


def _only_province(random: Random, land: Land) -> tuple[UnitRecord, str]:
    unit = random.choice(land.communes(ended=True))
    return unit, _joined(random, [unit, land.above(unit)[-1]])


def _new(random: Random, land: Land) -> tuple[UnitRecord, str]:
    unit = random.choice(land.communes(ended=False))
    return unit, _joined(random, [unit, *random.choice([[], land.above(unit)])])


def _unmarked(random: Random, land: Land) -> tuple[UnitRecord, str]:
    unit, text = _any(random, land)
    return unit, fold(text)


def _old_tones(random: Random, land: Land) -> tuple[UnitRecord, str]:
    """With the tone where it once was put, and y for i."""
    unit, text = _any(random, land)
    pairs = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ùy": "uỳ", "ụy": "uỵ"}
    for new, old in pairs.items():
        text = text.replace(f"{new} ", f"{old} ").replace(f"{new},", f"{old},")
    return unit, text.replace("Mỹ", "Mĩ").replace("Lý", "Lí").replace("Quý", "Quí")


def _short(random: Random, land: Land) -> tuple[UnitRecord, str]:
    unit = random.choice(land.communes(random.random() < 0.7))
    units = [unit, *land.above(unit)][: random.choice([1, 2, 2, 3])]
    text = random.choice([", ", " ", ","]).join(_shortened(random, one) for one in units)
    return unit, random.choice([text, fold(text)])


def _one_slip(random: Random, land: Land) -> tuple[UnitRecord, str]:
    """One slip, in a question with marks or without. What makes another place's name is no slip that can be seen."""
    while True:
        unit, text = _any(random, land)
        text = random.choice([text, fold(text)])
        slipped = random.choice(_SLIPS)(random, text)
        if plain_key(slipped) != plain_key(text) and not _is_a_name(slipped, text, land):
            return unit, slipped


def _any(random: Random, land: Land) -> tuple[UnitRecord, str]:
    return random.choice([_old_alone, _with_district, _with_province, _only_province, _new])(random, land)


KINDS: Mapping[str, Writer] = {
    "old_alone": _old_alone,
    "old_with_district": _with_district,
    "old_with_district_and_province": _with_province,
    "old_with_province": _only_province,
    "new": _new,
    "unmarked": _unmarked,
    "old_tones": _old_tones,
    "one_slip": _one_slip,
    "abbreviations": _short,
}


def _joined(random: Random, units: list[UnitRecord]) -> str:
    """ "Xã A, huyện B", "A B", "A - huyện B"; a number never without its type."""
    between = random.choice(_BETWEEN)
    return between.join(_named(random, unit) for unit in units)


def _named(random: Random, unit: UnitRecord) -> str:
    name = squeeze(unit.name)
    core = name[len(split_type(name)[0]) :].strip()
    return name if core.isdigit() else random.choice([name, name, core, f"{name[:1].lower()}{name[1:]}"])


def _shortened(random: Random, unit: UnitRecord) -> str:
    name = squeeze(unit.name)
    kind = split_type(name)[0]
    core = name[len(kind) :].strip()
    short = random.choice(_SHORT[kind])
    return f"{short}{core}" if core.isdigit() or not short[-1].isalpha() else f"{short} {core}"


def _is_a_name(slipped: str, text: str, land: Land) -> bool:
    """Whether some words of the question, typed wrong, are the whole name of another place of the province."""
    return any(land.ground.named(key) for key in _runs(slipped) - _runs(text))


def _runs(text: str) -> set[str]:
    """The keys of all words that stand beside each other."""
    said = text.split()
    return {plain_key(" ".join(said[at:end])) for at in range(len(said)) for end in range(at + 1, len(said) + 1)}


# --- Slips ------------------------------------------------------------------------------------------


def _places(text: str) -> list[int]:
    return [at for at, letter in enumerate(text) if letter.isalpha()]


def _missing(random: Random, text: str) -> str:
    at = random.choice(_places(text))
    return text[:at] + text[at + 1 :]


def _doubled(random: Random, text: str) -> str:
    at = random.choice(_places(text))
    return text[:at] + text[at] + text[at:]


def _wrong(random: Random, text: str) -> str:
    at = random.choice(_places(text))
    return text[:at] + random.choice(_LETTERS) + text[at + 1 :]


def _swapped(random: Random, text: str) -> str:
    pairs = [at for at in _places(text)[:-1] if text[at + 1].isalpha()]
    at = random.choice(pairs)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _left_over_key(random: Random, text: str) -> str:
    """A tone key of Telex that stayed a letter, at the end of a word."""
    ends = [at + 1 for at in _places(text) if not text[at + 1 : at + 2].isalpha()]
    at = random.choice(ends)
    return text[:at] + random.choice(_TONE_KEYS) + text[at:]


_SLIPS = (_missing, _doubled, _wrong, _swapped, _left_over_key)
