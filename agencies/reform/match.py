"""Finds which old units each new commune was made of; what evidence does not settle becomes a complaint."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from agencies.reform.evidence import EVIDENCE, far_and_shared, unnamed
from agencies.reform.file import FileUnit, LineIssue, MergeRow
from agencies.reform.ground import OldGround
from agencies.reform.names import loose
from agencies.reform.question import OldName, Question, asked


@dataclass(frozen=True, slots=True)
class Link:
    """New commune ← old unit, by code."""

    new: str
    old: str
    in_part: bool = False


def match(
    rows: Iterable[tuple[MergeRow, FileUnit]], ground: OldGround
) -> tuple[tuple[Link, ...], tuple[LineIssue, ...]]:
    """Links from every new commune to its old units, and what could not be, or had to be assumed."""
    rows = list(rows)
    questions = [question for row, new in rows for question in asked(row, new, ground)]
    for evidence in EVIDENCE:
        questions = evidence(questions, ground)
    questions += _unsaid(rows, questions, ground)
    links = [link for question in questions for link in _links(question, unnamed(questions, ground))]
    return tuple(dict.fromkeys(links)), (*_complaints(questions), *_doubts(questions, ground))


def _unsaid(rows: list[tuple[MergeRow, FileUnit]], questions: list[Question], ground: OldGround) -> list[Question]:
    """Old communes that no line names, though a new commune keeps their code: it was made of them."""
    free = {unit.code: unit for unit in unnamed(questions, ground)}
    note = "không nêu, nhưng đơn vị mới giữ mã của"
    return [
        Question(row, new, OldName(row.olds or new.name, "", ""), (free[new.code],), note)
        for row, new in rows
        if new.code in free
    ]


def _links(question: Question, unnamed: list[FileUnit]) -> list[Link]:
    """One link; of a whole district, one also for each of its communes that no line names."""
    if not question.answer:
        return []
    members = [unit for unit in unnamed if unit.parent == question.answer.code]
    olds = [question.answer, *(members if question.answer.kind == "district" else ())]
    return [Link(question.new.code, old.code, question.old.in_part) for old in olds]


def _complaints(questions: list[Question]) -> Iterable[LineIssue]:
    for question in questions:
        reason = _reason(question)
        if reason:
            yield LineIssue(question.row.line, question.old.text, reason, resolved=bool(question.answer))


def _reason(question: Question) -> str:
    if question.answer:
        return f"{question.note} {question.answer.name} (mã {question.answer.code})" if question.note else ""
    if not loose(question.old.name):
        return f"không phải tên đơn vị (dòng của {question.new.name})"
    if not question.candidates:
        return f"không tìm thấy đơn vị cũ này (dòng của {question.new.name})"
    codes = ", ".join(unit.code for unit in question.candidates)
    return f"có {len(question.candidates)} đơn vị cũ cùng tên (mã {codes}), không đủ căn cứ để chọn"


def _doubts(questions: list[Question], ground: OldGround) -> Iterable[LineIssue]:
    yield from _said_twice(questions)
    for question in far_and_shared(questions, ground):
        reason = f"khác huyện với phần còn lại của {question.new.name}, dòng khác cũng nêu; cần kiểm tra"
        yield LineIssue(question.row.line, question.old.text, reason, resolved=True)


def _said_twice(questions: list[Question]) -> Iterable[LineIssue]:
    """Two names of one line that came out as the same old unit: one of them is wrong."""
    answered = [question for question in questions if question.answer]
    times = Counter((question.row.line, question.answer.code) for question in answered if question.answer)
    for question in answered:
        if question.answer and times[question.row.line, question.answer.code] > 1:
            yield LineIssue(question.row.line, question.old.text, f"cùng chỉ {question.answer.name} hai lần")
