"""What a sentence of a document says of documents: who replaces, ends, amends whom – and in which direction.

"Thông tư này thay thế X" and "X hết hiệu lực kể từ ngày Thông tư này có hiệu lực" say the same of X; "X được sửa đổi
bởi Y" says it of X the other way round. What stands in the name of a document ("… sửa đổi Thông tư Z") is no target.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from legal_documents.facts.mentions import Mention, mentions

REPLACES, REPEALS, AMENDS = "replaces", "repeals", "amends"
SUSPENDS, CORRECTS = "suspends", "corrects"

#: Verb → what it does to a document that it names.
_VERBS = {
    "thay thế": REPLACES,
    "bãi bỏ": REPEALS,
    "hủy bỏ": REPEALS,
    "hết hiệu lực": REPEALS,
    "chấm dứt hiệu lực": REPEALS,
    "không còn hiệu lực": REPEALS,
    "sửa đổi": AMENDS,
    "bổ sung": AMENDS,
    "ngưng hiệu lực": SUSPENDS,
    "đình chỉ": SUSPENDS,
    "đính chính": CORRECTS,
}
#: What is said of a document that stands before the verb: it ends by itself.
_ENDS = re.compile(r"(?:hết|chấm dứt|không còn)\s+hiệu\s+lực", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:được|bị)\s+(?P<verb>thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|bổ\s+sung|đính\s+chính|đình\s+chỉ|ngưng\s+hiệu\s+lực)"
    r"(?P<more>(?:[^.;:()]|\([^()]*\)){0,120}?)\s(?:bởi|bằng|theo|tại)\s+(?:quy\s+định\s+(?:tại|của)\s+)?",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"(?<!được\s)(?<!bị\s)(?<!tùng\s)(?P<verb>thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+sung|đính\s+chính"
    r"|ngưng\s+hiệu\s+lực|đình\s+chỉ)(?!\w)",
    re.IGNORECASE,
)
#: Before a document that stands beside the one before it.
_BESIDE = re.compile(
    r"(?:^|[,;:+–-]|(?<!\w)và|(?<!\w)hoặc|(?<![^\W\d_])[0-9a-zđ]{1,2}[.)]|\n)\s*(?:các\s+)?(?:số\s+)?[“\"*]*$",
    re.IGNORECASE,
)
#: Before a document that belongs to the name of the one before it, or that did something to it.
_WITHIN = re.compile(
    r"(?<!\w)(?:của|theo|bởi|bằng|tại|trong|hướng\s+dẫn|thi\s+hành|thực\s+hiện|quy\s+định\s+chi\s+tiết|sửa\s+đổi|bổ\s+sung"
    r"|thay\s+thế|bãi\s+bỏ|kèm|cho|về)(?:\s+\w+){0,6}\s*$",
    re.IGNORECASE,
)
#: Before a document of which a part is meant: "các quy định tại …", "một số điều của …".
_OF = re.compile(r"(?<!\w)(?:tại|trong|của|theo)\s+(?:các\s+)?$", re.IGNORECASE)
#: Articles of a document, named before it one by one.
_ITS_PARTS = re.compile(
    r"(?:(?:các\s+)?(?:điểm|khoản|điều|chương|mục|phụ\s+lục)\s+\w+\s*(?:,|và)?\s*)+(?:của\s+)?$", re.IGNORECASE
)
#: Before the document with which a regulation came that is named there.
_ISSUED_WITH = re.compile(r"ban\s+hành\s+(?:kèm\s+)?theo\s*$", re.IGNORECASE)
#: How far behind a verb its first document may stand.
_REACH = 240


@dataclass(frozen=True, slots=True)
class Said:
    """`acting` (a number's key, "" for the document that says it) does `relation` to `target`, a number's key; `whole`
    tells whether to all of it."""

    acting: str
    relation: str
    target: str
    whole: bool


def said_of(text: str) -> list[Said]:
    """What a sentence or paragraph says, each thing once, in its order. The text must be clean; raises nothing."""
    named = mentions(text)
    if not named:
        return []
    found = [*_passives(text, named), *_endings(text, named), *_actives(text, named)]
    return list(dict.fromkeys(said for said in found if said.acting != said.target))


# --- X … được sửa đổi bởi Y -----------------------------------------------------------------------


def _passives(text: str, named: Sequence[Mention]) -> Iterator[Said]:
    for verb in _PASSIVE.finditer(text):
        target = _subject([one for one in named if one.end <= verb.start()])
        acting = [one for one in named if one.begin >= verb.end() - 1]
        if not target or not acting or acting[0].begin - verb.end() > _REACH // 4:
            continue
        relation = _VERBS[_plain(verb["verb"])]
        for one in _row(text, acting):
            yield Said(one.key, relation, target.key, relation == REPLACES and _is_whole(text, target))


def _subject(before: Sequence[Mention]) -> Mention | None:
    """The nearest document before a verb; a bare number there, like a standard's, stands in the name of another."""
    called = [one for one in before if one.called] or before
    return called[-1] if called else None


# --- X hết hiệu lực -------------------------------------------------------------------------------


def _endings(text: str, named: Sequence[Mention]) -> Iterator[Said]:
    begin = 0
    for verb in _ENDS.finditer(text):
        before = [one for one in named if begin <= one.begin and one.end <= verb.start()]
        for one, whole in _meant(text, before):
            yield Said("", REPEALS, one.key, whole)
        begin = verb.end()


# --- Văn bản này thay thế X -----------------------------------------------------------------------


def _actives(text: str, named: Sequence[Mention]) -> Iterator[Said]:
    verbs = [verb for verb in _ACTIVE.finditer(text) if not _is_in_name(named, text, verb.start())]
    ends = [verb.start() for verb in verbs[1:]] + [len(text)] * bool(verbs)
    for verb, end in zip(verbs, ends, strict=True):
        behind = [one for one in named if verb.end() <= one.begin and one.begin < end]
        if not behind or behind[0].begin - verb.end() > _REACH:
            continue
        relation = _VERBS[_plain(verb["verb"]).partition(",")[0].strip()]
        for one, whole in _meant(text, behind):
            yield Said("", relation, one.key, whole and relation != AMENDS)


def _is_in_name(named: Sequence[Mention], text: str, at: int) -> bool:
    """Whether a verb stands in the name of a document that was mentioned: "… ngày … sửa đổi, bổ sung Thông tư …"."""
    last = next((one for one in reversed(named) if one.end <= at), None)
    if last is None:
        return any(one.begin <= at < one.end for one in named)
    between = text[last.end : at]
    return not re.search(r"[;.]\s|(?<!\w)(?:và|này|đồng thời|,)\s*$", between)


# --- Which documents are meant --------------------------------------------------------------------


def _meant(text: str, named: Sequence[Mention]) -> Iterator[tuple[Mention, bool]]:
    """The documents that a verb means, and whether all of each; of a regulation, in part, the document it came with."""
    row = list(_row(text, named))
    for before, one in zip([None, *named], named, strict=False):
        if one in row:
            yield one, _is_whole(text, one)
        elif before in row and before and _ISSUED_WITH.search(text[before.end : one.begin]):
            yield one, False


def _row(text: str, named: Iterable[Mention]) -> Iterator[Mention]:
    """The first of the documents and those that stand beside it; not those in the names of others."""
    last: Mention | None = None
    is_within = False
    for one in named:
        if last is None:
            yield one
        else:
            between = _ITS_PARTS.sub("", text[last.end : one.begin])
            is_beside = bool(_BESIDE.search(between))
            stops = bool(re.search(r"[;\n]|[.:]\s", between))
            if is_beside and (not is_within or stops):
                is_within = False
                yield one
            elif _WITHIN.search(between) or not is_beside:
                is_within = True
        last = one


def _is_whole(text: str, one: Mention) -> bool:
    """Whether all of a document is meant: no article of it, nothing in it."""
    return not one.article and not _OF.search(text[: one.begin])


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
