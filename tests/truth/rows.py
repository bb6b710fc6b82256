"""Rows of papers: what names no paper is none, what is limited is not everybody's, and a row counts once.

Judged by the raw texts with their accents, as a reader sees them; the code under test reads them without.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.truth.kinds import Kind, Told

_PAPER = re.compile(
    r"(?:[-+*•.\s]|\(?\w{1,3}[.)]\s)*(?:\d\d? )?"
    r"(?:Bản (?:sao|chính|gốc|khai|thuyết)|Văn bản|Đơn (?!vị)|Tờ khai|Hợp đồng|Báo cáo"
    r"|Giấy (?!tờ)|Quyết định|Danh sách|Hóa đơn|Hoá đơn|Tài liệu|Công văn|Đề án|Sơ đồ|Vận đơn)",
    re.IGNORECASE,
)
_NO_PAPER = re.compile(r"(?::|gồm|sau|sau đây)\W*$|phải (?:được|thể hiện|kèm|bằng)", re.IGNORECASE)
_HEADING = re.compile(
    r"\W*(?:Mục \w+\W+)?(?:(?:Thành phần|Số lượng) hồ sơ\b.{0,25}(?::|gồm|bộ\b.{0,15})\W*$|Hồ sơ\b[^:;]{5,}\bgồm\W*$"
    r"|(?:Không có|Không quy định)\W*$)|.*\bhồ sơ đề nghị\b[^:;,]*\bgồm\W*$",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"cán bộ (?:\w+ )?in\b(?! ấn)|\bin trong quá trình thu nhận", re.IGNORECASE)
_ANOTHER = re.compile(
    r";|\. |\b(?:và|hoặc|kèm|cùng)\b|không áp dụng|trừ\b|, (?:bản|giấy|văn bản|phụ lục|biên bản|phiếu|thẻ)\b|/",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?P<paper>[^()]+?)(?:,? \(?nếu có\)?|\((?:áp dụng )?đối với (?!trường hợp nộp)[^()]+\)"
    r"|,? đối với trường hợp [^:;.(]+|, nếu [^:;.(]+)[\s.;]*$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"(?<!chứng )(?<!địa )\bchỉ (?:nộp|xuất trình|áp dụng)?\s?(?:khi|đối với trường hợp)\b", re.IGNORECASE
)
_FORM = re.compile(
    r"\W*(?:\w{1,2}[.)] ?)?(?:\d+ )?(?:Tờ khai|Đơn|Phiếu|Bản khai|Giấy đề nghị|Văn bản đề nghị|Công văn|Mẫu|Biểu)",
    re.IGNORECASE,
)
_BY_FILING = re.compile(r"nộp|gửi|trực tiếp|trực tuyến|bưu chính|được lập|thì |phải| hoặc (?:bản|phiếu)", re.IGNORECASE)
_ROMAN = re.compile(r"\s*[-+]?\s*\(([ivx]+)\)")
_ORDER = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def names_a_paper(text: str) -> bool:
    """Whether a text begins like the name of a paper, and not like a heading or a rule about papers."""
    return bool(_PAPER.match(text)) and not _NO_PAPER.search(text)


def _asked(told: Told) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for item in told.items:
        for paper in item["papers"]:
            if not (paper["is_note"] or paper["in_database"]):
                yield item, paper


def _text(paper: Mapping[str, Any]) -> str:
    return " ".join(paper["name"].split())


def _leaves_papers_uncounted(told: Told) -> bool:
    """Rows name papers, and none of them is counted."""
    rows = [paper for case in told.record.cases for paper in case.papers]
    return any(names_a_paper(row.name) for row in rows) and told.answers["papers"].text == "Theo hướng dẫn bên dưới"


def _counts_a_heading(told: Told) -> bool:
    return any(_HEADING.match(_text(paper)) for item, paper in _asked(told))


def _counts_what_is_printed(told: Told) -> bool:
    return any(_PRINTED.search(_text(paper)) for item, paper in _asked(told))


def _counts_twice(told: Told) -> bool:
    seen = [(item["anchor"], re.sub(r"\W+", " ", _text(paper)).strip().casefold()) for item, paper in _asked(told)]
    return len(set(seen)) < len(seen)


def _asks_everybody_for_what_some_bring(told: Told) -> bool:
    rows = [(item, paper) for item, paper in _asked(told) if not paper["is_conditional"]]
    return any(item["kind"] != "note" and _is_of_some(_text(paper)) for item, paper in rows)


def _is_of_some(text: str) -> bool:
    if _FORM.match(text):
        return False
    found = _LIMIT.match(text)
    if found is not None:
        return not (_ANOTHER.search(found["paper"]) or _BY_FILING.search(text[found.end("paper") :]))
    only = _ONLY.search(text)
    return only is not None and not _ANOTHER.search(text[: only.start()])


def _is_shuffled(told: Told) -> bool:
    """Rows (i), (ii), (iii) that everybody brings in another order than their own."""
    rows: dict[str, list[str]] = {}
    for item, paper in _asked(told):
        if not paper["is_conditional"]:
            rows.setdefault(item["anchor"], []).append(paper["name"])
    return any(_out_of_order(names) for names in rows.values())


def _out_of_order(names: list[str]) -> bool:
    signs = [match[1] for name in names if (match := _ROMAN.match(name))]
    if len(signs) < len(names) or len(set(signs)) < len(signs) or not set(signs) <= set(_ORDER):
        return False
    places = [_ORDER.index(sign) for sign in signs]
    return places != sorted(places)


ROW_KINDS: Mapping[str, Kind] = {
    "papers_uncounted": Kind("papers are listed, and none is counted", _leaves_papers_uncounted),
    "heading_counted": Kind("a heading or “không có” as a paper", _counts_a_heading),
    "printed_counted": Kind("what the office prints as a paper to bring", _counts_what_is_printed),
    "row_counted_twice": Kind("the same row twice among the papers of a case", _counts_twice),
    "limited_asked_of_all": Kind("what only some bring as everybody's", _asks_everybody_for_what_some_bring),
    "rows_out_of_order": Kind("rows (i), (ii), (iii) in another order", _is_shuffled),
}
