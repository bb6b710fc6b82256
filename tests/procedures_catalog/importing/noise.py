"""Noise: ways in which a national object may be written otherwise and say the same."""

import unicodedata
from collections.abc import Callable
from random import Random
from typing import Any

Raw = dict[str, Any]
Noise = Callable[[Raw, Random], Raw]

_CODE = "Mã thủ tục"
_NAMES = ("Tên thủ tục", "Lĩnh vực", "Cơ quan thực hiện", "Cơ quan phối hợp")
_CHANNELS, _CASES, _BASES = "Cách thức thực hiện", "Thành phần hồ sơ", "Căn cứ pháp lý"


def _everywhere(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_everywhere(item, change) for item in value]
    return {key: _everywhere(item, change) for key, item in value.items()} if isinstance(value, dict) else value


def _texts(change: Callable[[str, Random], str]) -> Noise:
    return lambda raw, random: _everywhere(raw, lambda text: change(text, random)) | {_CODE: raw[_CODE]}


def _space(text: str, random: Random) -> str:
    kinds = {" ": ["  ", "\t", "\xa0"], "\n": [" \n", "\n ", "\r\n", "\n\t  "], ",": [" ,", ", ", ",  "]}
    return "".join(random.choice(kinds[sign]) if sign in kinds and random.random() < 0.3 else sign for sign in text)


def _line_starts(text: str, random: Random) -> str:
    return "\n".join(random.choice(["", " ", "  ", "\t"]) + line for line in text.split("\n"))


def _reversed(raw: Raw, random: Random) -> Raw:
    return _reordered(raw, lambda rows: rows[::-1])


def _reordered(raw: Raw, order: Callable[[list], list]) -> Raw:
    cases = [each | {"giay_to": order(each["giay_to"])} for each in raw[_CASES] or []]
    return raw | {_CASES: order(cases), _CHANNELS: order(raw[_CHANNELS] or []), _BASES: order(raw[_BASES] or [])}


def _names_turned(raw: Raw, random: Random) -> Raw:
    """Lists of names that stand in one text, the levels among them: their order says nothing."""
    lists = ("Cấp thực hiện", "Đối tượng thực hiện", "Cơ quan thực hiện", "Cơ quan phối hợp", "Cơ quan có thẩm quyền")
    return raw | {name: ", ".join(reversed((raw[name] or "").split(", "))) for name in lists}


#: What was done → how it is done to a national object.
NOISES: dict[str, Noise] = {
    "white space": _texts(_space),
    "blanks at line starts": _texts(_line_starts),
    "no blank at line starts": _texts(lambda text, _: "\n".join(map(str.lstrip, text.split("\n")))),
    "a blank before the star": _texts(lambda text, _: text.replace("* ", " *  ")),
    "marks apart": lambda raw, _: _everywhere(raw, lambda text: unicodedata.normalize("NFD", text)),
    "capitals in the name": lambda raw, _: raw | {"Tên thủ tục": raw["Tên thủ tục"].upper()},
    "capitals everywhere": _texts(lambda text, _: text.upper()),
    "order of equal rows": _reversed,
    "order of names": _names_turned,
    "line ends": _texts(lambda text, _: text.replace("\n", "\r\n")),
    "line ends of old": _texts(lambda text, _: text.replace("\n", "\r")),
    "letter case of names": lambda raw, random: raw | {name: raw[name].title() for name in _NAMES if raw[name]},
}
