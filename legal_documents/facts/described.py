"""What the way in which others cite a document tells of it: its kind, its maker, the day on which it was made.

A procedure's legal basis has a number and a title, no more. What neither of them says stays unknown: a number of the
National Assembly may be a law's or a resolution's, a decision "/QĐ-UBND" that of any province.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from legal_documents.facts.makers import LOCAL, maker
from legal_documents.facts.numbers import NumberAt, disagree, numbers_at
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

#: The first letters of a number's sign, folded → the key of its `DocumentKind`.
_BY_SIGN: Mapping[str, str] = {
    "nd": "decree",
    "ttlt": "joint_circular",
    "ttlb": "joint_circular",
    "tt": "circular",
    "qd": "decision",
    "nq": "resolution",
    "pl": "ordinance",
    "ct": "directive",
    "kh": "plan",
    "tb": "announcement",
    "l": "law",
    "lct": "law",
}
#: What a document is called at the beginning of its number or title, folded → the same.
_CALLED: Mapping[str, str] = {
    "hien phap": "constitution",
    "bo luat": "code",
    "luat": "law",
    "phap lenh": "ordinance",
    "nghi quyet": "resolution",
    "nghi dinh": "decree",
    "quyet dinh": "decision",
    "thong tu lien tich": "joint_circular",
    "thong tu": "circular",
    "chi thi": "directive",
    "ke hoach": "plan",
    "cong van": "letter",
    "thong bao": "announcement",
}
#: Not "nghị định thư": a protocol is no decree.
_BEGINS = re.compile(rf"\W*(?!nghi dinh thu(?!\w))(?P<called>{'|'.join(sorted(_CALLED, key=len, reverse=True))})(?!\w)")
_SIGN = re.compile(r"[0-9a-z.]+(?:/[0-9]{4})?/(?P<sign>[a-zđ0-9/-]+)|[0-9]+-(?P<party>[a-z/0-9-]+)")
_DAY = re.compile(
    r"\W{0,3}ngày\s+(?P<day>[0-9]{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>[0-9]{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>[0-9]{4})",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?P<kind>tỉnh|thành phố|TP\.?)\s+(?P<name>[A-ZĐÀ-Ỹ][\w'’-]*(?:[ -][A-ZĐÀ-Ỹ][\w'’-]*){0,4})")
_ABOUT = re.compile(
    r"\W*(?:về|quy\s+định|thí\s+điểm|ban\s+hành|thực\s+hiện|phê\s+chuẩn|áp\s+dụng|một\s+số)(?!\w)", re.IGNORECASE
)
#: A council or committee, behind which its place stands.
_BODY = re.compile(r"(?:HĐND|UBND|Hội\s+đồng\s+nhân\s+dân|[UỦ]y?ỷ?\s+ban\s+nhân\s+dân)\s+$", re.IGNORECASE)
#: How far into a title its own number may stand.
_OWN_REACH = 40


@dataclass(frozen=True, slots=True)
class Described:
    """The key of its `DocumentKind` ("" for unknown), its maker's name ("" for unknown), the day on which it was
    made (None for unknown)."""

    kind: str
    issuer: str
    issued_on: date | None


def described(number: str, title: str) -> Described:
    """What a citation's number and title say of the document. Takes any str, raises nothing."""
    number, title = squeeze(number), squeeze(title)
    key = own_key(number, title)
    return Described(_kind(key, number, title), _issuer(key, title), _issued(key, number) or _issued(key, title))


def own_key(number: str, title: str) -> str:
    """The key of the document's own number: the one that is given, or where that lacks its letters ("46/2020") the one
    at the beginning of the title, if it goes on from there; "" where none is whole."""
    given = next((found.key for found in numbers_at(number)), "")
    if _sign(given):
        return given
    first = next(iter(numbers_at(title)), None)
    digits = re.search(r"[0-9]+", number)
    if not first or first.begin > _OWN_REACH or (digits and not re.match(rf"{int(digits[0])}(?![0-9])", first.key)):
        return given
    is_own = first.begin == 0 or _called(title)
    return first.key if is_own and digits else given


def _kind(key: str, number: str, title: str) -> str:
    sign = _sign(key)
    by_sign = _BY_SIGN.get(sign[0].rstrip("0123456789"), "") if sign else ""
    if by_sign:
        return by_sign
    if called := _called(number) or _called(_without_number(key, title)):
        return called
    return _of_assembly(title) if sign and sign[0].startswith("qh") else ""


def _of_assembly(title: str) -> str:
    """A law is called by its matter ("Phí và lệ phí"); what the National Assembly says *about* something is a
    resolution."""
    if not re.match(r"\W*[^\W\d_]{2}", title):
        return ""
    return "resolution" if _ABOUT.match(title) else "law"


def _called(text: str) -> str:
    found = _BEGINS.match(fold(text))
    return _CALLED[found["called"]] if found else ""


def _without_number(key: str, title: str) -> str:
    """The title without the document's own number before it."""
    first = next(iter(numbers_at(title)), None)
    is_own = first and first.begin == 0 and not disagree(first.key, key)
    return title[first.end :] if first and is_own else title


def _sign(key: str) -> list[str]:
    """The letters of a number's sign, one maker or kind each."""
    found = _SIGN.fullmatch(key)
    return [part for part in re.split(r"[-/]", found["sign"] or found["party"]) if part] if found else []


def _issuer(key: str, title: str) -> str:
    sign = _sign(key)
    if not sign:
        return ""
    if sign[-1] in LOCAL:
        return _local(sign[-1], title)
    makers = [name for letters in sign if (name := maker(letters))]
    if len(makers) < len(sign) - 1 or not makers:
        return ""
    return ", ".join(dict.fromkeys(makers))


def _local(letters: str, title: str) -> str:
    """The place behind the council's or committee's name, or the only one that the title names."""
    found = list(_PLACE.finditer(title))
    named = [place for place in found if _BODY.search(title[: place.start()])]
    places = {_place(place) for place in named or found}
    return f"{LOCAL[letters]} {places.pop()}" if len(places) == 1 else ""


def _place(found: re.Match[str]) -> str:
    kind = "tỉnh" if found["kind"].lower() == "tỉnh" else "thành phố"
    return f"{kind} {found['name']}"


def _issued(key: str, text: str) -> date | None:
    """The day that stands behind the document's own number; of another year than the number's it is a slip."""
    for found in numbers_at(text):
        if key and not disagree(found.key, key):
            return _day_behind(key, text, found)
    return None


def _day_behind(key: str, text: str, number: NumberAt) -> date | None:
    found = _DAY.match(text, number.end)
    if not found:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    year = re.search(r"/([0-9]{4})/", key)
    return day if not year or int(year[1]) == day.year else None
