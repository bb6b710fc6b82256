"""The provinces of Vietnam by name, and where a text of a procedure names one."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from agencies.reform.names import bare
from vietnamese.fold import fold

#: As they were up to 30/6/2025; each of the 34 of today bears the name of one of them (Nghị quyết 202/2025/QH15).
PROVINCES: tuple[str, ...] = (
    "An Giang", "Bà Rịa – Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương",
    "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
    "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương",
    "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hồ Chí Minh", "Huế", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum",
    "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận",
    "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La",
    "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long",
    "Vĩnh Phúc", "Yên Bái",
)  # fmt: skip
#: How some of them are written, too, by folded words → their name above.
ALIASES: Mapping[str, str] = {
    "hcm": "Hồ Chí Minh",
    "thua thien hue": "Huế",  # up to 31/12/2024
    "ba ria": "Bà Rịa – Vũng Tàu",
    "bac can": "Bắc Kạn",
    "dac lac": "Đắk Lắk",
    "dak lak": "Đắk Lắk",
    "dac nong": "Đắk Nông",
    "dak nong": "Đắk Nông",
}
#: A ward or a district may bear a province's name, and so may a road.
_SMALLER = "".join(f"(?<!{word} )" for word in ("phuong", "xa", "quan", "huyen", "tran", "duong", "dac khu"))
_WITH_TYPE = r"(?:\btinh|\bthanh pho|\btp)[\s.:]*"


def provinces_in(texts: Iterable[str], more: Collection[str] = ()) -> frozenset[str]:
    """The provinces that texts name as such ("tỉnh Lào Cai", "TP. Huế"), in the spelling of the table; `more` are names
    to look for besides it."""
    return _found(texts, more, _WITH_TYPE)


def provinces_of_agencies(names: Iterable[str], more: Collection[str] = ()) -> frozenset[str]:
    """The same for names of agencies, which need no word before a province's ("Sở Tư pháp Thanh Hóa")."""
    return _found(names, more, _SMALLER)


def _found(texts: Iterable[str], more: Collection[str], before: str) -> frozenset[str]:
    names, pattern = _pattern(frozenset(more), before)
    return frozenset(names[" ".join(found.split())] for text in texts for found in pattern.findall(_words(text)))


@lru_cache(maxsize=16)
def _pattern(more: frozenset[str], before: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Key → name, and what finds the keys in folded text, the longest first."""
    names = {**ALIASES, **{_words(name): name for name in PROVINCES}}
    names |= {key: name for name in more if (key := _words(bare(name))) and key not in names}
    keys = sorted(names, key=len, reverse=True)
    return names, re.compile(rf"{before}\b({'|'.join(map(re.escape, keys))})\b")


def _words(text: str) -> str:
    """Folded, with one space where dashes stand between words."""
    return re.sub(r"\s*[–—-]\s*", " ", " ".join(fold(text).split()))
