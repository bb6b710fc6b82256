"""What is asked, and what of it an engine has to look for."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from procedures_catalog.facts.codes import code_query
from search.question.speech.noise import NOTHING, TELLS, noise
from search.question.terms import MAX_WORD, WORD, code_form, folded_line, name_form
from vietnamese.fold import fold
from vietnamese.spelling import exact

#: The longest name of the national catalogue has 1,192; percent-encoded, so many still fit into a redirect of Django.
MAX_CHARACTERS = 1_300
MAX_WORDS = 60
MAX_LIMIT = 100
MAX_OFFSET = 10_000

_PART = r"[^\s,;:?!()\"“”]"
_PIECE = re.compile(rf"(?<!{_PART}){_PART}*\d{_PART}*")  # begins only where a piece begins: else each letter is a try
_WORDS_BESIDE_A_CODE = 2
_SENTENCE_END = re.compile(r"[.?!]\s")
_LEAST_SENTENCE = 4  # words; "Cảm ơn ạ." asks nothing


@dataclass(frozen=True, slots=True)
class Query:
    """A question. `kind` is a key of `pages.entry.PAGE_KINDS` or "" for all; `facets` maps a facet to values of which
    one must be there. `also` are other wordings of the same question (synonyms), which count a little less. `limit` and
    `offset` count hits; what is beyond `MAX_LIMIT` and `MAX_OFFSET` is brought back. `codes`: the question is known to
    be these codes and nothing else, so that no word of it is looked for. `about`: what the persons and states in it
    mean in the words of the law, of which each helps a little. `offices`: it asks for the agencies with these names,
    which come first in this order. `meant`: the spellings that are certain (`search.question.meant`); None: those that
    were typed.
    """

    text: str
    kind: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    limit: int = 10
    offset: int = 0
    codes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    meant: frozenset[str] | None = None

    def __post_init__(self) -> None:
        """Brings the text and the numbers within their bounds, so that no engine has to."""
        object.__setattr__(self, "text", self.text[:MAX_CHARACTERS])
        object.__setattr__(self, "limit", min(max(self.limit, 0), MAX_LIMIT))
        object.__setattr__(self, "offset", min(max(self.offset, 0), MAX_OFFSET))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart.

    `words` and `pairs` are folded and without repeats; those that every question says are missing unless nothing else
    was said. `name` is the whole as `name_form`. `codes` are the codes in it as `code_form`; `is_code` says that it
    asks for a code and little else. `marked` are its words whose marks bind: as typed, none where
    there are none. `last` are the words and pairs of the last of several sentences, empty when there is but one.
    """

    words: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    name: str = ""
    codes: tuple[str, ...] = ()
    is_code: bool = False
    marked: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.words or self.codes)


def take_apart(text: str) -> Asked:
    """The pieces of a question, of which only the first 1,300 characters are read, and 60 words besides the
    name that the whole may be. Raises nothing."""
    text = exact(text[:MAX_CHARACTERS])
    folded = folded_line(text)
    spoken = _PIECE.sub(_without_dotted_code, folded)
    whole = [found.span() for found in WORD.finditer(spoken) if found.end() - found.start() <= MAX_WORD]
    spans = whole[:MAX_WORDS]
    heard = noise(text, folded)
    ordered = [folded[start:end] for start, end in spans]
    said = [heard[start] for start, _ in spans]
    if TELLS not in said:
        said = [TELLS] * len(spans)
    last = _last_sentence(text, spans)
    return Asked(
        words=_words(ordered, said),
        pairs=_pairs(ordered, said),
        name=name_form(" ".join(folded[start:end] for start, end in whole)),
        codes=_codes(text),
        is_code=_is_code(text, folded),
        marked=frozenset(text[start:end] for start, end in spans) if text != fold(text) else frozenset(),
        last=frozenset((*_words(ordered[last], said[last]), *_pairs(ordered[last], said[last]))),
    )


def asked_for(codes: Iterable[str]) -> Asked:
    """A question that is codes and nothing else."""
    return Asked(codes=tuple(form for form in _once([code_form(code) for code in codes]) if form), is_code=True)


def _without_dotted_code(piece: re.Match[str]) -> str:
    """Blanks "1.001193": as a code it is looked up, as the words "1" and "001193" it would find anything."""
    return " " * len(piece[0]) if "." in piece[0] and code_query(piece[0]) else piece[0]


def _once(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _words(ordered: Sequence[str], said: Sequence[int]) -> tuple[str, ...]:
    return _once([word for word, counts in zip(ordered, said, strict=True) if counts == TELLS])


def _pairs(ordered: Sequence[str], said: Sequence[int]) -> tuple[str, ...]:
    """Neighbours of which one tells something, and the other may: "cho thuê" is a pair although "cho" alone is not."""
    both = zip(pairwise(ordered), pairwise(said), strict=True)
    return _once([f"{first}_{second}" for (first, second), two in both if TELLS in two and NOTHING not in two])


def _last_sentence(text: str, spans: Sequence[tuple[int, int]]) -> slice:
    """Which of the words are the last of several sentences; none of them when there is but one."""
    starts = [start for start, _ in spans]
    ends = [bisect_left(starts, found.end()) for found in _SENTENCE_END.finditer(text)]
    bounds = pairwise([0, *ends, len(spans)])
    sentences = [slice(begin, end) for begin, end in bounds if end - begin >= _LEAST_SENTENCE]
    return sentences[-1] if len(sentences) > 1 else slice(0)


def _codes(text: str) -> tuple[str, ...]:
    """The whole as a code, then the pieces of it that have a digit and a code's shape."""
    pieces = [piece for piece in _PIECE.findall(text) if _has_shape(piece)]
    return tuple(form for form in _once([code_form(piece) for piece in (text, *pieces)]) if form)


def _has_shape(piece: str) -> bool:
    return bool(code_query(piece)) or any(mark in piece.strip("/-_.") for mark in "/-_")


def _is_code(text: str, folded: str) -> bool:
    """Whether it has a national code, or a number with hardly a word beside it ("nghị định 61/2018")."""
    pieces = [piece for piece in _PIECE.findall(text) if _has_shape(piece)]
    if any(code_query(piece) for piece in (text, *pieces)):
        return True
    return bool(pieces) and len(WORD.findall(_PIECE.sub(" ", folded))) <= _WORDS_BESIDE_A_CODE
