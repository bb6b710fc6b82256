"""The five answers that come before everything else: what to bring, where, how long, how much, what I get."""

import dataclasses
from collections.abc import Collection, Iterable

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.bring import bring_answer
from procedures_catalog.presenting.answering.cost import cost_answer
from procedures_catalog.presenting.answering.duration import duration_answer
from procedures_catalog.presenting.answering.result import result_answer
from procedures_catalog.presenting.answering.where import where_answer


def five_answers(record: ProcedureRecord, local_parts: Collection[str]) -> tuple[Answer, ...]:
    """The five answers of a record; `local_parts` names the parts that the province's layer replaced."""
    return (
        bring_answer(record, "cases" in local_parts),
        where_answer(record, "receiving_address" in local_parts),
        duration_answer(record, "channels" in local_parts),
        cost_answer(record, "channels" in local_parts),
        result_answer(record, "results" in local_parts),
    )


def with_hotline(answers: Iterable[Answer], hotline: str) -> tuple[Answer, ...]:
    """The answers, where to ask said beside each that is not known; `hotline` is the province's, "" for none."""
    where = f"Hỏi {hotline} hoặc bộ phận một cửa." if hotline else "Hỏi tại bộ phận một cửa."
    return tuple(
        answer if answer.known else dataclasses.replace(answer, detail=answer.detail or where) for answer in answers
    )
