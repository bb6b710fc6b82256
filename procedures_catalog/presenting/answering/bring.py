"""“Mang gì”: how many papers, of one dossier or tùy trường hợp."""

import re
from collections.abc import Sequence

from procedures_catalog.facts.record import Case, ProcedureRecord
from procedures_catalog.presenting.answering.answer import UNKNOWN, Answer
from vietnamese.fold import fold


def bring_answer(record: ProcedureRecord, local: bool) -> Answer:
    """What to bring; `local` says whether the province's layer gives the papers."""
    said = _papers(record.cases)
    return Answer("papers", "Mang gì", said or UNKNOWN["papers"], "", "#giay-to", "xem danh sách", local, bool(said))


def count_papers(case: Case) -> int:
    """How many papers a case asks for; rows without any copy are headings and notes."""
    return sum(1 for paper in case.papers if paper.originals or paper.copies)


# The national list names by "case" also the halves of one dossier ("Giấy tờ phải nộp", "Giấy tờ phải xuất trình") and
# remarks on it ("Lưu ý"): whoever took them for alternatives would bring one half.
_HALF = re.compile(r"[-\d.\s]*(?:cac )?(?:giay to|chung tu|thanh phan ho so) (?:phai )*(nop|xuat trinh)\b")
_LIMITED = re.compile(r"\b(?:doi voi|truong hop|khi)\b")
_REMARK = re.compile(r"[-\d.\s]*luu y\b")


def _papers(cases: Sequence[Case]) -> str:
    asked = [case for case in cases if not _REMARK.match(fold(case.name or ""))] or cases
    counts = [count_papers(case) for case in asked]
    if not any(counts):
        return "Theo hướng dẫn bên dưới" if any(case.papers for case in cases) else ""
    if len(counts) == 1:
        return f"{counts[0]} loại giấy tờ"
    halves = [_half(case) for case in asked]
    if all(halves):
        return _in_halves(list(zip(halves, counts, strict=True)))
    low, high = min(counts), max(counts)
    amount = f"{low}" if low == high else f"{low} đến {high}"
    return f"{amount} loại giấy tờ, tùy {len(counts)} trường hợp"


def _half(case: Case) -> str:
    """What is done with the papers of a half of the dossier; "" for a case that stands for itself."""
    name = fold(case.name or "")
    found = None if _LIMITED.search(name) else _HALF.match(name)
    return {"nop": "nộp", "xuat trinh": "xuất trình"}[found[1]] if found else ""


def _in_halves(counted: Sequence[tuple[str, int]]) -> str:
    """ "Nộp 2, xuất trình 3 loại giấy tờ": all of them, by what is done with them."""
    sums = {word: sum(count for half, count in counted if half == word) for word in ("nộp", "xuất trình")}
    said = ", ".join(f"{word} {count}" for word, count in sums.items() if count)
    return f"{said[:1].upper()}{said[1:]} loại giấy tờ"
