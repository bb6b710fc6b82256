"""The place in a stated address: its first place where people can go, without what leads up to it and follows it.

“Địa chỉ tiếp nhận” of the national list is a line, a list, or sentences out of the steps (“Cá nhân gửi 01 bộ hồ sơ
đến Sở …”): of 5,652 procedures 1,177 state one, in 468 wordings.
"""

import re
from collections.abc import Iterator

from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import Judged
from vietnamese.fold import fold

#: With what the name of a place, or an address, begins, folded.
_BEGINS = (
    r"(?:(?:mot trong (?:hai|ba) )?(?:cac )?(?:tru so|trung t[aă]m|tt pvhcc|bo phan|van phong|uy ban|ubnd|cong an"
    r"|co quan|chi nhanh|chi cuc|ngan hang|nhnn|thue|truong|co so|quay|tang|diem|dai su quan|cang vu|toa an|kho bac"
    r"|bao hiem xa hoi|tong dai|tram|hoi dong|hoi|ban|so|bo|tong cuc|cuc|vu|phong|don vi|noi|nha|to chuc thuc hien"
    r"|bat ky|khoi)\b|o [a-z]?\d|\d+[a-z]?[,/ ])"
)
_PLACE = re.compile(_BEGINS)
#: What may stand before a place.
_LEADS = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-zivx]{1,3})[.)](?:\d+[.)]?)*\s+|buoc \d+\s*[:.]|dia diem(?: tiep nhan ho so)?\b"
    r"|dia chi(?= bo phan)|t?ruc tiep\b|nop\b|gui\b|ho so\b|duoc\b|thuc hien\b|tai\b|den\b|toi\b|ve\b|hoac\b"
    r"|va\b|(?:mot|01) bo\b|(?:(?:thong )?qua )?(?:dich vu |duong |he thong )?buu (?:chinh|dien)\b(?: cong ich)?"
    r"|[-+*•–:.,;()\"“” ]+)\s*"
)
#: A place inside a sentence: behind the verb that hands in.
_VERB = r"\b(?:nop|gui|truc tiep)\b"
_INSIDE = re.compile(rf"{_VERB}(?:(?!{_VERB})[^;])*?\b(?:den|toi|tai|cho)\s+(?=(?:mot trong (?:hai|ba) )?{_BEGINS})")
#: What follows a place and is none.
_TAIL = re.compile(
    r"\s*[-–,;.(/+]*\s*(?:\b(?:hoac|va|dong thoi)\s+)?(?:\b(?:thong qua|qua (?:dich vu|he thong|duong|cong|thue)"
    r"|nop (?:ho so )?(?:qua|truc tuyen)|gui (?:truc tuyen|qua)|gian tiep|bang mot trong|truc tuyen|dia chi truc tuyen"
    r"|dich vu buu chinh|cong dich vu cong|tren cong|tiep nhan ho so|de thuc hien|thuc hien tiep nhan|bao gom|gom)\b"
    r"|\b(?:tai )?dia chi(?: tru so)?\W*$|https?:).*$"
)
_OPEN_BRACKET = re.compile(r"\s*\([^)]*$")
#: Words that look like a place and name none.
_NOWHERE = re.compile(
    r"^(?:noi dang ky|(?:so )?dien thoai|co quan, to chuc|co quan tuyen|don vi noi|bo phan tiep nhan\W*$"
    r"|(?:cac )?(?:don vi|co quan|bo phan mot cua)(?: co tham quyen| hanh chinh)?\W*$)"
)
#: Words of sentences, of ways to file and of who files: a text with them names no place that is not recognised by its
#: beginning. Any other is one, whatever its name.
_IN_SENTENCES = re.compile(
    r"truc tuyen|he thong|\bcong (?:dich vu|thong tin)|http|\bho so\b|cach thuc|hinh thuc|thong qua|dich vu buu chinh"
    r"|\bnop\b|\bgui\b|\bquy dinh\b|:\s*$"
    r"|^(?:si quan|hoc sinh|ca nhan|to chuc|nguoi|chu dau tu|ho gia dinh|truong hop|tiep nhan|buoc)\b"
)
#: With what another place of a list begins; what begins otherwise is a street, a desk or a remark of the one before it.
_AGENCY = re.compile(
    r"(?:cac )?(?:tru so|trung tam|bo phan|uy ban|ubnd|cong an|co quan(?! co tham quyen)|chi cuc|ngan hang|nhnn|thue"
    r"|so\b(?! \d)|bo|tong cuc|cuc)\b(?!.*\b(?:chap thuan|cap phep|tham dinh|quyet dinh)\b)"
)
_BRANCH = re.compile(r"bo phan mot cua co so \d")
_ASIDE = re.compile(r"\s*\((?:sau đây|gọi tắt|TTHC)[^)]*\)", re.IGNORECASE)
_AROUND = " ,;:.-–+(\"“”'"


def stated_place(address: str) -> str:
    """The first place of an address, as it is written there; "" where no words of it name one."""
    return next(filter(None, map(_in_piece, _pieces(address))), "")


def stated_places(address: str) -> tuple[str, ...]:
    """All places of an address that name an agency or a centre, as they are written there; the first one even if it is
    a street alone. A seat or a branch of the first is no other."""
    found = _without_short_form(list(filter(None, map(_in_piece, _pieces(address)))))
    others = (place for place in found[1:] if _AGENCY.match(fold(place)) and not _is_of_the_first(place, found[0]))
    return tuple(dict.fromkeys([*found[:1], *others]))


def _without_short_form(places: list[str]) -> list[str]:
    """Without a first “Trung tâm Phục vụ hành chính công” whose level a later one says."""
    longer = (place for place in places[1:] if place.startswith(f"{places[0]} "))
    is_short = judge(places[0]) == Judged("centre") and any(judge(place).level for place in longer) if places else False
    return places[is_short:]


def _is_of_the_first(place: str, first: str) -> bool:
    if place.startswith(first):
        return True
    seat, branch = fold(place).startswith("tru so chinh"), _BRANCH.match(fold(place))
    return seat or bool(branch and not _BRANCH.match(fold(first)))


def _pieces(address: str) -> Iterator[str]:
    for line in address.splitlines():
        yield from line.split(";")


def _in_piece(text: str) -> str:
    text = _without_leads(_ASIDE.sub("", text))
    return _named(text) or _named(_inside(text)) or _plain(text)


def _inside(text: str) -> str:
    found = _INSIDE.search(fold(text))
    return _without_leads(text[found.end() :]) if found else ""


def _named(text: str) -> str:
    """The place with which a text begins."""
    if not _PLACE.match(fold(text)):
        return ""
    tail = _TAIL.search(fold(text))
    place = _OPEN_BRACKET.sub("", text[: tail.start()] if tail else text).strip(_AROUND)
    return "" if _NOWHERE.match(fold(place)) else place[:1].upper() + place[1:]


def _plain(text: str) -> str:
    folded = fold(text)
    is_none = _NOWHERE.match(folded) or _IN_SENTENCES.search(folded)
    return "" if is_none else _OPEN_BRACKET.sub("", text).strip(_AROUND)


def _without_leads(text: str) -> str:
    text = text.strip()
    while found := _LEADS.match(fold(text)):
        text = text[found.end() :]
    return text
