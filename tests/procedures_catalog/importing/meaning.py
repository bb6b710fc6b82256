"""Meaning: ways in which a national object may be written so that it says something else, each once, at a random place.

What counts is declared here: letters and their marks, signs, digits, words, and how often a row stands there; the order
of steps; which of two headings a paper stands below is in `judging/test_formatting.py`.
"""

import unicodedata
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from procedures_catalog.facts.vocabulary import NATIONAL_LEVELS

Raw = dict[str, Any]
#: What is done to an object; None where the object has no place for it.
Meaning = Callable[[Raw, Random], Raw | None]
Path = tuple[str | int, ...]

_NO_FACTS = {"Mã thủ tục", "_nfc", "hinh_thuc"}
#: Fields that are read as keys of a closed list, or where a word may be the unit.
_KEYS = {"Cấp thực hiện", "Loại thủ tục", "thoi_han"}
_NOTHING = "Không có thông tin"
_STEPS, _CASES, _CHANNELS, _BASES = "Trình tự thực hiện", "Thành phần hồ sơ", "Cách thức thực hiện", "Căn cứ pháp lý"


def _places(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text that states something, with the way to it."""
    if isinstance(value, str):
        if value.strip() and value != _NOTHING:
            yield path, value
    elif isinstance(value, list | dict):
        keys = range(len(value)) if isinstance(value, list) else value
        for key in keys:
            if key not in _NO_FACTS:
                yield from _places(value[key], (*path, key))


def _put(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    copy = list(value) if isinstance(value, list) else dict(value)
    copy[path[0]] = _put(value[path[0]], path[1:], new)
    return copy


def _in_a_text(change: Callable[[str, Random], str | None], keys: bool = False) -> Meaning:
    def meaning(raw: Raw, random: Random) -> Raw | None:
        places = list(_places(raw))
        random.shuffle(places)
        for path, text in places:
            if (keys or not _KEYS & set(path)) and (new := change(text, random)) is not None:
                return _put(raw, path, new)
        return None

    return meaning


def _at(text: str, random: Random, fits: Callable[[str], bool], put: Callable[[str], str]) -> str | None:
    places = [place for place, sign in enumerate(text) if fits(sign)]
    if not places:
        return None
    place = random.choice(places)
    return text[:place] + put(text[place]) + text[place + 1 :]


def _digit(text: str, random: Random) -> str | None:
    return _at(
        text, random, lambda sign: sign in "0123456789", lambda sign: str((int(sign) + random.randint(1, 9)) % 10)
    )


def _without_marks(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)[0]


def _mark(text: str, random: Random) -> str | None:
    return _at(text, random, lambda sign: _without_marks(sign) != sign, _without_marks)


def _letter(text: str, random: Random) -> str | None:
    return _at(text, random, lambda sign: sign in "bcghklmnprt", lambda sign: "x")


def _sign(text: str, random: Random) -> str | None:
    return _at(text, random, lambda sign: sign in ".;:/%", lambda sign: "!")


def _word_gone(text: str, random: Random) -> str | None:
    words = text.split(" ")
    solid = [place for place, word in enumerate(words) if any(map(str.isalpha, word)) and "\n" not in word]
    if len(words) < 2 or not solid:
        return None
    gone = random.choice(solid)
    return " ".join(words[:gone] + words[gone + 1 :])


def _word_more(text: str, random: Random) -> str | None:
    words = text.split(" ")
    place = random.randrange(len(words) + 1)
    return " ".join([*words[:place], "không", *words[place:]])


def _rows(
    raw: Raw, random: Random, change: Callable[[list, int], list], paths: Callable[[Raw], list[Path]]
) -> Raw | None:
    found = paths(raw)
    if not found:
        return None
    path = random.choice(found)
    rows = raw
    for key in path:
        rows = rows[key]
    return _put(raw, path, change(rows, random.randrange(len(rows))))


def _papers(raw: Raw) -> list[Path]:
    cases = raw[_CASES] or []
    return [(_CASES, number, "giay_to") for number, case in enumerate(cases) if case["giay_to"]]


def _lists(raw: Raw) -> list[Path]:
    named: list[Path] = [(name,) for name in (_CASES, _CHANNELS, _BASES) if raw[name]]
    return [*named, *_papers(raw)]


def _row_gone(raw: Raw, random: Random) -> Raw | None:
    return _rows(raw, random, lambda rows, gone: rows[:gone] + rows[gone + 1 :], _lists)


def _row_twice(raw: Raw, random: Random) -> Raw | None:
    return _rows(raw, random, lambda rows, twice: [*rows, rows[twice]], _lists)


def _copies(raw: Raw, random: Random) -> Raw | None:
    def more(rows: list, place: int) -> list:
        paper = rows[place]
        name = random.choice(["ban_chinh", "ban_sao"])
        return [*rows[:place], paper | {name: paper[name] + 1}, *rows[place + 1 :]]

    return _rows(raw, random, more, _papers)


def _level(raw: Raw, _random: Random) -> Raw:
    """One that is not named, or the only one that is left."""
    levels = [level.strip() for level in (raw["Cấp thực hiện"] or "").split(",")]
    other = next(level for level in NATIONAL_LEVELS.values() if level not in levels)
    return raw | {"Cấp thực hiện": other}


def _steps_turned(raw: Raw, random: Random) -> Raw | None:
    lines = raw[_STEPS].split("\n")
    places = [place for place in range(len(lines) - 1) if _bare(lines[place]) != _bare(lines[place + 1])]
    if not places:
        return None
    place = random.choice(places)
    turned = [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]
    return None if _bare("".join(turned)) == _bare("".join(lines)) else raw | {_STEPS: "\n".join(turned)}


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


#: What is done → how it is done to a national object.
MEANINGS: dict[str, Meaning] = {
    "another digit": _in_a_text(_digit, keys=True),
    "a mark less": _in_a_text(_mark),
    "another letter": _in_a_text(_letter),
    "another sign": _in_a_text(_sign),
    "a word less": _in_a_text(_word_gone),
    "a word more": _in_a_text(_word_more),
    "a row less": _row_gone,
    "a row twice": _row_twice,
    "one copy more": _copies,
    "another level": _level,
    "two lines of the steps turned": _steps_turned,
}
