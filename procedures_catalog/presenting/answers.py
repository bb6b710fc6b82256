"""The five answers that come before everything else: what to bring, where, how long, how much, what I get."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from procedures_catalog.facts import fees, time_limits
from procedures_catalog.facts.dated_fees import channels_on, next_change
from procedures_catalog.facts.naming import short_name
from procedures_catalog.facts.record import Case, Channel, ProcedureRecord
from vietnamese.days import written
from vietnamese.fold import fold

LONGEST_ANSWER = 90


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer in a line. `local` says that the province's own text gave it."""

    key: str
    question: str
    text: str
    detail: str = ""
    href: str = ""
    link_label: str = ""
    local: bool = False


def five_answers(record: ProcedureRecord, local_parts: Collection[str]) -> tuple[Answer, ...]:
    """The five answers of a record; `local_parts` names the parts that the province's layer replaced."""
    where, where_detail = _where(record)
    return (
        Answer("papers", "Mang gì", _papers(record.cases), "", "#giay-to", "xem danh sách", "cases" in local_parts),
        Answer("where", "Nộp ở đâu", where, where_detail, "#noi-nop", "chi tiết", "receiving_address" in local_parts),
        Answer("time", "Bao lâu", time_limits.summary(record.channels), "", local="channels" in local_parts),
        Answer(
            "fee",
            "Bao nhiêu tiền",
            fees.summary(record.channels),
            _coming_fee(record.channels),
            "#cach-nop",
            "bảng phí",
            "channels" in local_parts,
        ),
        Answer("result", "Nhận gì", *_result(record.results), local="results" in local_parts),
    )


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


_COUNTERS = {
    "commune": "Trung tâm Phục vụ hành chính công cấp xã",
    "province": "Trung tâm Phục vụ hành chính công tỉnh",
    "ministry": "Cơ quan trung ương giải quyết thủ tục",
    "other": "Cơ quan giải quyết thủ tục",
}


def _where(record: ProcedureRecord) -> tuple[str, str]:
    """Where to hand it in: the stated address, else what follows from the level, said as such."""
    if record.receiving_address:
        return short_name(_first_place(record.receiving_address), LONGEST_ANSWER), ""
    places = [_COUNTERS[level] for level in ("commune", "province", "ministry", "other") if level in record.levels]
    if places[:1] == [_COUNTERS["ministry"]] and record.executing:
        return short_name(record.executing[0], LONGEST_ANSWER), ""
    detail = "Theo cấp thực hiện; địa chỉ cụ thể chưa công bố." if places else ""
    return " hoặc ".join(places[:2]), detail


def _first_place(address: str) -> str:
    """The first line of an address, without list signs and without "gồm:" that leads to the next lines."""
    line = address.strip().split("\n")[0].strip(' "-+*:')
    return line.removesuffix("bao gồm").removesuffix("gồm").rstrip(" ,")


def _coming_fee(channels: Sequence[Channel]) -> str:
    """What the fee will be once the next announced amount begins: "Từ ngày 01/01/2027: 20.000 đồng."; "" for none."""
    day = next_change(channels)
    return f"Từ ngày {written(day)}: {fees.summary(channels_on(channels, day))}." if day else ""


def _result(results: Sequence[str]) -> tuple[str, str]:
    if not results:
        return "", ""
    more = f"và {len(results) - 1} kết quả khác, tùy trường hợp" if len(results) > 1 else ""
    return short_name(results[0].strip(" -+.;"), LONGEST_ANSWER), more
