"""Asks a portal whatever an update must keep, and writes the answers down as JSON."""

import json
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.old_portal import desk, doors, facts, paper, places, words

Answers = dict[str, Any]
#: What is asked for → how; each answers with something that JSON can hold. What is asked at a door may be counted, so
#: that the doors come last.
QUESTIONS: dict[str, Callable[[], Any]] = {}
for room in (facts, paper, words, places, desk, doors):
    QUESTIONS |= room.QUESTIONS


def ask(names: Iterable[str] = QUESTIONS) -> Answers:
    """Name of a question → its answer; of one that could not be answered, the error."""
    return {name: _answer(QUESTIONS[name]) for name in names}


def _answer(question: Callable[[], Any]) -> Any:
    try:
        return json.loads(json.dumps(question(), default=str))
    except Exception:  # the other questions are to be answered all the same
        return {"error": traceback.format_exc()[-2000:]}


def write(path: Path, answers: Answers) -> None:
    """A line an answer."""
    lines = (f"{json.dumps(name)}: {json.dumps(answer, ensure_ascii=False)}" for name, answer in answers.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
