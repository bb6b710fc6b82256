"""What was approved for a later day, in the sentences in which page, sheet and API announce it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Difference, in_order
from procedures_catalog.facts.dated.part_json import part_from_json
from procedures_catalog.facts.fees.dated import channels_on
from procedures_catalog.facts.parts.table import BY_NAME
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import called
from procedures_catalog.presenting.answers import five_answers
from procedures_catalog.presenting.layer_notes import ANSWERS, document_named
from vietnamese.days import written

Context = dict[str, Any]
_CALLED: Mapping[str, str] = {"papers": "giấy tờ", "time": "thời hạn", "fee": "phí, lệ phí", "result": "kết quả"}
_BESIDE = frozenset({"decision_number", "blanks"})
#: Identity → name and code.
Named = Mapping[int, tuple[str, str]]
_NOBODY: Named = {}
_LONGEST = 200  # signs of a text that is told whole


def announced_in(lines: str | None) -> list[Difference]:
    """The differences that a query handed out, a JSON list a line: part, value, day, decision; the next first."""
    return in_order(_read(json.loads(line)) for line in (lines or "").splitlines())


def _read(line: list[Any]) -> Difference:
    part, value, day, decision = line
    kept = json.loads(value) if value is not None else None
    return Difference(part, date.fromisoformat(day), part_from_json(part, kept), decision)


def announcements(
    record: ProcedureRecord,
    differences: Iterable[Difference],
    on: date,
    named: Named = _NOBODY,
    local_decision: str = "",
) -> list[Context]:
    """A note of each difference that is still to come on a day, the next first: which part, from when, what it will
    say instead of what `record` says, by which document. `named` gives name and code of what takes the place of what
    ends, by identity, as far as everybody may read it; `local_decision` is the province's own beside the record's."""
    coming = [each for each in in_order(differences) if each.day > on and each.part != BEGINS]
    return [_note(record, each, named, local_decision) for each in coming if not _is_said_beside(each, coming)]


def told(record: ProcedureRecord, difference: Difference, will: str = "sẽ") -> str:
    """What a difference changes against what `record` says; `will` is the word of its time: what is over “đã” ended."""
    if difference.part == ENDS:
        return f"{will} được thay bằng thủ tục khác" if difference.value.successors else f"{will} bãi bỏ"
    return "; ".join(_answers_changed(record, difference)) or _in_words(record, difference, will)


def _is_said_beside(difference: Difference, coming: Iterable[Difference]) -> bool:
    """Whether it only goes with something else that the same decision changes: its number stands behind that, and why a
    part says nothing is the desk's way to say what that part says."""
    return difference.part in _BESIDE and any(
        each.part not in _BESIDE and (each.day, each.decision) == (difference.day, difference.decision)
        for each in coming
    )


def _note(record: ProcedureRecord, difference: Difference, named: Named, local_decision: str) -> Context:
    successors = _successors(difference, named)
    return {
        "part": difference.part,
        "label": difference.label,
        "source": document_named(difference.decision) if difference.decision else "",
        "text": _told(record, difference, successors, local_decision),
        "successors": [code for _, code in successors],
        "days": f"từ ngày {written(difference.day)}",
        "day": difference.day.isoformat(),
    }


def _successors(difference: Difference, named: Named) -> list[tuple[str, str]]:
    """Those that may be named, in the order of the decision."""
    wanted = difference.value.successors if difference.part == ENDS else ()
    return [named[each] for each in wanted if each in named]


def _told(
    record: ProcedureRecord, difference: Difference, successors: list[tuple[str, str]], local_decision: str
) -> str:
    if successors:
        return f"sẽ được thay bằng {_called(successors, len(difference.value.successors))}"
    if difference.part == "decision_number":
        return _decision(record.decision_number, local_decision, difference.value)
    return told(record, difference)


def _called(successors: Iterable[tuple[str, str]], total: int) -> str:
    """What is not public before its day is counted, not named."""
    said = [f"“{name}” ({called(code)})" for name, code in successors]
    left = total - len(said)
    return "; ".join([*said, f"{left} thủ tục khác"] if left else said)


def _decision(named: str, local: str, then: str) -> str:
    """The province's own takes the place of its own alone: the one that the record names stays beside it."""
    if local:
        return f"{local} → {then}"
    if named and named != then:
        return f"sẽ ghi thêm quyết định của tỉnh {then}, bên cạnh {named} vẫn giữ"
    return f"sẽ ghi {then}"


def _answers_changed(record: ProcedureRecord, difference: Difference) -> Iterator[str]:
    """The answers that will be others: "thời hạn: 5 ngày làm việc → 3 ngày làm việc"."""
    keys = ANSWERS.get(difference.part, ())
    if keys:
        now, then = (_lines_of(each) for each in (record, _after(record, difference)))
        yield from (f"{_CALLED[key]}: {now[key]} → {then[key]}" for key in keys if now[key] != then[key])


def _after(record: ProcedureRecord, difference: Difference) -> ProcedureRecord:
    after = replace(record, **{difference.part: difference.value})
    return replace(after, channels=channels_on(after.channels, difference.day))


def _lines_of(record: ProcedureRecord) -> dict[str, str]:
    return {answer.key: answer.text for answer in five_answers(record, ())}


def _in_words(record: ProcedureRecord, difference: Difference, will: str) -> str:
    """The text itself where it is short, else that it will be another."""
    part = BY_NAME[difference.part]
    now, then = (_plain(part.said, value) for value in (getattr(record, part.name), difference.value))
    if not then:
        return f"{will} thay đổi"
    return f"{now} → {then}" if now and len(now) + len(then) <= _LONGEST else then


def _plain(said: Any, value: Any) -> str:
    """A short text, or short texts, in a line; "" for what has no line."""
    texts = [value] if isinstance(value, str) else list(value or ())
    if not all(isinstance(text, str) for text in texts):
        return ""
    line = ", ".join(said(text) for text in texts)
    return line if len(line) <= _LONGEST else ""
