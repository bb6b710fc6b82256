"""What a page says and what a PDF says, made comparable: whatever differs after this differs for a reader too."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from io import BytesIO

from bs4 import BeautifulSoup, NavigableString, Tag
from pypdf import PdfReader

from paper.printable import printable

#: Parts of a page that only a screen needs, or that paper shows in its own way.
_SCREEN_ONLY = (
    "aside, nav, form, h2, svg, thead, .paper-only, .missing, .facts .state, .unseen, .answers dd a,"
    " .long-text > summary, .notice a, .on-portal, [aria-labelledby=lich-su], .papers li > a"
)
#: Words that lead a reader of the screen to what lies open on paper.
_FOLDS = re.compile(r"Ghi chú|\d+ mức thu – xem đủ|\d+\.?|Nguồn: .*|Tên đầy đủ của thủ tục")
_NUMBER = re.compile(r"^\d+\. ")  # of a case among many; paper does not count them
_SHORTEST_PIECE = 8
_BETWEEN = 200  # characters of a paper's count or a table's next column
_FOOT = re.compile(r"Mã [^·\n]+ · .*Trang \d+/\d+\s*\Z", re.DOTALL)
_BAND = re.compile(r"\n(?:Đường dây nóng: |Không quét được mã\?).*?Quét để xem bản mới nhất\n\w{7}", re.DOTALL)


def comparable(text: str) -> str:
    """Without white space, since a line may break anywhere, and without capitals, which a heading may set."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", printable(text))).casefold()


def page_texts(html: bytes) -> list[str]:
    """Every text that a procedure's page shows of the procedure."""
    article = BeautifulSoup(html, "html.parser").select_one("article.procedure")
    assert article is not None
    for part in article.select(_SCREEN_ONLY):
        part.decompose()
    return [text for text in _texts(article) if not _FOLDS.fullmatch(text)]


def _texts(part: Tag) -> Iterator[str]:
    for text in part.find_all(string=True):
        if type(text) is NavigableString and text.strip():
            yield _NUMBER.sub("", " ".join(text.split())) if text.parent.name == "summary" else " ".join(text.split())


def pdf_text(pdf: bytes) -> str:
    """The words of a sheet, without the foot of its pages and the code's band."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    bodies = [_FOOT.sub("", text) for text in pages]
    return "\n".join([_BAND.sub("", body) for body in bodies])


def missing_from(pdf: bytes, texts: list[str]) -> list[str]:
    """The texts that a sheet does not have whole; its own boxes and dashes stand for list signs and colons."""
    body = comparable(pdf_text(pdf).replace("Cách nộp Thời hạn Phí, lệ phí\n", ""))
    return [text for text in texts if not _has(body, comparable(text).lstrip("-+*•–").rstrip(":"))]


def _has(body: str, text: str, pieces: int = 4) -> bool:
    """Whether the body has a text, if need be in a few pieces: pages end in the midst of it, and what stands beside it
    there comes between."""
    if text in body:
        return True
    cut = bisect_left(range(1, len(text)), True, key=lambda length: text[:length] not in body)
    if pieces == 1 or cut < _SHORTEST_PIECE:
        return False
    rest = body[body.find(text[:cut]) + cut :][: _BETWEEN + len(text)]
    return any(
        _has(rest, text[cut - back :], pieces - 1) for back in range(3)
    )  # the next letters may be alike by chance
