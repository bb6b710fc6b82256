"""The five answers that come before everything else: what to bring, where, how long, how much, what I get."""

import dataclasses
from collections.abc import Collection, Iterable

from procedures_catalog.facts.agencies.filing import Filing, filing_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.asking import desk_to_ask
from procedures_catalog.presenting.answering.bring import bring_answer
from procedures_catalog.presenting.answering.cost import cost_answer
from procedures_catalog.presenting.answering.duration import duration_answer
from procedures_catalog.presenting.answering.result import result_answer
from procedures_catalog.presenting.answering.where import where_answer


def five_answers(
    record: ProcedureRecord, local_parts: Collection[str], filing: Filing | None = None, addressed: str = ""
) -> tuple[Answer, ...]:
    """The five answers of a record; `local_parts` names what the province's layer says itself
    (`facts.dated.said_anew.local_parts`). `filing` says where it is handed in on the day, with the levels in force and
    who receives; None: as the record alone says it. `addressed`: what the portal knows of the address.
    """
    filing = filing or filing_of(record)
    return (
        bring_answer(record, "cases" in local_parts),
        where_answer(filing, _is_local(filing, local_parts), addressed),
        duration_answer(record, "channels.time" in local_parts),
        cost_answer(record, "channels.fee" in local_parts),
        result_answer(record, "results" in local_parts),
    )


def _is_local(filing: Filing, local_parts: Collection[str]) -> bool:
    """Whether the province's layer says where: by its address, or by its agencies where no address is stated."""
    telling = ("receiving_address",) if filing.is_stated else ("executing", "competent")
    return any(part in local_parts for part in telling)


def with_doubts(answers: Iterable[Answer], unverified: Collection[str]) -> tuple[Answer, ...]:
    """The answers, those with these keys marked: nobody has said by what act they are so. What is not known needs no
    mark."""
    return tuple(
        dataclasses.replace(answer, verified=False) if answer.key in unverified and answer.known else answer
        for answer in answers
    )


def with_hotline(answers: Iterable[Answer], hotline: str, filing: Filing) -> tuple[Answer, ...]:
    """The answers, where to ask said beside each that is not known, behind what is said of it already; `hotline` is the
    province's, "" for none, `filing` says who takes the papers."""
    desk = desk_to_ask(filing)
    where = f"Hỏi {hotline} hoặc {desk}." if hotline else f"Hỏi tại {desk}."
    return tuple(answer if answer.known else _with_detail(answer, where) for answer in answers)


def _with_detail(answer: Answer, more: str) -> Answer:
    return dataclasses.replace(answer, detail=" ".join(filter(None, (answer.detail, more))))
