"""Which offices a question names, and whether it says anything foreign: who goes to the commune's office asks for a
procedure of the commune, and who says nothing of abroad means what is done at home.

Every name of an office is told by its words without marks; but without marks "xã" is also "xa" and "phường" also
"phương" (tiện), so a question typed without marks has to say a little more.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from search.question.speech.by_marks import ByMarks
from search.ranking.fields import BY_COMMUNE, FOREIGN, NOT_AT_HOME
from search.ranking.postings import Candidate
from search.ranking.weights import (
    COMMUNE_ASKED,
    HOME_ASKED_NOT_AT_HOME,
    NOTHING_FOREIGN,
    NOTHING_FOREIGN_NOT_AT_HOME,
    SHORT_QUESTION,
)
from vietnamese.fold import fold
from vietnamese.spelling import exact

_COMMUNE = ByMarks(
    re.compile(r"(?<!hợp tác )(?<!thị )\b(?:xã|phường|thị trấn)\b(?! hội)"),
    re.compile(
        r"\b(?:ubnd|uy ban|nhan dan|cong an|cap|o|len|ra|tai) (?:xa|phuong|thi tran)\b(?! (?:hoi|tien|an|phap|thuc))"
    ),
)
_ABOVE = re.compile(
    r"\b(?:cap (?:tinh|huyen)|(?:ubnd|uy ban nhan dan|cong an)(?: cap)? (?:tinh|thanh pho|huyen|quan)|phong tu phap"
    r"|so (?:tu phap|tai chinh|cong thuong|xay dung|y te|noi vu|nong nghiep|giao duc|van hoa|khoa hoc|ke hoach"
    r"|tai nguyen|lao dong|giao thong|thong tin|du lich))\b"
)
_ABROAD = re.compile(r"\b(?:su quan|lanh su|co quan dai dien|dsq|lsq|cqdd)\b")
_LANDS = (
    "mỹ|hoa kỳ|nhật|nhật bản|hàn|hàn quốc|đài loan|trung quốc|pháp|đức|nga|úc|canada|lào|campuchia|thái lan|singapore"
    "|malaysia|anh quốc|châu âu|hồng kông|ấn độ|ba lan|séc|ucraina"
)
#: Words of whoever has to do with abroad: foreigners, Vietnamese who live there, those who come and go, lands.
_OF_ABROAD = (
    r"\b(?:nước ngoài|ngoại quốc|việt kiều|kiều bào|du học|xuất khẩu|nhập khẩu|xuất cảnh|nhập cảnh|quốc tế|ngoại giao"
    r"|lãnh sự|sứ quán|hộ chiếu|passport|visa|thị thực|(?:ông|bà|thằng|con|chồng|vợ|người|khách) tây"
    rf"|(?:ở|bên|sang|qua|nước|người|chồng|vợ|bà|ông|cha|bố|mẹ|khách) (?:{_LANDS}))\b"
)
_FOREIGN_SAID = ByMarks(re.compile(_OF_ABROAD), re.compile(fold(_OF_ABROAD)))


def wanted_traits(text: str) -> Mapping[str, float]:
    """Trait of an entry (`search.ranking.fields`) → the points that it has for this question; none for most
    questions."""
    marked = exact(text)
    folded = fold(marked)
    commune = _COMMUNE.of(marked).search(marked)
    home = (commune or _ABOVE.search(folded)) and not _ABROAD.search(folded)
    abroad = _FOREIGN_SAID.of(marked).search(marked) or _ABROAD.search(folded)
    silent = not abroad and len(folded.split()) <= SHORT_QUESTION  # a long one tells of abroad in words of its own
    away = HOME_ASKED_NOT_AT_HOME if home else NOTHING_FOREIGN_NOT_AT_HOME if silent else 0.0
    return {
        **({BY_COMMUNE: COMMUNE_ASKED} if commune else {}),
        **({NOT_AT_HOME: away} if away else {}),
        **({FOREIGN: NOTHING_FOREIGN} if silent else {}),
    }


def offices_first(ordered: Iterable[tuple[float, Candidate]], offices: Sequence[str]) -> list[tuple[float, Candidate]]:
    """The same order, but before all others the agencies in force with one of these names (`name_form`), as the names
    stand."""
    places = {name: place for place, name in enumerate(offices)}
    return sorted(ordered, key=lambda pair: _place(pair[1], places))


def _place(candidate: Candidate, places: Mapping[str, int]) -> int:
    is_office = candidate.kind == "agency" and candidate.is_current
    return places.get(candidate.names[0], len(places)) if is_office else len(places)
