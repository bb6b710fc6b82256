"""Suggestions while somebody types: what to look for, and in what order the lines stand; the same for every engine."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.question.query import MAX_CHARACTERS
from search.question.terms import code_form, known_words
from search.ranking.results import Suggestion

MAX_SUGGESTIONS = 50
MAX_TYPED_WORDS = 12
#: Entries that are put in order for each way of finding: those in force, of near levels and with short titles first.
LOOKED_AT = 100
_SHORTEST_CODE = 3
_SHORTEST_WORDS = 2  # letters of all words; before, only beginnings of names are looked for


@dataclass(frozen=True, slots=True)
class Typed:
    """What an engine looks for: codes that begin with `code` ("" for none), names that begin with `form`, and entries
    whose names have all `words`, the last as the beginning of one (no words: not looked for)."""

    code: str
    form: str
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Findable:
    """What the place of a suggestion depends on, and what its line shows. `names` are forms, the title's first."""

    key: str
    title: str
    url: str
    kind: str
    code: str
    names: Sequence[str]
    is_current: bool
    rank: float


def typed(text: str) -> Typed | None:
    """What was typed, taken apart; None when there is nothing to go on from."""
    words = known_words(text[:MAX_CHARACTERS])[:MAX_TYPED_WORDS]
    if not words:
        return None
    code = code_form(text[:MAX_CHARACTERS])
    is_code = any(map(str.isdigit, code)) and len(code) >= _SHORTEST_CODE
    return Typed(code if is_code else "", " ".join(words), words if sum(map(len, words)) >= _SHORTEST_WORDS else ())


def foremost(found: Iterable[Findable], wanted: Typed, limit: int) -> list[Suggestion]:
    """At most `limit` lines: in force first, then names that begin so, names that hold it in one piece, nearer levels,
    shorter names."""
    once = {each.key: each for each in found}
    best = sorted(once.values(), key=lambda each: _place(each, wanted.form))
    most = max(0, min(limit, MAX_SUGGESTIONS))
    return [Suggestion(each.title, each.url, each.kind, each.code) for each in best[:most]]


def _place(each: Findable, form: str) -> tuple[object, ...]:
    begins = any(name.startswith(form) for name in each.names)
    inside = any(f" {form}" in name for name in each.names)
    return (not each.is_current, not begins, not inside, -each.rank, len(each.title), each.title, each.key)
