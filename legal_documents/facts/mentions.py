"""Where a text mentions a document by its number, and which article of it: what becomes a link.

A link says no more than the text: of "khoản 1, khoản 2 và khoản 3 Điều 9 Luật …" the last clause is part of it, of
"các điều 5, 7 và 9 của Nghị định …" the document alone.
"""

import re
from dataclasses import dataclass

from legal_documents.facts.numbers import NumberAt, has_year, numbers_at

#: What documents are called; the longer name first.
_KIND = re.compile(
    r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|Sắc lệnh|Lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Chỉ thị"
    r"|Thông tư liên tịch|Thông tư|Công văn|Thông báo|Kế hoạch|Kết luận|Hướng dẫn|Quy chuẩn|Tiêu chuẩn"
    r"|Văn bản hợp nhất)(?!\w)",
    re.IGNORECASE,
)
#: From its kind to its number: its name, in which no sentence ends and no other number stands.
_NAME = re.compile(r"[^.;:()\[\]“”\"\n]{0,160}")
#: Numbers without a year that are those of papers, not of documents: "Mẫu số 01/BC-BNG", "Biểu số 41/CK-NSNN".
_PAPER = re.compile(r"(?:mẫu|biểu|phụ lục|phiếu|mã|hồ sơ|hợp đồng|ký hiệu mẫu)\W*(?:số|ký hiệu)?\W*$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:(?:điểm\s+(?P<point>[a-zđ]{1,2})\s+)?khoản\s+(?P<clause>[0-9]{1,3}[a-zđ]?)\s+)?"
    r"(?<!\w)Điều\s+(?P<article>[0-9]{1,4}[a-zđ]?)\s+(?:của\s+)?$",
    re.IGNORECASE,
)
#: What stands before an article that is one of several.
_ONE_OF_MANY = re.compile(r"Điều\s+[0-9]+[a-zđ]?\s*(?:,|và|hoặc|đến|-)\s*$", re.IGNORECASE)
#: How far before a number its article may stand.
_REACH = 260


@dataclass(frozen=True, slots=True)
class Mention:
    """A document that a text mentions: from `begin` up to `end`, the key of its number, what it is called there from
    its kind on up to the number, and the article, clause and point, each "" where none is named."""

    begin: int
    end: int
    key: str
    called: str
    article: str = ""
    clause: str = ""
    point: str = ""


def mentions(text: str) -> list[Mention]:
    """The mentions of documents in a text, in their order; none overlaps another. The text must be clean."""
    found: list[Mention] = []
    for number in numbers_at(text):
        since = max(found[-1].end if found else 0, number.begin - _REACH)
        before = text[since : number.begin]
        if has_year(number.key) or not _PAPER.search(before):
            found.append(_mention(text, since, number))
    return found


def _mention(text: str, since: int, number: NumberAt) -> Mention:
    begin = _called_from(text, since, number.begin)
    called = text[begin : number.begin]
    found = _ARTICLE.search(text[since:begin])
    if not found or _ONE_OF_MANY.search(text[since : since + found.start()]):
        return Mention(begin, number.end, number.key, called)
    parts = {name: (found[name] or "").lower() for name in ("article", "clause", "point")}
    return Mention(since + found.start(), number.end, number.key, called, **parts)


def _called_from(text: str, since: int, number: int) -> int:
    """Where the name of the document begins; the number itself where it is not called anything."""
    kinds = [kind.start() for kind in _KIND.finditer(text, since, number)]
    if kinds and _NAME.fullmatch(text, kinds[-1], number):
        return kinds[-1]
    return number
