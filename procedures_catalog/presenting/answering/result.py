"""“Nhận gì”: what the applicant receives."""

from collections.abc import Sequence

from procedures_catalog.facts.naming import short_name
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import LONGEST_ANSWER, UNKNOWN, Answer


def result_answer(record: ProcedureRecord, local: bool) -> Answer:
    """What one gets; `local` says whether the province's layer gives the results."""
    said, more = _result(record.results)
    return Answer("result", "Nhận gì", said or UNKNOWN["result"], more, local=local, known=bool(said))


def _result(results: Sequence[str]) -> tuple[str, str]:
    if not results:
        return "", ""
    more = f"và {len(results) - 1} kết quả khác, tùy trường hợp" if len(results) > 1 else ""
    return short_name(results[0].strip(" -+.;"), LONGEST_ANSWER), more
