"""How units are named in files: their types, and keys under which two spellings of one name meet."""

import re

from vietnamese.fold import fold
from vietnamese.spelling import exact, squeeze

#: Type → level. The longer of two that begin alike comes first.
TYPES = {
    "thành phố": "district",
    "thị trấn": "commune",
    "thị xã": "district",
    "đặc khu": "commune",
    "phường": "commune",
    "huyện": "district",
    "quận": "district",
    "tỉnh": "province",
    "xã": "commune",
}

_TYPE = re.compile(rf"({'|'.join(TYPES)})\s+(?=\S)")
_CITY = re.compile(r"^(?:tp\.?|thành phố) *")
_STATE_FARM = re.compile(r"\bn\.?\s*t\.?\s+")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NUMBER = re.compile(r"(?<!\S)(?:0\d+|[ivx]+)$")  # a number at the end: Phường 04, Hòa Tú II
_BIG_CITY = {"hcm": "hồ chí minh"}


def split_type(name: str) -> tuple[str, str]:
    """ "Xã  Tân Thành" → ("xã", "tân thành"), in `exact` form; type "" when there is none."""
    key = exact(squeeze(name)).replace("’", "'")
    found = _TYPE.match(key)
    return (found[1], key[found.end() :]) if found else ("", key)


def bare(name: str) -> str:
    """The name without its type, to compare by when marks count; a number at its end as plain digits."""
    core = _STATE_FARM.sub("nông trường ", split_type(name)[1])
    return _NUMBER.sub(_plain_number, core)


def _plain_number(found: re.Match[str]) -> str:
    word = found[0]
    return str(_ROMAN.index(word)) if word in _ROMAN else word.lstrip("0")


def loose(name: str) -> str:
    """The bare name without marks, spaces, signs, and with i for y: "Ea H’Leo" and "EaHleo" meet."""
    return _NOT_A_LETTER.sub("", fold(bare(name))).replace("y", "i")


def province_key(name: str) -> str:
    """The `loose` key of a province; "TP HCM", "Tỉnh Thanh Hoá" and "Thanh Hóa" find theirs."""
    core = _CITY.sub("", bare(name))
    return loose(_BIG_CITY.get(core, core))
