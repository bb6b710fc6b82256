"""Agencies in plain short words, as people call the office that they look for."""

import re
from collections.abc import Collection, Iterable, Sequence

from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import Judged
from vietnamese.fold import fold

CENTRE = "Trung tâm Phục vụ hành chính công"
#: Kind, and level where not all of it → its offices in one word, where a procedure names several.
_FAMILIES = {
    ("customs", ""): "Cơ quan Hải quan",
    ("tax", ""): "Cơ quan Thuế",
    ("social_insurance", ""): "Cơ quan Bảo hiểm xã hội",
    ("treasury", ""): "Kho bạc Nhà nước",
    ("land", ""): "Văn phòng đăng ký đất đai",
    ("police", "province"): "Công an tỉnh",
}
#: What one office is called. Districts are no more, and their customs and tax offices were joined to others.
_OFFICES = {
    Judged("police", "commune"): "Công an cấp xã",
    Judged("police", "district"): "Cơ quan Công an",
    Judged("military", "commune"): "Ban Chỉ huy quân sự cấp xã",
    Judged("military", "province"): "Bộ Chỉ huy quân sự tỉnh",
    Judged("customs", "province"): "Cơ quan Hải quan",
    Judged("customs", "central"): "Cục Hải quan",
    Judged("tax", "district"): "Cơ quan Thuế",
    Judged("tax", "province"): "Thuế tỉnh",
    Judged("social_insurance", "province"): "Bảo hiểm xã hội tỉnh",
    Judged("social_insurance", "district"): "Cơ quan Bảo hiểm xã hội",
    Judged("social_insurance", "central"): "Cơ quan Bảo hiểm xã hội",
    Judged("treasury", ""): "Kho bạc Nhà nước",
}
_PROVINCE_POLICE = re.compile(r"^cong an (?:cap )?tinh$")
#: “Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ”, which the national list cuts at its commas.
_ANY_MINISTRY = re.compile(r"^(?:bo|co quan ngang bo(?: giao)?|co quan thuoc chinh phu.*|co quan chuyen mon duoc bo)$")
#: “Ban quản lý khu công nghiệp, khu chế xuất, khu công nghệ cao, khu kinh tế …”: one board, by the first and last.
_ZONES = re.compile(r"(?i)(ban quản lý khu công nghiệp), .*(khu kinh tế)\b")
_BEHIND = re.compile(r"(?:, (?:Thủ tướng Chính phủ|Biên phòng.*)|_old)$")


def offices(names: Sequence[str]) -> list[str]:
    """What people call the offices of these agencies, each once, in their order; several of a family in one word."""
    judged = [(name, judge(name)) for name in names]
    families = [family for family in _FAMILIES if _has_several(family, judged)]
    return list(dict.fromkeys(_in_family(at, families) or _office(name, at) for name, at in judged))


def _has_several(family: tuple[str, str], judged: Iterable[tuple[str, Judged]]) -> bool:
    return len({_office(name, at) for name, at in judged if _is_of(family, at)}) > 1


def _is_of(family: tuple[str, str], at: Judged) -> bool:
    return family in ((at.kind, ""), (at.kind, at.level))


def _in_family(at: Judged, families: Collection[tuple[str, str]]) -> str:
    return next((_FAMILIES[family] for family in families if _is_of(family, at)), "")


def _office(name: str, at: Judged) -> str:
    folded = fold(name).strip(" .")
    if at in _OFFICES:
        return _OFFICES[at]
    if at == Judged("police", "province"):
        return _of_provincial_police(name, folded)
    if at.kind == "ministry" and _ANY_MINISTRY.match(folded):
        return "Bộ, ngành có thẩm quyền"
    return _as_named(name)


def _of_provincial_police(name: str, folded: str) -> str:
    if _PROVINCE_POLICE.match(folded):
        return "Công an tỉnh"
    return _as_named(name) if re.search(r"\b(?:cong an|tp|thanh pho)\b", folded) else f"{_as_named(name)}, Công an tỉnh"


def _as_named(name: str) -> str:
    name = _ZONES.sub(r"\1, \2", _BEHIND.sub("", " ".join(name.split()).strip(" .,;")))
    return name[:1].upper() + name[1:]


def centre(levels: Sequence[str], between: str = " hoặc ") -> str:
    """The one-stop centre of one or both levels, the nearer first; of none in particular without one."""
    words = [{"commune": "cấp xã", "province": "tỉnh"}[level] for level in levels]
    return " ".join([CENTRE, between.join(words)]).strip()
