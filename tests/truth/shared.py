"""What is passed on and what is folded: faults of descriptions, of signs that no font draws, of texts said twice."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace

from procedures_catalog.presenting.folding import Folded, folded
from procedures_catalog.presenting.parts import paragraphs
from procedures_catalog.presenting.sharing import in_short
from tests.truth.kinds import Kind, Told

_UNDRAWN = re.compile("[\ue000-\uf8ff]")  # private use
_IN_FORCE = {"kind": "current", "label": ""}
_LONGEST = 600


def _has_an_undrawn_sign(one: Told) -> bool:
    return any(map(_UNDRAWN.search, _texts(replace(one.record, original_wordings=()))))


def _texts(value: object) -> Iterator[str]:
    """Every text in a fact."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _is_shared_without_an_answer(one: Told) -> bool:
    answers = tuple(one.answers.values())
    said = in_short(_IN_FORCE, answers)
    return len(said) > _LONGEST or any(f"{each.question}: {_words([each.text])[0]}" not in said for each in answers)


def _says_a_step_twice(one: Told) -> bool:
    texts = (*(step.text for step in one.record.steps), one.record.conditions)
    return any(_words(said) != _words([*text.beginning, *text.rest]) for said, text in _folded(texts))


def _folded(texts: Iterable[str]) -> Iterator[tuple[list[str], Folded]]:
    return ((said, folded(said)) for said in map(paragraphs, texts))


def _words(texts: Sequence[str]) -> list[str]:
    return " ".join(texts).split()


SHARED_KINDS: Mapping[str, Kind] = {
    "undrawn_sign": Kind("a text with a sign of Word's symbol fonts, an empty box", _has_an_undrawn_sign),
    "shared_without_an_answer": Kind("a description that lacks one of the five answers", _is_shared_without_an_answer),
    "folded_text_changed": Kind("a folded text that says a word twice, or loses one", _says_a_step_twice),
}
