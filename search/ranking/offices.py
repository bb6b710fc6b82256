"""Which offices a question names: who goes to the commune's office asks for a procedure of the commune.

Every name of an office is told by its words without marks; but without marks "xã" is also "xa" and "phường" also
"phương" (tiện), so a question typed without marks has to say a little more.
"""

import re
from collections.abc import Mapping

from search.ranking.fields import BY_COMMUNE, NOT_AT_HOME
from search.ranking.weights import COMMUNE_ASKED, HOME_ASKED_NOT_AT_HOME
from vietnamese.fold import fold
from vietnamese.spelling import exact

_COMMUNE = re.compile(r"(?<!hợp tác )(?<!thị )\b(?:xã|phường|thị trấn)\b(?! hội)")
_FOLDED_COMMUNE = re.compile(
    r"\b(?:ubnd|uy ban|nhan dan|cong an|cap|o|len|ra|tai) (?:xa|phuong|thi tran)\b(?! (?:hoi|tien|an|phap|thuc))"
)
_ABOVE = re.compile(
    r"\b(?:cap (?:tinh|huyen)|(?:ubnd|uy ban nhan dan|cong an)(?: cap)? (?:tinh|thanh pho|huyen|quan)|phong tu phap"
    r"|so (?:tu phap|tai chinh|cong thuong|xay dung|y te|noi vu|nong nghiep|giao duc|van hoa|khoa hoc|ke hoach"
    r"|tai nguyen|lao dong|giao thong|thong tin|du lich))\b"
)
_ABROAD = re.compile(r"\b(?:su quan|lanh su|co quan dai dien|dsq|lsq|cqdd)\b")


def wanted_traits(text: str) -> Mapping[str, float]:
    """Trait of an entry (`search.ranking.fields`) → the points that it has for this question; none for most
    questions."""
    marked = exact(text)
    folded = fold(marked)
    commune = (_FOLDED_COMMUNE if marked == folded else _COMMUNE).search(marked)
    home = (commune or _ABOVE.search(folded)) and not _ABROAD.search(folded)
    return {
        **({BY_COMMUNE: COMMUNE_ASKED} if commune else {}),
        **({NOT_AT_HOME: HOME_ASKED_NOT_AT_HOME} if home else {}),
    }
