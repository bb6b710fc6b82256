"""“Nộp ở đâu”: the place that the record names, else what follows from the level, said as such."""

from procedures_catalog.facts.naming import short_name
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import LONGEST_ANSWER, UNKNOWN, Answer


def where_answer(record: ProcedureRecord, local: bool) -> Answer:
    """Where to hand it in; `local` says whether the province's layer gives the place."""
    place, detail = _where(record)
    return Answer("where", "Nộp ở đâu", place or UNKNOWN["where"], detail, "#noi-nop", "chi tiết", local, bool(place))


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
