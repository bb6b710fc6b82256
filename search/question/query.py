"""What is asked, and what of it an engine has to look for."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from procedures_catalog.facts.codes import code_query
from search.question.terms import MAX_WORD, code_form, folded_line, name_form
from vietnamese.fold import fold
from vietnamese.spelling import exact

#: The longest name of the national catalogue has 1,192; percent-encoded, so many still fit into a redirect of Django.
MAX_CHARACTERS = 1_300
MAX_WORDS = 60
MAX_LIMIT = 100
MAX_OFFSET = 10_000

_WORD = re.compile(r"[^\W_]+")
_PART = r"[^\s,;:?!()\"“”]"
_PIECE = re.compile(rf"(?<!{_PART}){_PART}*\d{_PART}*")  # begins only where a piece begins: else each letter is a try
_WORDS_BESIDE_A_CODE = 2
_SENTENCE_END = re.compile(r"[.?!]\s")
_LEAST_SENTENCE = 4  # words; "Cảm ơn ạ." asks nothing

# What every question says. Left out of scoring while other words remain; by marks where the question has marks,
# because without them "cần" would be "căn" (cước) and "làm" "lâm" (nghiệp).
_NOISE_PHRASES = """
thủ tục hành chính|thủ tục|hồ sơ|giấy tờ gì|những gì|cái gì|là gì|cần gì|làm gì|bao nhiêu|bao lâu|như thế nào|thế nào
ra sao|làm sao|ở đâu|tại đâu|ở mô|chỗ nào|nơi nào|khi nào|lúc nào|trường hợp nào|cơ quan nào|đơn vị nào
bằng cách nào|cho hỏi|xin hỏi|cho tôi|cho biết|xin cho|hay không|được không|chúng tôi|ông bà|anh chị
"""
_NOISE_WORDS = """
tôi em cháu mình con ạ xin muốn cần gì nào đâu làm thì là có cho được không ở tại và các những này để phải khi với của
về theo nếu vậy nhé hỏi giúp ai mà rồi giờ
"""
_SAFE_WITHOUT_MARKS = "toi muon xin gi nao la co duoc khong va cac nhung nay phai neu vay nhe cua voi"


def _alternatives(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, phrases))})(?![^\W_])")


_PHRASES = re.split(r"[|\n]", _NOISE_PHRASES.strip())
_NOISE = _alternatives([exact(phrase) for phrase in (*_PHRASES, *_NOISE_WORDS.split())])
_FOLDED_NOISE = _alternatives([*map(fold, _PHRASES), *_SAFE_WITHOUT_MARKS.split()])


@dataclass(frozen=True, slots=True)
class Query:
    """A question. `kind` is a key of `pages.entry.PAGE_KINDS` or "" for all; `facets` maps a facet to values of which
    one must be there. `also` are other wordings of the same question (synonyms), which count a little less. `limit` and
    `offset` count hits; what is beyond `MAX_LIMIT` and `MAX_OFFSET` is brought back. `codes`: the question is known to
    be these codes and nothing else, so that no word of it is looked for.
    """

    text: str
    kind: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    limit: int = 10
    offset: int = 0
    codes: tuple[str, ...] = ()

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
    asks for a code and little else. `marked` are its words with their marks, empty when it was typed without any.
    `last` are the words and pairs of the last of several sentences, empty when there is but one.
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
    whole = [found.span() for found in _WORD.finditer(spoken) if found.end() - found.start() <= MAX_WORD]
    spans = whole[:MAX_WORDS]
    noise = _noise(text, folded)
    ordered = [folded[start:end] for start, end in spans]
    said = [not noise[start] for start, _ in spans]
    if not any(said):
        said = [True] * len(spans)
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


def _words(ordered: Sequence[str], said: Sequence[bool]) -> tuple[str, ...]:
    return _once([word for word, counts in zip(ordered, said, strict=True) if counts])


def _pairs(ordered: Sequence[str], said: Sequence[bool]) -> tuple[str, ...]:
    """Neighbours of which at least one counts: "cho thuê" is a pair although "cho" alone says nothing."""
    both = zip(pairwise(ordered), pairwise(said), strict=True)
    return _once([f"{first}_{second}" for (first, second), counts in both if any(counts)])


def _last_sentence(text: str, spans: Sequence[tuple[int, int]]) -> slice:
    """Which of the words are the last of several sentences; none of them when there is but one."""
    starts = [start for start, _ in spans]
    ends = [bisect_left(starts, found.end()) for found in _SENTENCE_END.finditer(text)]
    bounds = pairwise([0, *ends, len(spans)])
    sentences = [slice(begin, end) for begin, end in bounds if end - begin >= _LEAST_SENTENCE]
    return sentences[-1] if len(sentences) > 1 else slice(0)


def _noise(text: str, folded: str) -> bytearray:
    """For each character whether it belongs to what every question says."""
    pattern, subject = (_FOLDED_NOISE, folded) if text == fold(text) else (_NOISE, text)
    flags = bytearray(len(text))
    for found in pattern.finditer(subject):
        flags[found.start() : found.end()] = b"\x01" * len(found[0])
    return flags


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
    return bool(pieces) and len(_WORD.findall(_PIECE.sub(" ", folded))) <= _WORDS_BESIDE_A_CODE
