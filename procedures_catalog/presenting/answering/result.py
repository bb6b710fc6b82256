"""“Nhận gì”: what the applicant receives."""

import re
from collections.abc import Sequence

from procedures_catalog.facts.dossier.marks import unmarked
from procedures_catalog.facts.naming import short_name
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import LONGEST_ANSWER, UNKNOWN, Answer
from procedures_catalog.presenting.answering.outcomes import outcomes
from vietnamese.capitals import in_sentence_case


def result_answer(record: ProcedureRecord, local: bool) -> Answer:
    """What one gets; `local` says whether the province's layer gives the results. A letter of refusal is none: where
    the record has nothing else, what one gets is not known, and the letter stands beside it as what it is."""
    grants, refusals = outcomes(record.results, record.name)
    if grants:
        return Answer("result", "Nhận gì", _named(grants[0]), _more(grants), local=local)
    detail = f"Chỉ công bố: {_named(refusals[0])}." if refusals else ""
    return Answer("result", "Nhận gì", UNKNOWN["result"], detail, local=local, known=False)


def _named(result: str) -> str:
    text = in_sentence_case(re.sub(r"^[Hh]oặc ", "", unmarked(result)).strip(" -+.,;:"))
    return short_name(text[:1].upper() + text[1:], LONGEST_ANSWER)


def _more(grants: Sequence[str]) -> str:
    return f"và {len(grants) - 1} kết quả khác, tùy trường hợp" if len(grants) > 1 else ""
