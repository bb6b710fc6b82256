"""Titles of legal documents in a question: what is said around them is no part of them."""

import re

from vietnamese.fold import fold
from vietnamese.spelling import exact

_DOCUMENT = r"(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi)"
_AROUND = re.compile(
    r"(?:cho (?:toi |em |minh )?(?:hoi|xin|xem) |xin |can |muon )?"
    r"(?:(?:tim|xem|doc|tra|tra cuu|tai|noi dung|toan van|ban day du)(?: cua)? )?"
    rf"(?P<title>{_DOCUMENT} .+?)"
    r"(?: (?:con|het|co|da) (?:hieu luc|ap dung|duoc ap dung)(?: chua| khong| hay khong)?| moi nhat| la gi)?[ ?.!]*"
)


def title_asked(text: str) -> str:
    """The title of the document that a question asks for, "" where it asks for none or says nothing else."""
    marked = exact(text)
    found = _AROUND.fullmatch(fold(marked))
    return marked[slice(*found.span("title"))] if found and found["title"] != found[0] else ""
